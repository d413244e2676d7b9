"""``python -m benchmarks``: speed as ratios against named peers, each measured in the same run.

    python -m pip install check-jsonschema yamllint      the peers for check
    python -m pip install openpyxl                        a peer for reading tables
    npm install -g @mermaid-js/mermaid-cli                a peer for draw; and dot, from Graphviz

A peer that is missing is said and left out. Absolute figures move from machine to machine: quote ratios.
"""

from __future__ import annotations

import compileall
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import nyttokedja
from benchmarks import calculations, corpus, drawings, history, instructions, walls
from benchmarks import pages as opened_pages
from benchmarks.clock import Command, seconds
from nyttokedja import check

SCRIPTS = Path(sys.executable).parent
NYTTOKEDJA = str(SCRIPTS / "nyttokedja")
LAX = "{extends: relaxed, rules: {line-length: disable}}"


def main() -> None:
    """Measure all, or what the arguments name: the keys of PARTS."""
    # users of a wheel have byte code; a checkout may not, and would be compiled anew at every start
    compileall.compile_dir(Path(nyttokedja.__file__).parent, quiet=1)
    wanted = sys.argv[1:] or list(PARTS)
    with tempfile.TemporaryDirectory() as name:
        for part in wanted:
            for line in PARTS[part](Path(name)):
                print(line, flush=True)


def _row(what: str, ours: float, peer: float, goal: str) -> str:
    return f"{what:<44}{ours:>9.3f} s {peer:>9.3f} s {ours / peer:>8.3f} ×   goal {goal}"


def start(folder: Path) -> Iterator[str]:
    """How long it takes to say nothing."""
    bare = [sys.executable, "-c", "import click"]
    asked = ["env", "_NYTTOKEDJA_COMPLETE=bash_complete", "COMP_CWORD=2"]
    for what, command in (
        ("--version", [NYTTOKEDJA, "--version"]),
        ("--help", [NYTTOKEDJA, "--help"]),
        ("completion of an option", [*asked, "COMP_WORDS=nyttokedja check --f", NYTTOKEDJA]),
    ):
        took = seconds({"we": [command], "click": [bare]}, 11, folder)
        yield _row(f"{what}, against import click", took["we"], took["click"], "≤ 1.4")


def _peers(paths: list[str]) -> list[Command] | None:
    schema = str(Path("schemas/chain.sv.schema.json").absolute())
    validate, lint = SCRIPTS / "check-jsonschema", SCRIPTS / "yamllint"
    if not (validate.exists() and lint.exists()):
        return None
    return [[str(validate), "--schemafile", schema, *paths], [str(lint), "-d", LAX, *paths]]


def checks(folder: Path) -> Iterator[str]:
    """Checking, against check-jsonschema and yamllint on the same files, one after the other."""
    for what, count, nodes, runs, goal in (
        ("check 1 chain of 50 nodes", 1, 50, 7, "≤ 0.8, then ≤ 0.3"),
        ("check 1,000 chains of 50 nodes", 1000, 50, 1, "≤ 0.05, then ≤ 0.007"),
        ("check 1 chain of 10,000 nodes", 1, 10_000, 1, "≤ 0.1, then ≤ 0.02"),
    ):
        place = folder / f"{count}-{nodes}"
        paths = corpus.write(place, count, nodes)
        peers = _peers(paths)
        if peers is None:
            yield "check-jsonschema and yamllint are not installed: nothing to check against"
            return
        took = seconds({"we": [[NYTTOKEDJA, "check", str(place)]], "they": peers}, runs, folder)
        yield _row(what, took["we"], took["they"], goal)


