"""The command line: one thin file a command, found by its name, imported when it is called for."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from nyttokedja.errors import NyttokedjaError

COMMANDS = ("check", "draw", "new", "rule", "schema", "import")
"""The commands, in the order in which a newcomer meets them; each has a module of its name here."""

CANNOT = 2
"""The exit code for work that could not be done."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"nyttokedja.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nyttokedja", prog_name="nyttokedja")
def program() -> None:
    """Check, analyse and draw effect chains (effektkedjor, gevinstkart).

    \b
    Begin with:
      nyttokedja new "Digital nattillsyn"     write a small chain to start from
      nyttokedja check                        check the chains here
      nyttokedja draw                         draw them as SVG into renders/

    Findings are said in the language of the chain. Exit codes: 0 nothing found at or above the fail
    level, 1 findings, 2 the work could not be done.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit. The one place where an exception becomes a sentence."""
    # much is built and nothing thrown away: looking for garbage often would take a third of the time
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe on Windows would else be in cp1252
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = program.main(arguments, prog_name="nyttokedja", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = CANNOT
    except NyttokedjaError as error:
        click.echo(f"nyttokedja: {error}", err=True)
        code = CANNOT
    except (click.Abort, KeyboardInterrupt):
        click.echo("nyttokedja: interrupted", err=True)
        code = 130
    except BrokenPipeError:
        # whoever read our output has had enough; let the interpreter's last flush go nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
