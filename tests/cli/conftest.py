"""The program as a person runs it: arguments in, exit code and texts out."""

import io
import sys
from typing import NamedTuple

import pytest

from nyttokedja.cli import main
from tests.cli.edited_chain import CHAIN


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run the program in an empty folder; ``stdin`` is what is piped to it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        return Ran(end.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def write(tmp_path):
    """Write a file in the folder that the program runs in; text or bytes."""

    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def chain(write):
    """A chain in its folder, where the program runs."""
    return write("chains/lista.yaml", CHAIN)