def draws(folder: Path) -> Iterator[str]:
    """Drawing, against mermaid-cli for one picture and plain dot for a hundred."""
    place = folder / "draw"
    (path,) = corpus.write(place, 1, 50)
    ours = [[NYTTOKEDJA, "draw", str(place), "-o", str(folder / "out")]]
    wipe = [["rm", "-rf", str(folder / "out")]]
    if mermaid := shutil.which("mmdc"):
        source = folder / "chain.mmd"
        source.write_text(_mermaid(Path(path)), "utf-8")
        settings = folder / "puppeteer.json"
        chromium = shutil.which("chromium") or ""
        settings.write_text(f'{{"executablePath": "{chromium}", "args": ["--no-sandbox"]}}', "utf-8")
        theirs = [[mermaid, "-p", str(settings), "-i", str(source), "-o", str(folder / "mermaid.svg")]]
        took = seconds({"we": [*wipe, *ours], "mermaid": theirs}, 5, folder)
        yield _row(
            "draw 1 chain of 50 nodes, against mermaid-cli",
            took["we"],
            took["mermaid"],
            "≤ 0.25, then ≤ 0.05",
        )
    else:
        yield "mermaid-cli is not installed: one picture has nothing to be measured against"
    if dot := shutil.which("dot"):
        many = folder / "many"
        corpus.write(many, 100, 50)
        seconds(
            {"dot": [[NYTTOKEDJA, "draw", "--format", "dot", str(many), "-o", str(folder / "dot")]]},
            1,
            folder,
        )
        ready = [[dot, "-Tsvg", "-o", os.devnull, str(file)] for file in sorted((folder / "dot").iterdir())]
        run = [NYTTOKEDJA, "draw", str(many), "-o", str(folder / "out")]
        took = seconds({"we": [*wipe, run], "dot": ready}, 3, folder)
        yield _row("draw 100 chains, against one dot for each", took["we"], took["dot"], "≤ 3, then ≤ 1")
    else:
        yield "dot is not installed: a hundred pictures have nothing to be measured against"


def sites(folder: Path) -> Iterator[str]:
    """A site of many chains, against drawing them; and the same once more, when nothing has changed."""
    place = folder / "site"
    corpus.write(place, 200, 50)
    out, drawn = str(folder / "pages"), str(folder / "drawn")
    first = [NYTTOKEDJA, "site", str(place), "-o", out]
    wipe = ["rm", "-rf", out, drawn]
    run = {"we": [wipe, first], "draw": [[NYTTOKEDJA, "draw", str(place), "-o", drawn]]}
    took = seconds(run, 1, folder)
    yield _row("site of 200 chains, against drawing them", took["we"], took["draw"], "≤ 1.5, and ≤ 60 s")
    check = [NYTTOKEDJA, "check", str(place)]
    took = seconds({"again": [first], "check": [check]}, 1, folder)
    yield _row("the same site again, against checking", took["again"], took["check"], "≤ 2")


def _mermaid(path: Path) -> str:
    graph = check(path.read_bytes()).graph
    assert graph is not None
    boxes = [f'  {node.id}["{node.title}"]' for node in graph.nodes.values()]
    arrows = [f"  {arrow.source.id} --> {arrow.target.id}" for arrow in graph.arrows]
    return "\n".join(["flowchart LR", *boxes, *arrows])


def growth(folder: Path) -> Iterator[str]:
    """How the time of a check and of a picture grows with the chain."""
    last = None
    for nodes in (50, 500, 5000):
        place = folder / f"growth-{nodes}"
        corpus.write(place, 1, nodes)
        out = str(folder / f"growth-out-{nodes}")
        took = seconds({"check": [[NYTTOKEDJA, "check", str(place)]]}, 3, folder)["check"]
        drawn = seconds({"draw": [[NYTTOKEDJA, "draw", str(place), "-o", out]]}, 1, folder)["draw"]
        step = f"   {took / last[0]:.1f} × and {drawn / last[1]:.1f} × the one before" if last else ""
        yield f"{nodes:>6} nodes: check {took:.3f} s, draw {drawn:.3f} s{step}"
        last = took, drawn


def changes(folder: Path) -> Iterator[str]:
    """Telling what changes do: one against checking both of its sides, and a history against git's own."""
    for nodes in (50, 10_000):
        place = folder / f"diff-{nodes}"
        (path,) = corpus.write(place, 1, nodes)
        other = place / "other.yaml"
        other.write_text(Path(path).read_text("utf-8").replace("effekt_1:", "effekt_x:", 1), "utf-8")
        both = [path, str(other)]
        run = {"diff": [[NYTTOKEDJA, "diff", *both]], "check": [[NYTTOKEDJA, "check", one] for one in both]}
        took = seconds(run, 3 if nodes < 1000 else 1, folder)
        yield _row(f"diff of {nodes} nodes, against two checks", took["diff"], took["check"], "≤ 1.5")
    place = folder / "history"
    history.write(place, 2000, 50)
    ours = [[NYTTOKEDJA, "log", str(place / history.FILE)]]
    theirs = [["git", "-C", str(place), "log", "-p", "--follow", "--", history.FILE]]
    took = seconds({"log": ours, "git": theirs}, 1, place)
    yield _row("log of 2,000 commits, against git log -p", took["log"], took["git"], "≤ 60 s")


