"""What holds for every format, whatever it is given to report."""

import json
import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from nyttokedja.batch.calculate import Question, calculation_outcome
from nyttokedja.checking.config import Config
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.figures import THIN
from nyttokedja.language.schema import canonical, folder
from nyttokedja.model.calculation import Calculation, Factor, Value
from nyttokedja.model.chain import About, Chain
from nyttokedja.model.findings import NOWHERE as HERE
from nyttokedja.reading.discovery import Candidate
from nyttokedja.reports.calculation import FORMATS
from nyttokedja.writing.chain_file import to_yaml
from tests.hostile import harmless
from tests.reports.findings.told import HOSTILE
from tests.writing.test_chain_file import of as any_chain

from .told import (
    BROKEN,
    COST,
    CRASHED,
    MISSING,
    OBSTACLE,
    OTHER,
    SIMULATION,
    box,
    digital,
    effect,
    item,
    of,
    report,
    standing,
)

SCHEMA = json.loads((folder() / "calculation.schema.json").read_text("utf-8"))
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def read(*outcomes):
    data = json.loads(report("json", *outcomes))
    Draft202012Validator(SCHEMA).validate(data)
    return data


def hostile(text, name="a.yaml"):
    """A chain where everything that can be said says the same."""
    factor = Factor("f", text, HERE, text, Decimal(1), source=text)
    value = Value(HERE, yearly="f * 2", evidence=text, factors=(factor,))
    nodes = (box("b", title=text, value=value), box("c", COST, title=text, value=value))
    chain = Chain(
        text,
        nodes=(*nodes, OBSTACLE),
        calculation=Calculation(factors=(factor,)),
        about=About(assumptions=text, perspectives={"own": text}),
    )
    items = (item(nodes[0], 10), item(nodes[1], 5))
    effects = {"own": (effect(factor, (1, 2), (1, 2), "1.5", assumed=True),)}
    fallen = (standing(nodes[0]),)
    return of(items, chain=chain, name=name, effects=effects, if_standing=fallen, unvalued=(nodes[0],))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_line_of_text_is_anything_but_text(text):
    told = report("text", hostile(text))
    for line in told.removesuffix("\n").split("\n"):
        assert harmless(line.replace(THIN, " "))
        assert len(line.replace("\\u003a", ":")) <= 80
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\w*\[", line)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markdown_is_nothing_but_text(text):
    page = MARKDOWN.render(report("markdown", hostile(text)))
    plain = MARKDOWN.render(report("markdown", hostile("x")))
    tags = re.compile(r"</?\w+")
    assert tags.findall(page) == tags.findall(plain)
    cells = ["".join(td.itertext()) for td in ET.fromstring(f"<x>{page}</x>").iter("td")]
    assert not any(re.search(r"[@#!~$](?=\w)|://|www\.\w|:smile|GH-1", cell) for cell in cells)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_json_reads_back_with_everything_intact(text):
    assert "##" not in report("json", hostile(text))
    (chain,) = read(hostile(text))["chains"]
    assert chain["title"] == chain["items"][0]["title"] == chain["factors"][1]["source"] == text
    assert chain["factors"][1]["name"] == "b/f"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "name", ["::error::x.yaml", "a\nb.yaml", "\x1b[31m.yaml", "##vso[x].yaml", "\udc80.yaml", "å #|.yaml"]
)
def test_no_name_of_a_file_is_more_than_a_name(format, name):
    text = report(format, digital(name=name), digital(name=name), side_by_side=True)
    text.encode()
    assert "\x1b" not in text
    assert not re.search(r"^\s*::|##vso\[", text, re.MULTILINE)


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_could_not_be_read_is_said_so_and_the_rest_is_done(format):
    text = report(format, MISSING, CRASHED, BROKEN, OTHER, digital())
    assert "den finns inte" in text
    assert "ZeroDivisionError" in text
    assert "NK001" in text
    assert "Digitala inköp" in text
    assert text.endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_at_all_can_be_reported(format):
    assert bool(report(format)) == (format == "json")
    assert read() == {"version": 1, "chains": [], "findings": []}


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize(
    ("language", "heading"),
    [("sv", "Resultat i korthet"), ("nb", "Resultatet kort"), ("en", "Result in brief")],
)
def test_each_chain_is_spoken_of_in_its_own_language(format, language, heading):
    assert heading in report(format, digital(language))


