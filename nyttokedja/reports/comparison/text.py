"""Comparison → lines for a terminal: the verdict, what it means, and then what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.comparing import Comparison
from nyttokedja.comparing.fact_wording import SIGNS
from nyttokedja.comparing.model import Compared, settings_of_run
from nyttokedja.comparing.wording import BAD, GOOD, TOUCHED, ComparisonWords, finding, is_whole
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding
from nyttokedja.reports.findings.text import safe_file_name
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.text_style import Paint, plain

_ROLES = {"+": "good", "−": "error", "Δ": "warning", TOUCHED: "soft"}
"""Sign → the role of its colour."""


def report(compared: Sequence[Compared], context: ReportContext) -> str:
    """The text of a run, without colours."""
    return "".join(f"{line}\n" for line in run_lines(compared, context.language))


def run_lines(compared: Sequence[Compared], language: str, paint: Paint = plain) -> Iterator[str]:
    """The lines of the chains that have changed, each in its own language, and of the run."""
    words = ComparisonWords(language)
    changed = [one for one in compared if one.changed]
    for settings, n in settings_of_run(compared).items():
        yield paint(words.settings(settings, n), "warning")
        yield from (f"  {painted_sign('Δ', paint)} {clean(words.setting(one))}" for one in settings)
        yield ""
    for n, one in enumerate(changed):
        yield from ([""] if n else [])
        yield from comparison_lines(one, paint)
    others = sum(one.is_another for one in changed)
    if not changed:
        yield words.run("same")
    elif len(compared) > 1 and others:
        yield ""
        yield paint(words.count("changed", others) + ".", "soft")


def comparison_lines(compared: Compared, paint: Paint = plain) -> Iterator[str]:
    """The lines of one chain, in its language."""
    comparison = compared.comparison
    words = ComparisonWords(comparison.language)
    yield f"{paint(safe_file_name(compared.name), 'place')}: {words.verdict(comparison)}"
    if words.is_partial(comparison):
        yield "  " + paint(words.run("partial"), "warning")
    if compared.name != compared.before_name:
        yield "  " + clean(words.run("renamed", file=compared.name, before=compared.before_name))
    if counters := words.counters(comparison):
        yield "  " + paint(", ".join(counters) + ".", "soft")
    for heading, lines in parts_of(comparison, words):
        if lines:
            yield ""
            yield f"  {words.heading(heading)}"
            yield from (f"    {painted_sign(sign, paint)} {clean(text)}" for sign, text in lines)


def what_if_lines(comparison: Comparison, paint: Paint = plain) -> Iterator[str]:
    """The consequences of removing nodes and arrows, with the owners of what is lost."""
    words = ComparisonWords(comparison.language)
    yield clean(words.struck("what", what=removed_parts(comparison)))
    for one in comparison.consequences:
        sign = GOOD if one.effect.good else BAD
        yield f"  {painted_sign(sign, paint)} {clean(words.consequence(one, struck=True))}"
        if one.node.owner and not one.effect.good:
            yield "      " + clean(words.struck("owner", owner=one.node.owner))
    for sign, text in words.result(comparison.result):
        yield f"  {painted_sign(sign, paint)} {clean(text)}"
    if not comparison.consequences:
        yield f"  {paint(GOOD, 'good')} {words.struck('nothing')}"


def removed_parts(comparison: Comparison) -> str:
    """The nodes that were removed, and the arrows removed besides theirs, as a phrase."""
    words = ComparisonWords(comparison.language)
    ids = {change.node.id for change in comparison.nodes}
    arrows = (change for change in comparison.arrows if ids.isdisjoint(change.ends))
    gone = [words.the(change.node) for change in comparison.nodes]
    return texts(words.language).listed([*gone, *(words.arrow(arrow, comparison) for arrow in arrows)])


def painted_sign(sign: str, paint: Paint) -> str:
    """A sign in its colour; spaces before it are kept."""
    role = {GOOD: "good", BAD: "error"}.get(sign) or _ROLES.get(sign.strip(), "soft")
    return paint(sign, role)


SignedLines = list[tuple[str, str]]
"""(sign, text) of each line."""


def parts_of(comparison: Comparison, words: ComparisonWords) -> Iterator[tuple[str, SignedLines]]:
    """(heading, lines under it), in order; a heading without lines is not shown."""
    for side in comparison.unread:
        yield "unread", [("!", finding(found)) for found in side.findings]
    yield (
        "consequences",
        [
            (GOOD if one.effect.good else BAD, words.consequence_and_owner(one))
            for one in comparison.consequences
        ]
        + list(words.result(comparison.result)),
    )
    yield "nodes", list(_nodes(comparison, words))
    yield "arrows", list(_arrows(comparison, words))
    yield "chain", list(words.fields(comparison.fields))
    yield "doubts", [(TOUCHED, words.doubt(doubt)) for doubt in comparison.doubts]
    found = comparison.findings
    yield "new", _findings(found.new)
    yield "hidden", _findings(comparison.settings.hidden)
    yield "added", _findings(comparison.settings.added)
    yield "weighed", [("•", words.weighed(was, now)) for was, now in comparison.settings.weighed]
    yield "moved", _findings(to for _, to in found.moved)
    yield "gone", _findings(found.gone)


def _nodes(comparison: Comparison, words: ComparisonWords) -> Iterator[tuple[str, str]]:
    whole = is_whole(comparison)
    for change in comparison.nodes:
        yield SIGNS[change.kind], words.node(change)
        if change.renamed:
            yield "    Δ", words.id_change(change)
        for sign, text in () if whole else words.fields(change.fields, change.node.type.value):
            yield f"    {sign}", text


def _arrows(comparison: Comparison, words: ComparisonWords) -> Iterator[tuple[str, str]]:
    whole = is_whole(comparison)
    for change in comparison.arrows:
        yield SIGNS[change.kind], words.arrow(change, comparison)
        for sign, text in () if whole else words.fields(change.fields, "link"):
            yield f"    {sign}", text


def _findings(findings: Iterable[Finding]) -> SignedLines:
    return [("•", finding(found)) for found in sorted(findings, key=lambda one: -one.severity)]
