"""The title block: its texts, and how they are set."""

from dataclasses import replace

import pytest

from nyttokedja.drawing.content.overlay import Overlay, SignedText, TitleBlock
from nyttokedja.drawing.page.heading import draw_heading, place_heading, title_block_of
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.about import About
from nyttokedja.model.chain import Chain
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from tests.drawing.chains import benefit, finding
from tests.drawing.laid import subject_of

CHAIN = Chain(
    "Kedja",
    said_stage=Stage.PLAN,
    about=About(organisation="Kommun", purpose="Beslut", now="Som nu", new="Nytt"),
    nodes=(benefit("n", "N"),),
)


def set_(block, width=1000):
    """(text, x, baseline) of the lines of a block, and the top of the columns."""
    drawn, top = draw_heading(block, width, "sv", LIGHT)
    lines = [one for one in drawn if one.name == "text"]
    return [(one.text, float(one.attributes["x"]), float(one.attributes["y"])) for one in lines], top


def test_the_block_of_a_chain():
    found = [
        finding("NK401", "n"), finding("NK202", "n"), finding("NK213"), finding("NK215", variant="both"),
        replace(finding("NK216"), accepted=True), finding("NK501", "", Severity.INFO),
    ]  # fmt: skip
    block = title_block_of(subject_of(CHAIN, found))
    assert (block.kind, block.title, block.meta) == (
        "Effektkedja",
        "Kedja",
        ("Kommun", "Skede: plan", "Beslut"),
    )
    assert [(one.sign, one.strong) for one in block.counts] == [
        ("fault", True), ("missing", False), ("accepted", False),
    ]  # fmt: skip
    assert [text for _, text in block.labelled] == ["Som nu", "Nytt"]
    assert [(row.sign, row.strong) for row in block.rows] == [
        ("fault", True), ("missing", False), ("soft", False), ("accepted", False),
    ]  # fmt: skip
    assert block.rows[0].text == "Inga konsekvenskostnader, hinder eller risker"
    assert block.rows[1].text == "Saknas: alternativ A och B"


def test_what_is_not_there_is_left_out():
    block = title_block_of(subject_of(Chain("x", said_stage=Stage.DRAFT)))
    assert (len(block.meta), block.counts, block.labelled, block.rows) == (1, (), (), ())


def test_the_block_of_a_change_has_the_rows_of_the_whole_chain_too():
    own = TitleBlock("Ändring", "K", ("m",), rows=(SignedText("cut", "3 rutor visas inte"),))
    subject = replace(subject_of(CHAIN, [finding("NK213")]), overlay=Overlay(own, "", "", "", {}, {}, {}))
    block = title_block_of(subject)
    assert (block.kind, block.meta) == ("Ändring", ("m",))
    assert [row.sign for row in block.rows] == ["cut", "fault"]


def test_kind_title_and_meta_are_below_each_other():
    lines, top = set_(TitleBlock("Kedja", "Titel", ("a", "b")))
    assert lines == [("KEDJA", 28, 36), ("Titel", 28, 66), ("a · b", 28, 89)]
    assert top == 89 + 26


def test_long_texts_take_several_lines():
    lines, top = set_(TitleBlock("Kedja", "Titel " * 30, ("ord " * 60,)), 720)
    ys = [y for _, _, y in lines]
    titles = [y for text, _, y in lines if text.startswith("Titel")]
    meta = [y for text, _, y in lines if text.startswith("ord")]
    assert titles == [66 + 30 * n for n in range(len(titles))]
    assert meta == [titles[-1] + 23 + 18 * n for n in range(len(meta))]
    assert len(titles) > 1 < len(meta)
    assert top == max(ys) + 26


def test_counts_are_at_the_right_of_the_meta_line_if_they_fit():
    counts = (
        SignedText("missing", "3 uppgifter saknas", strong=True),
        SignedText("accepted", "1 brist är godtagen"),
    )
    lines, top = set_(TitleBlock("K", "T", ("kort",), counts))
    (_, first, y), (_, second, y2) = lines[-2:]
    assert y == y2 == 89
    assert first > 600
    assert second > first
    assert top == 89 + 26
    lines, top = set_(TitleBlock("K", "T", ("lång " * 30,), counts), 900)
    assert lines[-2][1] == pytest.approx(28 + 18.6)
    assert lines[-2][2] == 89 + 23
    assert top == 89 + 23 + 26


def test_labelled_texts_stand_in_one_line_where_they_have_room():
    lines, top = set_(TitleBlock("K", "T", ("m",), labelled=(("A", "ett"), ("B", "två"))))
    (_, label, y), (_, text, _), (_, other, _), (_, text2, last) = lines[3:7]
    assert label == 28 < text < other < text2
    assert text - label == text2 - other
    assert (y, last, top) == (108, 108, 108 + 26)


def test_labelled_texts_below_each_other_are_indented_by_the_longest_label():
    labelled = (("A", "ett " * 9), ("Alternativ", "två " * 9))
    lines, top = set_(TitleBlock("K", "T", ("m",), labelled=labelled), 460)
    (_, label, y), (_, text, same) = lines[3:5]
    (_, other, below), (_, text2, _) = lines[5:7]
    assert (label, other) == (28, 28)
    assert text == text2 > 28 + 16 + 40
    assert (y, same, below) == (108, 108, 127)
    assert top == 127 + 26


def test_rows_have_their_sign_and_wrap_at_the_width_of_a_line():
    rows = (SignedText("missing", "ord " * 80, strong=True), SignedText("soft", "sist"))
    lines, top = set_(TitleBlock("K", "T", ("m",), rows=rows), 2000)
    ys = [y for text, _, y in lines if text.startswith("ord")]
    assert len(ys) > 1
    assert ys == [108 + 16 * n for n in range(len(ys))]
    assert lines[-1] == ("sist", pytest.approx(46.6), ys[-1] + 19)
    assert top == ys[-1] + 19 + 26


def test_strong_texts_have_the_colour_of_their_sign():
    counts = (
        SignedText("added", "1 ny", strong=True),
        SignedText("fault", "2", strong=True),
        SignedText("missing", "4"),
        SignedText("added", "3"),
    )
    drawn, _ = draw_heading(TitleBlock("K", "T", ("m",), counts), 1000, "sv", LIGHT)
    inks = {one.text: one.attributes["fill"] for one in drawn if one.name == "text"}
    assert (inks["1 ny"], inks["2"], inks["3"]) == (LIGHT.statuses["added"], LIGHT.missing, LIGHT.soft)
    assert inks["4"] == LIGHT.ink


@pytest.mark.parametrize("width", [500, 1000, 3000])
def test_the_top_of_the_columns_is_told_without_drawing(width):
    found = [finding("NK401", "n"), finding("NK213"), finding("NK215", variant="both")]
    block = title_block_of(subject_of(CHAIN, found))
    parts, top = place_heading(block, width, "sv", LIGHT)
    drawn, as_drawn = draw_heading(block, width, "sv", LIGHT)
    assert top == as_drawn > 0
    assert [element for part in parts for element in part()] == drawn
