"""``nyttokedja completion``: what a shell needs to complete commands, options, rules and boxes."""

from __future__ import annotations

import click

from nyttokedja.cli import options

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@options.spoken
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script that makes a SHELL complete commands, options, rules and boxes.

    The script does nothing until the shell has read it. Lines for its start-up file are in the examples.

    \b
    Examples:
      bash, in ~/.bashrc:         eval "$(nyttokedja completion bash)"
      zsh, in ~/.zshrc:           eval "$(nyttokedja completion zsh)"
      fish, in config.fish:       nyttokedja completion fish | source
      PowerShell, in $PROFILE:    nyttokedja completion powershell | Out-String | Invoke-Expression
    """
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None
    script = complete(ctx.find_root().command, {}, "nyttokedja", "_NYTTOKEDJA_COMPLETE").source()
    # bytes, since bash on Windows stumbles over the line ends that text gets there
    click.echo(script.encode(), nl=False)
