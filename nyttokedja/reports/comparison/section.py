"""The comparison of one chain → its parts of the comment, the heading first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from nyttokedja.comparing import Comparison
from nyttokedja.comparing.model import Compared
from nyttokedja.comparing.wording import (
    BAD,
    GOOD,
    TOUCHED,
    ComparisonWords,
    consequences,
    finding,
    is_whole,
)
from nyttokedja.language.texts import mention
from nyttokedja.model.chain import NodeType
from nyttokedja.model.findings import Finding
from nyttokedja.reports.comparison.picture import chart_parts
from nyttokedja.reports.comparison.size_limit import Part, Rank, Rows
from nyttokedja.reports.comparison.table_rows import arrow_rows, box_rows, escaped_sign
from nyttokedja.reports.findings.diagnostics import finding_diagnostic
from nyttokedja.reports.findings.markdown import escaped, finding_cells, findings_head, row, table_head
from nyttokedja.reports.locations import report_path
from nyttokedja.reports.model import ReportContext

_MAX_UNFOLDED = 10
"""Lines that are shown unfolded at most."""
_MAX_VALUE = 160
"""Characters that are shown of a value at most."""


@dataclass(frozen=True)
class Section:
    """The part of the comment about one chain, in its language; `alone` where it is the only one."""

    compared: Compared
    context: ReportContext
    alone: bool

    def parts(self) -> Iterator[Part]:
        """All the parts, in order."""
        comparison = self._comparison
        yield self._heading()
        for side in comparison.unread:
            yield from self._findings("unread", side.findings)
        if self._whole:
            yield from self._ends()
        yield from self._consequences()
        if not self._whole:
            yield from chart_parts(comparison, self._words, self._level)
        yield from self._tables()
        yield from self._findings("new", comparison.findings.new)
        yield from self._settings()
        if doubts := [f"- {escaped(f'{TOUCHED} {self._words.doubt(one)}')}" for one in comparison.doubts]:
            yield self._under(Rank.REST, self._words.heading("doubts"), doubts)
        if not self._whole:
            yield from self._details()

    @property
    def _whole(self) -> bool:
        """Whether the chain as a whole is new or gone."""
        return is_whole(self._comparison)

    @property
    def _comparison(self) -> Comparison:
        return self.compared.comparison

    @cached_property
    def _words(self) -> ComparisonWords:
        return ComparisonWords(self._comparison.language, _MAX_VALUE)

    @property
    def _level(self) -> str:
        """The Markdown sign of headings in the section."""
        return "###" if self.alone else "####"

    def _heading(self) -> Part:
        """The file's name and the counts of changes; the verdict too where the comment has several chains."""
        words = self._words
        name, before = (report_path(n, self.context) for n in (self.compared.name, self.compared.before_name))
        counters = ", ".join(words.counters(self._comparison))
        sentences = [] if self.alone else [words.verdict(self._comparison)]
        sentences += [f"{counters[:1].upper()}{counters[1:]}."] if counters else []
        sentences += [escaped(words.run("renamed", file=name, before=before))] if name != before else []
        title = escaped(words.short(name))
        heading = f"**{title}**" if self.alone else f"### {title}"
        return Rows(Rank.HEADING, (heading, "", " ".join(sentences)) if sentences else (heading,))

    def _ends(self) -> Iterator[Part]:
        """The goals and benefits of a chain that is new or gone."""
        nodes = [change.node for change in self._comparison.nodes]
        goals = tuple(mention(node) for node in nodes if node.is_goal)
        benefits = tuple(
            mention(node) for node in nodes if node.type is NodeType.BENEFIT and not node.is_goal
        )
        lists = {"goals": goals, "benefits": benefits}
        lines = [f"- {escaped(self._words.card(key, nodes=those))}" for key, those in lists.items() if those]
        if lines:
            yield Rows(Rank.CONSEQUENCES, lines, self._more)

    def _consequences(self) -> Iterator[Part]:
        """The consequences of the change, the first ten unfolded."""
        lines = [
            f"- {GOOD if one.effect.good else BAD} {escaped(self._words.consequence_and_owner(one))}"
            for one in consequences(self._comparison)
        ]
        lines += [f"- {sign} {escaped(text)}" for sign, text in self._words.result(self._comparison.result)]
        if lines:
            heading = self._words.heading("consequences")
            yield Rows(Rank.CONSEQUENCES, lines[:_MAX_UNFOLDED], self._more, f"{self._level} {heading}\n\n")
        if rest := lines[_MAX_UNFOLDED:]:
            yield self._folded(Rank.REST, self._words.card("rest"), rest)

    def _findings(self, heading: str, findings: Sequence[Finding]) -> Iterator[Part]:
        """A table of findings."""
        rows = [row(finding_cells(finding_diagnostic(found), self.context)) for found in findings]
        if rows:
            top = "\n".join(findings_head(self._words.language)) + "\n"
            yield self._under(Rank.FINDINGS, self._words.heading(heading), rows, top)

    def _tables(self) -> Iterator[Part]:
        """The changed nodes and arrows as tables: the same as the picture, for those who cannot see it."""
        titled = self._words.heading if self._whole else self._words.card
        for name, rows in (
            ("nodes", box_rows(self._comparison, self._words)),
            ("arrows", arrow_rows(self._comparison, self._words)),
        ):
            if len(rows) > 1:
                width = len(rows[0]) if any(cells[-1] for cells in rows[1:]) else len(rows[0]) - 1
                top = "\n".join(table_head(rows[0][:width])) + "\n"
                lines = [row(cells[:width]) for cells in rows[1:]]
                yield self._folded(Rank.TABLE, titled(name), lines, top)

    def _details(self) -> Iterator[Part]:
        """Folded: changed fields of the chain, findings that moved or are gone."""
        comparison, found = self._comparison, self._comparison.findings
        facts = self._words.fields(comparison.fields)
        fields = [f"- {escaped_sign(sign)} {escaped(fact)}" for sign, fact in facts]
        moved = [f"- {escaped(finding(to))}" for _, to in found.moved]
        gone = [f"- {escaped(finding(one))}" for one in found.gone]
        for heading, lines in (("chain", fields), ("moved", moved), ("gone", gone)):
            if lines:
                yield self._folded(Rank.REST, self._words.heading(heading), lines)

    def _settings(self) -> Iterator[Part]:
        """What other settings hide, add or weigh otherwise."""
        settings = self._comparison.settings
        yield from self._findings("hidden", settings.hidden)
        yield from self._findings("added", settings.added)
        if lines := [f"- {escaped(self._words.weighed(*both))}" for both in settings.weighed]:
            yield self._under(Rank.FINDINGS, self._words.heading("weighed"), lines)

    def _under(self, rank: Rank, heading: str, lines: Sequence[str], top: str = "") -> Part:
        """Lines under a heading, folded where they are many."""
        if len(lines) > _MAX_UNFOLDED:
            return self._folded(rank, heading, lines, top)
        return Rows(rank, lines, self._more, f"{self._level} {heading}\n\n{top}")

    def _folded(self, rank: Rank, heading: str, lines: Sequence[str], top: str = "") -> Part:
        summary = f"<summary>{heading} ({len(lines)})</summary>"
        return Rows(rank, lines, self._more, f"<details>\n{summary}\n\n{top}", "\n\n</details>")

    def _more(self, n: int) -> str:
        return self._words.card("more", n=n)
