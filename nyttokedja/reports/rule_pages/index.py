"""The rules → the index of their pages: every rule with its titles and severities, by family."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from nyttokedja.checking.rules import FAMILIES, Rule
from nyttokedja.language.codes import LANGUAGES, NAMES
from nyttokedja.language.texts import texts
from nyttokedja.model.stage import Stage
from nyttokedja.reports.rule_pages.page import markdown_table, severities

_INTRODUCTION = """\
<!-- Made by `nyttokedja rule --pages` of the manuals in nyttokedja/checking/rules/: change it there. -->

# The rules

A rule is named after the bad thing that it finds. How much it weighs depends on the stage that the chain
says it is at (`stage:`, `skede:`, `fase:`; else `analysis`), so that nobody is asked for owners in a draft.
The chains and pictures on the pages show what one rule says of them, and nothing else that they lack. Their
keys are English; what is said of them in Swedish and Norwegian is what a chain with such keys is told.

`nyttokedja rule NK202` shows the same without pictures. `nyttokedja check --ignore NK202` leaves a rule out
of a run, and `--select` takes in one that is off; `NK2` means all whose codes begin so. `nyttokedja accept`
writes into a chain that somebody has decided to leave something as it is. None of this is for NK0 and NK1:
what they find is broken.\
"""


def index() -> str:
    """The index page, in Markdown."""
    families = (part for family in FAMILIES for part in _family(family))
    return "\n\n".join((_INTRODUCTION, *families)) + "\n"


def _family(family: ModuleType) -> Iterator[str]:
    """A family's heading, the first sentence of its docstring, and the table of its rules."""
    meaning = (family.__doc__ or "").partition("\n")[0].partition(". ")[0]
    yield f"## {meaning.rstrip('.')}"
    yield markdown_table(
        ("rule", *(NAMES[language] for language in LANGUAGES), *Stage), map(_row, family.RULES)
    )


def _row(rule: Rule) -> Iterator[str]:
    yield f"[{rule.code}]({rule.code}.md) {rule.name}{'' if rule.default else ' (off)'}"
    yield from (texts(language).title(rule.code) for language in LANGUAGES)
    yield from severities(rule)
