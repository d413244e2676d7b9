"""Findings → lines for a terminal or a log: ``file:line:column CODE severity: message``, and the remedy."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import NAMED, Texts, texts
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity
from nyttokedja.reading.discovery import STDIN
from nyttokedja.reports.findings.groups import Group, groups
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.text_style import TextStyle

_FEW = 3
"""Skipped files that are named at most; more are counted."""


def report(outcomes: Sequence[Outcome], context: ReportContext) -> str:
    """The text of a run, without colours and source lines."""
    style, catalog = TextStyle(verbose=context.verbose), texts(context.language)
    troubles = [failure_sentence(outcome) for outcome in outcomes if outcome.trouble]
    found = [line for outcome in outcomes for line in outcome_lines(outcome, style)]
    parts = (troubles, found, list(summary_lines(outcomes, catalog, style)))
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def outcome_lines(outcome: Outcome, style: TextStyle) -> Iterator[str]:
    """The lines of one file, in the language of its chain."""
    for group in groups(outcome, verbose=style.verbose):
        yield from _group_lines(group, outcome, style)
    for finding in outcome.findings if style.accepted else ():
        if finding.accepted:
            yield from _accepted_lines(finding, style)


def _accepted_lines(finding: Finding, style: TextStyle) -> Iterator[str]:
    """The lines of an accepted finding: its message, and the reason for accepting it."""
    catalog = texts(finding.language)
    place = style.paint(
        f"{safe_file_name(finding.file)}:{finding.place.line}:{finding.place.column}", "place"
    )
    word = style.paint(catalog.common["run"]["accepted_word"], "soft")
    yield f"{place} {finding.code} {word}: {clean(catalog.message(finding))}"
    if finding.why:
        yield f"    {style.paint('→', 'soft')} {clean(catalog.say('run', 'accepted_why', why=finding.why))}"


def _group_lines(group: Group, outcome: Outcome, style: TextStyle) -> Iterator[str]:
    finding = group.first
    catalog = texts(finding.language)
    place = style.paint(
        f"{safe_file_name(finding.file)}:{finding.place.line}:{finding.place.column}", "place"
    )
    word = style.paint(catalog.word("severity", finding.severity.word), finding.severity.word)
    yield f"{place} {finding.code} {word}: {clean(group.message)}"
    if style.source and outcome.lines and (line := outcome.lines.get(finding.place.line)):
        yield from _source_lines(finding, line, style)
    if remedy := group.remedy:
        yield f"    {style.paint('→', 'soft')} {clean(remedy)}"


def _source_lines(finding: Finding, line: str, style: TextStyle) -> Iterator[str]:
    start = finding.place.column - 1
    end = finding.place.end_column - 1 if finding.place.end_line == finding.place.line else len(line)
    available = max(20, style.width - 12)
    cut = max(0, min(start - available // 3, len(line) - available))
    before, marked = line[cut:start], line[start : max(end, start + 1)][: available - (start - cut)]
    number = f"{finding.place.line:>6} "
    yield style.paint(f"{number}│ ", "soft") + clean(line[cut : cut + available])
    carets = "^" * max(1, _terminal_width(clean(marked)))
    bar = style.paint(f"{'':>{len(number)}}│ ", "soft")
    yield bar + " " * _terminal_width(clean(before)) + style.paint(carets, finding.severity.word)


def _terminal_width(text: str) -> int:
    """The width of a text in columns of a terminal."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def safe_file_name(name: str) -> str:
    """The name of a file, safe at the beginning of a line: no command to a build service, no option."""
    # GitHub and Azure look past spaces; a minus would be an option to the next program
    is_path = name != STDIN and name.lstrip()[:1] in (":", "#", "-")
    return clean(f"./{name}" if is_path else name)


def failure_sentence(outcome: Outcome) -> str:
    """The sentence that says why a file could not be checked."""
    catalog = texts(outcome.language)
    name = "crashed" if outcome.crashed else "cannot_open"
    reason = catalog.common["reason"].get(outcome.trouble, outcome.trouble)
    return file_sentence(catalog, name, outcome.name, reason=reason)


