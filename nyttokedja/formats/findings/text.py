"""Findings → lines for a terminal or a log: ``file:line:column CODE``, what, and what to do about it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from nyttokedja.findings import Finding, Severity
from nyttokedja.runs import Outcome
from nyttokedja.texts import Texts, texts

Paint = Callable[[str, str], str]
"""(text, role) → the text in the role's colour; a role is a severity, ``place``, ``good`` or ``soft``."""


def plain(text: str, role: str) -> str:
    """No colour at all."""
    return text


@dataclass(frozen=True, slots=True)
class Look:
    """How findings are shown: in which colours, with their source lines or not, how wide."""

    paint: Paint = plain
    source: bool = False
    width: int = 100


def lines(outcome: Outcome, look: Look) -> Iterator[str]:
    """What is said of one file, in the language of its chain."""
    shown = [finding for finding in outcome.findings if not finding.accepted]
    infos = [finding for finding in shown if finding.severity is Severity.INFO]
    for finding in shown:
        if finding.severity is not Severity.INFO:
            said = texts(finding.language)
            yield from _one(finding, said.message(finding), outcome, look)
    for alike in _alike(infos):
        yield from _one(alike[0], texts(alike[0].language).summary(alike), outcome, look)


def _alike(infos: Iterable[Finding]) -> Iterable[Sequence[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in infos:
        # of two messages of a rule, only those that sum up in the same words go together
        own = texts(finding.language).sums_up_alone(finding)
        groups.setdefault((finding.code, finding.variant if own else ""), []).append(finding)
    return groups.values()


def _one(finding: Finding, message: str, outcome: Outcome, look: Look) -> Iterator[str]:
    said = texts(finding.language)
    place = look.paint(f"{clean(finding.file)}:{finding.place.line}:{finding.place.column}", "place")
    word = look.paint(said.word("severity", finding.severity.word), finding.severity.word)
    yield f"{place} {finding.code} {word}: {clean(message)}"
    if look.source and outcome.lines and (line := outcome.lines.get(finding.place.line)):
        yield from _snippet(finding, line, look)
    if remedy := said.remedy(finding):
        yield f"    {look.paint('→', 'soft')} {clean(remedy)}"


def _snippet(finding: Finding, line: str, look: Look) -> Iterator[str]:
    start = finding.place.column - 1
    end = finding.place.end_column - 1 if finding.place.end_line == finding.place.line else len(line)
    room = max(20, look.width - 12)
    cut = max(0, min(start - room // 3, len(line) - room))
    before, marked = line[cut:start], line[start : max(end, start + 1)][: room - (start - cut)]
    number = f"{finding.place.line:>6} "
    yield look.paint(f"{number}│ ", "soft") + clean(line[cut : cut + room])
    carets = "^" * max(1, _columns(clean(marked)))
    bar = look.paint(f"{'':>{len(number)}}│ ", "soft")
    yield bar + " " * _columns(clean(before)) + look.paint(carets, finding.severity.word)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def clean(text: str) -> str:
    """A text that can do nothing to a terminal: what is not printable is shown as its escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c == "\t" else _escape(c) for c in text)


def _escape(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def summary(outcomes: Sequence[Outcome], said: Texts, look: Look) -> Iterator[str]:
    """The last lines of a run: how many chains, what was found in them, and what was assumed."""
    chains = [outcome for outcome in outcomes if outcome.is_chain and not outcome.trouble]
    findings = list(chain.from_iterable(outcome.findings for outcome in chains))
    counts = Counter(finding.severity for finding in findings if not finding.accepted)
    listed = [said.count(level.word, counts[level]) for level in reversed(Severity) if counts[level]]
    grave = counts[Severity.ERROR] or counts[Severity.WARNING]
    if chains and not grave:
        yield look.paint(said.say("run", "clean", n=len(chains)), "good") + (
            f" {said.listed(listed)}." if listed else ""
        )
    elif chains:
        yield said.say("run", "found", n=len(chains), counts=said.listed(listed))
    yield from _assumed(outcomes, chains, findings, said, look)


def _assumed(
    outcomes: Sequence[Outcome],
    chains: Sequence[Outcome],
    findings: Sequence[Finding],
    said: Texts,
    look: Look,
) -> Iterator[str]:
    asides = {
        "no_stage": [outcome.name for outcome in chains if not outcome.stage_said],
        "incomplete": [outcome.name for outcome in chains if not outcome.complete],
        "accepted": [finding.file for finding in findings if finding.accepted],
        "others": [outcome.name for outcome in outcomes if not outcome.is_chain],
    }
    for name, files in asides.items():
        if files:
            yield look.paint(clean(said.say("run", name, n=len(files), files=files[0])), "soft")
