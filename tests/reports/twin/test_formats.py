"""What holds for every format in which a chain is told, whatever it says."""

import json
import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from nyttokedja.checking.check import check
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.schema import canonical, folder
from nyttokedja.model.chain import Chain
from nyttokedja.reports.twin import FORMATS
from tests.drawing.chains import benefit, change, effect, goal, obstacle, risk
from tests.everything import ALL
from tests.hostile import harmless
from tests.reports.findings.told import HOSTILE
from tests.writing.test_chain_file import of as any_chain

from .told import checked_of, report, written

SCHEMA = json.loads((folder() / "twin.schema.json").read_text("utf-8"))
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CHAINS = sorted(Path("chains").glob("*.yaml"))


def read(checked, node=None):
    data = json.loads(report("json", checked, node))
    Draft202012Validator(SCHEMA).validate(data)
    return data


def named(text, language="sv"):
    """A chain in which every text is the same."""
    nodes = {
        "nyttokedja": 1, "title": text, "language": language, "stage": "draft",
        "changes": {"c": {"title": text, "leads_to": [{"to": "e", "because": text, "evidence": text}]}},
        "effects": {"e": {"title": text, "uncertain": text, "leads_to": ["b"]}},
        "benefits": {"b": {"title": text, "owner": text, "use": text, "for": text, "leads_to": ["g"]}},
        "goals": {"g": {"title": text, "adopted_in": text}},
        "obstacles": {"o": {"title": text, "hinders": ["e"], "actions": [{"what": text, "who": text}]}},
        "notes": [{"text": text, "origin": text}],
    }  # fmt: skip
    return written(nodes, language)


