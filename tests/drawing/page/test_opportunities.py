"""Opportunities: cards in a band below, and their numbers in the boxes of the chain."""

from dataclasses import replace

import pytest

from nyttokedja.drawing.boxes.box import number_width
from nyttokedja.drawing.content.details import details_of
from nyttokedja.drawing.content.overlay import Overlay, Status, TitleBlock
from nyttokedja.drawing.layout.spacing import NARROW
from nyttokedja.drawing.layout.trials import Trial
from nyttokedja.drawing.page.opportunities import card_order
from nyttokedja.model.chain import Chain
from tests.drawing.chains import OFFERS, benefit, change, goal, opportunity
from tests.drawing.laid import SVG, drawn, labels, laid_out, parsed, subject_of, texts

CHAIN = Chain(
    "x",
    nodes=(
        change("c", to="n p"),
        benefit("n", "Nytta", to="m"),
        goal("m", "Mål"),
        opportunity("o", "Larm", to="n m"),
        opportunity("p", "Lås", to="m"),
    ),
)


def told(id, subject=None):
    subject = subject or subject_of(CHAIN)
    return [(one.numbers, one.text) for one in details_of(subject.graph.nodes[id], subject)]


def test_a_box_has_the_numbers_of_the_opportunities_that_may_lead_to_it_or_follow():
    assert told("n") == [(("1",), "kan leda hit")]
    assert told("m") == [(("1", "2"), "kan leda hit")]
    assert told("c") == [(("2",), "kan följa")]


def test_a_card_says_which_boxes():
    assert told("o") == [((), "Leder till: Nytta; Mål")]
    assert told("p") == [((), "Leder till: Mål"), ((), "Följer av: c")]


def test_in_a_change_both_say_what_has_become_of_the_arrow():
    arrows = {("o", "n"): Status.ADDED, ("p", "m"): Status.REMOVED}
    overlay = Overlay(TitleBlock("", "", ()), "", "", "", {}, arrows, {})
    subject = replace(subject_of(CHAIN), overlay=overlay)
    assert told("o", subject) == [((), "Leder till: Nytta (ny pil); Mål")]
    assert told("n", subject) == [(("1",), "kan leda hit (ny pil)")]
    assert told("m", subject) == [(("1",), "kan leda hit"), (("2",), "kan leda hit (borttagen pil)")]


def test_no_line_runs_to_an_opportunity():
    root = parsed(drawn(OFFERS, data_attributes=True))
    ends = {end for one in root.iter() for end in (one.get("data-source"), one.get("data-target"))}
    assert not {"o1", "o2", "o3", "o4"} & ends
    assert 'stroke-linecap="round" stroke-dasharray="2 3.5"' not in drawn(OFFERS)


def test_numbers_are_drawn_in_the_boxes_and_on_the_cards():
    root = parsed(drawn(CHAIN, data_attributes=True))
    boxes = {g.get("data-node"): g for g in root.iter(f"{SVG}g") if g.get("data-node")}
    said = {id: [t.text for t in box.iter(f"{SVG}text") if t.text in "12"] for id, box in boxes.items()}
    assert said == {"c": ["2"], "n": ["1"], "m": ["1", "2"], "o": ["1"], "p": ["2"]}


def test_a_screen_reader_is_told_of_the_arrows_once():
    (card,) = (label for label in labels(drawn(CHAIN)) if label.startswith("Möjlighet: Larm"))
    assert card == "Möjlighet: Larm. Leder till: Nytta; Mål."
    (box,) = (label for label in labels(drawn(CHAIN)) if label.startswith("Mål"))
    assert box == "Mål: Mål. Följer av: Nytta; Larm; Lås."


def test_many_numbers_break_into_rows_in_their_box():
    many = tuple(opportunity(f"o{n}", to="m") for n in range(24))
    picture = laid_out(Chain("x", nodes=(change("c", to="m"), goal("m"), *many)))
    box = picture.canvas.units["m"].box
    pills = [sign for sign in box.signs if sign.kind == "number"]
    assert len(pills) == 24
    assert len({sign.y for sign in pills}) > 2
    assert all(14 < sign.x < box.width - 14 and sign.y < box.height - 6 for sign in pills)
    assert max(line.y for line in box.lines) < box.height - 3


def test_cards_are_in_rows_in_the_order_of_the_file():
    many = tuple(opportunity(f"o{n}", to="m") for n in range(9))
    picture = laid_out(Chain("x", nodes=(change("c", to="m"), goal("m"), *many)))
    placed = picture.opportunities
    assert list(card_order(placed.rects)) == [f"o{n}" for n in range(9)]
    assert not placed.single_row
    assert max(rect.right for rect in placed.rects.values()) <= picture.right
    assert "Möjligheter" in texts(drawn(picture.subject.chain))


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_number_stands_clear_of_the_type_word(language):
    chain = replace(CHAIN, language=language)
    for card in laid_out(chain, Trial(100.0, NARROW)).draft.opportunities.values():
        word, number = card.box.lines[0], next(one for one in card.box.signs if one.kind == "number")
        assert word.x + word.style.width(word.text) < number.x - number_width(number.text) / 2 - 4
