"""Files that are no text: what their first bytes say they are, and what to do with what cannot be read."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile

from nyttokedja.errors import CannotRead
from nyttokedja.importing.text_decoding import decode_text

_HEAD = 4_000
_PHOTO = (
    "The file is a picture, and its words cannot be read. "
    "Type the notes, a line each, or export the board as .csv, .xlsx or .pptx."
)
_REFUSED = (
    (b"%PDF", "The file is a PDF. Open it in Word and save it as .docx, or copy its text into a .txt file."),
    (b"\x89PNG\r\n", _PHOTO),
    (b"\xff\xd8\xff", _PHOTO),
    (b"GIF8", _PHOTO),
    (b"{\\rtf", "The file is in Rich Text Format. Save it as .docx or .txt."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "The file is in an old Office format, or has a password. "
        "Save it as .xlsx, .docx or .pptx without a password.",
    ),
    (b"\x1f\x8b", "The file is packed. Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "The file is packed. Unpack it first."),
    (b"Rar!\x1a", "The file is packed. Unpack it first."),
)
_PARTS = (
    ("xl/", "table"),
    ("ppt/", "pptx"),
    ("word/", "report"),
)
_MIMES = {"spreadsheet": "table"}


def format_of_signature(data: bytes) -> str:
    """The format of a file that is no text, as its first bytes say; "" for what may be text.

    Raises:
        CannotRead: it is of a kind that cannot be imported, cut off or damaged; the sentence says what to do.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if data.startswith(b"\x89PNG\r\n") and b"mxfile" in data:
        return "drawio"
    for signature, sentence in _REFUSED:
        if data.startswith(signature):
            raise CannotRead(sentence)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif") or data[8:12] == b"WEBP":
        raise CannotRead(_PHOTO)
    if b"\0" in data[:_HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, encoding = decode_text(data[:_HEAD])
        if not encoding.startswith("utf-16") or "\0" in text:
            raise CannotRead(
                "The file holds no text and no drawing that can be read. "
                "Save it as .txt, .xlsx, .csv or .drawio."
            )
    return ""


def _package(data: bytes) -> str:
    """What a zip file holds, as its list of contents says."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()[:5_000]
            mime = (
                archive.read("mimetype")[:200].decode("ascii", "replace") if "mimetype" in names[:1] else ""
            )
    except (BadZipFile, OSError, ValueError, KeyError, NotImplementedError, EOFError) as error:
        raise CannotRead(
            "The file is cut off or damaged. Save it once more, and import that file."
        ) from error
    for folder, format in _PARTS:
        if any(name.startswith(folder) for name in names):
            return format
    for kind, format in _MIMES.items():
        if kind in mime:
            return format
    if "opendocument.text" in mime:
        raise CannotRead("The file is an .odt. Save it as .docx.")
    if "opendocument.presentation" in mime:
        raise CannotRead("The file is an .odp. Save it as .pptx.")
    if any(name.startswith("visio/") for name in names):
        raise CannotRead("The file is from Visio. Open it in draw.io and save it as .drawio.")
    raise CannotRead("The file is a packed folder. Unpack it, and import the files in it.")
