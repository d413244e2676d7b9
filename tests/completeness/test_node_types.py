"""Every type of node stands in every table by type, and in every file that a chain becomes.

A type that is added to the schema and to `NodeType` fails here in each place that does not know it yet.
"""

import re

import pytest

from nyttokedja.batch.engines import AUTO
from nyttokedja.batch.picture_formats import FORMATS as PICTURES
from nyttokedja.checking.check import check
from nyttokedja.comparing import Kind, Weight, compare
from nyttokedja.drawing.boxes import shapes
from nyttokedja.drawing.boxes.docks import HAMPERING
from nyttokedja.drawing.content.arrow_kinds import COLUMN_KINDS, COLUMNS
from nyttokedja.drawing.dot.styles import STYLES
from nyttokedja.drawing.page import aria, legend
from nyttokedja.drawing.svg import theme
from nyttokedja.drawing.svg.icons import PICTOGRAMS
from nyttokedja.editing import AddNode, edit
from nyttokedja.editing.orders.words import node_type_named
from nyttokedja.importing.drawings.stages.node_types import kind_of_word
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.forms import root_form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.language.tables import table
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import IN_GRAPH, POINTER_OF, SECTIONS, NodeType
from nyttokedja.reports.sentences import sentences
from nyttokedja.writing.chain_file import to_yaml
from tests.importing.reading import import_dot

TYPES = {kind.value for kind in NodeType}
KINDS = TYPES | {"behaviour"}
"""What a box may be called: its type, or for an effect that is one, a behaviour."""
BOXES = KINDS | {"note", "elsewhere"}
BESIDE = {
    "precondition": "needed_for",
    "obstacle": "hinders",
    "risk": "at",
    "cost": None,
}
"""Types that stand beside the graph → the key that says what they are about."""
THEMES = {name: value for name, value in vars(theme).items() if isinstance(value, theme.Theme)}


def _chain():
    data = {"nyttokedja": 1, "title": "T", "language": "en", "stage": "draft", "notes": ["Box note"]}
    data |= {kind.section: {f"a_{kind}": {"title": f"Box {kind}"}} for kind in NodeType}
    data["effects"]["a_behaviour"] = {"title": "Box behaviour", "behaviour": True}
    data["changes"]["a_change"]["leads_to"] = ["other.yaml#Box_elsewhere"]
    for kind, key in BESIDE.items():
        if key:
            data[NodeType(kind).section][f"a_{kind}"][key] = ["a_effect"]
    return data


CHAIN = _chain()
FILE = to_yaml(CHAIN).encode()


# -- the schema, the model and the words --------------------------------------------------------------


def test_every_section_of_the_schema_holds_a_type():
    held = {
        section: kind
        for section, place in canonical()["properties"].items()
        if place.get("$ref", "").endswith(f"/{section}")
        and "propertyNames" in canonical()["$defs"][section]
        and (kind := canonical()["$defs"][section]["additionalProperties"]["$ref"].removeprefix("#/$defs/"))
        and "title" in canonical()["$defs"][kind]["properties"]
    }
    assert held == {section: kind.value for section, kind in SECTIONS.items()}
    assert {node.type for node in check(FILE).chain.nodes} == set(NodeType)


def test_a_type_stands_in_the_graph_or_beside_it():
    leads = {kind for kind in TYPES if "leads_to" in canonical()["$defs"][kind]["properties"]}
    assert {kind.value for kind in IN_GRAPH} == TYPES - BESIDE.keys() == leads - {"risk"}
    for kind, key in BESIDE.items():
        assert key is None or key in canonical()["$defs"][kind]["properties"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "group", "kinds"),
    [
        ("common", "type", TYPES),
        ("common", "a", TYPES),
        ("common", "the", TYPES),
        ("picture", "boxes", BOXES | {"effect_goal"}),
        ("picture", "none", TYPES),
        ("picture", "counts", KINDS),
        ("picture", "columns", set(COLUMN_KINDS)),
    ],
)
def test_the_words_of_a_language_name_every_kind(language, name, group, kinds):
    assert set(table(language, name)[group]) == kinds


