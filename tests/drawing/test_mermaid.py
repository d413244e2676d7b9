"""The chain as a Mermaid flowchart: all of it, as much as fits, and nothing of it syntax."""

import re

import pytest

from nyttokedja.drawing.mermaid import MAX_ARROWS, MAX_CHARACTERS, to_mermaid
from nyttokedja.language.safe_text import utf_16_length
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from tests.drawing.chains import ALL, change, cost, effect, goal
from tests.reports.findings.told import HOSTILE

BOX = re.compile(r'^  n\d+\S*?"<b>', re.MULTILINE)
ARROW = re.compile(r"^  n\d+ (-->|==>|-\.->|--x|--o|-\.-o)(?:\|\"[^\"]*\"\|)? n\d+$", re.MULTILINE)


def chart(chain):
    return to_mermaid(chain, Graph(chain))


@pytest.mark.parametrize("name", ALL)
def test_every_box_and_arrow_is_there(name):
    chain = ALL[name]
    text = chart(chain)
    assert len(BOX.findall(text)) == len(chain.nodes)
    assert len(ARROW.findall(text)) >= len(Graph(chain).arrows)
    assert "part[" not in text


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_no_title_is_syntax(title):
    text = chart(Chain(title, nodes=(change("a", title, to="b"), effect("b", title))))
    assert len(BOX.findall(text)) == 2
    known = r"flowchart LR|  accTitle: .*|  n\d+.*:::\w+|  n1 --> n2|  classDef \w+ fill:\S+"
    assert all(re.fullmatch(known, line) for line in text.splitlines())
    said = re.sub(r"#\d+;|<b>|</b>|<br/>", "", "".join(re.findall(r'"(.*)"', text)))
    assert all(character.isalnum() or character == " " for character in said)


def test_of_a_chain_that_is_too_large_the_goals_stay_and_it_is_said():
    effects = tuple(
        effect(f"e{n}", f"Kortare väntan i område {n} för brukare och närstående", to="m") for n in range(900)
    )
    costs = tuple(cost(f"k{n}", f"Licens {n}") for n in range(20))
    text = chart(Chain("Stor", nodes=(change("c", to="e0"), *effects, goal("m", "Målet"), *costs)))
    shown = len(BOX.findall(text))
    assert 300 < shown < 922
    assert f"Visar {shown} av 922 rutor" in text
    assert len(ARROW.findall(text)) <= MAX_ARROWS
    assert MAX_CHARACTERS * 0.9 < utf_16_length(text) <= MAX_CHARACTERS
    assert "Målet" in text
    assert "Licens" not in text


def test_a_link_says_its_strength():
    text = chart(Chain("x", nodes=(change("a", to={"b": "limited"}), effect("b"))))
    assert '-.->|"begränsad"|' in text
