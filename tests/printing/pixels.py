"""PNG → its size and rows of grey: enough to see whether something is drawn. Standard library only."""

import struct
import zlib


def size(png):
    """Width and height in pixels."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def rows(png):
    """Each row as bytes, the channels one after the other; and how many channels there are."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    assert depth == 8
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(data), width * channels
    done, above = [], bytes(stride)
    for n in range(height):
        kind, row = raw[n * (stride + 1)], bytearray(raw[n * (stride + 1) + 1 : (n + 1) * (stride + 1)])
        for i in range(stride):
            left = row[i - channels] if i >= channels else 0
            corner = above[i - channels] if i >= channels else 0
            row[i] = (row[i] + _predicted(kind, left, above[i], corner)) & 255
        above = bytes(row)
        done.append(above)
    return done, channels


def _predicted(kind, left, up, corner):
    if kind == 4:
        return min((left, up, corner), key=lambda one: abs(left + up - corner - one))
    return (0, left, up, (left + up) // 2)[kind]


def dark_share(png):
    """The share of pixels that are darker than a middle grey."""
    held, channels = rows(png)
    greys = [row[n] for row in held for n in range(0, len(row), channels)]
    return sum(grey < 110 for grey in greys) / len(greys)
