"""What a shell offers at a press of Tab: rules, and the boxes of the chains here.

Who waits has typed half a word, so little is read, and what cannot be read is passed by. Ids come from
files that may be hostile, and go into a command line: only what is an id is offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import click
from click.shell_completion import CompletionItem

_FILES = 100
_BYTES = 500_000


def boxes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The boxes whose ids begin so; once an arrow has its source, those of the source's chain."""
    chains = [dict(_boxes(data)) for data in _chains()]
    source = ctx.params.get("source")
    near = [ids for ids in chains if source in ids] or chains
    sections = {id: section for ids in near for id, section in ids.items()}
    return [CompletionItem(id, help=sections[id]) for id in sections if id.startswith(incomplete)]


def boxes_or_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """As `boxes`; where no id begins so, it is a file that is meant."""
    return boxes(ctx, param, incomplete) or [CompletionItem(incomplete, type="file")]


def _chains() -> Iterator[bytes]:
    """The chains in the folder chains, or else in the current one but not below it: that may be large."""
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
    """Each id in a chain, with the word for its section."""
    from nyttokedja.language.forms import root_form
    from nyttokedja.model.chain import SECTIONS
    from nyttokedja.model.ids import is_id
    from nyttokedja.reading.parts import MappingPart
    from nyttokedja.reading.source import read

    root = read(data).root
    for section, value in root.entries if root else ():
        if root_form().keys.get(section.value) in SECTIONS and isinstance(value, MappingPart):
            yield from ((key.value, section.value) for key, _ in value.entries if is_id(key.value))


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The names of rules that begin so, or their codes."""
    from nyttokedja.checking.rules import RULES

    if incomplete[:2].upper() == "NK":
        named = [(rule.code, rule.name) for rule in RULES if rule.code.startswith(incomplete.upper())]
    else:
        named = [(rule.name, rule.code) for rule in RULES if rule.name.startswith(incomplete.lower())]
    return [CompletionItem(name, help=other) for name, other in named]


def decidable(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """As `rules`, but only those that a run or a chain may leave out."""
    from nyttokedja.checking.rules import BY_NAME, can_be_ignored

    return [item for item in rules(ctx, param, incomplete) if can_be_ignored(BY_NAME[item.value])]


def several(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """As `decidable`, for a list with commas: its last one."""
    listed, comma, last = incomplete.rpartition(",")
    found = decidable(ctx, param, last)
    return [CompletionItem(listed + comma + item.value, help=item.help) for item in found]
