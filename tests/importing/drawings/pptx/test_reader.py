"""Presentations → boards and chains."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Mark, Point, Rect
from nyttokedja.importing.drawings.pptx.reader import read_pptx
from nyttokedja.importing.model import ImportOptions
from nyttokedja.language.validators import verdict
from tests.importing.drawings.boards import arrows, boxes, notes, remarks
from tests.importing.drawings.pptx.files import (
    box,
    connector,
    frame,
    group,
    presentation,
    slide,
    table,
)
from tests.importing.reading import imported


def board(*things, **options):
    return read_pptx(presentation(slide(*things)), ImportOptions(**options))


def shapes(*things):
    return {shape.id: shape for shape in board(*things).pages[0].shapes}


def read(*things, **options):
    return imported(presentation(slide(*things)), "pptx", **options)


CHAIN = (box(2, "Effekt: A"), box(3, "Nytta: B", place=(900, 0)), connector(4, 2, 3))


def test_glued_arrows_between_shapes():
    chain = read(*CHAIN)
    assert boxes(chain) == {"A": "effects", "B": "benefits"}
    assert arrows(chain) == {("A", "B")}
    assert not chain.remarks
    assert chain.refs == {}  # copying a slide numbers its shapes anew


@pytest.mark.parametrize(
    ("begin", "end", "marks"),
    [
        ("", "triangle", (Mark.NONE, Mark.ARROW)),
        ("arrow", "", (Mark.ARROW, Mark.NONE)),
        ("none", "none", (Mark.NONE, Mark.NONE)),
        ("oval", "stealth", (Mark.OTHER, Mark.ARROW)),
    ],
)
def test_the_mark_called_head_is_where_a_line_begins(begin, end, marks):
    assert board(connector(4, 2, 3, begin=begin, end=end)).pages[0].connectors[0].marks == marks


@pytest.mark.parametrize(
    ("more", "ends"),
    [
        ("", ((10, 20), (110, 60))),
        ('flipH="1"', ((110, 20), (10, 60))),
        ('flipV="1"', ((10, 60), (110, 20))),
        ('rot="10800000"', ((110, 60), (10, 20))),
        ('rot="5400000"', ((80, -10), (40, 90))),
    ],
)
def test_where_a_line_begins_and_ends(more, ends):
    one = board(connector(4, place=(10, 20, 100, 40), more=more)).pages[0].connectors[0]
    assert [tuple(map(round, end)) for end in (one.tail_at, one.head_at)] == list(ends)


def test_lines_that_are_shapes_are_arrows_and_loose_ends_are_snapped():
    one = box(5, place=(130, 30, 760, 0), form="line").replace(
        "</p:spPr>", '<a:ln><a:tailEnd type="arrow"/></a:ln></p:spPr>'
    )
    assert arrows(read(*CHAIN[:2], one)) == {("A", "B")}
    assert remarks(read(*CHAIN[:2], connector(4, place=(130, 30, 760, 0)))) == {
        "arrow-snapped": ["Effekt: A → Nytta: B"]
    }


def test_a_group_has_numbers_of_its_own():
    inner = box(3, "A", place=(1000, 1000, 100, 50))
    held = board(group(2, inner, place=(100, 200, 400, 200), child=(1000, 1000, 200, 100))).pages[0]
    assert held.shapes[0].place == Rect(100, 200, 200, 100)
    assert held.shapes[0].groups == ("slide", "2")
    flat = board(group(2, inner, place=(0, 0, 0, 0), child=(0, 0, 0, 0))).pages[0]
    assert flat.shapes[0].place == Rect(1000, 1000, 100, 50)


def test_a_shape_on_its_side():
    assert shapes(box(2, "A", place=(0, 0, 100, 20), more='rot="16200000"'))["2"].place == Rect(
        40, -40, 20, 100
    )
    assert shapes(box(2, "A", place=None))["2"].place is None


def test_words_of_a_shape():
    assert shapes(box(2, "Nytta\nmindre  väntan", "", "x"))["2"].lines == ("Nytta", "mindre väntan", "x")
    numbered = box(2, "A").replace("</a:p>", '<a:fld type="slidenum"><a:t>7</a:t></a:fld></a:p>')
    assert shapes(numbered)["2"].lines == ("A",)


STYLE = (
    '<p:style><a:lnRef idx="1"><a:schemeClr val="tx1"/></a:lnRef>'
    '<a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></p:style>'
)


@pytest.mark.parametrize(
    ("said", "looks"),
    [
        ({"fill": "00FF00", "line": "1F0000"}, {"fill": "#00ff00", "line": "#1f0000", "shape": "rect"}),
        ({"fill": "accent2", "form": "ellipse"}, {"fill": "#ed7d31", "shape": "ellipse"}),
        ({"style": STYLE}, {"fill": "#ed7d31", "line": "#000000", "shape": "rect"}),
        ({"style": STYLE, "fill": "none", "line": "none"}, {"shape": "rect"}),
        ({"style": STYLE.replace('idx="1"', 'idx="0"')}, {"shape": "rect"}),
        ({"fill": "nix", "text_box": True}, {"shape": "text"}),
    ],
)
def test_colours_are_those_of_the_theme(said, looks):
    assert shapes(box(2, "A", **said))["2"].looks == looks


def test_titles_lists_and_what_powerpoint_adds():
    chain = read(
        box(2, "Nyttor", role="title"),
        box(3, "Snabbare besked", "Frigjord tid", role="body"),
        box(4, "7", role="sldNum"),
        box(5, "2027", role="dt"),
        box(6, "Kommunen", role="ftr"),
        box(7, form="rightArrow"),
        box(8, role="body"),
    )
    assert boxes(chain) == {"Snabbare besked": "benefits", "Frigjord tid": "benefits"}
    assert chain.data["title"] == "Nyttor"
    assert set(remarks(chain)) == {"unread-footers", "unread-blockarrows"}


def test_slides_in_their_order_and_hidden_ones_counted():
    data = presentation(
        slide(box(2, "Karta 2027", role="ctrTitle"), box(3, "Nämnden", role="subTitle")),
        slide(box(2, "Sen", role="title"), *CHAIN),
        slide(box(2, "Effekt: Dold"), hidden=True),
        slide(box(2, "Bara bilder", role="title")),
        order=(4, 1, 3, 2),
    )
    chain = imported(data, "pptx", name="k.pptx")
    assert chain.data["title"] == "Karta 2027"
    assert [page.name for page in read_pptx(data, ImportOptions()).pages] == [
        "Bara bilder",
        "Karta 2027",
        "Sen",
    ]
    assert notes(chain) == ["Bara bilder", "Nämnden"]
    assert chain.data["benefits"]["b"]["origin"] == "k.pptx, sida ”Sen”"
    assert remarks(chain)["unread-slides"] == [""]
    assert "Dold" in boxes(imported(data, "pptx", hidden=True))
    assert boxes(imported(data, "pptx", page="Sen")) == {"A": "effects", "B": "benefits"}


def test_tables_are_read_by_their_headings():
    chain = read(table(2, ("Effekt", "Nytta"), ("Färre samtal", "Frigjord tid"), ("", "Snabbare besked")))
    assert boxes(chain) == {
        "Färre samtal": "effects",
        "Frigjord tid": "benefits",
        "Snabbare besked": "benefits",
    }
    assert remarks(chain) == {"kind-by-heading": ["Effekt", "Nytta"]}


DIAGRAM = (
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" NAMES><dgm:ptLst>'
    "<dgm:pt><dgm:t><a:p><a:r><a:t>Effekt: Steg</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt/>"
    "</dgm:ptLst></dgm:dataModel>"
)
RELATED = (
    '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="diagramData"/>'
)


def test_texts_of_diagrams_and_comments_and_what_is_not_read():
    data = presentation(
        slide(
            frame(2, RELATED),
            frame(3, "<x/>"),
            '<p:pic><p:nvPicPr><p:cNvPr id="4" name=""/></p:nvPicPr></p:pic>',
        ),
        diagramData=DIAGRAM,
        comments='<p:cmLst NAMES><p:cm authorId="1"><p:text>Stämmer det?</p:text></p:cm></p:cmLst>',
        notesSlide=f"<p:notes NAMES>{box(2, 'Säg hej', role='body')}</p:notes>",
    )
    chain = imported(data, "pptx")
    assert boxes(chain) == {"Steg": "effects"}
    assert notes(chain) == ["Stämmer det?"]
    assert set(remarks(chain)) == {"unread-objects", "unread-pictures", "unread-speech", "unknown-kind"}


def test_what_our_own_presentations_say_in_names():
    name = "nyttokedja:typ=nytta&id=b7&owner=Chef&for=brukare%20och%20andra"
    chain = read(box(2, "NYTTA\nTid", name=name))
    assert chain.data["benefits"] == {"b7": {"title": "Tid", "owner": "Chef", "for": "brukare och andra"}}


def test_hidden_shapes_and_alternatives():
    hidden = box(2, "A").replace('name=""', 'name="" hidden="1"')
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    ways = f"<mc:Choice>{box(3, 'B')}</mc:Choice><mc:Fallback>{box(4, 'C')}</mc:Fallback>"
    other = f'<mc:AlternateContent xmlns:mc="{mc}">{ways}</mc:AlternateContent>'
    assert notes(read(hidden, other)) == ["B"]
    assert notes(read(hidden, other, hidden=True)) == ["A", "B"]


DEEP = "".join(group(n, "@").split("@")[0] for n in range(2, 100)) + box(200, "A") + "</p:grpSp>" * 98
DOCTYPE = slide(box(2, "A")).replace("<p:sld ", '<!DOCTYPE x [<!ENTITY a "b">]><p:sld ', 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged|Office|empty"),
        (b"PK", "damaged|Office"),
        (presentation(slide())[:-40], "damaged|cut off"),
        (presentation(slide(), parts={"ppt/presentation.xml": "<x/>"}), "no presentation"),
        (presentation(DOCTYPE), "DOCTYPE"),
        (presentation("<p:sld"), "damaged"),
        (presentation(slide(), order=[1] * 1_001), "1000 slides"),
    ],
)
def test_what_cannot_be_read_is_said_soon(data, message):
    started = time.monotonic()
    with pytest.raises(CannotRead, match=message):
        imported(data, "pptx")
    assert time.monotonic() - started < 4


def test_groups_in_groups_end():
    assert notes(read(DEEP)) in ([], ["A"])


@given(
    st.lists(
        st.one_of(
            st.builds(
                lambda number, words, x, form, role: box(number, words, place=(x, 0), form=form, role=role),
                st.integers(2, 5),
                st.sampled_from(["", "Nytta: ord", "ord", "mål"]),
                st.sampled_from([0, 130, -(10**15), 10**14]),
                st.sampled_from(["rect", "line", "rightArrow"]),
                st.sampled_from([None, "title", "body", "sldNum"]),
            ),
            st.builds(connector, st.integers(6, 9), st.integers(2, 7), st.integers(1, 6)),
            st.builds(lambda words: table(12, (words, "b"), ("c",)), st.sampled_from(["Mål", "a"])),
        ),
        max_size=6,
    )
)
def test_anything_gives_a_chain(things):
    chain = read(*things)
    assert verdict().is_valid(dict(chain.data))
    spoken = "ord" in "".join(
        thing for thing in things if "sldNum" not in thing and 'prst="line"' not in thing
    )
    assert not spoken or "ord" in str(chain.data).lower()


def test_a_point_is_a_pixel():
    assert board(connector(4, place=(1, 2, 3, 4))).pages[0].connectors[0].tail_at == Point(1, 2)


def test_a_presentation_as_python_pptx_writes_it():
    from pathlib import Path

    chain = imported((Path(__file__).parent.parent / "files" / "bild.pptx").read_bytes(), "pptx")
    assert chain.data["title"] == "E-tjänst"
    assert boxes(chain) == {"Ansökan på nätet": "changes", "Färre samtal": "effects", "Tid": "benefits"}
    assert arrows(chain) == {("Ansökan på nätet", "Färre samtal"), ("Färre samtal", "Tid")}
