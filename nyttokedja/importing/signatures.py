"""Files that are no text: what their first bytes say they are, and what to do with what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nyttokedja.errors import CannotRead
from nyttokedja.importing.packages.archive import OLE, ZIP, open_package, refuse_unreadable
from nyttokedja.importing.packages.ours import is_calculation, is_calculation_elsewhere
from nyttokedja.importing.text_decoding import decode_text

CALCULATION = "calculation"
"""What is no chain of its own: a calculation that comes back to the chain that it was written from."""
_HEAD = 4_000
_FOLDERS = {"xl/": "table", "ppt/": "pptx", "word/": "report"}
_SAVE_AS = {"text": (".odt", ".docx"), "presentation": (".odp", ".pptx")}
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
    for signature, refusal in _REFUSED.items():
        if data.startswith(signature):
            raise refusal()
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif") or data[8:12] == b"WEBP":
        raise _picture()
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
    if is_calculation(package):
        return CALCULATION
    for folder, format in _FOLDERS.items():
        if any(name.startswith(folder) for name in package):
            return format
    kind = package.read("mimetype")[:200].decode("ascii", "replace").rpartition(".")[2].strip()
    if kind == "spreadsheet":
        if is_calculation_elsewhere(package):
            raise CannotRead("The workbook is a calculation that was saved as .ods. Save it as .xlsx.")
        return "table"
    if kind in _SAVE_AS:
        ending, other = _SAVE_AS[kind]
        raise CannotRead("The file is an {ending}. Save it as {other}.", ending=ending, other=other)
    if any(name.startswith("visio/") for name in package):
        raise CannotRead("The file is from Visio. Open it in draw.io and save it as .drawio.")
    raise CannotRead("The file is a packed folder. Unpack it, and import the files in it.")


def _pdf() -> CannotRead:
    return CannotRead(
        "The file is a PDF. Open it in Word and save it as .docx, or copy its text into a .txt file."
    )


def _picture() -> CannotRead:
    return CannotRead(
        "The file is a picture, and its words cannot be read. "
        "Type the notes, a line each, or export the board as .csv, .xlsx or .pptx."
    )


def _rich_text() -> CannotRead:
    return CannotRead("The file is in Rich Text Format. Save it as .docx or .txt.")


def _packed() -> CannotRead:
    return CannotRead("The file is packed. Unpack it first.")


_REFUSED: Mapping[bytes, Callable[[], CannotRead]] = {
    b"%PDF": _pdf,
    b"\x89PNG\r\n": _picture,
    b"\xff\xd8\xff": _picture,
    b"GIF8": _picture,
    b"{\\rtf": _rich_text,
    b"\x1f\x8b": _packed,
    b"7z\xbc\xaf\x27\x1c": _packed,
    b"Rar!\x1a": _packed,
}
