"""Do the tests notice? Small faults put into the code, one at a time, against the tests of its room.

``python -m tests.mutants`` draws a seeded sample over all rooms, at least eight a room, and runs each in a
copy of the checkout: first the test of the module's own name, then those of its room that stand where the
module does or name it, then the whole room's, then the whole suite. What is done is kept in
``.mutants.json`` and passed by in the next run; ``--report`` only sums up. It takes hours and is no part of
what every change runs through.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import copy
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".mutants.json"
LEAST = 8
TIMES = {"own": 120, "near": 300, "room": 600, "suite": 1800}
"""Seconds after which a run of tests counts as noticing: the fault has made something endless."""

COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMPUTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult}


@dataclass(frozen=True)
class Mutant:
    """A fault: where it is, and what stands there in place of what."""

    module: str
    line: int
    start: int
    end: int
    before: str
    after: str

    @property
    def room(self) -> str:
        """The folder under the package, or the module's own name."""
        return Path(self.module).parts[1].removesuffix(".py")

    @property
    def key(self) -> str:
        return f"{self.module}:{self.line}: {self.before!r} -> {self.after!r}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every fault that can be put into a module."""
    text = path.read_text("utf-8")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    data = text.encode()
    tree = ast.parse(text)
    passed_by = {id(inner) for node in ast.walk(tree) for inner in decorators(node)}
    for node in ast.walk(tree):
        for after in faults(node) if id(node) not in passed_by else ():
            start = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
            end = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
            yield Mutant(
                str(path.relative_to(ROOT)), node.lineno, start, end, data[start:end].decode(), after
            )  # type: ignore[attr-defined]


def decorators(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in the decorators of a class or function: how it is made, not what it does."""
    for decorator in getattr(node, "decorator_list", ()):
        yield from ast.walk(decorator)


def faults(node: ast.AST) -> Iterator[str]:
    """What may stand in place of a node."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from swapped(node, "ops", [COMPARED[type(node.ops[0])]()])
    elif isinstance(node, ast.BoolOp):
        yield from swapped(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"({ast.unparse(node.operand)})"
    elif isinstance(node, ast.BinOp) and type(node.op) in COMPUTED and not has_text(node):
        yield from swapped(node, "op", COMPUTED[type(node.op)]())
    elif isinstance(node, ast.Constant) and type(node.value) in (bool, int):
        yield repr(not node.value if isinstance(node.value, bool) else node.value + 1)
    elif isinstance(node, ast.IfExp):
        yield f"({ast.unparse(node.orelse)})"
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp) and node.generators[0].ifs:
        other = copy.deepcopy(node)
        other.generators[0].ifs = []
        yield ast.unparse(other)
    elif isinstance(node, ast.Continue):
        yield "break"


def has_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.JoinedStr | ast.Constant | ast.List | ast.Tuple)
        for side in (node.left, node.right)
    )


def swapped(node: ast.AST, field: str, value: object) -> Iterator[str]:
    other = copy.deepcopy(node)
    setattr(other, field, value)
    yield f"({ast.unparse(other)})"


def sample(seed: int, count: int) -> list[Mutant]:
    """A seeded sample: at least eight a room, the rest by how much can go wrong in each."""
    chance = random.Random(seed)
    rooms: dict[str, list[Mutant]] = {}
    for path in sorted((ROOT / "nyttokedja").rglob("*.py")):
        if path.is_relative_to(ROOT / "nyttokedja/app/scripts"):
            continue  # what the app is built with: that has been done when tests begin
        for mutant in mutants_of(path):
            rooms.setdefault(mutant.room, []).append(mutant)
    rooms = {room: found for room, found in sorted(rooms.items()) if len(found) >= LEAST}
    for found in rooms.values():
        chance.shuffle(found)
    chosen = [mutant for found in rooms.values() for mutant in found[:LEAST]]
    rest = [mutant for found in rooms.values() for mutant in found[LEAST:]]
    chance.shuffle(rest)
    return (chosen + rest)[: max(count, len(chosen))]


def tests_of(mutant: Mutant) -> dict[str, list[str]]:
    """Which tests are run, in order: by the module's own name, of its room, all."""
    inside = Path(mutant.module).relative_to("nyttokedja")
    own = Path("tests", inside.parent, f"test_{inside.stem.removesuffix('_')}.py")
    front = Path("tests", inside.parent, f"test_{inside.parent.name}.py")
    found = [str(path) for path in (own, front) if (ROOT / path).exists()][:1]
    if len(inside.parts) == 1:
        return {"own": found, "suite": ["tests"]}
    room = Path("tests", inside.parts[0])
    name = re.compile(rf"\b{inside.parent.name if inside.stem == '__init__' else inside.stem}\b")
    beside = next(ROOT / at for at in Path("tests", inside).parents if (ROOT / at).is_dir())
    near = [
        path.relative_to(ROOT)
        for path in sorted((ROOT / room).rglob("test_*.py"))
        if (path.parent == beside != ROOT / room) or name.search(path.read_text("utf-8"))
    ]
    return {"own": found, "near": [str(path) for path in near], "room": [str(room)], "suite": ["tests"]}


