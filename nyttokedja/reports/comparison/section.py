"""One chain of a comparison → the parts of a card about it, the heading first."""

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
    verdict_name,
)
from nyttokedja.language.texts import mention
from nyttokedja.model.chain import NodeType
from nyttokedja.model.findings import Finding
from nyttokedja.reports.comparison.picture import picture
from nyttokedja.reports.comparison.size_limit import Part, Rank, Rows
from nyttokedja.reports.comparison.table_rows import arrow_rows, box_rows, sign_shown
from nyttokedja.reports.findings.markdown import cells, escaped, head, row, table_head
from nyttokedja.reports.findings.messages import of_finding
from nyttokedja.reports.locations import path
from nyttokedja.reports.model import ReportContext

_FEW = 10
"""So many lines are shown at once; where there are more, they are folded."""
_LONGEST = 160
"""So many characters of a value are shown; the file itself says all of them."""


@dataclass(frozen=True)
class Section:
    """What a card says of one chain, in the chain's language; `alone` where it is the only one."""

    compared: Compared
    setting: ReportContext
    alone: bool

    def parts(self) -> Iterator[Part]:
        """All there is to say, in order."""
        comparison = self._comparison
        yield self._heading()
        for side in comparison.unread:
            yield from self._findings("unread", side.findings)
        if self._whole:
            yield from self._ends()
        yield from self._consequences()
        if not self._whole:
            yield from picture(comparison, self._words, self._level)
        yield from self._tables()
        yield from self._findings("new", comparison.findings.new)
        if doubts := [f"- {escaped(f'{TOUCHED} {self._words.doubt(one)}')}" for one in comparison.doubts]:
            yield self._under(Rank.REST, self._words.heading("doubts"), doubts)
        if not self._whole:
            yield from self._details()

    @property
    def _whole(self) -> bool:
        """Whether the chain as a whole is new or gone."""
        return verdict_name(self._comparison) in ("new", "gone")

    @property
    def _comparison(self) -> Comparison:
        return self.compared.comparison

    @cached_property
    def _words(self) -> ComparisonWords:
        return ComparisonWords(self._comparison.language, _LONGEST)

    @property
    def _level(self) -> str:
        """The signs of a heading in the section."""
        return "###" if self.alone else "####"

    def _heading(self) -> Part:
        """The name of the chain, and how much of what there is; its verdict where the card has several."""
        words = self._words
        name, before = (path(n, self.setting) for n in (self.compared.name, self.compared.before_name))
        counters = ", ".join(words.counters(self._comparison))
        said = [] if self.alone else [words.verdict(self._comparison)]
        said += [f"{counters[:1].upper()}{counters[1:]}."] if counters else []
        said += [escaped(words.run("renamed", file=name, before=before))] if name != before else []
        title = escaped(words.short(name))
        heading = f"**{title}**" if self.alone else f"### {title}"
        return Rows(Rank.HEADING, (heading, "", " ".join(said)) if said else (heading,))

    def _ends(self) -> Iterator[Part]:
        """The goals and benefits of a chain that is new or gone."""
        nodes = [change.node for change in self._comparison.nodes]
        goals = tuple(mention(node) for node in nodes if node.is_goal)
        benefits = tuple(
            mention(node) for node in nodes if node.type is NodeType.BENEFIT and not node.is_goal
        )
        said = {"goals": goals, "benefits": benefits}
        lines = [f"- {escaped(self._words.card(key, nodes=those))}" for key, those in said.items() if those]
        if lines:
            yield Rows(Rank.CONSEQUENCES, lines, self._more)

    def _consequences(self) -> Iterator[Part]:
        """What the change means; many are folded from the eleventh on."""
        said = [
            f"- {GOOD if one.effect.good else BAD} {escaped(self._words.consequence(one))}"
            for one in consequences(self._comparison)
        ]
        if said:
            heading = self._words.heading("consequences")
            yield Rows(Rank.CONSEQUENCES, said[:_FEW], self._more, f"{self._level} {heading}\n\n")
        if rest := said[_FEW:]:
            yield self._folded(Rank.REST, self._words.card("rest"), rest)

    def _findings(self, heading: str, findings: Sequence[Finding]) -> Iterator[Part]:
        """A table of findings."""
        rows = [row(cells(of_finding(found), self.setting)) for found in findings]
        if rows:
            top = "\n".join(head(self._words.language)) + "\n"
            yield self._under(Rank.FINDINGS, self._words.heading(heading), rows, top)

    def _tables(self) -> Iterator[Part]:
        """The boxes and arrows that change: what the picture shows, for whoever cannot see it."""
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
        """What else has changed."""
        comparison, found = self._comparison, self._comparison.findings
        fields = [f"- {sign_shown(s)} {escaped(said)}" for s, said in self._words.fields(comparison.fields)]
        moved = [f"- {escaped(finding(to))}" for _, to in found.moved]
        gone = [f"- {escaped(finding(one))}" for one in found.gone]
        for heading, lines in (("chain", fields), ("moved", moved), ("gone", gone)):
            if lines:
                yield self._folded(Rank.REST, self._words.heading(heading), lines)

    def _under(self, rank: Rank, heading: str, lines: Sequence[str], top: str = "") -> Part:
        """Lines under a heading, folded where they are many."""
        if len(lines) > _FEW:
            return self._folded(rank, heading, lines, top)
        return Rows(rank, lines, self._more, f"{self._level} {heading}\n\n{top}")

    def _folded(self, rank: Rank, heading: str, lines: Sequence[str], top: str = "") -> Part:
        summary = f"<summary>{heading} ({len(lines)})</summary>"
        return Rows(rank, lines, self._more, f"<details>\n{summary}\n\n{top}", "\n\n</details>")

    def _more(self, n: int) -> str:
        return self._words.card("more", n=n)
