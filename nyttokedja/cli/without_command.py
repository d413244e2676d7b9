"""``nyttokedja without``: what falls if a box or an arrow is struck out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from nyttokedja.cli import CANNOT, completion, settings

if TYPE_CHECKING:
    from nyttokedja.checking import Checked
    from nyttokedja.comparing.model import Ends


@click.command("without")
@click.argument(
    "what",
    nargs=-1,
    required=True,
    metavar="ID... [PATH]...",
    shell_complete=completion.boxes_or_files,
)
@settings.file
def command(what: tuple[str, ...], chosen: settings.Chosen) -> None:
    """Say what falls if boxes or arrows are taken away: goals and benefits lost or exposed, and whose.

    ID is that of a box, or an arrow between two: "a -> b". Nothing is written. PATH says which chain, where
    there are several.

    \b
    Examples:
      nyttokedja without färre_fysiska_nattbesök
      nyttokedja without kamera chains/digital_nattillsyn.yaml
      nyttokedja without "tillsyn_på_distans -> färre_fysiska_nattbesök" chains
    """
    from nyttokedja.checking import check
    from nyttokedja.cli.sheets import the_one
    from nyttokedja.cli.terminal import look
    from nyttokedja.comparing.striking import struck
    from nyttokedja.formats.comparison.text import struck_lines
    from nyttokedja.names import ARROW

    ids = [one for one in what if not _is_path(one)]
    if not ids:
        raise click.BadParameter("name a box or an arrow", param_hint="ID")
    ends = [tuple(ARROW.split(id.strip())) for id in ids]
    sheet = the_one([one for one in what if _is_path(one)], [id for pair in ends for id in pair])
    config = chosen.lookup(sheet.language, date.today()).config(sheet.path)
    checked = check(sheet.data, sheet.source.name, config)
    if checked.graph is None:
        _refuse(checked)
    boxes, arrows = _found(ends, checked)
    for line in struck_lines(struck(checked, boxes, arrows), look().paint):
        click.echo(line, color=True)


def _is_path(written: str) -> bool:
    """Whether an argument names files: what is there, or looks like the name of a chain."""
    return written.lower().endswith((".yaml", ".yml")) or "/" in written or Path(written).exists()


def _found(ends: Sequence[tuple[str, ...]], checked: Checked) -> tuple[frozenset[str], frozenset[Ends]]:
    """The boxes and the arrows that are meant, all of them there."""
    assert checked.graph is not None
    boxes, arrows = set(), set()
    for pair in ends:
        if len(pair) == 2 and (pair[0], pair[1]) in checked.graph.arrow_between:
            arrows.add((pair[0], pair[1]))
        elif len(pair) == 1 and pair[0] in checked.graph.nodes:
            boxes.add(pair[0])
        else:
            raise click.BadParameter(f"there is no {' -> '.join(pair)} in the chain", param_hint="ID")
    return frozenset(boxes), frozenset(arrows)


def _refuse(checked: Checked) -> NoReturn:
    from nyttokedja.cli.terminal import look
    from nyttokedja.formats.findings.text import lines
    from nyttokedja.runs import summed_up

    for line in lines(summed_up(checked), look()):
        click.echo(line, err=True, color=True)
    raise SystemExit(CANNOT)