def stages(_: Path) -> Iterator[str]:
    """The stages of a check, in instructions."""
    if not instructions.AVAILABLE:
        yield "valgrind is not installed: the stages of a check cannot be counted"
        return
    from benchmarks import stages as of_a_check

    for nodes in (50, 1000):
        yield from of_a_check.rows(nodes)


def reads_drawings(_: Path) -> Iterator[str]:
    """How long drawings of draw.io take to read."""
    yield from drawings.rows()


def pictures(_: Path) -> Iterator[str]:
    """What is measured in written pictures of realistic chains, beside its goals."""
    from benchmarks.pictures.measuring import rows

    yield from rows()


def pages(folder: Path) -> Iterator[str]:
    """How long the pages of chains take to be ready in a browser."""
    yield from opened_pages.rows(folder)


def imports(folder: Path) -> Iterator[str]:
    """Making chains of what a workshop has written, against openpyxl's reading of the same table."""
    (folder / "notes.txt").write_text(walls.notes(1_000), "utf-8")
    walls.workbook(folder / "table.xlsx", 2_000)
    wipe = ["rm", "-f", "notes.yaml", "notes.import.json", "table.yaml", "table.import.json"]
    made = [wipe, [NYTTOKEDJA, "import", "notes.txt"], [NYTTOKEDJA, "check", "notes.yaml"]]
    bare = [sys.executable, "-c", "import click"]
    took = seconds({"we": made, "click": [bare]}, 3, folder)
    yield _row("1,000 notes to a checked chain", took["we"], took["click"], "< 1.0 s")
    yield from walls.rows()
    read = "import openpyxl; [row for sheet in openpyxl.load_workbook('table.xlsx') for row in sheet.values]"
    if find_spec("openpyxl") is None:
        yield "openpyxl is not installed: a table has nothing to be measured against"
        return
    ours = [wipe, [NYTTOKEDJA, "import", "table.xlsx"]]
    took = seconds({"we": ours, "they": [[sys.executable, "-c", read]]}, 3, folder)
    yield _row("xlsx of 2,000 rows, against openpyxl alone", took["we"], took["they"], "≤ 1.5 s")


def calculates(folder: Path) -> Iterator[str]:
    """Calculating, against checking the same files, and LibreOffice with a workbook of the same size."""
    (path,) = calculations.write(folder / "one", 1)
    run = {"we": [[NYTTOKEDJA, "calculate", path]], "check": [[NYTTOKEDJA, "check", path]]}
    took = seconds(run, 7, folder)
    yield _row("calculate 1 chain, against its check", took["we"], took["check"], "≤ 2")
    many = str(Path(calculations.write(folder / "many", 1000)[0]).parent)
    ours = [NYTTOKEDJA, "calculate", "--format", "json", many]
    run = {"we": [ours], "check": [[NYTTOKEDJA, "check", many]]}
    took = seconds(run, 1, folder)
    yield _row("calculate 1,000 chains, against their checks", took["we"], took["check"], "≤ 2")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        yield "LibreOffice is not installed: a workbook has nothing to be recalculated by"
        return
    calculations.workbook(folder / "same.xlsx")
    theirs = [[office, "--headless", "--convert-to", "ods", "same.xlsx"]]
    took = seconds({"we": [[NYTTOKEDJA, "calculate", path]], "they": theirs}, 3, folder)
    yield _row("calculate 1 chain, against LibreOffice", took["we"], took["they"], "–")


def prints(folder: Path) -> Iterator[str]:
    """How long PDF and PNG take."""
    if find_spec("typst") is None:
        yield "PDF and PNG: typst is missing"
        return
    from benchmarks import printing

    yield from printing.rows(folder)


def documents(folder: Path) -> Iterator[str]:
    """Plans as PDF and Word."""
    from benchmarks import documents as made

    yield from made.rows(folder)


def portfolios(folder: Path) -> Iterator[str]:
    """Tables over many chains: building them, and asking."""
    from benchmarks import portfolios as made

    yield from made.rows(folder)


PARTS = {
    "start": start,
    "check": checks,
    "stages": stages,
    "draw": draws,
    "pictures": pictures,
    "site": sites,
    "pages": pages,
    "growth": growth,
    "change": changes,
    "walls": imports,
    "drawings": reads_drawings,
    "calculation": calculates,
    "printing": prints,
    "documents": documents,
    "portfolio": portfolios,
}

if __name__ == "__main__":
    main()
