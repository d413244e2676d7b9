"""``nyttokedja rule``: the catalogue of rules, and the manual of one."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from nyttokedja.cli import options

if TYPE_CHECKING:
    from nyttokedja.rules import Rule
    from nyttokedja.texts import Texts


@click.command("rule")
@click.argument("code", required=False)
@options.language("The language of the rules' titles; Swedish if not said.")
def command(code: str | None, language: str | None) -> None:
    """List the rules, or show the manual of one, by code or name.

    \b
    Examples:
      nyttokedja rule
      nyttokedja rule NK501
      nyttokedja rule missing-indicator --language en
    """
    from nyttokedja.rules import BY_NAME, RULES
    from nyttokedja.texts import texts

    said = texts(language or "sv")
    if code is None:
        for rule in RULES:
            click.echo(f"{rule.code}  {rule.name:<26}{said.title(rule.code)}")
        return
    known = BY_NAME.get(code) or BY_NAME.get(code.upper())
    if known is None:
        raise click.BadParameter(f"there is no rule called {code}; see: nyttokedja rule", param_hint="CODE")
    for line in _manual(known, said):
        click.echo(line)


def _manual(rule: Rule, said: Texts) -> Iterator[str]:
    from nyttokedja.chain import Stage

    yield f"{rule.code} {rule.name}: {said.title(rule.code)}"
    levels = (
        f"{said.word('stage', stage)}: {said.word('severity', level.word) if level else '–'}"
        for stage in Stage
        for level in [rule.severities.get(stage)]
    )
    yield "  ·  ".join(levels)
    if not rule.default:
        yield f"off unless asked for: nyttokedja check --select {rule.name}"
    yield ""
    yield inspect.cleandoc(rule.manual)
