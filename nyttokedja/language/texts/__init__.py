"""The tool's words: one folder a language, and `Texts`, which speaks them.

A template is filled by ``str.format``'s rules, with these ways of saying a particular:

===================  ================================================================================
``{x}``              a text or a node's title in quotation marks; several with "and"; a number as it is
``{x:bare}``         without quotation marks          ``{x:or}``    several with "or"
``{x:whole}``        the same, however long           ``{x:all}``   the same, however many
``{x:either}``       several with "or", without quotation marks
``{x:few}``          the first of several without quotation marks, and how many more
``{x:id}``           a node's id, quoted              ``{x:name}``  a node's id, bare
``{x:type}``         a node's type, ``{x:the}`` and ``{x:The}`` its definite form, ``{x:a}`` with article
``{x:types}``        names of types, as words         ``{x:path}``  titles with arrows between them
``{x:line}``         the line where it stands         ``{x:key}``   the file's word for the key x
``{x:keys}``         the same of several keys      ``{x:value/k}``  the file's word for a value of the key k
                     (in a box of the type that ``node`` has)
===================  ================================================================================

A number that `figures` has written is said as it is, whatever the way.

Every text that comes from a chain is data: it is never read as a template.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.figures import Written
from nyttokedja.language.keywords import words
from nyttokedja.language.tables import table
from nyttokedja.model.chain import Node
from nyttokedja.model.findings import Finding, Mention, Place

_LONGEST = 120
_MOST = 12
"""So many of several are said, the rest is an ellipsis."""
NAMED = 6
"""So many of a row are all named where it is a sum; of a longer one, `_FIRST` and how many more."""
_FIRST = 4


@cache
def texts(language: str) -> Texts:
    """The texts of a language: sv, nb or en."""
    return Texts(language)


class Texts:
    """All that is said in one language."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no texts in {language!r}")
        self.language = language
        self.common = table(language, "common")

    # -- findings ---------------------------------------------------------------------------------

    def title(self, code: str) -> str:
        """The name of a rule's bad thing."""
        return str(self._rules[code]["title"])

    def message(self, finding: Finding) -> str:
        """What was found, in one or two sentences."""
        return self._said(finding, "message")

    def remedy(self, finding: Finding) -> str:
        """What to do about it."""
        return self._said(finding, "remedy")

    def summary(self, alike: Sequence[Finding], boxes: str = "") -> str:
        """Several findings of one rule and file in one sentence; where it has none, the message of the first.

        Args:
            alike: the findings.
            boxes: how many boxes they are about, and of which type, as words.
        """
        first = alike[0]
        if not self.sums_up(alike):
            return self.message(first)
        nodes = tuple(dict.fromkeys(finding.particulars["node"] for finding in alike))
        shown = {"n": len(alike), "nodes": nodes, "boxes": boxes or self.count("node", len(nodes))}
        return self.fill(self._template(first, "many"), {**first.particulars, **shown}, first.keys)

    def sums_up(self, alike: Sequence[Finding]) -> bool:
        """Whether several findings have words in common."""
        if len(alike) == 1 or not self._template(alike[0], "many"):
            return False
        return all("node" in finding.particulars for finding in alike)

    def remedy_of_all(self, alike: Sequence[Finding]) -> str:
        """What to do about several findings in one sentence: nothing that is true of only one of them."""
        first = alike[0]
        if len(alike) == 1 or self.sums_up_alone(first):
            return self.remedy(first)
        return self.fill(self._rules[first.code].get("remedy", ""), first.particulars, first.keys)

    def sums_up_alone(self, finding: Finding) -> bool:
        """Whether a finding's variant has a summary of its own, apart from the rest of its rule."""
        return "many" in self._rules[finding.code].get(finding.variant, {})

    def kind_of_summary(self, finding: Finding) -> tuple[str, bool]:
        """What those told in the same words share, the variant or "", and whether they have such words."""
        shared = "many" in self._rules[finding.code]
        alone = self.sums_up_alone(finding)
        return ("" if shared and not alone else finding.variant), shared or alone

    @property
    def _rules(self) -> Mapping[str, Any]:
        return table(self.language, "findings")

    def _said(self, finding: Finding, part: str) -> str:
        return self.fill(self._template(finding, part), finding.particulars, finding.keys)

    def _template(self, finding: Finding, part: str) -> str:
        rule = self._rules[finding.code]
        return str(rule.get(finding.variant, rule).get(part, rule.get(part, "")))

    # -- words and sentences of any file ------------------------------------------------------------

    def group(self, group: str) -> Mapping[str, Any]:
        """The texts of a group, by their names.

        Args:
            group: a group of ``common.toml``, or ``FILE/GROUP``, a group of another file; ``FILE/`` is
                all of that file.
        """
        file, slash, name = group.rpartition("/")
        held = table(self.language, file) if slash else self.common
        found: Mapping[str, Any] = held[name] if name else held
        return found

    def word(self, group: str, name: str) -> str:
        """A text as it stands: the name of a severity, a stage, a type."""
        return str(self.group(group)[name])

    def template(self, group: str, name: str, n: object = None) -> str:
        """A text to be filled; where it has two forms, ``one`` and ``other``, the one that a number takes."""
        held = self.group(group)[name]
        return str(held["one" if n == 1 else "other"] if isinstance(held, Mapping) else held)

    def count(self, what: str, n: int, group: str = "count") -> str:
        """A number of something, in the right number: ``1 fel``, ``3 varningar``."""
        return self.template(group, what, n).format(n=n)

    def say(self, group: str, name: str, /, **particulars: Any) -> str:
        """A sentence, filled; where it has two forms, the one that the particular ``n`` takes."""
        template = self.template(group, name, particulars.get("n"))
        return self.fill(template, particulars, self.language)

    def fill(self, template: str, particulars: Mapping[str, Any], keys: str) -> str:
        """A template with its particulars; ``keys`` is the language of the keys of the file spoken of."""
        if "{" not in template and "}" not in template:
            return template
        node = particulars.get("node")
        holder = node.type if isinstance(node, Mention) else ""
        filler = _Filler(self, keys, holder)
        return "".join(
            part
            if isinstance(part, str)
            else filler.format_field(particulars.get(part.name, part.name), part.way)
            for part in _parts(template)
        )

    def quoted(self, text: str) -> str:
        """A text in the language's quotation marks, shortened and on one line."""
        opening, closing = self.common["quotes"]
        return f"{opening}{_short(text)}{closing}"

    def number(self, value: float) -> str:
        """A number in the language's way of writing it, without decimals that say nothing."""
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", self.common["decimal"])

    def listed(self, items: Iterable[str], last: str = "and") -> str:
        """``a``, ``a och b``, ``a, b och c``."""
        *rest, final = list(items) or [""]
        return f"{', '.join(rest)} {self.common[last]} {final}" if rest else final


