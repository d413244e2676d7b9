"""Settings as options: the same names and values as in settings files, over which they take precedence.

The decorators `file` and `chosen` collect the options into one parameter ``chosen`` of the command.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from nyttokedja.cli import completion
from nyttokedja.cli.speech import person_of
from nyttokedja.cli.unfit import Unfit
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.model.picture_settings import PLAIN, PictureSettings
from nyttokedja.model.severity import NEVER, Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reading.limits import SETTABLE

if TYPE_CHECKING:
    from nyttokedja.checking.settings import Lookup

Command = Callable[..., Any]

_LEVELS = tuple(severity.word for severity in reversed(Severity))
_STAGES = tuple(stage.value for stage in Stage)
_LIMITS = tuple(SETTABLE)
_ALL = "NK"
"""The beginning of every code: it names all rules."""


class Chosen(NamedTuple):
    """The settings of a command line, and which settings files are read.

    `values` maps the names of settings to values of the types that a settings file has. `file` is the only
    settings file to be read; `isolated` says that none is.
    """

    values: Mapping[str, Any] = {}
    file: str | None = None
    isolated: bool = False

    def with_file(self, setting: str, file: str) -> Chosen:
        """A copy with a setting that names a file.

        Raises:
            Unfit: it names none, as an unset variable in a script.
        """
        if not file:
            raise Unfit("it names no file", f"--{setting}")
        return self._replace(values={**self.values, setting: file})

    def lookup(
        self,
        language: str | None = None,
        today: date | None = None,
        picture: PictureSettings = PLAIN,
    ) -> Lookup:
        """The lookup of the settings of each chain.

        Args:
            language: the language of findings; None is each chain's own.
            today: the date that measurements are compared with; None leaves out what depends on it.
            picture: what is chosen about pictures.
        """
        from nyttokedja.checking.config import Config
        from nyttokedja.checking.settings import Layer, Lookup

        base = Config(language=language, today=today, picture=picture)
        options = Layer(self.values, "--{}".format)
        return Lookup(base, options, Path(self.file) if self.file else None, search=not self.isolated)


def of_new_chain(said: str | None, path: Path) -> str:
    """The language of a chain that is made: the one asked for, that of its settings, or that of the person.

    Args:
        said: the one asked for with ``--language``.
        path: where the chain will lie; settings there that cannot be understood are passed over.
    """
    from nyttokedja.checking.settings import Resolved

    found = Chosen().lookup().tried(path)
    settled = found.config.assumed_language if isinstance(found, Resolved) else None
    return said or settled or person_of(click.get_current_context(silent=True)) or LANGUAGES[0]


def file(command: Command) -> Command:
    """Decorate a command with ``--config`` and ``--isolated``; it gets a parameter ``chosen``, a `Chosen`."""

    @click.option(
        "--config", "settings_file", metavar="FILE", type=click.Path(), help="The only settings file to ask."
    )
    @click.option("--isolated", is_flag=True, help="Ask no settings file.")
    @wraps(command)
    def with_file(
        *args: Any,
        settings_file: str | None,
        isolated: bool,
        values: Mapping[str, Any] | None = None,
        **rest: Any,
    ) -> Any:
        if settings_file == "":  # an unset variable in a script
            raise Unfit("it names no file", "--config")
        if settings_file is not None and isolated:
            raise Unfit("--config names a file that --isolated forbids to ask")
        return command(*args, chosen=Chosen(values or {}, settings_file, isolated), **rest)

    return with_file


def chosen(command: Command) -> Command:
    """Decorate a command with an option for every setting; it gets a parameter ``chosen``, a `Chosen`."""
    with_file = file(command)

    @click.option(
        "--select",
        metavar="RULES",
        shell_complete=completion.several,
        help="Also these rules: codes, names or beginnings, with commas.",
    )
    @click.option("--ignore", metavar="RULES", shell_complete=completion.several, help="Not these rules.")
    @click.option(
        "--severity", "severities", metavar="RULE=LEVEL", multiple=True, help="What a rule's findings weigh."
    )
    @click.option("--stage", type=click.Choice(_STAGES), help="The stage of chains that say none.")
    @click.option("--tolerance", type=click.FloatRange(0, 1), help="How far off course is still on it.")
    @click.option("--most-nodes", type=click.IntRange(1, 200_000), help="More boxes are an overgrown chain.")
    @click.option(
        "--limits",
        "limits",
        metavar="NAME=N",
        multiple=True,
        help=f"What is too much to read: {', '.join(_LIMITS)}.",
    )
    @click.option(
        "--baseline", metavar="FILE", type=click.Path(), help="Say only what is new since it was written."
    )
    @click.option(
        "--fail-on",
        type=click.Choice((*_LEVELS, NEVER)),
        help="Exit with 1 at findings of this severity or worse; error, if not said.",
    )
    @wraps(with_file)
    def with_settings(
        *args: Any,
        select: str | None,
        ignore: str | None,
        severities: tuple[str, ...],
        stage: str | None,
        tolerance: float | None,
        most_nodes: int | None,
        limits: tuple[str, ...],
        baseline: str | None,
        fail_on: str | None,
        **rest: Any,
    ) -> Any:
        values = {
            "select": _selected(select),
            "ignore": _ignored(ignore),
            "severity": dict(map(_severity, severities)),
            "stage": stage,
            "fail-on": fail_on,
            "tolerance": _share(tolerance),
            "most-nodes": most_nodes,
            "limits": dict(map(_limit, limits)),
            "baseline": baseline,
        }
        said = {key: value for key, value in values.items() if value not in (None, [], {})}
        return with_file(*args, values=said, **rest)

    return with_settings


def _share(number: float | None) -> float | None:
    if number is not None and math.isnan(number):
        raise Unfit("it is no number", "--tolerance")
    return number


def _selected(written: str | None) -> list[str]:
    """A comma-separated list of rules → their names, codes in upper case; empty items are passed by."""
    listed = (name.strip() for name in (written or "").split(","))
    return [_known(name) for name in listed if name]


def _known(written: str) -> str:
    from nyttokedja.checking.rules import rules_named

    name = written.upper() if written[:2].upper() == _ALL else written.lower()
    if name != _ALL and not rules_named(name):
        raise Unfit("there is no rule called {rule}; see: nyttokedja rule", rule=name)
    return name


def _ignored(written: str | None) -> list[str]:
    names = _selected(written)
    for name in names:
        _refuse_broken(
            name, "{rule} cannot be ignored: what NK0 and NK1 find is broken, and is mended in the file"
        )
    return names


def _refuse_broken(name: str, sentence: str) -> None:
    from nyttokedja.checking.rules import RULES, can_be_ignored, rules_named

    if not all(can_be_ignored(rule) for rule in (RULES if name == _ALL else rules_named(name))):
        raise Unfit(sentence, rule=name)


def _severity(written: str) -> tuple[str, str]:
    rule, _, level = written.partition("=")
    if level.strip().lower() not in _LEVELS:
        raise Unfit(
            "{written!r} is not RULE=LEVEL, where LEVEL is one of {levels}",
            "--severity",
            written=written,
            levels=", ".join(_LEVELS),
        )
    name = _known(rule.strip())
    _refuse_broken(
        name, "{rule} cannot be weighed anew: what NK0 and NK1 find is broken, and is mended in the file"
    )
    return name, level.strip().lower()


def _limit(written: str) -> tuple[str, int]:
    from nyttokedja.checking.settings.schema import limit_range

    name, _, number = (part.strip() for part in written.partition("="))
    if name not in _LIMITS or not number.isdecimal():
        raise Unfit(
            "{written!r} is not NAME=N, where NAME is one of {names}",
            "--limits",
            written=written,
            names=", ".join(_LIMITS),
        )
    least, most = limit_range(name)
    if not least <= int(number[:12]) <= most:
        raise Unfit("{name} can be {least} to {most}", "--limits", name=name, least=least, most=most)
    return name, int(number)