TITLES = {name: text for name, text in HOSTILE.items() if name not in ("long", "controls", "escape", "c1")}
"""Those that a file of a chain can have, and that are not longer than a title may be."""


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_no_line_of_text_is_anything_but_text(title):
    text = report("text", named(title))
    for line in text.removesuffix("\n").split("\n"):
        assert harmless(line)
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\w*\[", line)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_markdown_is_headings_paragraphs_lists_and_a_table_and_nothing_else(title):
    page = MARKDOWN.render(report("markdown", named(title)))
    tags = set(re.findall(r"</?(\w+)", page))
    lists = {"ul", "ol", "li", "strong", "p", "h1", "h2", "h3"}
    assert tags <= {*lists, "table", "thead", "tbody", "tr", "th", "td"}
    assert page.count("<tr>") == 1 + 5
    assert not re.search(r"[@#!~$](?=\w)|://|www\.\w|:smile|GH-1", re.sub(r"<[^>]*>", "", page))


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_json_says_titles_as_they_are(title):
    checked = named(title)
    data = read(checked)
    assert [node["title"] for node in data["nodes"]] == [node.title for node in checked.chain.nodes]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_a_chain_is_told_the_same_twice_and_says_each_title(format, path):
    checked = check(path.read_bytes(), path.name)
    told = report(format, checked)
    assert told == report(format, check(path.read_bytes(), path.name))
    assert told.endswith("\n")
    if format == "text":
        assert all(node.title in told for node in checked.chain.nodes)


@pytest.mark.parametrize("format", FORMATS)
def test_a_chain_of_nothing_and_one_of_one_box_are_told(format):
    for data in (
        {"nyttokedja": 1, "title": "Tom"},
        {"nyttokedja": 1, "title": "En", "benefits": {"b": "Nytta"}},
    ):
        checked = written(data)
        told = report(format, checked)
        assert data["title"] in told
        assert told.endswith("\n")
        read(checked)
    empty = report("text", written({"nyttokedja": 1, "title": "Tom"}))
    assert "Kedjan har inga rutor ännu." in empty
    assert "läst framåt" not in empty


@given(any_chain(canonical()), st.sampled_from(LANGUAGES))
@settings(max_examples=40)
def test_whatever_fits_the_format_can_be_told(data, language):
    checked = written(data, language)
    for format in FORMATS:
        assert report(format, checked)
    read(checked)
    for id in list(checked.graph.nodes)[:3]:
        assert report("text", checked, id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_a_chain_can_say_is_told_in_its_language(language):
    checked = written({**ALL, "language": language})
    text = report("text", checked)
    foreign = {"sv": "fører|leads", "nb": "leder|leads", "en": "leder|fører"}[language]
    assert not re.search(rf"\b({foreign}) (till?|to)\b", text)
    assert "{" not in text.replace("{x", "")


def test_text_has_lines_of_a_width_for_a_terminal():
    from nyttokedja.reports.twin.model import Telling
    from nyttokedja.reports.twin.text import text_lines

    checked = check(CHAINS[0].read_bytes(), "a.yaml")
    lines = list(text_lines(Telling(checked), 72))
    assert max(map(len, lines)) <= 72
    assert " ".join(" ".join(lines).split()) == " ".join(report("text", checked).split())


def test_only_the_title_of_what_is_told_of_one_box():
    checked = check(CHAINS[0].read_bytes(), "a.yaml")
    id = next(node.id for node in checked.chain.nodes if node.type.value == "benefit")
    text = report("text", checked, id)
    assert text.startswith("Nyttan ”")
    assert "Alla rutor" not in text


@pytest.mark.parametrize("count", [60, 200])
def test_many_boxes_are_told_soon(count):
    dice = random.Random(14)
    kinds = [change, *[effect] * 5, *[benefit] * 3, goal]
    ids = [f"n{n}" for n in range(count)]
    nodes = [dice.choice(kinds)(id, f"Ruta {id}", to=" ".join(dice.sample(ids, 6))) for id in ids]
    nodes += [obstacle(f"o{n}", hinders=(dice.choice(ids),)) for n in range(count // 3)]
    checked = checked_of(Chain("x", nodes=tuple(nodes)))
    begun = time.perf_counter()
    for format in FORMATS:
        told = report(format, checked)
        assert all(node.title in told for node in nodes)
    assert time.perf_counter() - begun < 10


def test_what_is_accepted_and_found_is_told_by_the_data():
    path = Path("chains/lakemedelsautomat.yaml")
    data = read(check(path.read_bytes(), path.name))
    assert data["file"] == path.name
    assert {one["code"] for one in data["findings"] if one["accepted"]} == {"NK305"}
    by_id = {node["id"]: node for node in data["nodes"]}
    assert by_id["tar_sjalv"]["kind"] == "behaviour"
    assert by_id["tackning"]["facts"]["met"] is False
    assert by_id["tackning"]["verdict"] is None
    assert by_id["okad_trygghet"]["verdict"]["expected"]
    assert by_id["okad_trygghet"]["facts"]["for"] == "Brukare med automat"
    assert {"node": "sen_upptackt", "key": "at", "source": "tar_sjalv", "target": "farre_besok"} in data[
        "pointers"
    ]


def test_the_data_names_no_folder():
    checked = check(Path("chains/digitala_las.yaml").read_bytes(), "/home/someone/chains/digitala_las.yaml")
    assert "someone" not in report("json", checked)


def test_a_risk_that_leads_to_a_drawback_says_so():
    nodes = (change("c", to="e"), effect("e", to="b"), benefit("b"), risk("r", at=("e",), consequence="Illa"))
    text = report("text", checked_of(Chain("x", nodes=nodes)))
    assert "Vid effekten ”e” finns risken ”r”. Följd: Illa." in text


@pytest.mark.parametrize(
    "path", [(), ("chain",), ("nodes", 0), ("arrows", 0), ("sentences", 0), ("findings", 0)]
)
def test_the_schema_refuses_what_is_not_said_in_it(path):
    data = read(check(Path("chains/lakemedelsautomat.yaml").read_bytes(), "a.yaml"))
    part = data
    for key in path:
        part = part[key]
    part["x"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(data)
    del part["x"]
    part.popitem()
    assert not Draft202012Validator(SCHEMA).is_valid(data)
