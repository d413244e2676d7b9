"""The examples are models of good writing, and between them show all that the format has."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from click.testing import CliRunner

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.cli.commands.draw import command as draw
from nyttokedja.language.forms import root_form
from nyttokedja.language.schema import canonical
from nyttokedja.model.chain import NodeType
from nyttokedja.model.severity import Severity
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate

CHAINS = sorted(Path("chains").glob("*.yaml"))
NOT_IN_AN_EXAMPLE = {"chain.reference"}
"""None of the examples is a published reference analysis; a decision has a `reference` of its own."""


def used(data, form):
    """Every key that data uses, as ``def.key``."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in form.schema.get("properties", {}):
                yield f"{form.name}.{key}"
            elif key.startswith("x-"):
                yield "x-"
            if (held := form.within(key)) is not None:
                yield from used(value, held)
    for item in data if isinstance(data, list) else ():
        if form.item is not None:
            yield from used(item, form.item)


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_an_example_has_no_error_and_no_warning_at_its_own_stage(path):
    found = check(path.read_bytes(), path.name).findings
    assert [finding for finding in found if finding.severity > Severity.INFO and not finding.accepted] == []


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_an_example_says_its_stage_and_names_its_schema(path):
    text = path.read_text("utf-8")
    keys = translate(read(text.encode()).root).keys
    name = "chain.schema.json" if keys == "en" else f"chain.{keys}.schema.json"
    assert text.startswith(f"# yaml-language-server: $schema=../schemas/{name}\n")
    assert check(text.encode()).chain.said_stage is not None


def test_the_examples_use_every_type_and_key():
    data = [plain(translate(read(path.read_bytes()).root).root) for path in CHAINS]
    keys = {key for each in data for key in used(each, root_form())}
    words = {key.split(".")[-1] for key in keys}
    known = {
        key for each in (canonical(), *canonical()["$defs"].values()) for key in each.get("properties", {})
    }
    assert known - words == set()
    assert keys & NOT_IN_AN_EXAMPLE == set()
    assert "x-" in keys
    types = {node.type for path in CHAINS for node in check(path.read_bytes()).chain.nodes}
    assert types == set(NodeType)


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_the_pictures_in_the_repository_show_the_examples(path):
    (drawn,) = FORMATS["svg"]([check(path.read_bytes(), path.name)], "auto")
    assert Path("renders", f"{path.stem}.svg").read_text("utf-8") == drawn, "run: nyttokedja draw chains"


def test_no_picture_is_left_of_a_chain_that_is_gone():
    assert {path.stem for path in Path("renders").iterdir()} == {path.stem for path in CHAINS}


def test_no_picture_changes_by_the_calendar(tmp_path, monkeypatch):
    drawn = []
    for day in (date(2026, 1, 1), date(2026, 11, 22), date(2031, 6, 30)):
        noon = datetime.combine(day, time(12)).timestamp()
        monkeypatch.setattr("time.time", lambda noon=noon: noon)
        assert date.today() == day
        folder = tmp_path / day.isoformat()
        runs = CliRunner().invoke(draw, ["chains", "-o", str(folder)])
        assert runs.exit_code == 0, runs.output
        drawn.append({path.name: path.read_bytes() for path in folder.rglob("*.svg")})
    assert len(drawn[0]) == len(CHAINS)
    assert drawn[0] == drawn[1] == drawn[2]