def file_sentence(catalog: Texts, name: str, file: str, **particulars: Any) -> str:
    """The sentence ``name`` of the texts' ``run`` about a file, or about the chain on standard input."""
    if file != STDIN:
        return clean(catalog.say("run", name, file=safe_file_name(file), **particulars))
    sentence = catalog.say("run", name, file=catalog.word("run", "stdin"), **particulars)
    return clean(sentence[:1].upper() + sentence[1:])


def summary_lines(outcomes: Sequence[Outcome], catalog: Texts, style: TextStyle) -> Iterator[str]:
    """The last lines of a run: the number of chains and findings, and notes about how they were checked."""
    chains = [outcome for outcome in outcomes if outcome.is_chain and not outcome.trouble]
    if sentence := fixed_sentence(chains, catalog):
        yield style.paint(sentence, "good")
    told = [group for outcome in chains for group in groups(outcome, verbose=style.verbose)]
    counts: Counter[Severity] = Counter()
    for group in told:  # infos that are told together are one, what has to be mended is counted
        severity = group.first.severity
        counts[severity] += 1 if severity is Severity.INFO else len(group.findings)
    listed = [catalog.count(level.word, counts[level]) for level in reversed(Severity) if counts[level]]
    grave = counts[Severity.ERROR] or counts[Severity.WARNING]
    if chains and not grave:
        yield style.paint(catalog.say("run", "clean", n=len(chains)), "good") + (
            f" {catalog.listed(listed)}." if listed else ""
        )
    elif chains:
        yield catalog.say("run", "found", n=len(chains), counts=catalog.listed(listed))
    if any(len(group.findings) > NAMED for group in told):
        yield style.paint(catalog.word("run", "summed_up"), "soft")
    for line in (*_fixable_lines(chains, catalog), *_note_lines(outcomes, chains, catalog, style)):
        yield style.paint(line, "soft")


def fixed_sentence(chains: Iterable[Outcome], catalog: Texts, name: str = "fixed") -> str:
    """The sentence with the number of findings fixed and of their files; "" for none."""
    done = [outcome.mended.n for outcome in chains if outcome.mended is not None and outcome.mended.n]
    return catalog.say("run", name, n=sum(done), files=catalog.count("file", len(done))) if done else ""


def _fixable_lines(chains: Sequence[Outcome], catalog: Texts) -> Iterator[str]:
    """The number of findings that can be fixed, could not be, or were left for another run."""
    left: Counter[str] = Counter()
    for outcome in chains:
        n = sum(finding.fix is not None and not finding.accepted for finding in outcome.findings)
        left[
            "fixable" if outcome.mended is None else "stopped" if outcome.mended.stopped else "not_fixed"
        ] += n
    for name in ("not_fixed", "stopped") if any(outcome.mended for outcome in chains) else ("fixable",):
        if n := left[name]:
            yield catalog.say("run", name, n=n)


def _note_lines(
    outcomes: Sequence[Outcome], chains: Sequence[Outcome], catalog: Texts, style: TextStyle
) -> Iterator[str]:
    about = {
        "no_stage": [outcome.name for outcome in chains if not outcome.stage_said],
        "incomplete": [outcome.name for outcome in chains if not outcome.complete],
        "accepted_shown" if style.accepted else "accepted": [
            outcome.name for outcome in chains for finding in outcome.findings if finding.accepted
        ],
        "known": [outcome.name for outcome in chains for _ in range(outcome.known)],
    }
    for name, files in about.items():
        if files:
            yield file_sentence(catalog, name, files[0], n=len(files))
    yield from skipped_lines(outcomes, catalog)


def skipped_lines(outcomes: Sequence[Outcome], catalog: Texts) -> Iterator[str]:
    """The files that were skipped in folders: their names, or their number."""
    for name, outside in (("others", False), ("outside", True)):
        others = [o for o in outcomes if not o.is_chain and not o.settings]
        files = [o.name for o in others if o.outside is outside]
        if 0 < len(files) <= _FEW:
            listed = catalog.listed(safe_file_name(file) for file in files)
            yield clean(catalog.say("run", f"{name}_named", n=len(files), files=listed))
        elif files:
            yield catalog.say("run", name, n=len(files))
