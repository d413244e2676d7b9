"""What changes take: telling one, a history of them, making one, and merging many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import corpus, history
from benchmarks.clock import seconds
from benchmarks.programs import NYTTOKEDJA
from benchmarks.table import Row, of


def rows(folder: Path) -> Iterator[Row]:
    """A row for each."""
    for nodes in (50, of(10_000)):
        (path,) = corpus.write(folder / f"diff-{nodes}", 1, nodes)
        other = folder / f"diff-{nodes}" / "other.yaml"
        other.write_text(Path(path).read_text("utf-8").replace("effekt_1:", "effekt_x:", 1), "utf-8")
        both = [path, str(other)]
        run = {"diff": [[NYTTOKEDJA, "diff", *both]], "check": [[NYTTOKEDJA, "check", one] for one in both]}
        took = seconds(run, 3 if nodes < 1000 else 1, folder)
        yield Row(f"diff of {nodes:,} boxes / two checks", took["diff"], took["check"], "≤ 1.5")
    yield from _log(folder / "history", of(2000))
    yield _set(folder / "set")
    yield _merge(folder / "merge", of(400) if of(400) > 8 else 40)


def _log(place: Path, commits: int) -> Iterator[Row]:
    history.write(place, commits, 50)
    ours = [[NYTTOKEDJA, "log", str(place / history.FILE)]]
    theirs = [["git", "-C", str(place), "log", "-p", "--follow", "--", history.FILE]]
    took = seconds({"log": ours, "git": theirs}, 1, place)
    yield Row(f"log of {commits:,} commits / git log -p", took["log"], took["git"], "≤ 28 s, aim 20 s")


def _set(place: Path) -> Row:
    (path,) = corpus.write(place, 1, 50)
    ours = [NYTTOKEDJA, "set", "nytta_1", "ägare", "Enhetschef", path]
    took = seconds({"set": [ours], "check": [[NYTTOKEDJA, "check", path]]}, 7, place)
    return Row("set in a chain of 50 boxes / its check", took["set"], took["check"], "–")


def _merge(place: Path, boxes: int) -> Row:
    """Two sides that touch half of the boxes, a quarter each."""
    base = _numbered(boxes, {})
    place.mkdir()
    sides = {
        "base": base,
        "ours": _numbered(boxes, dict.fromkeys(range(0, boxes, 4), "vår")),
        "theirs": _numbered(boxes, dict.fromkeys(range(2, boxes, 4), "deras")),
    }
    for name, text in sides.items():
        (place / f"{name}.yaml").write_text(text, "utf-8")
    again = ["cp", "ours.yaml", "merged.yaml"]
    ours = [NYTTOKEDJA, "git", "merge", "base.yaml", "merged.yaml", "theirs.yaml"]
    took = seconds({"we": [again, ours], "check": [[NYTTOKEDJA, "check", "ours.yaml"]]}, 1, place)
    what = f"merge of {boxes // 2} touched boxes in {boxes} / a check"
    return Row(what, took["we"], took["check"], "≤ 1 s, aim 0.5 s")


def _numbered(boxes: int, said: dict[int, str]) -> str:
    lines = ["nyttokedja: 1", "rubrik: Sammanfogning", "skede: utkast", "effekter:"]
    for n in range(boxes):
        lines += [f"  e{n}:", f"    rubrik: Effekt {n}", f"    beskrivning: {said.get(n, 'ingen')}"]
    return "\n".join([*lines, ""])
