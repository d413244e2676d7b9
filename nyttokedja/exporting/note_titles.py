"""Titles and words → notes that are read back as just these words, where needed in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.importing.model import ImportOptions, Remark
from nyttokedja.importing.notation.marks import mark_of
from nyttokedja.importing.notation.reading import read_notes
from nyttokedja.importing.notation.vocabulary import vocabulary
from nyttokedja.language.texts import texts


class NoteTitles:
    """Writes the notes of one language. Each is read, and written in another way where it says anything else.

    ``remarks`` are on words that cannot be held as they stand.
    """

    def __init__(self, language: str) -> None:
        table = texts(language)
        self._options = ImportOptions(language=language)
        self._vocabulary = vocabulary(language)
        self._letters = {kind: letters[0] for kind, letters in table.group("notation/letters").items()}
        self._because = table.group("notation/because")["words"][0]
        self._saying_who: set[str] = set()
        self.remarks: list[Remark] = []

    def box(self, kind: str, title: str, who: str = "") -> str:
        """The note of a box, with whom it is for in parentheses where that is read back."""
        for words in _ways(title):
            line = f"{self._letters[kind]}: {words} ({who})"
            if who and self._box_of(line) == (kind, title, who):
                self._saying_who.add(line)
                return line
        for words in _ways(title):
            line = f"{self._letters[kind]}: {words}"
            if self._box_of(line) == (kind, title, ""):
                return line
        self.remarks.append(Remark("words-in-notes", title))
        return f"{self._letters[kind]}: {_quoted(title)}"

    def says_who(self, line: str) -> bool:
        """Whether a note made here says whom its box is for."""
        return line in self._saying_who

    def note(self, text: str) -> str:
        """An unsorted note."""
        mark = self._letters["note"]
        for line in (text, *(f"{mark}: {words}" for words in _ways(text))):
            read = read_notes(f"{line}\n{mark}: x".encode(), self._options)
            if not read.boxes and [note.text for note in read.notes] == [text, "x"]:
                return line
        self.remarks.append(Remark("words-in-notes", text))
        return f"{mark}: {_quoted(text)}"

    def reason(self, text: str) -> str:
        """The line under an arrow that says why."""
        is_marked = mark_of(text, self._vocabulary, "arrow") or text.startswith(":")
        return f"{self._because}{':' if is_marked else ''} {text}"

    def _box_of(self, line: str) -> tuple[str, str, str] | None:
        """The kind, title and receiver of the one box that a note is read as; None where it says more."""
        read = read_notes(line.encode(), self._options)
        if len(read.boxes) != 1 or read.notes or read.comments or read.arrows or read.head or read.title:
            return None
        (box,) = read.boxes
        who = str(box.fields.get("for", ""))
        kind = "behaviour" if box.fields.get("behaviour") else box.type
        said = len(box.fields) == bool(who) + (kind == "behaviour")
        return (kind, box.title, who) if said else None


def _ways(title: str) -> Iterator[str]:
    """A title as it stands, and in quotation marks."""
    yield title
    yield f'"{title}"'


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', "”"))
