"""An exception that ends the program → a sentence on standard error, and the exit code."""

from __future__ import annotations

import click

from nyttokedja.cli.exit_codes import CANNOT, INTERRUPTED


def tell(error: Exception | KeyboardInterrupt) -> int:
    """Print what an exception means to the user; the exit code.

    Control characters that come from arguments or files are replaced. The traceback of a bug is shown only
    where ``NYTTOKEDJA_DEBUG`` is set: by itself it would exit with 1, as findings do.
    """
    from nyttokedja.errors import NyttokedjaError

    match error:
        case click.exceptions.NoArgsIsHelpError():
            error.show()
        case click.ClickException():
            error.message = _clean(error.message)  # type: ignore[misc]  # what was typed may stand in it
            error.show()
        case NyttokedjaError():
            _say(error)
        case click.Abort() | KeyboardInterrupt():
            _say("interrupted")
            return INTERRUPTED
        case OSError():
            _say(f"{error}. Mend that and try again.")
        case _:
            _say(_bug(error))
    return CANNOT


def _say(sentence: object) -> None:
    click.echo(f"nyttokedja: {_clean(str(sentence))}", err=True)


def _clean(text: str) -> str:
    from nyttokedja.language.safe_text import clean

    return clean(text)


def _bug(error: Exception) -> str:
    from nyttokedja.batch.check import BUG
    from nyttokedja.errors import crash_message

    return BUG.format(crash_message(error))
