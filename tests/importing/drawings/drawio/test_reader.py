"""draw.io files → boards and chains."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Mark, Point, Rect
from nyttokedja.importing.drawings.drawio.reader import read_drawio
from nyttokedja.importing.model import ImportOptions
from nyttokedja.language.validators import verdict
from tests.importing.drawings.boards import arrows, boxes, notes, remarks
from tests.importing.drawings.drawio.files import (
    cell,
    chart,
    data_cell,
    drawing,
    edge,
    file,
    model,
    packed,
    png,
    svg,
)
from tests.importing.reading import imported

HTML = "html=1;"
CHAIN = (cell("a", "Effekt: A"), cell("b", "Nytta: B"), edge("e", "a", "b", "för att"))


def board(*cells, **options):
    return read_drawio(drawing(*cells), ImportOptions(**options)).pages[0]


def shapes(*cells, **options):
    return {shape.id: shape for shape in board(*cells, **options).shapes}


@pytest.mark.parametrize(
    "data",
    [
        drawing(*CHAIN),
        file(("Sida-1", model(*CHAIN)), compressed=True),
        model(*CHAIN).encode(),
        ("\ufeff" + model(*CHAIN)).encode(),
        model(*CHAIN).encode("utf-16"),
        svg(drawing(*CHAIN)),
        svg(file(("Sida-1", model(*CHAIN)), compressed=True)),
        png(drawing(*CHAIN), b"tEXt"),
        png(drawing(*CHAIN), b"zTXt"),
        png(drawing(*CHAIN), b"iTXt"),
    ],
)
def test_a_drawing_in_every_wrapping(data):
    chain = imported(data, "drawio")
    assert boxes(chain) == {"A": "effects", "B": "benefits"}
    assert chain.data["effects"]["a"]["leads_to"] == {"to": "b", "because": "för att"}
    assert chain.refs == {"a": "a", "b": "b"}
    assert not chain.remarks


@pytest.mark.parametrize(
    ("value", "style", "lines"),
    [
        ("<b>Färre</b> samtal<br>i &lt;växeln&gt;", HTML, ("Färre samtal", "i <växeln>")),
        ("<b>x</b> &amp; y\nz", "", ("<b>x</b> &amp; y", "z")),
        ("<div>Ett</div><div><br></div><p style='a'>Två&nbsp;tre</p>", HTML, ("Ett", "Två tre")),
        ("a <!-- b > c --> d<style>x{}</style> e --> f", HTML, ("a d e --> f",)),
        ("5 < 6 och 7 > 6", HTML, ("5 < 6 och 7 > 6",)),
        ("<font color='#fff'>", HTML, ()),
    ],
)
def test_markup_counts_where_the_style_says_so(value, style, lines):
    assert shapes(cell("a", value, style))["a"].lines == lines


def test_placeholders_are_filled_from_the_cell_and_what_it_is_in():
    held = data_cell("g", "Ram", placeholders="1", vem="Chefen", place=(0, 0, 400, 400))
    inside = data_cell("a", "%vad% för %vem% %okänd% 100%", placeholders="1", vad="Tid", parent="g")
    plain = data_cell("b", "%vad%", vad="Tid")
    found = shapes(held, inside, plain)
    assert found["a"].lines == ("Tid för Chefen %okänd% 100%",)
    assert found["b"].lines == ("%vad%",)


def test_data_of_a_shape():
    found = shapes(
        data_cell(
            "a",
            "A",
            tooltip="Se bilaga",
            tags="vård natt",
            Ägare="Enhetschef",
            link="https://x.se",
            nyttokedja_typ="nytta",
        )
    )["a"]
    assert found.note == "Se bilaga · Ägare: Enhetschef"
    assert found.tags == ("vård", "natt")
    assert found.data == {"nyttokedja_typ": "nytta"}


def test_labels_of_arrows_in_every_way():
    label = cell("l", "<i>därför</i>", "edgeLabel;html=1;", parent="e")
    page = board(cell("a", "A"), cell("b", "B"), edge("e", "a", "b", "<b>för</b>", HTML), label)
    assert [(one.tail, one.head, one.lines) for one in page.connectors] == [("a", "b", ("för", "därför"))]
    assert [shape.id for shape in page.shapes] == ["a", "b"]


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("", (Mark.NONE, Mark.ARROW)),
        ("endArrow=none;", (Mark.NONE, Mark.NONE)),
        ("startArrow=block;endArrow=none;", (Mark.ARROW, Mark.NONE)),
        ("startArrow=openThin;endArrow=blockThin;", (Mark.ARROW, Mark.ARROW)),
        ("endArrow=oval;startArrow=ERmany", (Mark.OTHER, Mark.OTHER)),
        ("endArrow=cross;", (Mark.NONE, Mark.BAR)),
    ],
)
def test_heads_of_arrows(style, marks):
    assert board(edge("e", "a", "b", style=style)).connectors[0].marks == marks


def test_places_count_from_what_a_cell_is_in():
    relative = (
        '<mxGeometry x="0.5" y="1" width="10" height="10" relative="1" as="geometry">'
        '<mxPoint x="-5" y="3" as="offset"/></mxGeometry>'
    )
    found = board(
        cell("g", "Ram", "swimlane;", place=(100, 50, 400, 200)),
        cell("h", "", "group", place=(10, 20, 300, 100), parent="g"),
        cell("a", "A", place=(1, 2, 120, 60), parent="h"),
        cell("r", "R", "rotation=90;", place=(0, 0, 100, 20)),
        f'<mxCell id="b" value="B" vertex="1" parent="a">{relative}</mxCell>',
        edge(
            "e", inner='<mxPoint x="5" y="6" as="sourcePoint"/><mxPoint x="7" y="8" as="targetPoint"/>'
        ).replace('parent="1"', 'parent="h"'),
    )
    places = {one.id: one.place for one in found.things}
    assert places["g"] == Rect(100, 50, 400, 200)
    assert places["a"] == Rect(111, 72, 120, 60)
    assert places["b"] == Rect(111 + 60 - 5, 72 + 60 + 3, 10, 10)
    assert places["r"] == Rect(40, -40, 20, 100)
    assert (found.connectors[0].tail_at, found.connectors[0].head_at) == (Point(115, 76), Point(117, 78))
    assert {one.id: one.sort for one in found.groups if one.sort != "layer"} == {
        "g": "lane",
        "h": "container",
        "a": "container",
    }


def test_an_end_at_a_cell_that_is_gone_is_loose():
    points = '<mxPoint x="-300" y="0" as="sourcePoint"/><mxPoint x="110" y="30" as="targetPoint"/>'
    one, other = cell("a", "Nytta: A"), cell("b", "Effekt: B", place=(-420, -10, 120, 60))
    chain = imported(drawing(one, other, edge("e", "gone", "lost", inner=points)), "drawio")
    assert arrows(chain) == {("B", "A")}
    assert list(remarks(chain)) == ["arrow-snapped"]


def test_hidden_cells_and_layers_are_counted():
    layer = '<mxCell id="L" value="Nyttor" parent="0" visible="0"/>'
    cells = (
        layer,
        cell("a", "A", parent="L"),
        cell("b", "B", visible="0"),
        cell("c", "C"),
        edge("e", "a", "c"),
    )
    chain = imported(drawing(*cells), "drawio")
    assert notes(chain) == ["C"]
    assert "unread-hidden" in remarks(chain)
    assert next(one for one in chain.remarks if one.key == "unread-hidden").particulars == {"n": 2}
    seen = imported(drawing(*cells), "drawio", hidden=True)
    assert boxes(seen) == {"A": "benefits", "C": "effects"}


def test_lanes_give_their_kind_and_lists_are_boxes():
    chain = imported(
        drawing(
            cell("l1", "Effekter", "swimlane;", place=(0, 0, 300, 600)),
            cell("l2", "Nyttor", "swimlane;", place=(300, 0, 300, 600)),
            cell("a", "Färre samtal", place=(10, 40, 100, 50), parent="l1"),
            cell("b", "Tid", place=(10, 40, 100, 50), parent="l2"),
            cell("list", "Effekt: Lista", "swimlane;childLayout=stackLayout;", place=(900, 0, 100, 200)),
            cell("r1", "ett", "text;strokeColor=none;", place=(0, 30, 100, 20), parent="list"),
            cell("r2", "två", "text;strokeColor=none;", place=(0, 50, 100, 20), parent="list"),
            edge("e", "a", "b"),
            edge("f", "r2", "b"),
        ),
        "drawio",
    )  # fmt: skip
    assert boxes(chain) == {"Färre samtal": "effects", "Tid": "benefits", "Lista": "effects"}
    assert chain.data["effects"]["lista"]["text"] == "ett · två"
    assert arrows(chain) == {("Färre samtal", "Tid"), ("Lista", "Tid")}
    assert not chain.remarks


def test_pages_have_names_and_ids_of_their_own():
    data = file(
        ("Nu", model(*CHAIN)),
        ("Sen", model(cell("a", "Mål: C"), cell("b", "Nytta: B"), edge("e", "b", "a"))),
        compressed=True,
    )
    chain = imported(data, "drawio", name="k.drawio")
    assert boxes(chain) == {"A": "effects", "B": "benefits", "C": "goals"}
    assert arrows(chain) == {("A", "B"), ("B", "C")}
    assert remarks(chain) == {"pages-read": ["Nu", "Sen"], "words-on-pages": ["B"]}
    assert boxes(imported(data, "drawio", page="Sen")) == {"C": "goals", "B": "benefits"}


@pytest.mark.parametrize(
    ("style", "looks"),
    [
        (
            "rounded=1;fillColor=#FFE6CC;strokeColor=#d79b00;",
            {"fill": "#ffe6cc", "line": "#d79b00", "shape": "rounded"},
        ),
        ("ellipse;html=1;fillColor=none;strokeColor=default;", {"shape": "ellipse"}),
        ("shape=hexagon;fillColor=light-dark(#FFFFFF, #000000);", {"fill": "#ffffff", "shape": "hexagon"}),
        ("shape=image;image=data:x;", {"shape": "image"}),
        ("", {"shape": "rectangle"}),
        ("fillColor=javascript:x;;=;a", {"shape": "a"}),
    ],
)  # fmt: skip
def test_looks(style, looks):
    assert shapes(cell("a", "A", style))["a"].looks == looks


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><mxGraphModel><root>&a;</root></mxGraphModel>'
BOMB = b"<mxfile><diagram>" + packed("<mxGraphModel>" + " " * 60_000_000).encode() + b"</diagram></mxfile>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged"),
        (b"hello", "damaged"),
        (b"<templates><template/></templates>", "no drawing"),
        (b"<svg><g/></svg>", "no drawing"),
        (b"<mxlibrary>[]</mxlibrary>", "no drawing"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "carries no drawing"),
        (drawing(*CHAIN)[:-20], "damaged"),
        (b"<mxfile><diagram>!!!</diagram></mxfile>", "unpacked"),
        (b"<mxfile><diagram>YWJj</diagram></mxfile>", "damaged"),
        (b"<mxfile><diagram>" + packed("hello").encode() + b"</diagram></mxfile>", "damaged"),
        (ENTITIES, "damaged"),
        (BOMB, "20 MB"),
        (b"<mxGraphModel>" + b" " * 20_000_001, "20 MB"),
        (b"<mxGraphModel><root>" + b"<a>" * 100_000, "damaged"),
        (b"<mxfile>" + b"<diagram/>" * 501 + b"</mxfile>", "more than"),
        (model('<mxCell id="x"/>' * 50_001).encode(), "more than"),
        (model(*(cell(f"x{n}", "x") for n in range(20_001))).encode(), "more than"),
        (png(b"<mxGraphModel>" + b" " * 21_000_000), "20 MB"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_soon(data, message):
    started = time.process_time()
    with pytest.raises(CannotRead, match=message):
        imported(data, "drawio")
    assert time.process_time() - started < 6


def test_cells_in_a_circle_or_a_deep_heap_end():
    circle = (cell("a", "A", parent="b"), cell("b", "B", parent="a"), cell("c", "C", parent="c"))
    assert sorted(notes(imported(drawing(*circle), "drawio")))
    deep = (cell(f"d{n}", f"D{n}", parent=f"d{n - 1}") for n in range(1, 3_000))
    started = time.monotonic()
    imported(drawing(*deep), "drawio")
    assert time.monotonic() - started < 5


def test_a_large_drawing_is_read_in_two_seconds():
    data = file(("Sida", chart(2_000, 1_500)), compressed=True)
    started = time.process_time()
    chain = imported(data, "drawio")
    assert time.process_time() - started < 2
    assert len(boxes(chain)) + len(notes(chain)) == 2_000


NUMBERS = st.sampled_from(["", "1", "-5", "1e9", "nan", "inf", "x", "1e400"])
STYLES = [HTML, "", "swimlane;", "childLayout=stackLayout;swimlane", "rotation=90", "shape=table"]
BROKEN = ['<object id="o" label="%o%" placeholders="1" o="%o%">', "<object/>", "</object>", "<mxCell/>"]


def any_cell(name, parent, text, style, x, y):
    return cell(name, text, style, parent=parent, place=(x, y, x, y))


def any_edge(name, tail, head, x):
    return edge(name, tail, head, inner=f'<mxPoint x="{x}" y="{x}" as="sourcePoint"/>')


PIECES = st.lists(
    st.one_of(
        st.builds(
            any_cell,
            st.sampled_from("abc01"),
            st.sampled_from("abc01x"),
            st.text("<b>&;%\nabc", max_size=12),
            st.sampled_from(STYLES),
            NUMBERS,
            NUMBERS,
        ),
        st.builds(
            any_edge,
            st.sampled_from("efab"),
            st.sampled_from(["a", "b", "e", "0", None]),
            st.sampled_from(["a", "c", "f", "gone", None]),
            NUMBERS,
        ),
        st.sampled_from(BROKEN),
    ),
    max_size=8,
)


@given(PIECES.map(lambda pieces: model(*pieces).encode()) | st.binary(max_size=60))
def test_anything_gives_a_chain_or_cannot_read(data):
    try:
        chain = imported(data, "drawio")
    except CannotRead:
        return
    assert verdict().is_valid(dict(chain.data))


@pytest.mark.parametrize("name", ["lanor.drawio", "lanor.drawio.svg"])
def test_a_drawing_with_lanes(name):
    chain = imported((Path(__file__).parent.parent / "files" / name).read_bytes(), "drawio")
    assert arrows(chain) == {
        ("Ansökan görs i e-tjänst", "Färre kompletteringar"),
        ("Färre kompletteringar", "Snabbare besked"),
    }
    assert boxes(chain) == {
        "Ansökan görs i e-tjänst": "changes",
        "Färre kompletteringar": "effects",
        "Snabbare besked": "benefits",
    }
    assert notes(chain) == ["Vad säger facket?"]
    assert set(remarks(chain)) == {"no-direction", "unknown-kind"}
