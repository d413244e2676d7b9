"""An exception that ends the program → a sentence on standard error, and the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from nyttokedja.cli.exit_codes import CANNOT, INTERRUPTED
from nyttokedja.cli.speech import person_of
from nyttokedja.cli.translation import metavar, translated
from nyttokedja.cli.unfit import Unfit
from nyttokedja.language.codes import CANONICAL

if TYPE_CHECKING:
    from nyttokedja.errors import NyttokedjaError


def tell(error: Exception | KeyboardInterrupt, language: str = CANONICAL) -> int:
    """Print what an exception means to the user, in a language; the exit code.

    Control characters that come from arguments or files are replaced. The traceback of a bug is shown only
    where ``NYTTOKEDJA_DEBUG`` is set: by itself it would exit with 1, as findings do.
    """
    from nyttokedja.errors import NyttokedjaError

    match error:
        case click.exceptions.NoArgsIsHelpError():
            error.show()
        case click.ClickException():
            _translate(error, language)
            error.message = _clean(error.message)  # type: ignore[misc]  # what was typed may stand in it
            error.show()
        case NyttokedjaError():
            from nyttokedja.language.failures import sentence

            _say(sentence(error, language), in_lines=error.in_lines)
        case click.Abort() | KeyboardInterrupt():
            _say(translated("interrupted", language, "failures"))
            return INTERRUPTED
        case OSError():
            _say(_of_system(error, language))
        case _:
            _say(_bug(error, language))
    return CANNOT


def complain(error: NyttokedjaError) -> None:
    """Print what could not be done, where the work goes on with the rest."""
    from nyttokedja.language.failures import sentence  # texts are many, and completion is quick

    _say(sentence(error, person_of(click.get_current_context(silent=True)) or CANONICAL))


def _translate(error: click.ClickException, language: str) -> None:
    if isinstance(error, Unfit):
        said = translated(error.sentence, language, "usage")
        error.message = said.format(**error.particulars)  # type: ignore[misc]
    if isinstance(error, click.BadParameter) and isinstance(error.param_hint, str):
        error.param_hint = metavar(error.param_hint, language)


def _say(sentence: object, *, in_lines: bool = False) -> None:
    first, *rest = str(sentence).split("\n") if in_lines else [str(sentence)]
    click.echo(f"nyttokedja: {_clean(first)}", err=True)
    if rest:
        from nyttokedja.language.safe_text import clean_line

        for line in filter(str.strip, rest):
            click.echo(f"    {clean_line(line)}", err=True)


def _of_system(error: OSError, language: str) -> str:
    """What the operating system refused, in a language, and at which file."""
    from nyttokedja.language.system_errors import reason
    from nyttokedja.language.texts import texts

    said = texts(language).word("reason", reason(error))
    if isinstance(error.filename, str):
        said = f"{error.filename}: {said}"
    return translated("{error}. Mend that and try again.", language, "failures").format(error=said)


def _clean(text: str) -> str:
    from nyttokedja.language.safe_text import clean

    return clean(text)


def _bug(error: Exception, language: str) -> str:
    from nyttokedja.batch.check import BUG
    from nyttokedja.errors import crash_message

    return translated(BUG, language, "failures").format(crash_message(error))
