"""Shell completion of arguments: an incomplete word → the node ids and rules that begin with it.

The functions have the signature of click's ``shell_complete``. A person is waiting, so at most `_FILES`
files of at most `_BYTES` bytes are read, and files that cannot be read are skipped. Files may be hostile,
and a completion becomes part of a command line: only valid ids are offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import click
from click.shell_completion import CompletionItem

_FILES = 100
"""The most files that are read."""

_BYTES = 500_000
"""The most bytes of a file that is read; larger files are skipped."""


def boxes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of nodes that begin with ``incomplete``, each with its section as its help.

    Where the command has an argument ``source`` that was given, only chains that have that node count.
    """
    chains = [dict(_boxes(data)) for data in _chains()]
    source = ctx.params.get("source")
    near = [ids for ids in chains if source in ids] or chains
    sections = {id: section for ids in near for id, section in ids.items()}
    return [CompletionItem(id, help=sections[id]) for id in sections if id.startswith(incomplete)]


def boxes_or_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Like `boxes`; where no id begins with ``incomplete``, the shell is told to complete file names."""
    return boxes(ctx, param, incomplete) or [CompletionItem(incomplete, type="file")]


def _chains() -> Iterator[bytes]:
    """The bytes of each chain in the folder ``chains``, else in the current folder, not below it."""
    from nyttokedja.reading.discovery import candidates, read_bytes
    from nyttokedja.reading.sniffing import is_chain

    with suppress(OSError):
        where = ["chains"] if Path("chains").is_dir() else [path.name for path in Path().glob("*.y*ml")]
        for file in islice(candidates(where), _FILES):
            if file.trouble or file.outside:
                continue
            with suppress(OSError):
                data = read_bytes(file, _BYTES)
                if len(data) <= _BYTES and is_chain(data):
                    yield data


def _boxes(data: bytes) -> Iterator[tuple[str, str]]:
    """Each node id in a chain, with the key of its section as it is written in the file."""
    from nyttokedja.language.forms import root_form
    from nyttokedja.model.chain import SECTIONS
    from nyttokedja.model.ids import is_id
    from nyttokedja.reading.parts import MappingPart
    from nyttokedja.reading.source import read

    root = read(data).root
    for section, value in root.entries if root else ():
        if root_form().keys.get(section.value) in SECTIONS and isinstance(value, MappingPart):
            yield from ((key.value, section.value) for key, _ in value.entries if is_id(key.value))


def factors(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of shared factors that begin with ``incomplete``, ready for a value."""
    found = {id: None for data in _chains() for id in _factors(data)}
    return [CompletionItem(f"{id}=") for id in found if id.startswith(incomplete)]


def _factors(data: bytes) -> Iterator[str]:
    from nyttokedja.language.forms import root_form
    from nyttokedja.model.ids import is_id
    from nyttokedja.reading.parts import MappingPart
    from nyttokedja.reading.source import read

    root = read(data).root
    for word, value in root.entries if root else ():
        if root_form().keys.get(word.value) != "calculation" or not isinstance(value, MappingPart):
            continue
        held = root_form().within("calculation")
        for key, listed in value.entries if held else ():
            if held and held.keys.get(key.value) == "factors" and isinstance(listed, MappingPart):
                yield from (id.value for id, _ in listed.entries if is_id(id.value))


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of rules that begin with ``incomplete``; their codes where it begins with NK."""
    from nyttokedja.checking.rules import RULES

    if incomplete[:2].upper() == "NK":
        named = [(rule.code, rule.name) for rule in RULES if rule.code.startswith(incomplete.upper())]
    else:
        named = [(rule.name, rule.code) for rule in RULES if rule.name.startswith(incomplete.lower())]
    return [CompletionItem(name, help=other) for name, other in named]


def decidable(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Like `rules`, without the rules that can neither be ignored nor accepted."""
    from nyttokedja.checking.rules import BY_NAME, can_be_ignored

    return [item for item in rules(ctx, param, incomplete) if can_be_ignored(BY_NAME[item.value])]


def several(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Like `decidable`, for the last item of a comma-separated list; a completion is the whole list."""
    listed, comma, last = incomplete.rpartition(",")
    found = decidable(ctx, param, last)
    return [CompletionItem(listed + comma + item.value, help=item.help) for item in found]


def questions_of_portfolios(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The names of the questions that begin with ``incomplete``."""
    from nyttokedja.portfolio.asking import ORDER

    return [CompletionItem(name) for name in ORDER if name.startswith(incomplete)]
