"""Builds the one file: locked parts in, the same bytes out.

    npm ci --ignore-scripts && python build.py

The parts of our dependencies that are Python are fetched by pip with the hashes of ``requirements.txt``,
weeded, and laid beside ours; ``build.mjs`` compiles them with the Python in the file, and packs it all.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parents[1]
BUILT = HERE.parent / "built"
PLATFORMS = [f"manylinux{name}_x86_64" for name in ("_2_28", "_2_27", "_2_17", "2014")]
"""That one wheel is fetched everywhere; nothing of it but Python is taken."""

NOT_OURS = (
    *("app/built", "app/scripts", "batch", "cli", "documents", "maturity", "pages/scripts"),
    *("pages/site", "portfolio", "printing", "prioritising", "serving", "versions/git", "py.typed"),
)
"""What starts programs, knows a terminal, is made of itself, or is about many chains."""
OF_COMMANDS = ("commands.toml", "command_names.toml", "start.toml")
"""Texts of the command line alone."""
NOT_THEIRS = ("tests", "benchmarks", "docs", "__pycache__")
NETWORKX = (
    *(
        "lazy_imports",
        "exception",
        "convert.",
        "utils/",
        "classes/",
        "algorithms/dag",
        "algorithms/dominance",
    ),
    *("algorithms/components/strongly", "algorithms/shortest_paths/generic"),
    *(
        "algorithms/shortest_paths/unweighted",
        "algorithms/traversal/breadth_first",
        "algorithms/traversal/depth_first",
    ),
)
"""What is taken of networkx, beside the stand-in for its start."""
TONGUES = ("sv", "nb_NO", "en_GB")
"""The languages whose words pictures break."""
LICENCES = ("license", "licence", "copying", "notice", "authors")


def fetched(folder: Path) -> list[Path]:
    """The wheels that are locked."""
    wanted = [f"--platform={platform}" for platform in PLATFORMS]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--only-binary=:all:", "--implementation=cp", "--python-version=3.12", *wanted]
    subprocess.run([*command, "-r", str(HERE / "requirements.txt"), "-d", str(folder)], check=True)
    return sorted(folder.glob("*.whl"))


def theirs(wheels: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Name in the file → content, for what is taken of the wheels."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as held:
            yield from ((name, held.read(name)) for name in held.namelist() if is_wanted(PurePosixPath(name)))


def licences(wheels: list[Path]) -> dict[str, str]:
    """What each part is called → the terms that it comes with."""
    found = {path.stem: path.read_text("utf-8") for path in (HERE / "licences").glob("*.txt")}
    found["nyttokedja"] = (PACKAGE.parent / "LICENSE").read_text("utf-8")
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as held:
            names = [name for name in held.namelist() if is_licence(PurePosixPath(name))]
            texts = [held.read(name).decode("utf-8", "replace") for name in sorted(names)]
        found["-".join(wheel.name.split("-")[:2])] = "\n\n".join(texts)
    return found


def is_licence(path: PurePosixPath) -> bool:
    return ".dist-info" in path.parts[0] and path.stem.lower().startswith(LICENCES)


def is_wanted(path: PurePosixPath) -> bool:
    if ".dist-info" in path.parts[0] or set(NOT_THEIRS) & set(path.parts) or path.parts[0] == "_yaml":
        return False
    if path.parts[0] == "networkx" and not path.as_posix().removeprefix("networkx/").startswith(NETWORKX):
        return False
    if path.suffix == ".dic":
        return any(path.stem == f"hyph_{tongue}" for tongue in TONGUES)
    return path.suffix in (".py", ".json") and "_cpp" not in path.stem


def ours() -> Iterator[tuple[str, bytes]]:
    """Name in the file → content, for what is taken of this package, its schemas and the stand-ins."""
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE).as_posix()
        if not path.is_file() or "__pycache__" in path.parts or "node_modules" in path.parts:
            continue
        if path.name in OF_COMMANDS:
            continue
        if not any(inside == left or inside.startswith((f"{left}/", f"{left}.")) for left in NOT_OURS):
            yield f"nyttokedja/{inside}", path.read_bytes().replace(b"\r\n", b"\n")
    for path in sorted((PACKAGE.parent / "schemas").glob("*.schema.json")):
        if path.name.count(".") > 2:
            continue  # for editors of text, in other languages
        yield f"nyttokedja/schemas/{path.name}", path.read_bytes().replace(b"\r\n", b"\n")
    for path in sorted((HERE / "standins").rglob("*.py")):
        yield path.relative_to(HERE / "standins").as_posix(), path.read_bytes().replace(b"\r\n", b"\n")


def said() -> dict[str, dict[str, str]]:
    """Language → what the page says in it."""
    folders = sorted((PACKAGE / "language/texts").glob("*/app.toml"))
    return {path.parent.name: tomllib.loads(path.read_text("utf-8"))["screen"] for path in folders}


def archived(files: Iterator[tuple[str, bytes]], path: Path) -> None:
    """Write an archive without anything that differs from build to build."""
    with tarfile.open(path, "w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in sorted(files):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


def main() -> None:
    if shutil.which("node") is None or not (HERE / "node_modules").is_dir():
        sys.exit("Node is needed, and what it builds with: run `npm ci --ignore-scripts` here first.")
    BUILT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheels = fetched(Path(folder))
        site = Path(folder, "site.tar")
        archived(iter([*theirs(wheels), *ours()]), site)
        told = {"texts": said(), "licences": licences(wheels)}
        for name, data in told.items():
            text = json.dumps(data, ensure_ascii=False, sort_keys=True)
            Path(folder, f"{name}.json").write_text(text, "utf-8")
        subprocess.run(["node", str(HERE / "build.mjs"), folder, str(BUILT)], check=True)


if __name__ == "__main__":
    main()
