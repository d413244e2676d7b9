"""``nyttokedja without``: what falls if a box or an arrow is struck out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from nyttokedja import __version__
from nyttokedja.cli import completion, options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.options import Box
from nyttokedja.cli.unfit import Unfit

if TYPE_CHECKING:
    from nyttokedja.checking.check import Checked
    from nyttokedja.comparing import Comparison
    from nyttokedja.comparing.model import Ends
    from nyttokedja.model.graph import Graph


@click.command("without")
@click.argument(
    "what",
    nargs=-1,
    required=True,
    metavar="ID... [PATH]...",
    shell_complete=completion.boxes_or_files,
)
@click.option(
    "--format",
    type=click.Choice(("text", "json")),
    default="text",
    help="text for people, json for programs.",
)
@click.option("--picture", metavar="FILE", help="Also draw what falls, as SVG.")
@click.option("--all", "everything", is_flag=True, help="Draw also what does not hang on it.")
@setting_options.file
@options.language("The language to speak; else that of the chain.")
def command(
    what: tuple[str, ...],
    format: str,
    picture: str | None,
    everything: bool,
    chosen: setting_options.Chosen,
    language: str | None,
) -> None:
    """Say what falls if boxes or arrows are taken away: goals and benefits lost or exposed, and whose.

    ID is that of a box, or an arrow between two: "a -> b". Nothing is written. PATH says which chain, where
    there are several.

    \b
    Examples:
      nyttokedja without färre_fysiska_nattbesök
      nyttokedja without kamera chains/digital_nattillsyn.yaml
      nyttokedja without "tillsyn_på_distans -> färre_fysiska_nattbesök" chains
    """
    from nyttokedja.checking.check import check_parsed
    from nyttokedja.cli.runs.targets import the_one
    from nyttokedja.cli.terminal import look
    from nyttokedja.comparing.model import Compared
    from nyttokedja.comparing.what_if import struck
    from nyttokedja.model.ids import ARROW
    from nyttokedja.reports.comparison import reporter
    from nyttokedja.reports.comparison.text import what_if_lines
    from nyttokedja.reports.model import ReportContext

    ids = [one for one in what if not _is_path(one)]
    if not ids:
        raise Unfit("name a box or an arrow", "ID")
    ends = [tuple(ARROW.split(Box()(id))) for id in ids]
    sheet = the_one([one for one in what if _is_path(one)], [id for pair in ends for id in pair])
    config = chosen.lookup(language or sheet.language, date.today()).config(sheet.path)
    checked = check_parsed(sheet.parsed, config)
    if checked.graph is None:
        _refuse(checked)
    with sheet.speaking():
        boxes, arrows = _found(ends, checked.graph)
    comparison = struck(checked, boxes, arrows)
    if picture is not None:
        report_options.refuse_input(Path(picture), [sheet.source.name], "--picture")
        _draw(comparison, Path(picture), everything=everything)
    if format == "json":
        name = sheet.source.name
        setting = ReportContext(version=__version__)
        click.echo(reporter("json")([Compared(name, name, comparison)], setting), nl=False)
    else:
        for line in what_if_lines(comparison, look().paint):
            click.echo(line, color=True)


def _draw(comparison: Comparison, path: Path, *, everything: bool) -> None:
    from nyttokedja.batch.engines import layout_of
    from nyttokedja.drawing.changes import draw_change
    from nyttokedja.errors import CannotWrite
    from nyttokedja.reports.comparison.text import removed_parts
    from nyttokedja.writing.saving import save

    if path.suffix.lower() != ".svg":
        raise CannotWrite(f"{path} is no name of a picture. Name a file that ends with .svg.")
    struck = removed_parts(comparison)
    save(path, draw_change(comparison, everything=everything, struck=struck, layout=layout_of()))


def _is_path(written: str) -> bool:
    """Whether an argument names files: what is there, or looks like the name of a chain."""
    from nyttokedja.reading.discovery import ENDINGS

    return written.lower().endswith(ENDINGS) or "/" in written or Path(written).exists()


def _found(ends: Sequence[tuple[str, ...]], graph: Graph) -> tuple[frozenset[str], frozenset[Ends]]:
    """The boxes and the arrows that are meant.

    Raises:
        Refusal: one of them is not there; a box that may be meant is named.
    """
    from nyttokedja.language.refusals import Refusal, unknown_node

    boxes, arrows = set(), set()
    for pair in ends:
        for id in pair:
            if not graph.find(id).exact:
                raise unknown_node(Refusal, id, graph.titles)
        if len(pair) == 1:
            boxes.add(pair[0])
        elif (arrow := (pair[0], pair[-1])) in graph.arrow_between:
            arrows.add(arrow)
        else:
            raise Refusal("no-arrow-between", source=pair[0], target=pair[-1])
    return frozenset(boxes), frozenset(arrows)


def _refuse(checked: Checked) -> NoReturn:
    from nyttokedja.checking.outcome import summed_up
    from nyttokedja.cli.terminal import look
    from nyttokedja.reports.findings.text import outcome_lines

    for line in outcome_lines(summed_up(checked), look()):
        click.echo(line, err=True, color=True)
    raise SystemExit(CANNOT)
