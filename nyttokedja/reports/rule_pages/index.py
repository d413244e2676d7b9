"""The rules → the index of their pages: every rule with its titles and severities, by family."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from nyttokedja.checking.rules import FAMILIES, Rule
from nyttokedja.language.codes import CANONICAL, LANGUAGES, NAMES
from nyttokedja.language.texts import texts
from nyttokedja.language.translations import translations
from nyttokedja.reports.rule_pages.page import in_other_languages, markdown_table, severities, stages
from nyttokedja.reports.rule_pages.wording import spoken

_MADE = "<!-- Made by `nyttokedja rule --pages` of the manuals in {place}: change it there. -->"
_PLACE = "nyttokedja/checking/rules/"
_INTRODUCTION = """\
A rule is named after the bad thing that it finds. How much it weighs depends on the stage that the chain
says it is at (`stage:`, `skede:`, `fase:`; else `analysis`), so that nobody is asked for owners in a draft.
The chains and pictures on the pages show what one rule says of them, and nothing else that they lack.

`nyttokedja rule NK202` shows the same without pictures. `nyttokedja check --ignore NK202` leaves a rule out
of a run, and `--select` takes in one that is off; `NK2` means all whose codes begin so. `nyttokedja accept`
writes into a chain that somebody has decided to leave something as it is. None of this is for NK0 and NK1:
what they find is broken."""


def index(language: str = CANONICAL) -> str:
    """The index page in a language, in Markdown."""
    place = _PLACE if language == CANONICAL else f"nyttokedja/language/texts/{language}/manuals.toml"
    families = (part for family in FAMILIES for part in _family(family, language))
    head = (
        _MADE.format(place=place),
        f"# {spoken('The rules', language)}",
        " · ".join(in_other_languages("README", language)),
    )
    introduction = spoken("introduction", language) if language != CANONICAL else _INTRODUCTION
    return "\n\n".join((*head, introduction.strip(), *families)) + "\n"


def _family(family: ModuleType, language: str) -> Iterator[str]:
    """A family's heading, the first sentence of its docstring, and the table of its rules."""
    meaning = (family.__doc__ or "").partition("\n")[0].partition(". ")[0].rstrip(".")
    yield f"## {translations(language, 'manuals', 'families').get(meaning, meaning)}"
    titled = [NAMES[each] for each in (LANGUAGES if language == CANONICAL else (language,))]
    rows = (_row(rule, language) for rule in family.RULES)
    yield markdown_table((spoken("rule", language), *titled, *stages(language)), rows)


def _row(rule: Rule, language: str) -> Iterator[str]:
    off = "" if rule.default else f" ({spoken('off', language)})"
    yield f"[{rule.code}]({rule.code}.md) {rule.name}{off}"
    yield from (
        texts(each).title(rule.code) for each in (LANGUAGES if language == CANONICAL else (language,))
    )
    yield from severities(rule, language)
