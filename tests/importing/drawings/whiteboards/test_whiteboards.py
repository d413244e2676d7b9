"""Boards of programs that keep JSON: what they hold, whatever is wrong with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Mark, Point, Rect
from nyttokedja.importing.drawings.whiteboards.canvas import read_canvas
from nyttokedja.importing.drawings.whiteboards.excalidraw import read_excalidraw
from nyttokedja.importing.drawings.whiteboards.miro import read_miro
from nyttokedja.importing.drawings.whiteboards.mural import read_mural
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.sniffing import format_name
from tests.importing.reading import imported

READERS = (read_canvas, read_excalidraw, read_mural, read_miro)


def board(read, held, **options):
    return read(json.dumps(held).encode(), ImportOptions(**options))


def page(read, held, **options):
    (one,) = board(read, held, **options).pages
    return one


# -- JSON Canvas ----------------------------------------------------------------------------------------

CANVAS = {
    "nodes": [
        {"id": "g", "type": "group", "x": 0, "y": 0, "width": 300, "height": 200, "label": "Nyttor"},
        {
            "id": "a",
            "type": "text",
            "x": 10,
            "y": 10,
            "width": 100,
            "height": 50,
            "text": "# Snabbare **besked**\nInom en dag",
            "color": "4",
        },
        {
            "id": "f",
            "type": "file",
            "x": 900,
            "y": 10,
            "width": 100,
            "height": 50,
            "file": "mapp/Frigjord tid.md",
        },
        {
            "id": "l",
            "type": "link",
            "x": 900,
            "y": 99,
            "width": 100,
            "height": 50,
            "url": "https://example.org",
        },
    ],
    "edges": [
        {"id": "e", "fromNode": "f", "toNode": "a", "label": "eftersom"},
        {"id": "h", "fromNode": "l", "toNode": "a", "toEnd": "none", "fromEnd": "arrow"},
    ],
}


def test_a_canvas_has_texts_files_groups_and_edges():
    one = page(read_canvas, CANVAS)
    assert [shape.lines for shape in one.shapes] == [
        ("Snabbare besked",),
        ("Frigjord tid.md",),
        ("https://example.org",),
    ]
    first = one.shapes[0]
    assert (first.note, first.looks, first.place) == ("Inom en dag", {"fill": "4"}, Rect(10, 10, 100, 50))
    assert [(group.lines, group.sort) for group in one.groups] == [(("Nyttor",), "frame")]
    edge, turned = one.connectors
    assert (edge.tail, edge.head, edge.lines, edge.marks) == (
        "f",
        "a",
        ("eftersom",),
        (Mark.NONE, Mark.ARROW),
    )
    assert turned.marks == (Mark.ARROW, Mark.NONE)


def test_a_frame_called_after_a_type_gives_it():
    chain = imported(json.dumps(CANVAS).encode(), "canvas")
    assert chain.data["benefits"]["snabbare_besked"]["title"] == "Snabbare besked"


# -- Excalidraw -----------------------------------------------------------------------------------------


def element(type, id, **more):
    return {"type": type, "id": id, "x": 0, "y": 0, "width": 10, "height": 10, **more}


def test_an_excalidraw_drawing_has_shapes_with_their_texts_and_arrows():
    one = page(
        read_excalidraw,
        {
            "type": "excalidraw",
            "elements": [
                element("rectangle", "r", backgroundColor="#FFEC99", frameId="f"),
                element("text", "t", containerId="r", text="Färre\nbesök", originalText="Färre besök"),
                element("text", "free", text="Vad säger facket?"),
                element("frame", "f", name="Effekter"),
                element(
                    "arrow",
                    "a",
                    startBinding={"elementId": "r"},
                    endBinding=None,
                    endArrowhead="arrow",
                    points=[[1, 2], [30, 40]],
                ),
                element("text", "label", containerId="a", text="därför"),
                element("line", "drawn", points=[[0, 0], [1, 1]]),
                element(
                    "line",
                    "joins",
                    startBinding={"elementId": "r"},
                    endBinding={"elementId": "free"},
                    strokeStyle="dashed",
                ),
                element("rectangle", "gone", isDeleted=True),
                element("image", "i"),
            ],
        },
    )
    assert [(shape.id, shape.lines, shape.groups) for shape in one.shapes] == [
        ("r", ("Färre besök",), ("f",)),
        ("free", ("Vad säger facket?",), ()),
    ]
    assert one.shapes[0].looks["fill"] == "#ffec99"
    arrow, line = one.connectors
    assert (arrow.tail, arrow.head, arrow.tail_at, arrow.head_at) == ("r", None, Point(1, 2), Point(30, 40))
    assert (arrow.lines, arrow.marks) == (("därför",), (Mark.NONE, Mark.ARROW))
    assert (line.id, line.marks, line.looks["dashed"]) == ("joins", (Mark.NONE, Mark.NONE), "1")
    assert [group.lines for group in one.groups] == [("Effekter",)]


# -- Mural ----------------------------------------------------------------------------------------------

MURAL = [
    {"id": "area", "type": "area", "x": 100, "y": 200, "width": 500, "height": 500, "title": "Nyttor"},
    {"id": "inner", "type": "area", "x": 10, "y": 20, "width": 90, "height": 90, "parentId": "area"},
    {
        "id": "s",
        "type": "sticky note",
        "x": 1,
        "y": 2,
        "width": 50,
        "height": 50,
        "parentId": "inner",
        "text": "",
        "htmlText": "<p>Färre&nbsp;besök</p>",
        "style": {"backgroundColor": "#FFE08AFF"},
        "createdBy": {"firstName": "Hemlig"},
    },
    {"id": "t", "type": "text", "x": 0, "y": 0, "width": 1, "height": 1, "text": "Vad?", "hidden": True},
    {
        "id": "a",
        "type": "arrow",
        "x": 5,
        "y": 5,
        "width": 9,
        "height": 9,
        "parentId": "area",
        "startRefId": "s",
        "endRefId": "gone",
        "points": [{"x": 1, "y": 1}, {"x": 9, "y": 9}],
        "tip": "double",
    },
    {"id": "p", "type": "image", "x": 0, "y": 0, "width": 1, "height": 1},
]


@pytest.mark.parametrize("held", [MURAL, {"value": MURAL}])
def test_a_mural_counts_places_from_what_things_lie_in(held):
    made = board(read_mural, held)
    (one,) = made.pages
    (note,) = one.shapes
    assert (note.lines, note.place, note.groups) == (("Färre besök",), Rect(111, 222, 50, 50), ("inner",))
    assert note.looks["fill"] == "#ffe08a"
    (arrow,) = one.connectors
    assert (arrow.tail, arrow.head, arrow.tail_at) == ("s", "gone", Point(106, 206))
    assert arrow.marks == (Mark.ARROW, Mark.ARROW)
    assert made.unread == {"pictures": 1, "hidden": 1}
    assert len(page(read_mural, held, hidden=True).shapes) == 2
    assert "Hemlig" not in repr(made), "who has written what is never read"


def test_areas_in_areas_in_each_other_end():
    loop = [
        {"id": "a", "type": "area", "parentId": "b", "x": 1, "y": 1},
        {"id": "b", "type": "area", "parentId": "a", "x": 1, "y": 1},
    ]
    assert len(page(read_mural, loop).groups) == 2


# -- Miro -----------------------------------------------------------------------------------------------

MIRO = [
    {
        "id": "f",
        "type": "frame",
        "data": {"title": "Effekter"},
        "position": {"x": 100, "y": 100},
        "geometry": {"width": 200, "height": 100},
    },
    {
        "id": "s",
        "type": "sticky_note",
        "data": {"content": "<p>Färre besök</p>", "shape": "square"},
        "style": {"fillColor": "light_yellow"},
        "position": {"x": 50, "y": 50},
        "geometry": {"width": 40, "height": 40},
        "parent": {"id": "f"},
        "tagIds": ["tag"],
        "createdBy": {"id": "Hemlig"},
    },
    {"id": "o", "type": "shape", "data": {"content": "Frigjord tid"}, "position": {"x": 500, "y": 50}},
    {"id": "tag", "type": "tag", "title": "vård"},
    {
        "id": "c",
        "type": "connector",
        "startItem": {"id": "s"},
        "endItem": {"id": "o"},
        "captions": [{"content": "<p>därför</p>"}],
        "style": {"endStrokeCap": "none"},
    },
    {"id": "i", "type": "image"},
]


@pytest.mark.parametrize("held", [MIRO, {"data": MIRO}, [{"data": MIRO[:3]}, {"data": MIRO[3:]}]])
def test_a_miro_board_counts_to_the_middle_of_things(held):
    made = board(read_miro, held)
    (one,) = made.pages
    note, other = one.shapes
    assert (note.lines, note.tags, note.groups) == (("Färre besök",), ("vård",), ("f",))
    assert note.place == Rect(30, 80, 40, 40)
    assert other.lines == ("Frigjord tid",)
    (arrow,) = one.connectors
    assert (arrow.tail, arrow.head, arrow.lines, arrow.marks) == (
        "s",
        "o",
        ("därför",),
        (Mark.NONE, Mark.NONE),
    )
    assert (made.unread["pictures"], made.unread["other-pages"]) == (1, 0)
    assert "Hemlig" not in repr(made)


def test_a_part_of_a_board_and_a_kind_that_is_untried_are_said():
    chain = imported(json.dumps({"data": MIRO, "cursor": "next"}).encode(), "miro")
    assert {"untried", "unread-other-pages"} <= {remark.key for remark in chain.remarks}


# -- whatever there is ----------------------------------------------------------------------------------

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "type",
                    "x",
                    "y",
                    "text",
                    "data",
                    "style",
                    "points",
                    "parentId",
                    "parent",
                    "elements",
                    "nodes",
                    "edges",
                    "value",
                    "label",
                    "tags",
                    "startItem",
                    "captions",
                ]
            ),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("read", READERS)
@given(VALUES)
def test_values_of_any_kind_in_any_place_are_read(read, held):
    board(read, held)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("data", [b"{", b"\0", b"[" * 100_000, b'{"a": 1} x'])
def test_what_is_damaged_is_one_sentence(read, data):
    with pytest.raises(CannotRead, match="cut off or damaged"):
        read(data, ImportOptions())


@pytest.mark.parametrize("bad", [None, 7, "kort", []])
def test_a_canvas_with_a_damaged_card_is_read_and_the_card_counted(bad):
    card = {"id": "a", "type": "text", "text": "Ring", "x": 0, "y": 0, "width": 9, "height": 9}
    data = json.dumps({"nodes": [bad, card, {"id": "b", "text": "Utan plats"}], "edges": [bad]}).encode()
    assert format_name(data, "tavla.canvas") == "canvas"
    chain = imported(data, "canvas")
    assert chain.data["notes"] == ["Ring", "Utan plats"]
    assert {one.key: one.particulars for one in chain.remarks}["unread-damaged"] == {"n": 2}