def tried(mutant: Mutant, folder: Path, most: str) -> str:
    """How a fault was noticed: by its "own" test, by one "near" it, by "room" or "suite"; or "survived"."""
    path = folder / mutant.module
    data = path.read_bytes()
    faulty = data[: mutant.start] + mutant.after.encode() + data[mutant.end :]
    try:
        asked_already: set[str] = set()
        for stage, tests in tests_of(mutant).items():
            left = [test for test in tests if test not in asked_already]
            if list(TIMES).index(stage) > list(TIMES).index(most):
                break
            if left and noticed(left, stage, folder, path, data, faulty):
                return stage
            asked_already |= {*tests}
        return "survived"
    finally:
        written(path, data)


def noticed(tests: list[str], stage: str, folder: Path, path: Path, data: bytes, faulty: bytes) -> bool:
    """Whether tests turn red for the fault: a test that is red without it as well does not count.

    Tests that start a program are asked only where they are the module's own, or all: they take seconds.
    """
    chosen = ["-m", "not program"] if stage in ("near", "room") else []
    red_anyway: list[str] = []
    while True:
        written(path, faulty)
        away = [part for test in red_anyway for part in ("--deselect", test)]
        ran = asked([*chosen, *away, *tests], folder, TIMES[stage])
        if ran is None:
            return True
        if ran.returncode in (0, 5):
            return False
        red = re.findall(r"^(?:FAILED|ERROR) ([^\s\[]+)", ran.stdout, re.MULTILINE)
        written(path, data)
        if not red or "::" not in red[0]:
            return True
        again = asked([red[0]], folder, TIMES[stage])
        if again is not None and again.returncode == 0:
            return True
        red_anyway.append(red[0])


MADE = iter(range(1_000_000_000, 2_000_000_000))


def written(path: Path, data: bytes) -> None:
    """Write a module with a time of its own, so that no compiled code of another state is taken for it."""
    path.write_bytes(data)
    time = next(MADE)
    os.utime(path, (time, time))


def asked(arguments: list[str], folder: Path, seconds: int) -> subprocess.CompletedProcess[str] | None:
    """Run tests in a copy; ``None`` where they come to no end."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "CI": "true"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n", "0"]
    try:
        return subprocess.run(
            [*command, "--tb=no", "-rfE", *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None


def run(chosen: list[Mutant], jobs: int, most: str) -> None:
    """Try what has not been tried, in as many copies of the checkout as there are jobs."""
    done = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    reached = list(TIMES).index(most)
    left = [
        mutant
        for mutant in chosen
        if (known := done.get(mutant.key)) is None
        or (known["noticed"] == "survived" and list(TIMES).index(known["asked"]) < reached)
    ]
    with tempfile.TemporaryDirectory() as home:
        folders: Queue[Path] = Queue()
        for number in range(jobs):
            copied = Path(home, str(number))
            hidden = shutil.ignore_patterns(
                ".venv", ".git", "__pycache__", "node_modules", ".mutants.json", ".*_cache", ".hypothesis"
            )
            shutil.copytree(ROOT, copied, ignore=hidden)
            compileall.compile_dir(copied / "nyttokedja", quiet=1)
            folders.put(copied)

        def work(mutant: Mutant) -> None:
            folder = folders.get()
            try:
                done[mutant.key] = {
                    **asdict(mutant),
                    "room": mutant.room,
                    "noticed": tried(mutant, folder, most),
                    "asked": most,
                }
            finally:
                folders.put(folder)
            KEPT.write_text(json.dumps(done, ensure_ascii=False, indent=1), "utf-8")
            print(done[mutant.key]["noticed"], mutant.key, flush=True)

        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(work, left))


def report(chosen: list[Mutant]) -> None:
    """How many faults each room's own tests noticed, and which survived."""
    done = json.loads(KEPT.read_text("utf-8"))
    results = [done[mutant.key] for mutant in chosen if mutant.key in done]
    for room in sorted({result["room"] for result in results}):
        counts = Counter(result["noticed"] for result in results if result["room"] == room)
        print(
            f"{room:12}", *(f"{name} {counts[name]}" for name in ("own", "near", "room", "suite", "survived"))
        )
    own = sum(result["noticed"] in ("own", "near", "room") for result in results)
    print(f"{own} of {len(results)} noticed by the tests of their room")
    for mutant in chosen:
        if done.get(mutant.key, {}).get("noticed") in ("survived", "suite"):
            print(done[mutant.key]["noticed"], mutant.key)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--room", help="only faults in this room")
    parser.add_argument("--most", choices=TIMES, default="suite", help="the widest tests to run")
    parser.add_argument("--report", action="store_true", help="only sum up what has been tried")
    options = parser.parse_args()
    chosen = [m for m in sample(options.seed, options.count) if options.room in (None, m.room)]
    if not options.report:
        run(chosen, options.jobs, options.most)
    report(chosen)


if __name__ == "__main__":
    main()