def test_json_has_the_shape_that_is_published():
    (chain,) = read(digital(simulation=SIMULATION, if_standing=(standing(box("b")),)))["chains"]
    frame = {"currency", "price_year", "rate", "first_year", "start", "horizon"}
    assert {"file", "title", *frame, "results", "items", "factors"} <= set(chain)
    assert (chain["rate"], chain["horizon"], chain["start"], chain["first_year"]) == (
        0.03,
        6,
        1,
        "undiscounted",
    )
    assert list(chain["results"]) == ["own", "all", "residents"]
    for runs in chain["results"].values():
        assert list(runs) == ["lowest", "likely", "highest"]
        for sums in runs.values():
            names = "benefits costs net per_krona year net_financial net_redistribution"
            assert list(sums) == names.split()
            assert all(value is None or type(value) in (int, float) for value in sums.values())
    assert chain["results"]["own"]["likely"] == {
        "benefits": 2056088.13,
        "costs": 319622.81,
        "net": 1736465.32,
        "per_krona": 5.4329,
        "year": 2,
        "net_financial": -35734.05,
        "net_redistribution": 1772199.37,
    }
    assert chain["results"]["all"]["likely"]["per_krona"] == 0.4615
    assert chain["results"]["residents"]["likely"]["year"] is None
    assert [one["number"] for one in chain["items"]] == ["N1", "N2", "D1", "K1", "K2", "K3", "K4", "K5"]
    assert chain["items"][0]["sum"]["likely"] == 1991387.45
    assert chain["years"]["own"]["hours_freed"][:2] == [546, 1092]
    assert chain["simulation"]["net"]["own"]["mean"] == 1647113.98


def test_json_has_null_where_there_is_no_number():
    (chain,) = read(of([item(box("n"), 100)]))["chains"]
    assert chain["results"]["own"]["likely"]["per_krona"] is None
    (chain,) = read(of([item(box("k", COST), 100)]))["chains"]
    assert chain["results"]["own"]["likely"]["year"] is None
    assert chain["results"]["own"]["likely"]["per_krona"] == -1


@pytest.mark.parametrize("path", [(), ("chains", 0), ("chains", 0, "items", 0), ("chains", 0, "factors", 0)])
def test_the_schema_refuses_what_is_not_said_in_it(path):
    data = read(digital())
    part = data
    for key in path:
        part = part[key]
    part["x"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(data)
    del part["x"]
    part.popitem()
    assert not Draft202012Validator(SCHEMA).is_valid(data)


@given(any_chain(canonical()), st.sampled_from(LANGUAGES))
def test_whatever_fits_the_format_can_be_calculated_and_told(data, language):
    file = Candidate(Path("x.yaml"), "x.yaml", named=True, data=to_yaml(data, language).encode())
    made = calculation_outcome(file, Config(), Question(simulates=True))
    assert made.outcome.trouble == ""
    for one in ((made,), (made, made)):
        assert all(report(format, *one) for format in ("text", "markdown"))
    assert report("text", made, made, side_by_side=True)
    read(made)


def test_the_schema_is_one_and_lies_with_those_of_the_package():
    Draft202012Validator.check_schema(SCHEMA)
    assert Path("schemas/calculation.schema.json").is_file()


def test_markdown_and_text_say_the_same():
    made = digital(simulation=SIMULATION, if_standing=(standing(box("frigjord_tid")),))
    text, page = report("text", made), MARKDOWN.render(report("markdown", made))
    shown = " ".join("".join(ET.fromstring(f"<x>{page}</x>").itertext()).split())
    headings = re.findall(r"<h3>(.*?)</h3>", page)
    assert len(headings) == 14
    for line in text.splitlines():
        for word in re.findall(r"\w{3,}", line):
            assert word in shown
