"""Comparisons → one comment for a pull request, in Markdown; a marker identifies it, to be updated.

The most important comes first, long lists are folded, and all of it fits in one comment. No text of a chain
becomes markup, a link, a picture or a mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.comparing import Kind
from nyttokedja.comparing.fact_wording import SIGNS
from nyttokedja.comparing.model import Compared, settings_of_run
from nyttokedja.comparing.wording import ComparisonWords, gravity
from nyttokedja.language.safe_text import utf_16_length
from nyttokedja.reports.comparison.section import Section
from nyttokedja.reports.comparison.size_limit import MAX_CHARACTERS, Part, Rank, Rows, fit
from nyttokedja.reports.findings.markdown import escaped
from nyttokedja.reports.model import ReportContext

MARKER = "<!-- nyttokedja -->"
"""The first line of every comment, by which that of the last run is found."""


def report(compared: Sequence[Compared], context: ReportContext) -> str:
    """The comment of a run: the verdict, and then each changed chain, the gravest first."""
    words = ComparisonWords(context.language)
    changed = sorted((one for one in compared if one.changed), key=lambda one: gravity(one.comparison))
    comparisons = [one.comparison for one in changed]
    start = f"{MARKER}\n\n## {words.verdicts(comparisons)}"
    if len(changed) > 1 and (counters := words.counters(*comparisons)):
        start += f"\n\n{', '.join(counters)}."
    cut = escaped(words.card("cut"))
    sections = [[part] for part in _settings(compared, words)]
    sections += [list(Section(one, context, alone=len(changed) == 1).parts()) for one in changed]
    parts = [
        part for section in fit(sections, MAX_CHARACTERS - utf_16_length(start + cut) - 5) for part in section
    ]
    paragraphs = [start, *(part.text for part in parts if part.text)]
    if not all(part.whole for part in parts):
        paragraphs.append(cut)
    return "\n\n".join(paragraphs) + "\n"


def _settings(compared: Sequence[Compared], words: ComparisonWords) -> Iterator[Part]:
    """What chains are judged by that they were not judged by before, and how many are."""
    for settings, n in settings_of_run(compared).items():
        lines = [f"- {SIGNS[Kind.CHANGED]} {escaped(words.setting(one))}" for one in settings]
        yield Rows(
            Rank.HEADING, lines, lambda n: words.card("more", n=n), f"**{words.settings(settings, n)}**\n\n"
        )
