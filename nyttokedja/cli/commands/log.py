"""``nyttokedja log``: how a chain came to say what it says."""

from __future__ import annotations

import click

from nyttokedja.cli import options, report_options, setting_options
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.unfit import Unfit
from nyttokedja.reports.log import FORMATS


@click.command("log")
@click.argument("file", type=click.Path())
@click.option("--node", default="", metavar="ID", help="Follow one box, by an id that it has or has had.")
@click.option("--reasoning", is_flag=True, help="Only the commits that change the reasoning.")
@click.option("--all", "everything", is_flag=True, help="Every commit, with every detail and wording.")
@click.option(
    "--format",
    "outputs",
    type=report_options.OutputType(FORMATS),
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"Report so, also into a file; may be given several times. {report_options.about(FORMATS)}.",
)
@setting_options.file
@options.language("The language to speak; else that of the chain.")
@options.jobs
def command(
    file: str,
    node: str,
    reasoning: bool,
    everything: bool,
    outputs: tuple[report_options.Output, ...],
    chosen: setting_options.Chosen,
    language: str | None,
    jobs: int | None,
) -> None:
    """Say commit by commit what has changed in a chain, in its git history, newest first.

    Each commit that changes what the chain says is shown: what it meant for goals and benefits, the boxes,
    arrows and targets that it changed, and how many details and wordings besides. FILE is followed through
    its earlier names, and may have been taken away since. Of a merge is told what no branch had said.

    \b
    Examples:
      nyttokedja log chains/digital_nattillsyn.yaml
      nyttokedja log --reasoning chains/digital_nattillsyn.yaml
      nyttokedja log --node färre_fysiska_nattbesök chains/digital_nattillsyn.yaml
      nyttokedja log --format json=history.json chains/digital_nattillsyn.yaml
    """
    from nyttokedja.cli.runs.log import Reading

    if reasoning and (everything or node):
        raise Unfit("cannot be had with --all or --node", "--reasoning")
    spoken = "text" in report_options.printed(outputs, FORMATS)
    report_options.refuse_unfit(outputs, [file])
    run = Reading(file, chosen, language, jobs)
    run.tell(node, reasoning=reasoning, everything=everything, spoken=spoken)
    if not report_options.write(outputs, run.report, run.language):
        raise SystemExit(CANNOT)
