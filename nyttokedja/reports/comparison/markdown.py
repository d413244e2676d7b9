"""Comparisons → one comment for a pull request, in Markdown; a marker tells it from others, to be updated.

What matters most comes first, what is long is folded, and all of it fits in one comment. Whatever a chain
says is shown as it is, and is never markup, a link, a picture or a mention.
"""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.comparing.model import Compared
from nyttokedja.comparing.wording import ComparisonWords, gravity
from nyttokedja.reports.comparison.section import Section
from nyttokedja.reports.comparison.size_limit import MOST_CHARACTERS, fitted, size
from nyttokedja.reports.findings.markdown import escaped
from nyttokedja.reports.model import ReportContext

MARKER = "<!-- nyttokedja -->"
"""The first line of every card, by which the one of the last run is found."""


def report(compared: Sequence[Compared], setting: ReportContext) -> str:
    """The card of a run: what it comes to, and then each chain that changes, the gravest first."""
    words = ComparisonWords(setting.language)
    changed = sorted((one for one in compared if one.changed), key=lambda one: gravity(one.comparison))
    comparisons = [one.comparison for one in changed]
    start = f"{MARKER}\n\n## {words.verdicts(comparisons)}"
    if len(changed) > 1 and (counters := words.counters(*comparisons)):
        start += f"\n\n{', '.join(counters)}."
    cut = escaped(words.card("cut"))
    sections = [list(Section(one, setting, alone=len(changed) == 1).parts()) for one in changed]
    parts = [
        part for section in fitted(sections, MOST_CHARACTERS - size(start + cut) - 5) for part in section
    ]
    said = [start, *(part.text for part in parts if part.text)]
    if not all(part.whole for part in parts):
        said.append(cut)
    return "\n\n".join(said) + "\n"
