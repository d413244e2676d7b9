"""A board → a chain: words to shapes, loose ends, directions, kinds."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Board, Mark, Point
from nyttokedja.importing.drawings.stages.gather import gather
from nyttokedja.importing.drawings.stages.places import PlaceIndex
from nyttokedja.importing.drawings.stages.snap import snap
from nyttokedja.importing.kind_words import kind_of_word
from tests.importing.drawings.boards import (
    HEIGHT,
    arrows,
    board,
    boxes,
    group,
    line,
    notes,
    page,
    read,
    remarks,
    shape,
)

# ---- gather


@pytest.mark.parametrize(
    "things",
    [
        (shape("form", "", 0, 0, width=200), shape("text", "Ring", 20, 10, width=80, height=20)),
        (shape("form", "", 0, 0, fill="#ff0000"), shape("text", "Ring", 0, 62, height=20)),
        (group("form", x=0), shape("text", "Ring", 20, 20, groups=("form",))),
        (shape("form", "", 20, 20, width=20, height=20, groups=("text",)), shape("text", "Ring", 0)),
    ],
)
def test_an_arrow_to_a_form_without_words_goes_to_the_words_that_belong_to_it(things):
    chain = read(board(*things, shape("b", "Besök", 900), line("form", "b")))
    assert arrows(chain) == {("Ring", "Besök")}
    assert "arrow-unlabelled" not in remarks(chain)


def test_an_arrow_to_a_form_without_words_is_told_and_its_words_stay():
    things = (
        shape("form", "", 0),
        shape("a", "Ett", 300),
        shape("b", "Två", 300, 300),
        shape("c", "Tre", 900),
    )
    chain = read(board(*things, line("a", "form", "varför då"), line("a", "c"), line("b", "c")))
    assert remarks(chain)["arrow-unlabelled"] == ["Ett → …"]
    assert notes(chain) == ["varför då"]
    assert remarks(chain)["unread-empty"] == [""]


def test_two_texts_on_a_form_are_not_guessed_between():
    form = shape("form", "", 0, 0, width=600, height=300)
    chain = read(
        board(
            form,
            shape("a", "Ett", 10, 10),
            shape("b", "Två", 300, 10),
            shape("c", "Tre", 900),
            line("form", "c"),
        )
    )
    assert remarks(chain)["arrow-unlabelled"] == ["… → Tre"]


def test_a_text_on_a_form_has_its_colour():
    form = shape("form", "", 0, 0, fill="#00ff00")
    text = shape("text", "Ring", 10, 10, width=60, height=20)
    assert boxes(read(board(form, text), mapping=["fill=#00ff00:mål"])) == {"Ring": "goals"}
    framed = shape("text", "Ring", 10, 10, width=60, height=20, line="#000000")
    assert notes(read(board(form, framed), mapping=["fill=#00ff00:mål"])) == ["Ring"]


def test_texts_that_fill_a_form_are_one_box():
    form = shape("form", "", 0, 0, width=200, height=100, fill="#00ff00")
    texts = (
        shape("t", "Förklaring", 0, 40, width=200, height=60),
        shape("h", "Effekt: Ring", 0, 0, width=200, height=30),
    )
    chain = read(board(form, *texts, shape("b", "Besök", 900), line("form", "b")))
    assert chain.data["effects"]["ring"] == {"title": "Ring", "text": "Förklaring", "leads_to": "besök"}
    apart = read(
        board(form, *(shape(name, name, x, 0, width=60, height=30) for name, x in (("A", 0), ("B", 90))))
    )
    assert notes(apart) == ["A", "B"]


def test_a_frame_with_words_and_nothing_in_it_is_a_box():
    things = (group("g", "Moln", 0), shape("pic", "", 10, 10, groups=("g",)), shape("b", "Besök", 900))
    assert arrows(read(board(*things, line("pic", "b"), line("b", "g")))) == {
        ("Moln", "Besök"),
        ("Besök", "Moln"),
    }
    assert boxes(read(board(group("g", "Nyttor", 0, sort="lane"), shape("a", "x", 900)))) == {}


# ---- snap


def at(x, y=30, *, other=None):
    """Where an arrow from "far" that ends at a place goes."""
    things = [shape("a", "A", 100), shape("far", "Far", 2000, y - HEIGHT / 2), *([other] if other else [])]
    ready, said = snap(page(*things, line("far", (x, y))))
    return [one.head for one in ready.connectors], [remark.key for remark in said]


@pytest.mark.parametrize(
    ("x", "head"), [(99, "a"), (80, "a"), (79, None), (150, "a"), (220, "a"), (240, "a"), (241, None)]
)
def test_a_loose_end_within_20_pixels_is_fastened(x, head):
    assert at(x) == (([head], ["arrow-snapped"]) if head else ([], ["arrow-loose"]))


def test_a_loose_end_between_two_is_not_guessed():
    below = shape("b", "B", 100, 90)
    assert at(105, 75, other=below) == ([], ["arrow-loose"])  # 15 and 15
    assert at(105, 78, other=below) == (["b"], ["arrow-snapped"])  # 18 and 12


def test_a_loose_end_between_two_goes_on_as_the_line_does():
    things = (shape("a", "A", 100), shape("b", "B", 250))
    ready, _ = snap(page(*things, line((234, 30), (236, 30)), line((237, 10), (233, 10))))
    assert [(one.tail, one.head) for one in ready.connectors] == [("a", "b"), ("b", "a")]


def test_the_smallest_shape_around_an_end_is_meant():
    inside = shape("b", "B", 110, 10, width=50, height=40)
    assert at(120, other=inside) == (["b"], ["arrow-snapped"])


def test_a_loose_end_never_goes_to_the_other_end():
    ready, said = snap(page(shape("a", "A", 100), line("a", (150, 30))))
    assert (ready.connectors, [remark.key for remark in said]) == ((), ["arrow-loose"])
    ready, _ = snap(page(shape("a", "A", 100), shape("b", "B", 300), line((150, 30), (310, 30))))
    assert [(one.tail, one.head) for one in ready.connectors] == [("a", "b")]


def test_a_place_that_is_no_number_is_none():
    index = PlaceIndex(
        [("a", shape("a", "A", float("nan")).place), ("b", shape("b", "B", float("inf")).place)]
    )
    assert index.near(Point(float("nan"), 0), 20) == []
    assert at(float("nan")) == ([], ["arrow-loose"])


def test_a_line_in_pieces_is_one_line():
    things = (shape("a", "A", 0), shape("b", "B", 900, 600))
    pieces = (
        line("a", (400, 30), "för", marks="--", id="1"),
        line((400, 630), (401, 31), "att", marks="-o", id="2"),
        line((402, 631), (899, 630), id="3"),
    )
    ready, said = snap(page(*things, *pieces))
    assert [(one.tail, one.head, one.lines) for one in ready.connectors] == [("a", "b", ("för", "att"))]
    assert ready.connectors[0].marks == (Mark.NONE, Mark.ARROW)
    assert [remark.item for remark in said] == ["A → B"]
    third = line((401, 629), (700, 300), id="4")
    ready, said = snap(page(*things, *pieces, third))
    assert not ready.connectors
    assert {remark.key for remark in said} == {"arrow-loose"}
    around = [
        line(*ends, id=str(ends))
        for ends in (((0, 900), (50, 900)), ((50, 900), (50, 990)), ((50, 990), (0, 900)))
    ]
    assert not snap(page(*around))[0].connectors


# ---- direct


@pytest.mark.parametrize(
    ("marks", "headless", "expected", "said"),
    [
        ("->", "forward", ("E", "B"), None),
        ("<-", "forward", ("B", "E"), None),
        ("<>", "forward", ("E", "B"), "both-ways"),
        ("--", "forward", ("E", "B"), "no-direction"),
        ("--", "left-right", ("B", "E"), "no-direction"),
        ("--", "right-left", ("E", "B"), "no-direction"),
        ("--", "drop", None, "headless-dropped"),
        ("o-", "forward", ("B", "E"), None),
        ("o>", "drop", ("E", "B"), None),
        ("oo", "drop", ("E", "B"), "both-ways"),
    ],
)
def test_an_arrow_has_one_direction(marks, headless, expected, said):
    things = (shape("e", "Effekt: E", 500), shape("b", "Nytta: B", 0), line("e", "b", marks=marks))
    chain = read(board(*things), headless=headless)
    assert arrows(chain) == ({expected} if expected else set())
    assert list(remarks(chain)) == ([said] if said else [])


@pytest.mark.parametrize("marks", ["-|", "|-"])
def test_a_bar_is_a_hindrance(marks):
    ends = ("r", "e") if marks == "-|" else ("e", "r")
    chain = read(board(shape("r", "Risk: R"), shape("e", "Effekt: E"), line(*ends, marks=marks)))
    assert chain.data["risks"] == {"r": {"title": "R", "hinders": "e"}}


# ---- kinds


def test_the_first_that_says_what_a_shape_is_counts():
    lane = group("lane", "Kostnader", sort="lane")
    said = {
        "mapping": shape("x", "Nytta: A", data={"nyttokedja_typ": "mål"}, groups=("lane",), fill="#ff0000"),
        "data": shape("x", "Nytta: A", data={"nyttokedja_typ": "mål"}, groups=("lane",)),
        "label": shape("x", "Nytta: A", groups=("lane",)),
        "group": shape("x", "A", groups=("lane",)),
    }
    found = {
        why: next(iter(boxes(read(board(one, lane), mapping=["fill=#ff0000:risk"])).values()))
        for why, one in said.items()
    }
    assert found == {"mapping": "risks", "data": "goals", "label": "benefits", "group": "costs"}


@pytest.mark.parametrize(
    "entry",
    [
        "fill=#FF0008:mål",
        "fillcolor=#f00:mål",
        "line=blue:mål",
        "shape=ellipse:mål",
        "lane=våra saker:mål",
        "cluster=Våra saker:mål",
        "page=ETT:mål",
        "tag=vård:mål",
        "name=x:mål",
        "A b:mål",
    ],
)
def test_a_mapping_names_what_is_seen(entry):
    one = shape("x", "A b", tags=["Vård"], groups=("g",), fill="#ff0000", line="Blue", shape="ellipse")
    other = shape("y", "C", fill="#ff1000", line="red")
    chain = read(board(one, other, group("g", "Våra saker"), name="Ett"), mapping=[entry])
    assert boxes(chain)["A b"] == "goals"
    assert "mapping-unused" not in remarks(chain)
    assert "mapping-unused" in remarks(read(board(other), mapping=[entry]))


def test_what_has_arrows_is_an_effect_and_what_has_none_a_note():
    chain = read(board(shape("a", "Ett"), shape("b", "Två"), shape("c", "Tre"), line("a", "b", "för att")))
    assert boxes(chain) == {"Ett": "effects", "Två": "effects"}
    assert chain.data["effects"]["ett"]["leads_to"] == {"to": "två", "because": "för att"}
    assert notes(chain) == ["Tre"]
    assert remarks(chain) == {"kind-by-arrows": ["Ett", "Två"], "unknown-kind": ["Tre"]}


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("N: Frigjord tid (handläggare)", "sv", ("benefits", "Frigjord tid", {"for": "handläggare"})),
        ("🎯 M: Köer", "sv", ("goals", "🎯 Köer", {})),
        ("EN: Digital liste", "nb", ("changes", "Digital liste", {})),
        ("BN: Safer care @Head nurse", "en", ("benefits", "Safer care", {"owner": "Head nurse"})),
        ("Effekt: Färre samtal (ca 20 %)", "sv", ("effects", "Färre samtal (ca 20 %)", {})),
        ("Effekt: Färre samtal @Chef", "sv", ("effects", "Färre samtal @Chef", {})),
        ("H:", "sv", ("notes", "H:", None)),
        ("OBS: facket", "sv", ("notes", "OBS: facket", None)),
    ],
)
def test_marks_of_notes_count_on_shapes(words, language, expected):
    section, title, fields = expected
    data = read(board(shape("a", words)), language=language).data
    if fields is None:
        assert data["notes"] == [title]
    else:
        assert list(data[section].values()) == [{"title": title, **fields}]


def test_a_letter_of_two_kinds_is_told():
    chain = read(board(shape("a", "K: Licens")))
    assert boxes(chain) == {"Licens": "costs"}
    (remark,) = chain.remarks
    assert (remark.key, remark.particulars) == ("shared-letter", {"letter": "K", "kind": "cost"})


def test_headings_over_columns_and_beside_rows():
    columns = [
        *(shape(word, word, x, 0, height=20) for word, x in (("Effekter", 0), ("Nyttor", 300), ("Mål", 600))),
        *(shape(f"s{x}", f"Ruta {x}", x, 100) for x in (10, 290, 320, 580, 1500)),
    ]
    expected = {"Ruta 10": "effects", "Ruta 290": "benefits", "Ruta 320": "benefits", "Ruta 580": "goals"}
    chain = read(board(*columns))
    assert boxes(chain) == expected
    assert notes(chain) == ["Ruta 1500"]
    assert remarks(chain)["kind-by-heading"] == ["Effekter", "Nyttor", "Mål"]
    rows = [shape(one.id, " ".join(one.lines), one.place.y, one.place.x, width=60) for one in columns]
    assert boxes(read(board(*rows))) == expected


def test_one_heading_alone_says_nothing_of_others():
    chain = read(board(shape("h", "Nyttor", 0, height=20), shape("a", "Tid", 0, 50)))
    assert boxes(chain) == {"Nyttor": "benefits"}
    assert notes(chain) == ["Tid"]


def test_a_legend_gives_colours_a_kind():
    chain = read(
        board(
            shape("l1", "Nytta", 900, 0, height=20, fill="#00ff00"),
            shape("l2", "Mål", 930, 40, height=20),
            shape("sample", "", 900, 40, width=20, height=20, fill="#ffff00"),
            shape("a", "Tid", 0, 0, fill="#02ff00"),
            shape("b", "Hälsa", 0, 100, fill="#ffff00"),
            shape("c", "Vad?", 0, 200, fill="#0000ff"),
        )
    )
    assert boxes(chain) == {"Tid": "benefits", "Hälsa": "goals"}
    assert notes(chain) == ["Vad?"]
    assert remarks(chain)["kind-by-legend"] == ["Nytta", "Mål"]


# ---- groups


def test_an_arrow_to_a_frame_goes_to_each_box_in_it():
    things = (
        group("g", "Hemtjänst", 0),
        shape("a", "A", 10, 10),
        shape("b", "B", 10, 200),
        shape("c", "C", 900),
    )
    drawn = board(group("g", "Hemtjänst", 0, sort="frame"), *things[1:], line("c", "g"))
    chain = read(drawn)
    assert arrows(chain) == {("C", "A"), ("C", "B")}
    assert remarks(chain)["arrow-group"] == ["C → Hemtjänst"]
    assert [node.get("tags") for node in chain.data["effects"].values()] == [
        ["Hemtjänst"],
        ["Hemtjänst"],
        None,
    ]
    assert "Hemtjänst" not in boxes(chain)


def test_what_frames_say_is_kept():
    frames = (
        group("g", "Hemtjänst"),
        group("h", "Nyttor: natten", groups=("g",)),
        group("i", "Långt " * 30, x=900),
    )
    chain = read(
        board(
            *frames,
            shape("a", "Effekt: A", groups=("g", "h")),
            shape("b", "B", groups=("h",)),
            shape("c", "C", groups=("i",)),
        )
    )
    assert chain.data["effects"]["a"]["tags"] == ["Hemtjänst", "Natten"]
    assert boxes(chain) == {"A": "effects", "B": "benefits"}
    assert notes(chain) == ["C", ("Långt " * 30).strip()]
    empty = read(
        board(
            group("g", "Ute", x=0, sort="frame"),
            *(shape(w, w, x, 10) for w, x in (("Mål", 10), ("Risk", 200))),
            shape("a", "A", 10, 900),
        )
    )
    assert "Ute" in notes(empty)


def test_a_frame_that_says_its_kind_and_has_arrows_is_a_box():
    things = (group("g", "Nytta: Tid", 0), shape("a", "A", 10, 10, groups=("g",)), shape("c", "C", 900))
    assert boxes(read(board(*things, line("c", "g")))) == {"Tid": "benefits", "C": "effects"}


# ---- pages


def test_the_same_words_on_several_pages_are_one_box_and_on_one_page_two():
    first = page(shape("1", "Nytta: Tid"), shape("2", "Ring"), line("2", "1"), name="Ett")
    second = page(shape("1", "tid."), shape("2", "Mål: Vård"), shape("3", "Ring"), line("1", "2"), name="Två")
    chain = read(Board("", (first, second)), name="v.drawio")
    assert boxes(chain) == {"Tid": "benefits", "Ring": "effects", "Vård": "goals"}
    assert arrows(chain) == {("Ring", "Tid"), ("Tid", "Vård")}
    assert remarks(chain)["words-on-pages"] == ["tid.", "Ring"]
    assert remarks(chain)["pages-read"] == ["Ett", "Två"]
    assert chain.data["goals"]["vård"]["origin"] == "v.drawio, sida ”Två”"
    alone = read(Board("", (first, second)), page="två")
    assert boxes(alone) == {"tid.": "effects", "Vård": "goals"}
    assert boxes(read(Board("", (first, second)), page="2")) == boxes(alone)
    with pytest.raises(CannotRead, match=r"no page Tre in the drawing\. It has: Ett, Två"):
        read(Board("", (first, second)), page="Tre")
    twice = read(board(shape("1", "Nytta: Tid"), shape("2", "Nytta: Tid")))
    assert list(twice.data["benefits"]) == ["tid", "tid_2"]
    assert remarks(twice) == {"words-twice": ["Tid"]}


def test_things_with_one_id_are_told_apart():
    texts = (shape("x", "Ett", 0, 0, width=100, height=50), shape("x", "Två", 0, 50, width=100, height=50))
    form = shape("x", "", 0, 0, width=100, height=100)
    lines = (line("gone", "x", "för", id="l"), line("x", "gone", "att", id="l"))
    chain = read(board(form, *texts, shape("x", "Tre", 900), *lines))
    assert sorted(notes(chain)) == ["Ett\nTvå", "Tre", "att", "för"]


def test_our_own_data_come_back():
    ours = {
        "nyttokedja_typ": "nytta · effektmål",
        "nyttokedja_id": "b7",
        "nyttokedja_owner": "Chef",
        "nyttokedja_for": "brukare",
    }
    chain = read(board(shape("x", "NYTTA · EFFEKTMÅL\nTid", data=ours, note="Så räknat")))
    assert chain.data["benefits"] == {
        "b7": {"title": "Tid", "text": "Så räknat", "owner": "Chef", "for": "brukare", "effect_goal": True}
    }
    assert chain.refs == {"b7": "x"}


def test_looks_are_counted_where_some_shapes_do_not_say_what_they_are():
    things = [shape(f"a{n}", f"A{n}", fill="#ff0000") for n in range(4)]
    things += [shape("b", "Nytta: B", fill="#00ff00"), shape("c", "C", fill="#fe0100")]
    found = read(board(*things)).looks
    assert [(one.attribute, one.value, one.name, one.count, one.kind) for one in found] == [
        ("fill", "#ff0000", "red", 5, ""),
        ("fill", "#00ff00", "green", 1, "benefit"),
    ]
    assert found[0].examples == ("A0", "A1", "A2")
    assert read(board(things[4])).looks == ()


# ---- nothing is lost

IDS = st.sampled_from([f"s{n}" for n in range(8)])
NAMES = st.sampled_from(["", "Nyttor", "Mål: gräns", "ram", "lagret", "Effekter"])
SPOT = st.tuples(st.integers(-50, 700), st.integers(-50, 700))


@st.composite
def drawings(draw):
    def words(n):
        prefix = draw(st.sampled_from(["", "", "Nytta: ", "Risk: ", "mål\n", "lapp: "]))
        return draw(st.sampled_from(["", f"{prefix}ord{n}"]))

    groups = [
        group(
            f"g{n}",
            draw(NAMES) and f"{draw(NAMES)} grupp{n}",
            *draw(SPOT),
            sort=draw(st.sampled_from(["frame", "lane", "container"])),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    shapes = [
        shape(
            f"s{n}",
            words(n),
            *draw(st.one_of(st.just((None, 0)), SPOT)),
            groups=[one.id for one in groups if draw(st.booleans())],
            **draw(st.sampled_from([{}, {"fill": "#ff0000"}])),
        )
        for n in range(draw(st.integers(0, 8)))
    ]
    ends = st.one_of(IDS, SPOT, st.sampled_from(["g0", "g1", "gone"]))
    lines = [
        line(
            draw(ends),
            draw(ends),
            draw(st.sampled_from(["", f"skäl{n}"])),
            marks=draw(st.sampled_from(["->", "--", "<>", "<-", "-|"])),
            id=f"c{n}",
        )
        for n in range(draw(st.integers(0, 6)))
    ]
    return board(*groups, *shapes, *lines)


@given(drawings(), st.sampled_from(["forward", "left-right", "drop"]))
def test_all_words_are_in_boxes_notes_or_remarks(drawn, headless):
    chain = read(drawn, headless=headless)
    told = f"{chain.data} {[remark.item for remark in chain.remarks]}"
    for one in (*drawn.pages[0].things, *drawn.pages[0].connectors):
        for word in " ".join(one.lines).replace(":", " ").split():
            assert word in told.lower() or kind_of_word(word) or word == "gräns", (word, told)


@given(drawings(), st.sampled_from(["forward", "drop"]))
def test_each_connector_is_an_arrow_or_a_remark(drawn, headless):
    chain = read(drawn, headless=headless)
    lost = Counter(remark.key for remark in chain.remarks if remark.key.startswith(("arrow-", "headless")))
    del lost["arrow-snapped"], lost["arrow-to-risk"]
    if drawn.pages[0].connectors and not arrows(chain):
        assert sum(lost.values())


@given(drawings())
def test_after_gathering_each_end_has_words_or_is_loose(drawn):
    ready, _ = gather(drawn.pages[0])
    spoken = {one.id for one in ready.shapes if one.lines} | {one.id for one in ready.groups}
    assert {end for one in ready.connectors for end in (one.tail, one.head) if end} <= spoken


def test_two_forms_with_one_id_below_one_text_stop_nothing():
    forms = [shape("f", "", 0, 0, width=200, height=100)] * 2
    words = shape("t", "Ett ord", 20, 20, width=60, height=20)
    assert [one.id for one in gather(page(*forms, words))[0].shapes] == ["t"]


# ---- dashed arrows


def _dashed(*mapping):
    drawn = board(shape("a", "Ring"), shape("b", "Besök", 300), line("a", "b", dashed="1"))
    return read(drawn, mapping=mapping)


@pytest.mark.parametrize("entry", ["dashed:indirect", "dashed:indirekt", "dashed=1:indirekte"])
def test_a_dashed_arrow_is_as_strong_as_somebody_says(entry):
    chain = _dashed(entry)
    assert [one["leads_to"] for one in chain.data["effects"].values() if "leads_to" in one] == [
        {"to": "besök", "link": "indirect"}
    ]
    assert "mapping-unused" not in remarks(chain)


def test_a_dashed_arrow_alone_means_nothing():
    assert _dashed().data["effects"]["ring"]["leads_to"] == "besök"


def test_a_word_for_dashed_arrows_in_a_drawing_without_them_is_told():
    drawn = board(shape("a", "Ring"), shape("b", "Besök", 300), line("a", "b"))
    assert "mapping-unused" in remarks(read(drawn, mapping=["dashed:indirect"]))


def test_a_dashed_arrow_is_no_type_of_box():
    with pytest.raises(CannotRead):
        _dashed("dashed:kanske")


# ---- captions


def _slide(*texts):
    ends = [
        replace(line("a", "b"), tail_at=Point(120, 30), head_at=Point(400, 30)),
        replace(line("c", "d"), tail_at=Point(120, 330), head_at=Point(400, 330)),
    ]
    boxes = [
        shape("a", "Ett"),
        shape("b", "Två", 400),
        shape("c", "Tre", 0, 300),
        shape("d", "Fyra", 400, 300),
    ]
    return read(board(*boxes, *texts, *ends))


def test_a_text_at_an_arrow_is_what_the_arrow_says():
    chain = _slide(shape("t", "när det ringer", 200, 5, height=20, shape="text"))
    assert chain.data["effects"]["ett"]["leads_to"] == {"to": "två", "because": "när det ringer"}
    assert remarks(chain)["words-at-arrow"] == ["när det ringer"]
    assert notes(chain) == []


@pytest.mark.parametrize(
    "text",
    [
        shape("t", "långt ifrån", 200, 150, height=20, shape="text"),
        shape("t", "en ruta", 200, 5, height=20, shape="text", line="#000000"),
        shape("t", "vid båda", 200, 35, height=290, shape="text"),
        shape("t", "hos rutan", 120, 5, width=20, height=20, shape="text"),
        shape(
            "t",
            "så många ord att det är mer än vad en pil brukar säga, " * 2,
            200,
            5,
            height=20,
            shape="text",
        ),
    ],
)
def test_a_text_that_may_be_something_else_is_a_note(text):
    chain = _slide(text)
    assert "words-at-arrow" not in remarks(chain)
    assert notes(chain) == [" ".join(text.lines).strip()]
