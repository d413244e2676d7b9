"""draw.io files as the program writes them."""

import base64
import zlib
from urllib.parse import quote
from xml.sax.saxutils import quoteattr


def cell(id, value="", style="", *, kind="vertex", parent="1", place=(0, 0, 120, 60), inner="", **more):
    said = "".join(f" {name}={quoteattr(str(text))}" for name, text in more.items())
    x, y, width, height = place
    geometry = (
        f'<mxGeometry x="{x}" y="{y}" width="{width}" height="{height}" as="geometry">{inner}</mxGeometry>'
    )
    if kind == "edge":
        geometry = f'<mxGeometry relative="1" as="geometry">{inner}</mxGeometry>'
    told = f'id="{id}" value={quoteattr(value)} style={quoteattr(style)} {kind}="1" parent="{parent}"{said}'
    return f"<mxCell {told}>{geometry}</mxCell>"


def edge(id, source=None, target=None, value="", style="", inner="", **more):
    ends = {key: end for key, end in (("source", source), ("target", target)) if end}
    return cell(id, value, style, kind="edge", inner=inner, **ends, **more)


def data_cell(id, label, style="", *, place=(0, 0, 120, 60), parent="1", **data):
    said = "".join(f" {name}={quoteattr(text)}" for name, text in data.items())
    inner = cell(id, style=style, place=place, parent=parent).replace(f' id="{id}" value=""', "")
    return f'<object id="{id}" label={quoteattr(label)}{said}>{inner}</object>'


def model(*cells):
    root = '<mxCell id="0"/><mxCell id="1" parent="0"/>'
    return f"<mxGraphModel><root>{root}{''.join(cells)}</root></mxGraphModel>"


def packed(xml):
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(engine.compress(quote(xml).encode()) + engine.flush()).decode()


def file(*pages, compressed=False):
    """Each page is a name and its model."""
    held = (
        f"<diagram name={quoteattr(name)}>{packed(xml) if compressed else xml}</diagram>"
        for name, xml in pages
    )
    return f'<mxfile host="app.diagrams.net">{"".join(held)}</mxfile>'.encode()


def drawing(*cells):
    return file(("Sida-1", model(*cells)))


def svg(data):
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n<svg xmlns="http://www.w3.org/2000/svg" '
        f"content={quoteattr(data.decode())}><g/></svg>"
    ).encode()


def png(data, kind=b"zTXt", keyword=b"mxfile"):
    text = quote(data.decode()).encode()
    body = {
        b"tEXt": text,
        b"zTXt": b"\0" + zlib.compress(text),
        b"iTXt": b"\1\0\0\0" + zlib.compress(text),
    }[kind]

    def chunk(kind, body):
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", bytes(13))
        + chunk(kind, keyword + b"\0" + body)
        + chunk(b"IEND", b"")
    )


def chart(n, arrows):
    """A drawing of so many shapes, and arrows between them."""
    shapes = (
        cell(
            f"s{i}",
            f"<b>Ruta</b> {i}<br>med&nbsp;text",
            "rounded=1;html=1;fillColor=#dae8fc;",
            place=(i % 40 * 160, i // 40 * 90, 120, 60),
        )
        for i in range(n)
    )
    lines = (
        edge(f"e{i}", f"s{i % n}", f"s{(i * 7 + 1) % n}", style="endArrow=classic;html=1;")
        for i in range(arrows)
    )
    return model(*shapes, *lines)
