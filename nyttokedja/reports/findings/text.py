"""Findings → lines for a terminal or a log: ``file:line:column CODE``, what, and what to do about it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import Texts, texts
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.text_style import TextStyle

_FEW = 3
"""So many files skipped are named, more are counted."""


def report(outcomes: Sequence[Outcome], setting: ReportContext) -> str:
    """All that is said of a run, as in a pipe: no colours, no source lines."""
    look, said = TextStyle(), texts(setting.language)
    troubles = [trouble(outcome) for outcome in outcomes if outcome.trouble]
    found = [line for outcome in outcomes for line in lines(outcome, look)]
    parts = (troubles, found, list(summary(outcomes, said, look)))
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def lines(outcome: Outcome, look: TextStyle) -> Iterator[str]:
    """What is said of one file, in the language of its chain."""
    for alike in _said(outcome):
        yield from _one(alike, outcome, look)
    for finding in outcome.findings if look.accepted else ():
        if finding.accepted:
            yield from _decided(finding, look)


def _decided(finding: Finding, look: TextStyle) -> Iterator[str]:
    """A finding that the chain has decided about, and why it is so."""
    said = texts(finding.language)
    place = look.paint(f"{shown(finding.file)}:{finding.place.line}:{finding.place.column}", "place")
    word = look.paint(said.common["run"]["accepted_word"], "soft")
    yield f"{place} {finding.code} {word}: {clean(said.message(finding))}"
    if finding.why:
        yield f"    {look.paint('→', 'soft')} {clean(said.say('run', 'accepted_why', why=finding.why))}"


def _said(outcome: Outcome) -> Iterator[Sequence[Finding]]:
    """What is said of one file, each time about one finding, or about several that are said as one."""
    infos: dict[tuple[str, str], list[Finding]] = {}
    for finding in outcome.findings:
        if finding.accepted:
            continue
        if finding.severity is not Severity.INFO:
            yield [finding]
            continue
        # of two messages of a rule, only those that sum up in the same words go together
        own = texts(finding.language).sums_up_alone(finding)
        infos.setdefault((finding.code, finding.variant if own else ""), []).append(finding)
    for alike in infos.values():
        said = texts(alike[0].language)
        if said.summary(alike) == said.message(alike[0]):  # one, or several that have no common words
            yield from ([finding] for finding in alike)
        else:
            yield alike


def _one(alike: Sequence[Finding], outcome: Outcome, look: TextStyle) -> Iterator[str]:
    finding = alike[0]
    said = texts(finding.language)
    place = look.paint(f"{shown(finding.file)}:{finding.place.line}:{finding.place.column}", "place")
    word = look.paint(said.word("severity", finding.severity.word), finding.severity.word)
    yield f"{place} {finding.code} {word}: {clean(said.summary(alike))}"
    if look.source and outcome.lines and (line := outcome.lines.get(finding.place.line)):
        yield from _snippet(finding, line, look)
    if remedy := said.remedy_of_all(alike):
        yield f"    {look.paint('→', 'soft')} {clean(remedy)}"


def _snippet(finding: Finding, line: str, look: TextStyle) -> Iterator[str]:
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


def shown(name: str) -> str:
    """The name of a file, also where a line begins with it: never the beginning of a command."""
    # GitHub and Azure look past spaces; a minus would be an option to the next program
    is_path = name != STDIN and name.lstrip()[:1] in (":", "#", "-")
    return clean(f"./{name}" if is_path else name)


def trouble(outcome: Outcome) -> str:
    """One sentence: why a file could not be checked."""
    said = texts(outcome.language)
    name = "crashed" if outcome.crashed else "cannot_open"
    reason = said.common["reason"].get(outcome.trouble, outcome.trouble)
    return of_file(said, name, outcome.name, reason=reason)


def of_file(said: Texts, name: str, file: str, **particulars: Any) -> str:
    """A sentence about a file by its name, or about the chain that came from standard input."""
    if file != STDIN:
        return clean(said.say("run", name, file=shown(file), **particulars))
    sentence = said.say("run", name, file=said.word("run", "stdin"), **particulars)
    return clean(sentence[:1].upper() + sentence[1:])


def summary(outcomes: Sequence[Outcome], said: Texts, look: TextStyle) -> Iterator[str]:
    """The last lines of a run: how many chains, what was said of them, and what was assumed."""
    chains = [outcome for outcome in outcomes if outcome.is_chain and not outcome.trouble]
    if sentence := fixed(chains, said):
        yield look.paint(sentence, "good")
    counts = Counter(alike[0].severity for outcome in chains for alike in _said(outcome))
    listed = [said.count(level.word, counts[level]) for level in reversed(Severity) if counts[level]]
    grave = counts[Severity.ERROR] or counts[Severity.WARNING]
    if chains and not grave:
        yield look.paint(said.say("run", "clean", n=len(chains)), "good") + (
            f" {said.listed(listed)}." if listed else ""
        )
    elif chains:
        yield said.say("run", "found", n=len(chains), counts=said.listed(listed))
    for line in (*_fixable(chains, said), *_asides(outcomes, chains, said, look)):
        yield look.paint(line, "soft")


def fixed(chains: Iterable[Outcome], said: Texts, name: str = "fixed") -> str:
    """How many findings were fixed in how many files, in a sentence of that name; "" for none."""
    done = [outcome.mended.n for outcome in chains if outcome.mended is not None and outcome.mended.n]
    return said.say("run", name, n=sum(done), files=said.count("file", len(done))) if done else ""


def _fixable(chains: Sequence[Outcome], said: Texts) -> Iterator[str]:
    """How many findings a run could fix, or was not able to."""
    n = sum(f.fix is not None and not f.accepted for outcome in chains for f in outcome.findings)
    if n:
        yield said.say("run", "not_fixed" if any(outcome.mended for outcome in chains) else "fixable", n=n)


def _asides(
    outcomes: Sequence[Outcome], chains: Sequence[Outcome], said: Texts, look: TextStyle
) -> Iterator[str]:
    about = {
        "no_stage": [outcome.name for outcome in chains if not outcome.stage_said],
        "incomplete": [outcome.name for outcome in chains if not outcome.complete],
        "accepted_shown" if look.accepted else "accepted": [
            outcome.name for outcome in chains for finding in outcome.findings if finding.accepted
        ],
        "known": [outcome.name for outcome in chains for _ in range(outcome.known)],
    }
    for name, files in about.items():
        if files:
            yield of_file(said, name, files[0], n=len(files))
    yield from skipped(outcomes, said)


def skipped(outcomes: Sequence[Outcome], said: Texts) -> Iterator[str]:
    """Which files were left aside in the folders searched, or how many."""
    for name, outside in (("others", False), ("outside", True)):
        others = [o for o in outcomes if not o.is_chain and not o.settings]
        files = [o.name for o in others if o.outside is outside]
        if 0 < len(files) <= _FEW:
            listed = said.listed(shown(file) for file in files)
            yield clean(said.say("run", f"{name}_named", n=len(files), files=listed))
        elif files:
            yield said.say("run", name, n=len(files))