@pytest.mark.parametrize("kind", NodeType)
def test_a_type_is_named_in_every_language(kind):
    for language in LANGUAGES:
        named = {words(language).key(kind.section, "chain"), words(language).singular(kind.section)}
        for word in named - {None, "", kind.section if language != CANONICAL else None}:
            assert root_form().keys[word] == kind.section
            assert node_type_named(word) == (kind, False)
            assert kind_of_word(word) == kind.value
        assert language == CANONICAL or named - {None, kind.section}
        assert texts(language).word("type", kind) in named
        assert kind_of_word(texts(language).word("type", kind)) == kind.value
    assert node_type_named(kind.value) == (kind, False)


# -- what is made of a chain --------------------------------------------------------------------------


@pytest.mark.parametrize("held", THEMES.values(), ids=THEMES)
def test_a_theme_has_the_colours_of_every_kind(held):
    assert set(held.kinds) == BOXES


def test_every_kind_has_an_outline_a_pictogram_and_a_place_in_legend_and_reading():
    assert set(shapes.SHAPES) == set(shapes._WIDTHS) == BOXES
    assert {*shapes._DASHES, *shapes._INNER} <= BOXES
    assert set(PICTOGRAMS) == BOXES | {"met"}
    assert set(legend._ORDER) == BOXES
    assert len(legend._ORDER) == len(BOXES)
    assert set(aria._COUNTED) == KINDS
    assert set(STYLES) == BOXES


def test_every_type_stands_in_a_column_a_dock_or_a_band():
    in_bands = {NodeType.PRECONDITION, NodeType.COST, NodeType.OPPORTUNITY}
    assert sorted([*COLUMNS, *HAMPERING, *in_bands]) == sorted(NodeType)
    assert {COLUMN_KINDS[number] for number in COLUMNS.values()} == set(COLUMN_KINDS)


TOLD = ("text", "markdown", "json")
"""The formats of pictures that are told in words, or say canonical names."""


@pytest.mark.parametrize("format", TOLD)
def test_every_kind_is_told_with_its_word_and_title(format):
    (told,) = PICTURES[format]([check(FILE)], "auto")
    for kind in BOXES:
        assert f"Box {kind}" in told.replace("Box_", "Box ")
        assert kind in ("note", "elsewhere") or re.search(
            rf"\b{table('en', 'picture')['boxes'][kind]}\b", told, re.IGNORECASE
        )


@pytest.mark.parametrize("format", ["svg", "dot"])
def test_every_kind_is_drawn_with_its_class_word_and_title(format):
    (drawn,) = PICTURES[format]([check(FILE)], AUTO)
    text = re.sub(r"&#?\w+;|\s+", " ", drawn)
    for kind in BOXES:
        assert f"Box {kind}" in text
        assert table("en", "picture")["boxes"][kind].upper() in text
        assert re.search(rf'class="?(?:node )?{kind}\b', text), kind


def test_every_kind_is_read_back_from_a_drawing():
    (drawn,) = PICTURES["dot"]([check(FILE)], AUTO)
    read = import_dot(drawn.encode(), language="en").data
    for key in (*SECTIONS, "notes"):
        titles = [box if isinstance(box, str) else box["title"] for box in _values(read[key])]
        assert titles == [box if isinstance(box, str) else box["title"] for box in _values(CHAIN[key])]
    assert read["effects"]["a_behaviour"]["behaviour"] is True
    for kind, key in BESIDE.items():
        assert key is None or read[NodeType(kind).section][f"a_{kind}"][key] == "a_effect"


def _values(held):
    return list(held.values()) if isinstance(held, dict) else held


def test_what_stands_beside_the_graph_says_what_it_is_about():
    assert {kind.value for kind in set(NodeType) - IN_GRAPH} == set(BESIDE)
    assert {**{kind.value: key for kind, key in POINTER_OF.items()}, "cost": None} == BESIDE


@pytest.mark.parametrize("kind", NodeType)
def test_a_type_is_told_compared_and_edited(kind):
    for language in LANGUAGES:
        word = texts(language).word("type", kind)
        said = sentences(to_yaml({**CHAIN, "language": language}).encode()).decode()
        assert f"\n{word[:1].upper()}{word[1:]} " in said
    (change,) = compare(check(FILE), check(edit(FILE, AddNode(kind, "new", "New")).after)).nodes
    assert (change.kind, change.node.type, change.weight) == (Kind.ADDED, kind, Weight.REASONING)
    said_none = check(to_yaml({"nyttokedja": 1, "title": "T", kind.section: "none"}).encode()).chain.none
    assert said_none == {kind}
