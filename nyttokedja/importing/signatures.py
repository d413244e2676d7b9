"""Files that are no text: what their first bytes say they are, and what to do with what cannot be read."""

from __future__ import annotations

from nyttokedja.errors import CannotRead
from nyttokedja.importing.packages.archive import OLE, ZIP, open_package, refuse_unreadable
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
    (b"\x1f\x8b", "The file is packed. Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "The file is packed. Unpack it first."),
    (b"Rar!\x1a", "The file is packed. Unpack it first."),
)
_FOLDERS = {"xl/": "table", "ppt/": "pptx", "word/": "report"}
_SAVE_AS = {
    "text": {"ending": ".odt", "other": ".docx"},
    "presentation": {"ending": ".odp", "other": ".pptx"},
}
"""The last word of what an OpenDocument file says it is → what it is called, and what can be read."""


def format_of_signature(data: bytes) -> str:
    """The format of a file that is no text, as its first bytes say; "" for what may be text.

    Raises:
        CannotRead: it is of a kind that cannot be imported, cut off or damaged; the sentence says what to do.
    """
    if data.startswith(ZIP):
        return _format_of_package(data)
    if data.startswith(OLE):
        refuse_unreadable(data)
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


def _format_of_package(data: bytes) -> str:
    package = open_package(data)
    for folder, format in _FOLDERS.items():
        if any(name.startswith(folder) for name in package):
            return format
    kind = package.read("mimetype")[:200].decode("ascii", "replace").rpartition(".")[2].strip()
    if kind == "spreadsheet":
        return "table"
    if kind in _SAVE_AS:
        raise CannotRead("The file is an {ending}. Save it as {other}.", **_SAVE_AS[kind])
    if any(name.startswith("visio/") for name in package):
        raise CannotRead("The file is from Visio. Open it in draw.io and save it as .drawio.")
    raise CannotRead("The file is a packed folder. Unpack it, and import the files in it.")
