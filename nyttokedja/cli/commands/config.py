"""``nyttokedja config``: which settings hold for a chain, and where each was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from nyttokedja.cli import options, setting_options, speech
from nyttokedja.cli.exit_codes import CANNOT
from nyttokedja.cli.translation import told

if TYPE_CHECKING:
    from nyttokedja.checking.settings import Lookup, Resolved


@click.command("config")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@setting_options.chosen
@options.spoken
def command(paths: tuple[str, ...], chosen: setting_options.Chosen) -> None:
    """Show which settings hold for a chain, and where each of them was said.

    PATH is a file or a folder; without one, the current folder. What is shown is itself a settings file.

    Settings are read from the nearest nyttokedja.toml, or pyproject.toml with a table tool.nyttokedja,
    in the chain's folder or one above it, up to the root of its repository. Options go before them.

    \b
    Examples:
      nyttokedja config
      nyttokedja config chains/digital_nattillsyn.yaml
      nyttokedja config --ignore NK7 chains
    """
    language = speech.spoken(click.get_current_context())
    lookup = chosen.lookup()
    succeeded = True
    for n, path in enumerate(paths or (".",)):
        if n:
            click.echo()
        succeeded &= _show(path, lookup, language)
    if not succeeded:
        raise SystemExit(CANNOT)


def _show(path: str, lookup: Lookup, language: str) -> bool:
    """Show what holds for a path; whether that could be done."""
    from pathlib import Path

    from nyttokedja.checking.settings import WrongSettings
    from nyttokedja.cli.runs.unused_patterns import unused_lines
    from nyttokedja.language.safe_text import clean
    from nyttokedja.reports.findings.text import safe_file_name

    place = Path(path)
    if not place.exists():
        missing = "{file} is not there. Name a chain, or a folder of chains."
        click.echo(f"nyttokedja: {told(missing, language, file=safe_file_name(path))}", err=True)
        return False
    chain = place / "chain.yaml" if place.is_dir() else place
    try:
        resolved = lookup.resolved(chain)
    except WrongSettings as wrong:
        _say(wrong)
        return False
    click.echo(f"# {safe_file_name(path)}")
    unused = (f"# {line}" for line in unused_lines(lookup.file(chain), language))
    for line in (*_lines(resolved, language), *unused):
        click.echo(clean(line))
    return True


def _say(wrong: Any) -> None:
    from nyttokedja.cli.runs.check import of_settings
    from nyttokedja.cli.terminal import look
    from nyttokedja.reports.findings import text

    outcome = of_settings(wrong)
    lines = [text.failure_sentence(outcome)] if outcome.trouble else text.outcome_lines(outcome, look())
    for line in lines:
        click.echo(line, err=True, color=True)


def _lines(resolved: Resolved, language: str) -> Iterator[str]:
    """Each setting as a line of TOML, with where it was said behind it."""
    from nyttokedja.checking.settings.resolve import DEFAULTS

    for key, default in DEFAULTS.items():
        said = resolved.settings[key]
        origins = ", ".join(dict.fromkeys(setting.origin for setting in said)) or told("default", language)
        values = [setting.value for setting in said]
        if isinstance(default, list):
            yield _line(key, [name for value in values for name in value], origins)
        elif isinstance(default, dict):
            yield from _table(key, default, said, language)
        elif values:
            yield _line(key, values[-1], said[-1].origin)
        elif default is None:
            yield "# " + told("{key}: not said", language, key=key)
        else:
            yield _line(key, default, origins)


def _table(key: str, default: dict[str, Any], said: Sequence[Any], language: str) -> Iterator[str]:
    """The lines of a table, whose keys may each come from another place."""
    held = {name: (value, told("default", language)) for name, value in default.items()}
    for value, origin in said:
        held |= {name: (one, origin) for name, one in value.items()}
    for name, (value, origin) in held.items():
        yield _line(f"{key}.{name}", value, origin)


def _line(key: str, value: Any, origin: str) -> str:
    return f"{key} = {_toml(value)}  # {origin}"


def _toml(value: Any) -> str:
    """A value as a settings file has it."""
    import json
    import re

    if isinstance(value, dict):
        names = (name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name) for name in value)
        held = (f"{name} = {_toml(one)}" for name, one in zip(names, value.values(), strict=True))
        return f"{{{', '.join(held)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
