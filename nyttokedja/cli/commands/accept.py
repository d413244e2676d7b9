"""``nyttokedja accept``: a decision about a finding is written into its chain."""

from __future__ import annotations

import click

from nyttokedja.cli import completion
from nyttokedja.cli.options import Box, changing


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
    from nyttokedja.checking.rules import BY_NAME, can_be_ignored
    from nyttokedja.cli.runs.edit import change, named, said
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.editing import AddItem
    from nyttokedja.editing.command_words import date_said
    from nyttokedja.model.ids import ARROW
    from nyttokedja.reading.discovery import ENDINGS

    if rule.lower().endswith(ENDINGS) and len(paths) == 1:  # the file may also come first
        rule, at, paths = at, Box()(paths[0]), (rule,)
    found = BY_NAME.get(rule.upper()) or BY_NAME.get(rule.lower())
    if found is None:
        raise click.BadParameter(f"there is no rule called {rule}; see: nyttokedja rule", param_hint="RULE")
    if not can_be_ignored(found):
        raise click.BadParameter(
            f"{found.code} cannot be accepted: what it finds is broken, and is mended in the file",
            param_hint="RULE",
        )
    for text, hint in ((why, "--why"), (decided_by, "--decided-by")):
        if not text.strip():
            raise click.BadParameter("it is empty", param_hint=hint)
    ends = tuple(ARROW.split(at))
    sheet = the_one(paths, ends)
    decision = {"rule": found.code, "at": at, "why": why.strip(), "decided_by": decided_by.strip()}
    with sheet.speaking():
        if until is not None:
            decision["until"] = date_said(until)
    change(
        sheet,
        [AddItem("", ("accepted",), decision)],
        lambda before, after: [
            said(
                sheet.language,
                "accept",
                rule=found.code,
                node=named(after, ends[0]),
                file=sheet.source.name,
            )
        ],
        dry_run=dry_run,
        force=force,
        also=frozenset({"NK901"}),
    )
