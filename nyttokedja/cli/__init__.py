"""The command line: arguments → text on standard output and error, files, and an exit code.

`main` is the entry point. A command is the module of its name in `commands`; only the one that is called is
imported, so that ``--help``, ``--version`` and the completion of a command cost little more than click.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

import click

from nyttokedja import __version__
from nyttokedja.cli.commands import SHORT_HELPS
from nyttokedja.cli.exit_codes import DONE
from nyttokedja.cli.speech import personal, spoken
from nyttokedja.cli.streams import prepare
from nyttokedja.cli.translation import PROGRAM, heading, localized, meant_command, short_helps, teach_click
from nyttokedja.language.codes import CANONICAL, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from click.shell_completion import CompletionItem

COMMANDS = tuple(SHORT_HELPS)
"""The names of the commands, in the order in which they are listed."""


class _Commands(click.Group):
    """A group that lists its commands from `SHORT_HELPS`, and imports only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"nyttokedja.cli.commands.{name}")
        return localized(module.command, spoken(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            meant = meant_command(error.command_name, COMMANDS)
            error.possibilities = [meant] if meant else None  # type: ignore[misc]
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # click leaves so much beside the names: indentation and the gap between the columns
        limit = formatter.width - 6 - max(map(len, COMMANDS))
        with formatter.section(heading(spoken(ctx))):
            formatter.write_dl([(name, _shortened(help, limit)) for name, help in _helps(ctx).items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [
            *(
                CompletionItem(name, help=_shortened(help))
                for name, help in _helps(ctx).items()
                if name.startswith(incomplete)
            ),
            *super(click.Group, self).shell_complete(ctx, incomplete),
        ]


def _helps(ctx: click.Context) -> Mapping[str, str]:
    """Command → the first sentence of its help, in the language of the command line."""
    return short_helps(spoken(ctx), SHORT_HELPS)


def _shortened(help: str, limit: int = 45) -> str:
    """A sentence shortened by click's own rule to ``limit`` characters."""
    return click.Command(None, help=help).get_short_help_str(limit)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--language", type=click.Choice(LANGUAGES), help="The language to speak; as after the command.")
@click.version_option(__version__, prog_name=PROGRAM)
@click.pass_context
def program(ctx: click.Context, language: str | None) -> None:
    """Check, analyse and draw effect chains (effektkedjor, gevinstkart).

    \b
    Begin with:
      nyttokedja new "Digital nattillsyn"     write a small chain to start from
      nyttokedja check                        check the chains here
      nyttokedja draw                         draw them as SVG into renders/

    Findings are said in the language of the chain. Exit codes: 0 nothing found at or above the fail
    level, 1 findings, 2 the work could not be done.
    """
    if language is not None:
        ctx.default_map = {name: {"language": language} for name in COMMANDS}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end the process with one of `exit_codes`.

    Args:
        arguments: what stands after the program's name; those of the process where nothing is given.

    Raises:
        SystemExit: always, with the exit code.
    """
    # much is built and nothing thrown away: looking for garbage often would take a third of the time
    gc.set_threshold(200_000, 20, 20)
    prepare()
    language = None
    try:
        given = sys.argv[1:] if arguments is None else arguments
        language = personal(given)
        teach_click(language or CANONICAL)
        called = localized(program, language or CANONICAL, PROGRAM)
        code = called.main(list(given), prog_name=PROGRAM, standalone_mode=False, obj=language)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - a traceback would exit with 1, as findings do
        from nyttokedja.cli.failures import tell

        code = tell(error, language or CANONICAL)
    finally:
        teach_click(CANONICAL)  # for whoever calls this within a process of their own
    sys.exit(code if isinstance(code, int) else DONE)
