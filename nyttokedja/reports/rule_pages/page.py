"""A rule and its two examples → its page, in Markdown; titles and findings are in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.checking.rules import Rule, can_be_ignored
from nyttokedja.language.codes import LANGUAGES, NAMES
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding
from nyttokedja.model.stage import Stage
from nyttokedja.reports.rule_pages.examples import CheckedExample


def page(rule: Rule, bad: CheckedExample, good: CheckedExample) -> str:
    """The whole page: its parts, with an empty line between them."""
    manual = rule.manual
    parts = (
        f"<!-- Made by `nyttokedja rule --pages` of the manual in {_manual_file(rule)}: change it there. -->",
        f"# {rule.code} {rule.name}",
        markdown_table(
            ("language", "title"),
            ((NAMES[language], texts(language).title(rule.code)) for language in LANGUAGES),
        ),
        markdown_table(Stage, [severities(rule)]),
        *([] if rule.default else [f"Off unless it is asked for: `nyttokedja check --select {rule.code}`."]),
        f"**{manual.summary}**",
        manual.why,
        *_example(bad),
        *_findings(bad),
        *_example(good),
        "## Leaving it as it is",
        *_leaving_out(rule, bad.found[0]),
        f"Source: {manual.source}",
        "[All rules](README.md)",
    )
    return "\n\n".join(parts) + "\n"


def picture_name(shown: CheckedExample) -> str:
    """The path of a chain's picture from the folder of the pages."""
    return f"pictures/{shown.rule.code}-{shown.kind}.svg"


def severities(rule: Rule) -> Iterator[str]:
    """The severity of a rule at each stage, in the order of the stages."""
    for stage in Stage:
        yield rule.severities[stage].word if stage in rule.severities else "–"


def markdown_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; the cells are Markdown already."""
    listed = [list(heads), *map(list, rows)]
    listed.insert(1, ["---"] * len(listed[0]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in listed)


def _manual_file(rule: Rule) -> str:
    return f"{rule.find.__module__.replace('.', '/')}.py"


def _example(shown: CheckedExample) -> Iterator[str]:
    example = shown.example
    yield f"## {shown.kind.capitalize()}"
    if example.choice:
        yield f"Where `{example.choice}` is {example.value}:"
    yield f"```{'yaml' if shown.checked else 'toml'}\n{shown.text}```"
    if shown.can_be_drawn:
        yield f"![The {shown.kind} chain as a picture]({picture_name(shown)})"


def _findings(shown: CheckedExample) -> Iterator[str]:
    yield "### What is said of it"
    for alike in zip(*map(shown.findings, LANGUAGES), strict=True):
        finding = alike[0]
        yield f"Line {finding.place.line}, {finding.severity.word}:"
        yield "\n".join(line for one in alike for line in _in_language(one))
        if finding.fix is not None:
            yield "`nyttokedja check --fix` mends this."


def _in_language(finding: Finding) -> Iterator[str]:
    catalog = texts(finding.language)
    yield f"- *{NAMES[finding.language]}*: {clean(catalog.message(finding))}  "
    yield f"  → {clean(catalog.remedy(finding))}"


def _leaving_out(rule: Rule, finding: Finding) -> Sequence[str]:
    ignore = f"`nyttokedja check --ignore {rule.code}`"
    if not can_be_ignored(rule):
        return ["What is broken can be neither accepted nor ignored; it is mended in the file."]
    if not finding.node:
        return [
            f"It stands at no box, so it cannot be accepted at one. A run can leave the rule out: {ignore}."
        ]
    accept = f'nyttokedja accept {rule.code} {finding.node} --why "…" --decided-by "…"'
    return [
        "Where it is right as it is, write into the chain that somebody has decided so, and why:",
        f"```sh\n{accept}\n```",
        f"A run can also leave the rule out: {ignore}.",
    ]
