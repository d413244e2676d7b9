"""Source → draft of its chain in canonical words, in the order of the file.

Nothing is left out: a key that is unknown or doubled is there too, as written.
"""

from __future__ import annotations

from nyttokedja.editing.formatting.comments import Margin, Margins
from nyttokedja.language.forms import Form, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.scalars import value_of
from nyttokedja.reading.outline import Path
from nyttokedja.reading.parts import Entry, ListPart, Part, ScalarPart
from nyttokedja.reading.source import Source
from nyttokedja.writing.draft import Draft, DraftGroup, Piece, Text
from nyttokedja.writing.quoting import is_safe, quoted

_NO_MARGIN = Margin()


def draft_of(source: Source, margins: Margins | None = None, keep: str = "") -> DraftGroup:
    """The draft of a source whose root could be read; without margins, only what it says.

    Of words that a language has two of, those that the file has stay in the language to ``keep``.
    """
    assert source.root is not None
    draft = _Drafter(source.text, margins, keep).part(source.root, root_form(), (), _margin(margins, ()))
    assert isinstance(draft, DraftGroup)
    return draft


def _margin(margins: Margins | None, path: Path) -> Margin:
    return margins.of(path) if margins else _NO_MARGIN


class _Drafter:
    def __init__(self, text: str, margins: Margins | None, keep: str = "") -> None:
        self._text = text
        self._margins = margins
        self._keep = keep

    def part(self, part: Part, form: Form | None, path: Path, margin: Margin) -> Draft:
        # a part is at most as deep as the limits say, so that this may call itself
        if isinstance(part, ScalarPart):
            return self._scalar(part, form)
        if isinstance(part, ListPart):
            item = form.item if form else None
            items = tuple(self._item(held, item, (*path, n)) for n, held in enumerate(part.items))
            return DraftGroup(items, listing=True, flow=part.flow, below=margin.inside)
        pieces: list[Piece] = []
        first: dict[str, str] = {}
        for n, entry in enumerate(part.entries):
            pieces.append(self._entry(entry, form, first, (*path, n)))
        if not path and pieces:  # the file's own comments come before those of its first entry
            pieces[0] = pieces[0]._replace(above=(*margin.above, *pieces[0].above))
        return DraftGroup(tuple(pieces), flow=part.flow, below=margin.inside)

    def _item(self, part: Part, form: Form | None, path: Path) -> Piece:
        margin = _margin(self._margins, path)
        held = self.part(part, form, path, margin)
        return Piece("", held, margin.above, margin.beside, margin.below)

    def _entry(self, entry: Entry, form: Form | None, first: dict[str, str], path: Path) -> Piece:
        """An entry; ``first`` has the word of each key above it."""
        key = entry.key
        name = form.keys.get(key.value, key.value) if form else key.value
        written = _written_key(key, form)
        if form is not None and self._keep and key.value in words(self._keep).further_keys(name):
            written = key.value
        if first.setdefault(name, key.value) != key.value:  # a second word for a key is not the first's
            written = key.written if is_safe(key.written) else quoted(key.written)
        margin = _margin(self._margins, path)
        held = self.part(entry.value, form.within(name) if form else None, path, margin)
        return Piece(name, held, margin.above, margin.beside, margin.below, written)

    def _scalar(self, scalar: ScalarPart, form: Form | None) -> Text:
        value, written, style = scalar.value, scalar.written, scalar.style
        if form is not None:
            if isinstance(value, str) and value in form.values:
                kept = self._keep and value in form.spoken(form.values[value], self._keep)[1:]
                return Text(form.values[value], value if kept else "")
            if form.takes_date and not isinstance(value, bool | None):
                value = written  # 2027 is a number to YAML, and a date here
            elif isinstance(value, bool) and form.takes_truth:
                return Text(value)
        several = scalar.end - scalar.start != len(written) and self._has_break(scalar)
        if not style and not several and _is_kept(scalar, form):
            return Text(value, written)
        return Text(value, folded=several and style != "|")

    def _has_break(self, scalar: ScalarPart) -> bool:
        return any(sign in self._text[scalar.start : scalar.end] for sign in "\r\n")


def _written_key(key: ScalarPart, form: Form | None) -> str:
    """How a key that must not get quotes is written: a bare date, or one that the schema lacks."""
    if not key.value:
        return quoted("")
    if key.style or (form is not None and not _takes_any(form, key.value)):
        return ""
    return "" if key.value != key.written or is_safe(key.written) else key.written


def _takes_any(form: Form, key: str) -> bool:
    """Whether a key is neither one of the schema's nor an id."""
    if "properties" in form.schema:
        return key not in form.keys
    return str(form.schema.get("propertyNames", {}).get("$ref", "")).endswith(("/date", "/year"))


def _is_kept(scalar: ScalarPart, form: Form | None) -> bool:
    """Whether a bare value stays as it is written: a date, a number, and what no text should be."""
    if not isinstance(scalar.value, str):
        return scalar.value is not None
    if form is None:
        return not is_safe(scalar.written)
    types = form.schema.get("type", ())
    if form.takes_date or "string" not in types:
        return True
    if "number" in types and scalar.written[:1].isdigit():
        return True  # a number with a mistake in it, which is told of it as it stands
    return _is_endless(scalar.written)


def _is_endless(text: str) -> bool:
    """Whether a text is a number too long to be one, which is said of it only while it is bare."""
    try:
        value_of(text)
    except OverflowError:
        return True
    return False
