"""Hold what a user sees still while the code is moved: every command on many files → one file of hashes.

``python -m tests.recorded.record`` says what differs from `hashes.json` and exits with 1 where anything does;
``--all`` compares all of it, not a sixth; ``--write`` writes it anew. A key is a command as typed (``@``
stands for the file), behind the file's name.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from pathlib import Path
from unittest import mock

HASHES = Path(__file__).with_name("hashes.json")
FINDINGS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "azure", "rdjson")
EDITS = (
    "set {id} text Ny @",
    "set {id} title 'Nytt: ord' @",
    "set {id} owner Chefen @",
    "set {id} when 2028-05 @",
    "unset {id} text @",
    "unset {id} owner @",
    "rename {id} nytt_namn @",
    "rename {id} {other} @",
    "remove {id} @",
    "remove {id} --force @",
    "move {id} benefits @",
    "move {id} hinder @ --force",
    "link {id} {other} @ --because Därför",
    "unlink {id} {other} @",
    "accept NK501 {id} @ --why därför --decided-by styrgruppen",
    "add benefit 'En ny nytta' @ --from {id}",
    "add hinder 'Ett nytt hinder' @ --hinders {id} --dry-run",
    "without {id} @",
    "without {id} @ --format json",
    "without {id} @ --picture p.svg",
)
WHOLE = (
    *(f"check @ --format {name}" for name in FINDINGS),
    "check @ --language en --show-accepted",
    "check @ --language nb --today 2027-06-01 --stage plan",
    "check @ --stage follow-up --today 2031-01-01 --format json",
    "check @ --fix",
    "check @ --diff",
    "check @ --write-baseline b.json",
    "fmt @",
    "fmt @ --diff --keys sv",
    "fmt @ --keys nb",
    "questions @",
    "questions @ --format json",
    "questions @ --format markdown --today 2027-01-01",
    "draw @ -o -",
    "draw @ -o - --today 2027-06-01",
    "draw @ -o - --format dot",
)
BROKEN = ("check @ --format json", "check @ --language en", "check @ --fix", "fmt @ --diff", "questions @")


def files() -> dict[str, bytes]:
    """The files that are recorded whole: name → bytes."""
    paths = [*Path("chains").glob("*.yaml"), *Path("tests/cases").rglob("*.yaml")]
    return {path.name: path.read_bytes() for path in sorted(paths)}


def broken() -> Iterator[tuple[str, bytes]]:
    """Files with one slip each, texts of the YAML suite, and the lines that fixes are about."""
    for name, data in files().items():
        chance = random.Random(name)
        for number in range(14):
            yield f"{name}~{number}", slipped(data.decode(), number, chance).encode()
    suite = json.loads(Path("tests/data/yaml-test-suite/cases.json").read_text("utf-8"))
    for number, text in enumerate(strings(suite)):
        yield f"suite~{number}", text.encode("utf-8", "surrogatepass")
    cases = runpy.run_path(str(next(Path("tests").rglob("fixes/cases.py"))))["CASES"]
    for number, text in enumerate(sorted(set(strings(list(cases.values()))))):
        yield f"fix~{number}", text.encode()
    whole = Path("chains/lakemedelsautomat.yaml").read_bytes()
    yield from {
        "empty": b"",
        "utf16": whole.decode().encode("utf-16"),
        "latin1": whole.decode().encode("latin-1", "replace"),
        "nul": whole[:200] + b"\0" + whole[200:],
        "crlf": whole.replace(b"\n", b"\r\n"),
        "bom": b"\xef\xbb\xbf" + whole,
        "cut": whole[:701],
        "tabs": whole.replace(b"  ", b"\t"),
    }.items()


def strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from strings(list(data.values()))
    elif isinstance(data, list | tuple):
        for item in data:
            yield from strings(item)


def slipped(text: str, number: int, chance: random.Random) -> str:
    """The text with one slip, of a kind by its number."""
    lines = text.split("\n")
    full = [at for at, line in enumerate(lines) if len(line.strip()) > 4]
    at, other = chance.choice(full), chance.choice(full)
    line = lines[at]
    letter = chance.randrange(len(line) - len(line.lstrip()), len(line))
    slips = [
        [],
        [line, line],
        [line[:letter] + line[letter + 1 :]],
        [line[:letter] + line[letter : letter + 1] * 2 + line[letter + 1 :]],
        [line[:letter] + "x" + line[letter:]],
        [" " + line],
        ["\t" + line],
        [line.replace(": ", ":", 1)],
        [line.replace(":", "", 1)],
        [line + " :"],
        [line.replace("[", "", 1).replace("}", "", 1)],
        [line, lines[other]],
        ["  " + line.strip(), "- " + lines[other].strip()],
        [line.replace("_", "-").replace("ä", "a").replace("ö", "o")],
    ]
    return "\n".join([*lines[:at], *slips[number % len(slips)], *lines[at + 1 :]])


def run(arguments: list[str], name: str = "", data: bytes = b"", reset: bool = True) -> str:
    """The hash of what a command answers and leaves in its folder."""
    from nyttokedja.cli import main

    if reset:
        for path in Path().iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    if name:
        Path(name).write_bytes(data)
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    stdin = io.TextIOWrapper(io.BytesIO(data), "utf-8")
    with redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "stdin", stdin):
        try:
            main(arguments)
            code: object = 0
        except SystemExit as end:
            code = end.code
    digest = sha256(f"{code}\0".encode())
    for stream in (out, err):
        stream.flush()
        digest.update(stream.buffer.getvalue().replace(str(Path.cwd()).encode(), b"."))  # type: ignore[attr-defined]
    for path in sorted(Path().rglob("*")):
        if path.is_file() and ".git" not in path.parts:
            digest.update(f"\0{path.as_posix()}\0".encode() + MADE_BY.sub(b"", path.read_bytes()))
    return digest.hexdigest()[:12]


def typed(command: str, file: str) -> list[str]:
    return [file if word == "@" else word for word in shlex.split(command)]


def record_whole(name: str, data: bytes) -> dict[str, str]:
    """A sound file through every command, and edits of some of its boxes."""
    from nyttokedja import check

    found = {command: run(typed(command, name), name, data) for command in WHOLE}
    chain = check(data, name).chain
    ids = [node.id for node in chain.nodes] if chain else []
    step = max(1, len(ids) // 4)
    for at in range(0, len(ids), step):
        for edit in EDITS:
            command = edit.format(id=ids[at], other=ids[(at * 7 + 3) % len(ids)])
            found[command] = run(typed(command, name), name, data)
    for command in ("check -", "questions -", "fmt -"):
        found[command] = run(command.split(), "", data)
    return {f"{name} {command}": digest for command, digest in found.items()}


def record_broken(name: str, data: bytes) -> dict[str, str]:
    return {f"{name} {command}": run(typed(command, "fil.yaml"), "fil.yaml", data) for command in BROKEN}


def record_pair(name: str, data: bytes) -> dict[str, str]:
    """A changed chain: diff in every format, and in a repository diff, log, sentences and a merge."""
    chance = random.Random(f"pairs {name}")
    new = data.decode()
    for number in (4, 11, 1, 4, 13):
        new = slipped(new, number, chance)
    found = {}
    for options in ("", "--format json", "--format markdown", "--picture p.svg", "--language en --all"):
        command = f"diff {name} ny.yaml {options}".strip()
        run([], name, data)
        Path("ny.yaml").write_text(new, "utf-8", newline="")
        found[command] = run(command.split(), reset=False)
    return found | record_history(name, data, new)


def record_history(name: str, data: bytes, new: str) -> dict[str, str]:
    run([], name, data)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    Path(name).write_text(new, "utf-8", newline="")
    git("commit", "-q", "-a", "-m", "second")
    commands = (
        "diff HEAD~1",
        "diff HEAD~1..HEAD --format json",
        f"log {name}",
        f"log {name} --all --format json",
    )
    found = {command: run(command.split(), reset=False) for command in commands}
    run([], name, data)
    slip = random.Random(f"merge {name}")
    Path("base").write_bytes(data)
    Path("ours").write_text(slipped(data.decode(), 0, slip), "utf-8", newline="")
    Path("theirs").write_text(slipped(data.decode(), 4, slip), "utf-8", newline="")
    found["merge"] = run(["git", "merge", "base", "ours", "theirs", "--path", name], reset=False)
    found["textconv"] = run(["git", "textconv", "ours"], reset=False)
    return {f"{name} {command}": digest for command, digest in found.items()}


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def record_rest() -> dict[str, str]:
    """Help of every command, pages of rules, schemas, settings, completions, imports, refusals."""
    from nyttokedja.cli import COMMANDS

    commands = [
        "",
        "--help",
        "--version",
        "nonsense",
        "git --help",
        "git install --help",
        "git textconv --help",
    ]
    commands += (
        [f"{name} --help" for name in COMMANDS] + [f"{name} --nonsense" for name in COMMANDS] + list(COMMANDS)
    )
    commands += [
        "rule --pages docs",
        "rule --pages docs --language nb",
        "schema .",
        "config",
        "rule --language en",
    ]
    commands += [f"completion {shell}" for shell in ("bash", "zsh", "fish", "powershell")]
    commands += [f"new 'Digital nattillsyn' --language {language}" for language in ("sv", "nb", "en")]
    commands += [
        "check nowhere",
        "draw nowhere",
        "set a b c",
        "diff a",
        "log nowhere.yaml",
        "rule NK202",
        "rule NK0",
    ]
    found = {command: run(typed(command, "")) for command in commands if command not in ("import", "log")}
    for path in sorted(Path(ROOT, "tests").rglob("drawings/*.dot")):
        for command in ("import @ -o -", "import @ --language nb", "import @ -o - --map shape=box:effect"):
            found[f"{path.name} {command}"] = run(typed(command, path.name), path.name, path.read_bytes())
    settings = (
        "ignore = ['NK301']\nstage = 'plan'\n",
        "ignroe = 1\n",
        "[[files]]\nfiles = ['*']\n",
        "today = 3\n",
        "a",
    )
    for text in settings:
        for command in ("config", "check ."):
            run([], "nyttokedja.toml", text.encode())
            shutil.copy(Path(ROOT, "chains/lakemedelsautomat.yaml"), ".")
            found[f"{text!r} {command}"] = run(command.split(), reset=False)
    return found


MADE_BY = re.compile(rb"<!-- Made by .*? -->")
"""A rule's page names the module of its manual, which may move."""
ROOT = Path(__file__).parents[2]
GIT = {"NAME": "Ett namn", "EMAIL": "namn@example.org", "DATE": "2026-10-01T12:00:00+02:00"}
ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "COLUMNS": "100",
    "PYTHONHASHSEED": "0",
    **{f"GIT_{who}_{what}": said for who in ("AUTHOR", "COMMITTER") for what, said in GIT.items()},
}


