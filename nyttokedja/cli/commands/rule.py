"""``nyttokedja rule``: the catalogue of rules, the manual of one, and the pages about all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nyttokedja.cli import completion, options, speech
from nyttokedja.cli.translation import told
from nyttokedja.cli.unfit import Unfit

if TYPE_CHECKING:
    from nyttokedja.checking.rules import Rule
    from nyttokedja.language.texts import Texts
    from nyttokedja.reports.rule_pages.examples import CheckedExample


_SIGN = b"nyttokedja rule --pages"
"""What stands at the beginning of every page."""


@click.command("rule")
@click.argument("code", required=False, shell_complete=completion.rules)
@click.option(
    "--pages",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a page about each rule there, with pictures of a bad and a good chain.",
)
@options.language("The language of titles, manuals and findings; else that of the command line.")
def command(code: str | None, pages: Path | None, language: str | None) -> None:
    """List the rules, or show the manual of one, by code or name.

    \b
    Examples:
      nyttokedja rule
      nyttokedja rule NK501
      nyttokedja rule missing-indicator --language en
      nyttokedja rule --pages docs/rules
    """
    from nyttokedja.language.texts import texts

    said = texts(language or speech.spoken(click.get_current_context()))
    if pages is not None:
        if code is not None:
            raise Unfit("the pages are about all the rules; name none", "CODE")
        lines = _written(pages, said.language)
    else:
        lines = _listed(said) if code is None else _manual(_known(code), said)
    for line in lines:
        click.echo(line)


def _listed(said: Texts) -> Iterator[str]:
    from nyttokedja.checking.rules import RULES

    for rule in RULES:
        yield f"{rule.code}  {rule.name:<26}{said.title(rule.code)}"


def _known(code: str) -> Rule:
    from nyttokedja.checking.rules import BY_NAME

    known = BY_NAME.get(code) or BY_NAME.get(code.upper())
    if known is None:
        raise Unfit("there is no rule called {rule}; see: nyttokedja rule", "CODE", rule=code)
    return known


def _manual(rule: Rule, said: Texts) -> Iterator[str]:
    from nyttokedja.model.stage import Stage
    from nyttokedja.reports.rule_pages.examples import checked_examples
    from nyttokedja.reports.rule_pages.wording import spoken

    yield f"{rule.code} {rule.name}: {said.title(rule.code)}"
    levels = (
        f"{said.word('stage', stage)}: {said.word('severity', level.word) if level else '–'}"
        for stage in Stage
        for level in [rule.severities.get(stage)]
    )
    yield "  ·  ".join(levels)
    if not rule.default:
        yield spoken("off unless asked for: nyttokedja check --select {rule}", said.language, rule=rule.name)
    manual = rule.manual_in(said.language)
    yield from ("", manual.summary, "", manual.why, "")
    for shown in checked_examples(rule, said.language):
        yield from _example(shown, said)
    yield f"{spoken('Source', said.language)}: {manual.source}"


def _example(shown: CheckedExample, said: Texts) -> Iterator[str]:
    from nyttokedja.language.safe_text import clean
    from nyttokedja.reports.rule_pages.wording import spoken

    choice = f" (`{shown.example.choice}` = {shown.example.value})" if shown.example.choice else ""
    yield from (f"{spoken(shown.kind.capitalize(), said.language)}{choice}:", "")
    yield from (f"    {line}" for line in shown.text.splitlines())
    for name, text in shown.others.items():
        yield ""
        yield spoken("And in `{file}`:", said.language, file=name)
        yield ""
        yield from (f"    {line}" for line in text.splitlines())
    yield ""
    for finding in shown.findings(said.language):
        word = said.word("severity", finding.severity.word)
        yield f"{finding.place.line}:{finding.place.column} {word}: {clean(said.message(finding))}"
        yield from (f"    → {clean(said.remedy(finding))}", "")


def _refuse_other(path: Path) -> None:
    """See to it that no page is written over that somebody else wrote.

    Raises:
        CannotWrite: there is one.
    """
    from nyttokedja.errors import CannotWrite

    if path.suffix == ".md" and path.exists() and _SIGN not in path.read_bytes()[:200]:
        raise CannotWrite(
            f"{path} was not made by this command, and is not overwritten. Name another folder."
        )


def _written(folder: Path, language: str) -> Iterator[str]:
    from nyttokedja.batch.engines import layout_of
    from nyttokedja.reports.rule_pages import pages
    from nyttokedja.writing.saving import save

    made = pages(layout_of())
    for name in made:
        _refuse_other(folder / name)
    changed = [name for name, text in made.items() if save(folder / name, text)]
    yield from (told("wrote: {file}", language, file=(folder / name).as_posix()) for name in changed)
    unchanged = len(made) - len(changed)
    yield told("{n} of {all} files were as they should be.", language, n=unchanged, all=len(made))
