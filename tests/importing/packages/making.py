"""Office files made by hand: small, and as wrong as they come."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def zipped(parts, compression=ZIP_DEFLATED):
    """The same bytes each time: a part of an archive carries the clock, unless it says otherwise."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, compression)
    return buffer.getvalue()
