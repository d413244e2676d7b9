"""Where a jsonschema error is, and what is made of it: a fault, and what to do with the invalid part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import Form, root_form
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Fault
from nyttokedja.model.spelling import nearest
from nyttokedja.reading.parts import Entry, ListPart, MappingPart, Part, ScalarPart, span_of

Path = tuple[str | int, ...]


class Problem(NamedTuple):
    """What of a jsonschema error is needed: the keyword that failed, what it wanted, and of what."""

    keyword: str
    wanted: Any
    instance: Any
    schema: Mapping[str, Any]


class SchemaError(NamedTuple):
    """A fault, and how to go on without it.

    ``path`` leads to the invalid part (None where it can stay). ``meant`` is the canonical key
    or value that is taken in its stead; where it is None, the part is left out, and ``much`` says whether
    nodes may go with it.
    """

    fault: Fault
    path: Path | None
    meant: str | None = None
    much: bool = False


class At(NamedTuple):
    """Where an error is: the path from the root, the part there, its key, its form, the file's keys.

    ``holder`` is the entry that it stands in.
    """

    path: Path
    part: Part
    key: ScalarPart | None
    form: Form
    keys: str
    holder: Entry | None = None

    def fault(self, rule: str, variant: str = "", at: Part | None = None, **particulars: Any) -> Fault:
        """A fault here, or at another part."""
        return Fault(rule, span_of(at or self.part), variant, particulars, self.path)

    @property
    def name(self) -> str:
        """The key as the file writes it; for a list's item that of the list."""
        return self.key.written if self.key else ""

    @property
    def own_key(self) -> ScalarPart | None:
        """The part's own key; None for a list's item and the root."""
        return None if not self.path or isinstance(self.path[-1], int) else self.key

    @property
    def allowed(self) -> tuple[str, ...]:
        """The keys that may stand under this part, in the file's words."""
        return tuple(self.word(name) for name in self.form.schema.get("properties", {}))

    def word(self, name: str) -> str:
        """The file's word for a canonical key of this part."""
        return words(self.keys).key(name, self.form.name)


def locate(root: MappingPart, path: Path, keys: str) -> At:
    """The place at a path through canonical parts."""
    part: Part = root
    form = root_form()
    key: ScalarPart | None = None
    holder: Entry | None = None
    for step in path:
        holder = Entry(key, part) if key is not None else None
        if isinstance(part, MappingPart):
            key, part = entry_of(part, str(step))
            form = form.within(str(step)) or form
        elif isinstance(part, ListPart):
            part = part.items[int(step)]
            form = form.item or form
    return At(path, part, key, form, keys, holder)


def entry_of(part: MappingPart, name: str) -> Entry:
    """The entry of a mapping with a canonical key."""
    return next(entry for entry in part.entries if entry.key.value == name)


def meanings(written: str, keys: str) -> Iterator[str]:
    """The canonical names that a word may stand for in everyday speech, in the file's language first."""
    for language in (keys, *LANGUAGES):
        yield from words(language).hinted(written)


def meant_word(written: str, names: Iterable[str], keys: str, word: Callable[[str, str], str]) -> str | None:
    """The canonical name that a word stands for; None where none, or several, are as near.

    Tried in turn: everyday words that the format does not have, in the file's language and then in the
    others; what it may be a typo of among the file's own words; among those of all languages.

    Args:
        written: the word in the file.
        names: the canonical keys or values that may stand there.
        keys: the language of the file's keys.
        word: (name, language) → the language's word for the name.
    """
    own = {word(name, keys): name for name in names}
    for meaning in meanings(written, keys):
        if meaning in own.values():
            return meaning
    if (near := nearest(written, own)) is not None:
        return own[near]
    every = {word(name, language): name for language in LANGUAGES for name in own.values()}
    near = nearest(written, every)
    return every[near] if near else None