def record_part(part: tuple[Callable[..., dict[str, str]], tuple[object, ...]]) -> dict[str, str]:
    """Record one part, in an empty folder of its own that is always of the same name."""
    os.environ.update(ENVIRONMENT)
    work, arguments = part
    with tempfile.TemporaryDirectory() as folder:
        inner = Path(folder, "here")
        inner.mkdir()
        os.chdir(inner)
        try:
            return work(*arguments)
        finally:
            os.chdir(ROOT)


def record(every: int) -> dict[str, str]:
    """All that is recorded, or one part of so many."""
    os.chdir(ROOT)
    whole = list(files().items())
    parts = [(record_whole, item) for item in whole] + [(record_pair, item) for item in whole]
    parts += [(record_broken, item) for item in broken()] + [(record_rest, ())]
    with ProcessPoolExecutor(2) as pool:
        recorded = pool.map(record_part, parts[::-every] if every > 1 else parts, chunksize=4)
        return {key: digest for part in recorded for key, digest in sorted(part.items())}


def main() -> int:
    """Compare or write; how many commands differ decides the exit code."""
    found = record(1 if {"--all", "--write"} & set(sys.argv) else 6)
    if "--write" in sys.argv:
        HASHES.write_text(json.dumps(found, indent=0, ensure_ascii=False) + "\n", "utf-8")
        return 0
    known = json.loads(HASHES.read_text("utf-8"))
    known = known if "--all" in sys.argv else {key: known[key] for key in found if key in known}
    differing = [key for key in {**known, **found} if known.get(key) != found.get(key)]
    print(*differing[:40], f"{len(differing)} of {len(known)} differ", sep="\n")  # noqa: T201
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main())
