"""The drawing of levels: every sign by its shape, every statement by its name, the same bytes twice."""

import re
from xml.etree import ElementTree as ET

from nyttokedja.drawing.levels import LevelRow, LevelWords, levels_of

WORDS = LevelWords("Titel", "Vad den visar", "median", "förut", "mitten", "mål")
LEVELS = ["slumpmässigt", "ibland", "beskrivet", "följs", "förbättras"]


def drawn(*rows):
    return levels_of(rows, LEVELS, WORDS, "sv")


def test_each_sign_has_a_shape_of_its_own_and_a_name():
    svg = drawn(LevelRow("A", 2.0, 1, 3, 1.0, 4)).svg
    assert svg.count("<circle") == 2
    texts = re.findall(r"<text[^>]*>([^<]+)", svg)
    assert [text for text in texts if text in ("median", "förut", "mitten", "mål")] == [
        "median",
        "mitten",
        "förut",
        "mål",
    ]
    assert svg == drawn(LevelRow("A", 2.0, 1, 3, 1.0, 4)).svg


def test_what_is_not_there_is_neither_drawn_nor_named():
    svg = drawn(LevelRow("A", 2.0, 2, 2)).svg
    assert not {"förut", "mitten", "mål"} & set(re.findall(r"<text[^>]*>([^<]+)", svg))
    assert drawn(LevelRow("Gömd")).svg.count("<circle") == 1  # the legend's


def test_it_is_accessible_and_no_text_becomes_markup():
    root = ET.fromstring(drawn(LevelRow("<b>&", 3.5, 3, 4)).svg)
    assert root.get("role") == "img"
    assert [child.text for child in root][:2] == ["Titel", "Vad den visar"]
    assert any(text.text == "<b>&" for text in root.iter() if text.tag.endswith("text"))


def test_a_long_name_gets_the_height_that_it_needs():
    long = "Förvaltningsövergripande verksamhetsutveckling " * 4
    assert drawn(LevelRow(long, 1.0, 1, 1)).height > drawn(LevelRow("A", 1.0, 1, 1)).height + 30


def test_signs_stand_in_their_order_from_left_to_right():
    places = [
        float(re.search(r'<circle cx="([\d.]+)"', drawn(LevelRow("A", m, 1, 5)).svg)[1]) for m in (1, 2.5, 5)
    ]
    assert places == sorted(places)
    assert 0 < places[0] < places[-1] < 640
