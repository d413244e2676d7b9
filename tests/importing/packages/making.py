"""Office files made by hand: small, and as wrong as they come."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def zipped(parts, compression=ZIP_DEFLATED):
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
