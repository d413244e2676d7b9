"""Where the work of a check goes: the instructions of each of its stages, beside the parser's events alone.

Called as a program, it does each stage of a chain in a process of its own, and prints their ids.
"""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

from benchmarks import corpus, instructions

EVENTS, ALL = "C events (peer)", "the whole check"


def rows(nodes: int) -> Iterator[str]:
    """A line for each stage of the check of a chain: thousands of instructions, and as shares of the peer."""
    taken = _taken(nodes)
    for name, count in taken.items():
        goal = "   goal ≤ 5" if name == ALL else ""
        yield f"{nodes:>6} boxes: {name:<26}{count // 1000:>12,} k {count / taken[EVENTS]:>8.2f} ×{goal}"


def _taken(nodes: int) -> Mapping[str, int]:
    command = [sys.executable, "-m", "benchmarks.stages", str(nodes)]
    printed, counts = instructions.of_processes(command, Path.cwd())
    ids = [line.split(" ", 1) for line in printed.splitlines()]
    done = {name: counts[int(id)] for id, name in ids}
    nothing, times = done.pop(""), _times(nodes)
    each = {name: (count - nothing) // times for name, count in done.items()}
    each["read"] -= each[EVENTS]
    whole = each.pop(ALL)
    each["rules and findings"] = whole - sum(each.values())
    return {**each, ALL: whole}


def _times(nodes: int) -> int:
    """How often each stage is done: what a large chain takes varies less."""
    return 3 if nodes < 500 else 1


def _works(data: bytes) -> Mapping[str, Callable[[], object]]:
    """The stages of a check, each with what the ones before it have made."""
    from nyttokedja import check
    from nyttokedja.model.graph import Graph
    from nyttokedja.reading.building import build
    from nyttokedja.reading.parsed import Parsed
    from nyttokedja.reading.translation import translate
    from nyttokedja.reading.validation import validate

    parsed, text = Parsed(data), data.decode()
    root, translated, valid = parsed.source.root, parsed.translated, parsed.validated
    assert root is not None
    chain = build(valid.root, translated.keys)
    return {
        "": lambda: None,
        EVENTS: lambda: deque(yaml.parse(text, yaml.CSafeLoader), maxlen=0),
        "read": lambda: Parsed(data).source,
        "translate": lambda: translate(root),
        "fit": lambda: validate(translated.root, translated.keys),
        "build": lambda: build(valid.root, translated.keys),
        "graph": lambda: Graph(chain),
        ALL: lambda: check(data),
    }


def main() -> None:
    """Do each stage in a process of its own, after all have been done once."""
    gc.set_threshold(200_000, 20, 20)  # as the command line does
    nodes = int(sys.argv[1])
    chain = corpus.chain(nodes)
    for work in _works(chain.replace(" för ", " åt ").encode()).values():  # words that are not met again
        work()
    for name, work in _works(chain.encode()).items():
        print(instructions.forked(work, _times(nodes)), name, flush=True)


if __name__ == "__main__":
    main()
