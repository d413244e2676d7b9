"""A rule and its two examples → its page, in Markdown; titles are in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nyttokedja.checking.rules import Rule, can_be_ignored
from nyttokedja.language.codes import CANONICAL, LANGUAGES, NAMES
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reports.rule_pages.examples import CheckedExample
from nyttokedja.reports.rule_pages.wording import spoken

_OFF = "Off unless it is asked for: `nyttokedja check --select {code}`."
_BROKEN = "What is broken can be neither accepted nor ignored; it is mended in the file."
_NOWHERE = "It stands at no box, so it cannot be accepted at one. A run can leave the rule out: {ignore}."
_ACCEPT = "Where it is right as it is, write into the chain that somebody has decided so, and why:"


def page(rule: Rule, bad: CheckedExample, good: CheckedExample) -> str:
    """The whole page in the language of the examples: its parts, with an empty line between them."""
    language = bad.language
    manual = rule.manual_in(language)
    file = _manual_file(rule, language)
    parts = (
        f"<!-- Made by `nyttokedja rule --pages` of the manual in {file}: change it there. -->",
        f"# {rule.code} {rule.name}",
        markdown_table(
            (spoken("language", language), spoken("title", language)),
            ((NAMES[each], texts(each).title(rule.code)) for each in _first(language)),
        ),
        markdown_table(stages(language), [severities(rule, language)]),
        *([] if rule.default else [spoken(_OFF, language, code=rule.code)]),
        f"**{manual.summary}**",
        manual.why,
        *_example(bad),
        *_findings(bad),
        *_example(good),
        f"## {spoken('Leaving it as it is', language)}",
        *_leaving_out(rule, bad.found[0], language),
        f"{spoken('Source', language)}: {manual.source}",
        " · ".join(
            (f"[{spoken('All rules', language)}](README.md)", *in_other_languages(rule.code, language))
        ),
    )
    return "\n\n".join(parts) + "\n"


def picture_name(shown: CheckedExample) -> str:
    """The path of a chain's picture from the folder of the pages."""
    return f"pictures/{shown.rule.code}-{shown.kind}.svg"


def in_other_languages(name: str, language: str) -> Iterator[str]:
    """Links from a page to the page of the same name in the other languages."""
    up = "" if language == CANONICAL else "../"
    for other in LANGUAGES:
        if other != language:
            folder = "" if other == CANONICAL else f"{other}/"
            yield f"[{NAMES[other]}]({up}{folder}{name}.md)"


def stages(language: str) -> Iterator[str]:
    """The stages, as a language calls them."""
    return (texts(language).word("stage", stage) for stage in Stage)


def severities(rule: Rule, language: str = CANONICAL) -> Iterator[str]:
    """The severity of a rule at each stage, in the order of the stages."""
    for stage in Stage:
        yield severity(rule.severities[stage], language) if stage in rule.severities else "–"


def severity(level: Severity, language: str) -> str:
    """What a severity is called; in English as the settings name it."""
    return level.word if language == CANONICAL else texts(language).word("severity", level.word)


def markdown_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; the cells are Markdown already."""
    listed = [list(heads), *map(list, rows)]
    listed.insert(1, ["---"] * len(listed[0]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in listed)


def _first(language: str) -> Iterator[str]:
    """The languages, in their own order in English, else with the page's first."""
    yield from LANGUAGES if language == CANONICAL else sorted(LANGUAGES, key=lambda each: each != language)


def _manual_file(rule: Rule, language: str) -> str:
    if language != CANONICAL:
        return f"nyttokedja/language/texts/{language}/manuals.toml"
    return f"{rule.find.__module__.replace('.', '/')}.py"


def _example(shown: CheckedExample) -> Iterator[str]:
    example, language = shown.example, shown.language
    yield f"## {spoken(shown.kind.capitalize(), language)}"
    if example.choice:
        yield spoken("Where `{choice}` is {value}:", language, choice=example.choice, value=example.value)
    yield f"```{'yaml' if shown.checked else 'toml'}\n{shown.text}```"
    for name, text in shown.others.items():
        yield spoken("And in `{file}`:", language, file=name)
        yield f"```yaml\n{text}```"
    if shown.can_be_drawn:
        yield f"![{spoken(f'The {shown.kind} chain as a picture', language)}]({picture_name(shown)})"


def _findings(shown: CheckedExample) -> Iterator[str]:
    language = shown.language
    yield f"### {spoken('What is said of it', language)}"
    for alike in zip(*map(shown.findings, _told(language)), strict=True):
        finding = alike[0]
        said = severity(finding.severity, language)
        yield spoken("Line {line}, {severity}:", language, line=finding.place.line, severity=said)
        yield "\n".join(line for one in alike for line in _in_language(one))
        if finding.fix is not None:
            yield spoken("`nyttokedja check --fix` mends this.", language)


def _told(language: str) -> Sequence[str]:
    """The languages in which is told what is said: all on an English page, on the others their own."""
    return LANGUAGES if language == CANONICAL else (language,)


def _in_language(finding: Finding) -> Iterator[str]:
    catalog = texts(finding.language)
    yield f"- *{NAMES[finding.language]}*: {clean(catalog.message(finding))}  "
    yield f"  → {clean(catalog.remedy(finding))}"


def _leaving_out(rule: Rule, finding: Finding, language: str) -> Sequence[str]:
    ignore = f"`nyttokedja check --ignore {rule.code}`"
    if not can_be_ignored(rule):
        return [spoken(_BROKEN, language)]
    if not finding.node:
        return [spoken(_NOWHERE, language, ignore=ignore)]
    accept = f'nyttokedja accept {rule.code} {finding.node} --why "…" --decided-by "…"'
    return [
        spoken(_ACCEPT, language),
        f"```sh\n{accept}\n```",
        spoken("A run can also leave the rule out: {ignore}.", language, ignore=ignore),
    ]
