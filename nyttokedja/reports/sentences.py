"""The bytes of a chain file → its content as sentences, one fact a line, in the chain's language.

Nothing of how the file is laid out shows: its comments, the order of its sections and fields, its short
forms, the language of its keys. What two files say can thus be compared line by line, which is what git
does with it (`nyttokedja git install`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import ONE_OR_SEVERAL, Form, alone_key, root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS, title_from
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.sniffing import is_chain

_STEP = "  "
_APART = (
    *SECTIONS,
    "prioritising",
    "decision",
    "approved",
    "handover",
    "success_stories",
    "notes",
    "accepted",
)
_MAIN = {"acceptance": "rule", "comparison": "what", "converted": "kind"}
"""`$def` → the key that stands first of what it says, where it does not stand alone for it in files."""


def sentences(data: bytes) -> bytes:
    """The content of a file as sentences in UTF-8; what is no readable chain, as it is. Never raises."""
    parsed = Parsed(data)
    chain = parsed.normal_form if parsed.can_be_read and is_chain(data) else None
    if chain is None:
        return data
    language = chain.get("language")
    writer = _SentenceWriter(chain, language if language in LANGUAGES else parsed.keys)
    return "".join(f"{line}\n" for line in writer.chain()).encode()


class _SentenceWriter:
    """Writes one chain as sentences in one language."""

    def __init__(self, chain: Mapping[str, Any], language: str) -> None:
        self._chain = chain
        self._words = words(language)
        self._common = texts(language).common
        self._table = texts(language).group("sentences/")
        self._titles = {id: self._title(id, node) for _, id, node in self._nodes()}

    def _nodes(self) -> Iterator[tuple[str, str, Any]]:
        for section in SECTIONS:
            held = self._chain.get(section)
            for id, node in held.items() if isinstance(held, dict) else ():
                yield section, id, node

    # -- the chain, its sections and its boxes --------------------------------------------------------

    def chain(self) -> Iterator[str]:
        """The lines of the whole chain."""
        yield self._say("chain", title=self._quoted(self._chain.get("title", "")))
        form = root_form()
        for key, value in _ordered(self._chain, form):
            if key in SECTIONS and isinstance(value, dict):
                yield from self._section(key, value)
            elif (key, value) != ("nyttokedja", 1) and key != "title":
                if key in _APART:
                    yield ""
                yield from self._fact(key, value, form)

    def _section(self, section: str, nodes: Mapping[str, Any]) -> Iterator[str]:
        form = root_form().within(section)
        kind = self._common["type"][SECTIONS[section].value]
        for id, node in nodes.items():
            yield ""
            yield self._say("box", kind=_capitalised(kind), title=self._titles[id], id=_one_line(id))
            yield from self._facts(node, form and form.within(id), skip="title")

    def _facts(self, data: Any, form: Form | None, skip: str = "") -> Iterator[str]:
        """The facts of a mapping, indented."""
        if not isinstance(data, dict):
            yield _STEP + _one_line(data)
            return
        for key, value in _ordered(data, form):
            if key != skip:
                yield from (_STEP + line for line in self._fact(key, value, form))

    # -- facts ----------------------------------------------------------------------------------------

    def _fact(self, key: str, value: Any, form: Form | None) -> Iterator[str]:
        held = form.within(key) if form else None
        word = self._key(key, form)
        if isinstance(value, list):
            for item in value:
                yield from self._item(self._table["one"].get(key, word), item, held)
        elif held and held.name == "indicators" and isinstance(value, dict):
            yield from self._indicators(value, held)
        elif held and held.name == "measurements" and isinstance(value, dict):
            for date in sorted(value):
                word = self._say("measurement", date=_one_line(date))
                yield from self._item(word, value[date], held.within(date))
        else:
            yield from self._item(word, value, held)

    def _item(self, word: str, value: Any, form: Form | None) -> Iterator[str]:
        """A value after its key; of a mapping, its main value if it has one, and the rest indented."""
        item = form.item if form else None
        if form and form.name in ONE_OR_SEVERAL:
            yield from self._pointer(word, value, item)
            return
        form = item or form
        if not isinstance(value, dict):
            yield self._say("fact", key=word, value=self._value(value, form))
            return
        main = _main(form)
        if main in value:
            yield self._say("fact", key=word, value=self._value(value[main], form and form.within(main)))
        else:
            yield self._say("heading", key=word)
        yield from self._facts(value, form, skip=main)

    def _pointer(self, word: str, value: Any, form: Form | None) -> Iterator[str]:
        link = value if isinstance(value, dict) else {"to": value}
        line = self._say("pointer", key=word, target=self._target(link.get("to")))
        if "because" in link:
            line = self._say("because", line=line, because=_one_line(link["because"]))
        yield line
        rest = {key: held for key, held in link.items() if key not in ("to", "because")}
        yield from self._facts(rest, form)

    def _indicators(self, indicators: Mapping[str, Any], form: Form) -> Iterator[str]:
        for id, indicator in indicators.items():
            yield self._say("indicator", title=self._title(id, indicator), id=_one_line(id))
            yield from self._facts(indicator, form.within(id), skip="title")

    # -- words ----------------------------------------------------------------------------------------

    def _key(self, key: str, form: Form | None) -> str:
        if not form or key not in form.schema.get("properties", {}):
            return _one_line(key)
        return _capitalised(self._words.key(key, form.name).replace("_", " "))

    def _value(self, value: Any, form: Form | None) -> str:
        if isinstance(value, bool):
            return str(form.truth(value, self._words.language) if form else value).lower()
        if isinstance(value, int | float):
            whole = int(value) if isinstance(value, float) and value.is_integer() else value
            return str(whole).replace(".", self._common["decimal"])
        if form is not None and value in form.listed:
            return form.word(value, self._words.language).replace("_", " ")
        return "" if value is None else _one_line(str(value))

    def _target(self, written: Any) -> str:
        ends = str(written).split(" -> ")
        if len(ends) == 2:
            return self._say("arrow", source=self._box(ends[0]), target=self._box(ends[1]))
        return self._box(str(written))

    def _box(self, id: str) -> str:
        if id not in self._titles:
            return self._say("missing", id=_one_line(id))
        return self._say("target", title=self._titles[id], id=_one_line(id))

    def _title(self, id: str, node: Any) -> str:
        return self._quoted((node.get("title") if isinstance(node, dict) else None) or title_from(id))

    def _quoted(self, text: Any) -> str:
        opening, closing = self._common["quotes"]
        return f"{opening}{_one_line(text)}{closing}"

    def _say(self, name: str, **parts: str) -> str:
        line: str = self._table[name].format(**parts)
        return line


def _ordered(data: Mapping[str, Any], form: Form | None) -> list[tuple[str, Any]]:
    """The fields of a mapping in the order of the schema, then unknown ones by name."""
    order = {key: n for n, key in enumerate(form.schema.get("properties", {}) if form else ())}
    return sorted(data.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))


def _main(form: Form | None) -> str:
    """The key of a mapping's main value."""
    if form is None:
        return ""
    return _MAIN.get(form.name) or alone_key(form)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _one_line(text: Any) -> str:
    """A text on one line, safe for a terminal."""
    return clean(str(text).rstrip("\n").replace("\n", " ¶ "))
