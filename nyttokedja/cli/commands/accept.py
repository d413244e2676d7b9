"""``nyttokedja accept``: a decision about a finding is written into its chain."""

from __future__ import annotations

import click

from nyttokedja.cli import completion
from nyttokedja.cli.options import Box, changing
from nyttokedja.cli.unfit import Unfit


@click.command("accept")
@click.argument("rule", shell_complete=completion.decidable)
@click.argument("at", type=Box())
@click.option("--why", required=True, metavar="TEXT", help="Why it may stay as it is.")
@click.option("--decided-by", required=True, metavar="ROLE", help="Who has decided that: a role, not a name.")
@click.option("--until", metavar="DATE", help="The last day that the decision holds.")
@changing
def command(
    rule: str,
    at: str,
    why: str,
    decided_by: str,
    until: str | None,
    paths: tuple[str, ...],
    dry_run: bool,
    force: bool,
) -> None:
    """Accept what a RULE finds AT a box, or at an arrow: the decision is written into the chain.

    RULE is a code or a name. What is accepted is shown no more, but counted; see check --show-accepted. A
    decision about what is not found there is refused, unless --force is given. PATH says which chain, where
    there are several.

    \b
    Examples:
      nyttokedja accept NK501 trygghet --why "Mäts i brukarenkäten" --decided-by Verksamhetschef
      nyttokedja accept NK602 ovana --why "Följs upp i maj" --decided-by Enhetschef --until 2027-05-31
    """
    from nyttokedja.checking.rules import can_be_ignored
    from nyttokedja.cli.runs.edit import change
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing.orders import AcceptOrder
    from nyttokedja.editing.orders.fields import rule_named
    from nyttokedja.editing.orders.values import date_said
    from nyttokedja.model.ids import ARROW
    from nyttokedja.reading.discovery import ENDINGS

    if rule.lower().endswith(ENDINGS) and len(paths) == 1:  # the file may also come first
        rule, at, paths = at, Box()(paths[0]), (rule,)
    found = rule_named(rule)
    if found is None:
        raise Unfit("there is no rule called {rule}; see: nyttokedja rule", "RULE", rule=rule)
    if not can_be_ignored(found):
        raise Unfit(
            "{rule} cannot be accepted: what it finds is broken, and is mended in the file",
            "RULE",
            rule=found.code,
        )
    for text, hint in ((why, "--why"), (decided_by, "--decided-by")):
        if not text.strip():
            raise Unfit("it is empty", hint)
    sheet = the_one(paths, ARROW.split(at))
    with sheet.speaking():
        if until is not None:
            date_said(until)  # refused also where the file cannot be read
    order = AcceptOrder(found.code, at, why, decided_by, until)
    change(sheet, order, dry_run=dry_run, force=force, also=frozenset({"NK901"}))
