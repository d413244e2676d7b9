"""Looks of a drawing as lines to give back."""

import re
import shlex

import pytest

from nyttokedja.cli.runs.looks import look_lines
from nyttokedja.importing.drawings.stages.colours import colour_name, same_colour
from nyttokedja.importing.drawings.stages.node_types import parse_mapping
from nyttokedja.importing.model import LookCount

LOOKS = (
    LookCount("fill", "#ff0000", "red", 12, ("A", "B" * 60), ""),
    LookCount("fill", "#00ff00", "green", 1, ("C",), "benefit"),
    LookCount("lane", "Våra saker", "", 2, ("D", "E"), "behaviour"),
    LookCount("lane", '$(x) "y"', "", 2, ("D", "E"), ""),
)


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_each_look_is_a_line_that_can_be_given_back(language):
    heading, *lines = look_lines(LOOKS, language)
    assert heading.endswith(":")
    assert len(lines) == 3
    entries = [shlex.split(line)[1] for line in lines]
    assert entries[0] == "fill=#ff0000:?"
    assert parse_mapping(entries[1:]) == {"fill=#00ff00": "benefit", "lane=Våra saker": "behaviour"}
    assert "B" * 39 + "…" in lines[0]
    assert list(look_lines((), language)) == []


def test_what_a_line_says():
    _, red, green, lane = look_lines(LOOKS, "sv")
    assert re.sub(r"\s+", " ", red) == f" --map fill=#ff0000:? röd, 12 rutor: A · {'B' * 39}…"
    assert green.endswith("  grön, 1 ruta: C")
    assert lane == '  --map "lane=Våra saker:beteende"  2 rutor: D · E'


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#ffffff", "white"),
        ("#111111", "black"),
        ("#f5f5f5", "grey"),
        ("#dae8fc", "blue"),
        ("#d5e8d4", "green"),
        ("#fff2cc", "yellow"),
        ("#ffe6cc", "orange"),
        ("#f8cecc", "red"),
        ("#e1d5e7", "purple"),
        ("#a0522d", "brown"),
        ("#ff69b4", "pink"),
        ("#40e0d0", "turquoise"),
        ("#c00", "red"),
        ("gold", ""),
    ],
)
def test_a_colour_has_a_name(colour, name):
    assert colour_name(colour) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("#dae8fc", "DAE8FCFF", True),
        ("#dae8fc", "#dae8f0", True),
        ("#dae8fc", "#dae8ef", False),
        ("#f00", "#ff0000", True),
        ("light_yellow", "Light_Yellow", True),
        ("red", "#ff0000", False),
    ],
)
def test_colours_that_nobody_tells_apart_are_the_same(one, other, same):
    assert same_colour(one, other) == same
