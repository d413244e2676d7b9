"""``nyttokedja git``: git shows and merges chains by what they say."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nyttokedja.cli import options
from nyttokedja.cli.exit_codes import DONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nyttokedja.versions.merging import Merged

_MOST = 50
"""So many chains are asked which language to speak."""

_dry_run = click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")


@click.group("git")
@options.spoken
def command() -> None:
    """Let git show and merge chains by what they say.

    Only this repository's own configuration is changed: nothing that is versioned, and nothing of the
    user's or the machine's.

    \b
    Examples:
      nyttokedja git install
      nyttokedja git uninstall
    """


@command.command("install")
@options.paths
@_dry_run
@options.spoken
def install_(paths: tuple[str, ...], dry_run: bool) -> None:
    """Have git diff show chains as sentences, and git merge merge them box by box.

    PATH says where the chains are (chains, or the current folder, if not said). Each folder that has one
    is meant, with what comes to lie in it. Two changes are merged where they are about different facts,
    though lines collide; else there are conflict markers as ever. A file that is no chain is shown and
    merged as git does it. Run it again when chains lie in a new folder, or nyttokedja has been moved.

    \b
    Examples:
      nyttokedja git install
      nyttokedja git install chains plans --dry-run
    """
    from nyttokedja.versions.drivers import (
        attributes,
        attributes_file,
        install,
        line_ends,
        patterns,
        settings,
    )

    root, names, language = _chains(paths)
    lines = attributes(patterns(names))
    if dry_run:
        _show(f"git config --local {key} {value}" for key, value in settings().items())
        _show([f"{attributes_file(root)}:", *(f"  {line}" for line in lines)])
        _say(language, "dry-run")
        return
    install(root, lines)
    _say(language, "installed", patterns=tuple(line.rsplit(" ", 2)[0] for line in lines))
    if missing := line_ends(root, names):
        _say(language, "line-ends")
        for line in missing:
            click.echo(f"  {line}", err=True)


def _chains(paths: tuple[str, ...]) -> tuple[Path, list[str], str]:
    """The repository that chains lie in, their names in it, and the language that is spoken of them."""
    from nyttokedja.errors import CannotRead
    from nyttokedja.language.codes import guessed
    from nyttokedja.reading.discovery import candidates, read_bytes
    from nyttokedja.reading.limits import LIMITS
    from nyttokedja.reading.sniffing import contains_chain
    from nyttokedja.versions.git import inside, root

    top = root(Path())
    where = options.where(paths)
    found = [file for file in candidates(where) if contains_chain(file, LIMITS.file)]
    if not found:
        places = ", ".join(str(Path(path).resolve().name) if path == "." else path for path in where)
        raise CannotRead(
            "There is no effect chain in {places}. Name the folder where they are.", places=places
        )
    texts = (read_bytes(file, LIMITS.file).decode("utf-8", "replace") for file in found)
    language = options.addressed(None, (guessed(text) for text in texts))
    return top, [inside(file.path, top) for file in found], language


@command.command("uninstall")
@_dry_run
@options.spoken
def uninstall_(dry_run: bool) -> None:
    """Take out what install has written, and nothing else."""
    from nyttokedja.versions.drivers import installed, uninstall
    from nyttokedja.versions.git import root

    top = root(Path())
    there = installed(top)
    language = _spoken(top)
    if dry_run:
        _show(there)
        _say(language, "dry-run-out" if there else "not-installed")
        return
    uninstall(top)
    _say(language, "uninstalled" if there else "not-installed")


def _spoken(top: Path) -> str:
    """The language of the chains in a repository, as far as they have one."""
    from nyttokedja.language.codes import guessed
    from nyttokedja.reading.discovery import candidates, read_bytes
    from nyttokedja.reading.limits import LIMITS
    from nyttokedja.reading.sniffing import contains_chain

    found = (file for file in candidates([str(top)]) if contains_chain(file, LIMITS.file))
    texts = (read_bytes(file, LIMITS.file).decode("utf-8", "replace") for file in islice(found, _MOST))
    return options.addressed(None, map(guessed, texts))


@command.command("textconv", hidden=True)
@click.argument("file", type=click.Path(path_type=Path))
def textconv(file: Path) -> None:
    """What git shows of a file: one in conflict, and what it is compared with, as it is written."""
    from nyttokedja.reports.sentences import sentences
    from nyttokedja.versions.listed_files import conflicted_names

    if any(file.name.endswith(name) for name in conflicted_names(Path())):
        click.echo(file.read_bytes(), nl=False)
    else:
        click.echo(sentences(file.read_bytes()), nl=False)


@command.command("merge", hidden=True)
@click.argument("versions", nargs=3, type=click.Path(path_type=Path))
@click.option("--size", type=int, default=7)
@click.option("--path", default="")
@click.option("--ours", default="")
@click.option("--base", default="")
@click.option("--theirs", default="")
def merge_(versions: tuple[Path, Path, Path], size: int, path: str, **labels: str) -> None:
    """Merge base, ours and theirs, as git asks for it: the result replaces the second."""
    from nyttokedja.versions.drivers import CONFLICT
    from nyttokedja.versions.line_merge import by_lines
    from nyttokedja.versions.merging import Labels, Versions, merge

    sides = Versions(*(version.read_bytes() for version in versions))
    # a git that does not tell its labels leaves them as they were asked for
    told = {name: label for name, label in labels.items() if label and label[:1] != "%"}
    merged = merge(sides, by_lines, Labels(**told, size=size))
    if merged.data != sides.ours:
        versions[1].write_bytes(merged.data)
    _tell(merged, path)
    raise SystemExit(DONE if merged.clean else CONFLICT)


def _tell(merged: Merged, path: str) -> None:
    """Say why there is a conflict, or what to look at in what was merged."""
    from nyttokedja.language.safe_text import clean
    from nyttokedja.language.texts import texts
    from nyttokedja.reports.findings.text import safe_file_name

    said = texts(merged.language)
    errors = ({"code": error.code, "message": said.message(error)} for error in merged.errors)
    lines = [*merged.told, *(_sentence(merged.language, "new-error", **error) for error in errors)]
    if merged.reordered:
        lines.append(_sentence(merged.language, "order-left"))
    for line in lines:
        click.echo(f"{safe_file_name(path)}: {clean(line)}", err=True)


def _show(lines: Iterable[str]) -> None:
    from nyttokedja.language.safe_text import clean

    for line in lines:
        click.echo(clean(line))


def _say(language: str, name: str, **particulars: Any) -> None:
    from nyttokedja.language.safe_text import clean

    click.echo(clean(_sentence(language, name, **particulars)), err=True)


def _sentence(language: str, name: str, **particulars: Any) -> str:
    from nyttokedja.language.texts import texts

    return texts(language).say("git/told", name, **particulars)
