"""A checkout as a service has it, and ``nyttokedja`` on its PATH."""

import os
import shutil
import sys

import pytest

SLIP = ("leder_till: samma_aktuella_lista", "leder_till: samma_aktuela_lista")


@pytest.fixture
def program(tmp_path):
    """A ``nyttokedja`` on disk that is the one tested."""
    launcher = tmp_path / "bin" / "nyttokedja"
    launcher.parent.mkdir()
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -m nyttokedja "$@"\n')
    launcher.chmod(0o755)
    return launcher


@pytest.fixture
def environment(program):
    """The environment of a job."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "NYTTOKEDJA"))
    }
    return {**kept, "PATH": f"{program.parent}{os.pathsep}{kept['PATH']}"}


@pytest.fixture
def checkout(tmp_path):
    """Chains in which nothing is wrong, and their pictures."""
    folder = tmp_path / "checkout"
    for name in ("chains", "renders"):
        shutil.copytree(name, folder / name)
    return folder


@pytest.fixture
def spoil(checkout):
    """Make a chain faulty, so that its layout and its picture are no longer right either."""

    def spoil():
        path = checkout / "chains" / "digital_lakemedelslista.yaml"
        text = path.read_text("utf-8")
        assert SLIP[0] in text
        path.write_text(text.replace(*SLIP, 1).replace("rubrik: ", "rubrik:   ", 1), "utf-8")

    return spoil