def mention(node: Node) -> Mention:
    """A node as a sentence mentions it, wherever it stands."""
    return Mention(node.id, node.title, node.type.value, Place())


class _Field(NamedTuple):
    """A particular of a template: its name, which stands for itself where it is none, and how it is said."""

    name: str
    way: str


@cache
def _parts(template: str) -> tuple[str | _Field, ...]:
    """The texts and fields of a template, in order."""
    parts: list[str | _Field] = []
    for text, name, way, _ in string.Formatter().parse(template):
        parts += [text] if text else []
        parts += [_Field(name, way or "")] if name is not None else []
    return tuple(parts)


class _Filler:
    """How the particulars of one sentence are said."""

    def __init__(self, texts: Texts, keys: str, holder: str) -> None:
        self._texts = texts
        self._keys = keys
        self._holder = holder

    def format_field(self, value: Any, spec: str) -> str:
        if spec == "key" or spec.startswith("key/"):
            return words(self._keys).key(value, spec.partition("/")[2])
        if spec.startswith("value"):
            return words(self._keys).value(value, spec.partition("/")[2] or value, self._holder)
        if isinstance(value, tuple) and not isinstance(value, Mention | Place):
            return self._several(value, spec)
        if isinstance(value, Mention):
            return self._node(value, spec)
        if isinstance(value, Place):
            return str(value.line)
        if isinstance(value, Written):
            return str(value)
        if isinstance(value, float):
            return self._texts.number(value)
        if spec == "whole":
            return " ".join(str(value).split())
        if isinstance(value, str) and spec != "bare":
            return (
                self._texts.word(spec, value) if spec in ("type", "a", "the") else self._texts.quoted(value)
            )
        return _short(str(value))

    def _several(self, values: tuple[Any, ...], spec: str) -> str:
        texts = self._texts
        if spec == "path":
            return " → ".join(_few([_short(value.title) for value in values]))
        if spec == "keys":
            return texts.listed(texts.quoted(words(self._keys).key(value)) for value in values)
        if spec == "types":
            return texts.listed(texts.word("type", value) for value in values)
        if spec in ("all", "either"):
            return ", ".join(values) if spec == "all" else texts.listed(values, "or")
        if spec == "few":
            flat = [_short(value.title if isinstance(value, Mention) else str(value)) for value in values]
            if len(flat) > NAMED:
                *first, last = flat[:_FIRST]
                flat = [*first, texts.say("alike", "more", last=last, n=len(flat) - _FIRST)]
            return ", ".join(flat)
        if spec == "bare":
            flat = [_short(value.title if isinstance(value, Mention) else value) for value in values]
            return ", ".join(_few(flat))
        return texts.listed(_few([self.format_field(value, "") for value in values]), spec or "and")

    def _node(self, node: Mention, spec: str) -> str:
        texts = self._texts
        if spec in ("type", "the", "The", "a"):
            word = texts.word(spec.lower(), node.type)
            return word[:1].upper() + word[1:] if spec == "The" else word
        return {
            "": lambda: texts.quoted(node.title),
            "id": lambda: texts.quoted(node.id),
            "name": lambda: node.id,
            "bare": lambda: _short(node.title),
            "line": lambda: str(node.place.line),
        }[spec]()


def _few(items: list[str]) -> list[str]:
    """As many items as a reader takes in: the first and the last of a long row."""
    return items if len(items) <= _MOST else [*items[: _MOST - 2], "…", items[-1]]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"
