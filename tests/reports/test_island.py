"""The data that the scripts of a page read."""

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest

from nyttokedja.checking.check import check
from nyttokedja.reports.island import island, island_text
from nyttokedja.reports.twin.model import subject_of
from tests.pages.pages import CHAINS, page_of
from tests.pages.strikes import generated_chains

VALIDATOR = jsonschema_rs.validator_for(json.loads(Path("schemas/page.schema.json").read_text("utf-8")))
HOSTILE = "</script><script>alert(1)</script> <!-- & \u2028 \u2029"


def data_of(checked):
    return island(checked.graph, subject_of(checked))


def data_in(page):
    """What a page carries, as a browser would read it."""
    (text,) = re.findall(r'<script type="application/json" id=".chain">(.*?)</script>', page, re.DOTALL)
    return json.loads(text)


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_it_is_as_its_schema_says(path):
    data = data_in(page_of(path.read_bytes()))
    VALIDATOR.validate(data)
    assert data == json.loads(json.dumps(data_of(check(path.read_bytes()))))


def test_that_of_any_chain_is_as_its_schema_says():
    for checked in generated_chains(20):
        VALIDATOR.validate(json.loads(island_text(data_of(checked))))


def test_no_text_ends_the_element():
    text = island_text({"title": HOSTILE})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"title": HOSTILE}


@pytest.mark.parametrize(("said", "limited"), [("direkt", None), ("begränsad", True)])
def test_an_arrow_that_is_weak_is_told_as_such(said, limited):
    text = "nyttokedja: 1\nrubrik: x\nnyttor: {n: {leder_till: {till: m, koppling: %s}}}\nmål: {m: M}\n"
    (arrow,) = data_in(page_of(text % said))["arrows"]
    assert arrow.get("limited") == limited


@pytest.mark.parametrize(
    ("said", "receiver"),
    [
        ("för: boende", "boende"),
        ("perspektiv: egen", "egen organisation"),
        ("perspektiv: egen, för: nattpersonal", "egen organisation"),
        ("ägare: Chef", None),
    ],
)
def test_whose_a_benefit_is(said, receiver):
    text = "nyttokedja: 1\nrubrik: x\nnyttor: {n: {rubrik: N, %s}}\neffekter: {e: {rubrik: E, för: alla}}\n"
    benefit, effect = sorted(
        data_of(check((text % said).encode()))["nodes"], key=lambda node: node["id"] == "e"
    )
    assert benefit.get("receiver", "").casefold() == (receiver or "")
    assert "receiver" not in effect
