"""Comparison → lines for a terminal: the verdict, what it means, and then what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.comparing import Comparison
from nyttokedja.comparing.model import Kind
from nyttokedja.findings import Finding
from nyttokedja.formats.comparison import Compared
from nyttokedja.formats.comparison.words import SIGNS, TOUCHED, Words
from nyttokedja.formats.findings.text import Paint, clean, plain, shown
from nyttokedja.texts import texts

_GOOD, _BAD = "✓", "✗"
_ROLES = {"+": "good", "−": "error", "Δ": "warning", TOUCHED: "soft"}
"""Sign → the role of its colour."""


def lines(compared: Compared, paint: Paint = plain) -> Iterator[str]:
    """What is said of one chain, in its language."""
    comparison = compared.comparison
    words = Words(comparison.language)
    yield f"{paint(shown(compared.name), 'place')}: {words.verdict(comparison)}"
    if compared.name != compared.before_name:
        yield "  " + clean(words.run("renamed", file=compared.name, before=compared.before_name))
    if counters := words.counters(comparison):
        yield "  " + paint(", ".join(counters) + ".", "soft")
    for heading, told in _parts(comparison, words):
        if told:
            yield ""
            yield f"  {words.heading(heading)}"
            yield from (f"    {painted(sign, paint)} {clean(said)}" for sign, said in told)


def struck_lines(comparison: Comparison, paint: Paint = plain) -> Iterator[str]:
    """What would fall if boxes and arrows were not there, and whose it is."""
    words = Words(comparison.language)
    gone = [words.the(change.node) for change in comparison.nodes]
    if not gone:
        gone = [words.arrow(change, comparison) for change in comparison.arrows]
    yield clean(words.struck("what", what=texts(words.language).listed(gone)))
    for one in comparison.consequences:
        yield f"  {paint(_BAD, 'error')} {clean(words.consequence(one, struck=True))}"
        if one.node.owner:
            yield "      " + clean(words.struck("owner", owner=one.node.owner))
    if not comparison.consequences:
        yield f"  {paint(_GOOD, 'good')} {words.struck('nothing')}"


def painted(sign: str, paint: Paint) -> str:
    """A sign in its colour; what belongs to the line above has none, and stands further in."""
    role = {_GOOD: "good", _BAD: "error"}.get(sign) or _ROLES.get(sign.strip(), "soft")
    return paint(sign, role)


Told = list[tuple[str, str]]
"""Lines, each with its sign."""


def _parts(comparison: Comparison, words: Words) -> Iterator[tuple[str, Told]]:
    """Headings, and what stands under them."""
    for side in comparison.unread:
        yield "unread", [("!", _finding(finding)) for finding in side.findings]
    yield (
        "consequences",
        [(_GOOD if one.effect.good else _BAD, words.consequence(one)) for one in comparison.consequences],
    )
    yield "nodes", list(_nodes(comparison, words))
    yield "arrows", list(_arrows(comparison, words))
    yield "chain", list(words.fields(comparison.fields))
    yield "doubts", [(TOUCHED, words.doubt(doubt)) for doubt in comparison.doubts]
    found = comparison.findings
    yield "new", _findings(found.new)
    yield "moved", _findings(to for _, to in found.moved)
    yield "gone", _findings(found.gone)


def _nodes(comparison: Comparison, words: Words) -> Iterator[tuple[str, str]]:
    for change in comparison.nodes:
        yield SIGNS[change.kind], words.node(change)
        if change.renamed:
            yield "    Δ", words.id_change(change)
        for sign, said in words.fields(change.fields, change.node.type.value):
            yield f"    {sign}", said


def _arrows(comparison: Comparison, words: Words) -> Iterator[tuple[str, str]]:
    for change in comparison.arrows:
        yield SIGNS[change.kind], words.arrow(change, comparison)
        for sign, said in words.fields(change.fields, "link") if change.kind is Kind.CHANGED else ():
            yield f"    {sign}", said


def _findings(findings: Iterable[Finding]) -> Told:
    return [("•", _finding(finding)) for finding in findings]


def _finding(finding: Finding) -> str:
    said = texts(finding.language)
    word = said.word("severity", finding.severity.word)
    return f"{finding.code} {word}: {said.message(finding)}"
