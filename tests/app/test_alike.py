"""The engine of the built file answers as the same engine does here: findings, pictures, edits, imports."""

import json
from pathlib import Path

import pytest

from nyttokedja.exporting import FORMATS
from tests.app.alike import (
    LIBRARIES_ELSEWHERE,
    Here,
    Tab,
    imported,
    made,
    questions,
    unlike,
    without_data,
)

CHAINS = sorted(Path("chains").glob("*.yaml"))
CASES = sorted(Path("tests/cases/field").glob("*.yaml"))
MADE = dict(made(30))
SEEDED = [*[*MADE][:6], "24 boxes, 29"]
"""The last is laid out otherwise where `sum` adds floats as newer Pythons do, and older ones do not."""

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def tab(browser, tmp_path_factory):
    made = Tab(browser, tmp_path_factory.mktemp("parts"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def here():
    return Here()


def asked(name, text, formats=("notes",)):
    return [*questions(name, text, 1, formats)]


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_a_chain_is_answered_alike(tab, here, path):
    assert unlike(tab, here, asked(path.name, path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_analysis_is_answered_alike(tab, here, path):
    assert unlike(tab, here, asked(path.name, path.read_text("utf-8"))) == []


@pytest.mark.parametrize("name", SEEDED)
def test_a_made_chain_is_answered_alike(tab, here, name):
    assert unlike(tab, here, asked("k.yaml", MADE[name], ("notes", "drawio"))) == []


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_a_picture_has_the_bytes_that_are_kept(tab, path):
    """The pictures in renders/ are drawn without what a page finds boxes by."""
    text = path.read_text("utf-8")
    opened = {"ask": "open", "name": path.name, "text": text, "who": "me"}
    told = tab.ask([opened, {"ask": "picture", "file": 1}, {"ask": "close", "file": 1}])
    kept = Path("renders", f"{path.stem}.svg").read_text("utf-8")
    assert without_data(json.loads(told[1])["svg"]) == without_data(kept)


def test_what_is_exported_is_imported_alike(tab, here):
    path = CHAINS[0]
    exporting = asked(path.name, path.read_text("utf-8"), [*FORMATS.keys() - LIBRARIES_ELSEWHERE])
    assert unlike(tab, here, exporting) == []
    messages = [*imported(here.ask(exporting))]
    assert len(messages) >= 5
    assert unlike(tab, here, messages) == []
    for host in (tab, here):
        host.ask([{"ask": "close", "file": n} for n in range(1, len(messages) + 1)])


@pytest.mark.parametrize(
    "text", ["", "nyttokedja: 1\nrubrik: [", "a: b", "nyttokedja: 1\nrubrik: T\neffekter: [1, 2]\n", "\0"]
)
def test_what_is_no_chain_is_answered_alike(tab, here, text):
    messages = asked("k.yaml", text)
    assert unlike(tab, here, messages) == []


def test_what_a_tab_cannot_write_it_says(tab):
    text = CHAINS[0].read_text("utf-8")
    of = [
        one
        for one in questions("k.yaml", text, 1)
        if one["ask"] in ("open", "close") or one.get("format") == "pptx"
    ]
    told = json.loads(tab.ask(of)[1])
    assert told["answer"] == "refused"
    assert "format" in told["why"]
