"""Boxes: their sizes follow from their text, and their text stays inside."""

import pytest

from nyttokedja.drawing.boxes.box import LOW_TITLE, SMALL, typeset_box, typeset_card
from nyttokedja.model.chain import Chain
from tests.drawing.chains import ALL, FULL, FULL_FINDINGS, benefit, goal
from tests.drawing.laid import subject_of


def box(id, width=238.0, chain=FULL, findings=()):
    subject = subject_of(chain, findings)
    return typeset_box(subject.graph.nodes[id], subject, width)


@pytest.mark.parametrize(
    ("id", "height"), [("mil", 51.5), ("sjalv", 68.5), ("automat", 101.0), ("tid", 101.0)]
)
def test_heights_at_the_natural_width(id, height):
    assert box(id).height == height


def test_a_dock_is_lower():
    subject = subject_of(FULL)
    assert typeset_card(subject.graph.nodes["ovana"], subject, 211).height == 67


def test_the_first_row_holds_category_and_receiver_if_they_fit():
    wide, narrow = box("tid", 238), box("tid", 200)
    assert [line.text for line in wide.lines[:2]] == ["NYTTA", "Omfördelning · Kommunen"]
    assert wide.lines[1].y == wide.lines[0].y
    assert narrow.lines[1].text.startswith("Frigjord")
    assert "Omfördelning · Kommunen" in [line.text for line in narrow.lines]


@pytest.mark.parametrize("width", [180.0, 220.0, 256.0])
@pytest.mark.parametrize("name", ALL)
def test_text_stays_inside(name, width):
    chain = ALL[name]
    subject = subject_of(chain, FULL_FINDINGS)
    for node in chain.nodes:
        made = typeset_box(node, subject, width)
        for line in made.lines[1:]:
            assert line.x + line.style.width(line.text) <= made.width - 11.9
            assert line.y <= made.height - 5


def test_what_is_missing_is_one_line_below_all_values():
    details = box("miljo", findings=FULL_FINDINGS).details
    assert details == ("Miljö · Samhället", "Indikator: körda km per besök", "Saknas: ägare")


@pytest.mark.parametrize(("language", "line"), [("sv", "Hjemmetjenes-"), ("nb", "Hjemmetjeneste-")])
def test_words_are_broken_in_the_language_of_the_chain(language, line):
    node = goal("m", "Hjemmetjenesteplanleggingen", adopted_in="Hjemmetjenesteplanleggingen")
    made = typeset_box(node, subject_of(Chain("x", language, nodes=(node,))), 156)
    title, small = (next(one for one in made.lines if one.style is type) for type in (LOW_TITLE, SMALL))
    assert title.text == small.text == line


def test_an_effect_goal_says_so():
    subject = subject_of(FULL)
    effect_goal = typeset_box(benefit("n", "Bättre hälsa", effect_goal=True), subject, 238)
    assert (effect_goal.type_word, effect_goal.effect_goal) == ("Nytta · Effektmål", True)
