"""The legend: a sample and a text for what the picture has, in rows."""

from dataclasses import replace

import pytest

from nyttokedja.drawing.boxes.box import Sign
from nyttokedja.drawing.boxes.docks import Dock
from nyttokedja.drawing.content.arrow_kinds import ArrowGroups, group_arrows
from nyttokedja.drawing.content.overlay import Overlay, Status, TitleBlock
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.layout.trials import NATURAL, draft_of
from nyttokedja.drawing.page.legend import draw_legend
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.chain import Chain
from nyttokedja.model.graph import Graph
from tests.drawing.chains import BACKWARD, DOCKS, FULL, OFFERS, benefit, effect, goal, obstacle
from tests.drawing.laid import subject_of

SV = picture_words("sv")
NONE = ArrowGroups((), (), ())


def drawn(groups=NONE, docks=(), boxes=(), overlay=None, right=2000.0):
    return draw_legend(groups, docks, boxes, overlay, SV, 100, right, LIGHT)


def entries(*args, **options):
    """The texts of the samples: those behind the label and its note."""
    elements, _ = drawn(*args, **options)
    return [one.text for one in texts_of(elements)]


def texts_of(elements):
    """Those behind the samples, not the number of an opportunity in its sample."""
    texts = [one for one in elements if one.name == "text" and float(one.attributes["x"]) > 178]
    return [one for one in texts if one.text != "1"]


def units(chain):
    draft = draft_of(subject_of(chain), NATURAL)
    return [*draft.units.values(), *draft.opportunities.values()]


def boxes(chain):
    return [box for unit in units(chain) for box in (unit.box, *(dock.box for dock in unit.docks))]


def docks(chain):
    return [dock for unit in units(chain) for dock in unit.docks]


def test_kinds_of_boxes_are_in_the_order_of_the_chain():
    chain = Chain("x", nodes=(goal("m"), benefit("n"), effect("e", behaviour=True), effect("f")))
    assert entries(boxes=boxes(chain)) == ["Beteende", "Effekt", "Nytta", "Mål"]


def test_an_effect_goal_is_explained_once():
    chain = Chain("x", nodes=(benefit("n", effect_goal=True), effect("e", effect_goal=True), goal("m")))
    assert entries(boxes=boxes(chain)) == ["Effekt", "Nytta", "Mål", "Effektmål"]


@pytest.mark.parametrize(
    ("chain", "texts"),
    [
        (FULL, ["arrow", "direct", "indirect", "beside", "opportunity"]),
        (BACKWARD, ["arrow", "indirect", "backward"]),
        (OFFERS, ["arrow", "direct", "indirect", "limited", "backward", "opportunity"]),
        (DOCKS, ["arrow", "backward"]),
    ],
    ids=["full", "backward", "offers", "docks"],
)
def test_arrows(chain, texts):
    assert entries(group_arrows(Graph(chain))) == [SV.word("legend", key) for key in texts]


def test_stems():
    assert entries(docks=docks(DOCKS)) == [SV.word("legend", key) for key in ("hinders", "risk", "again")]
    only = docks(Chain("x", nodes=(effect("e"), obstacle("h", hinders=["e"]))))
    assert entries(docks=only) == [SV.word("legend", "hinders")]


def test_a_bar_has_the_colour_of_obstacles_unless_only_risks_have_bars():
    def colour(kinds):
        (some,) = docks(Chain("x", nodes=(effect("e"), obstacle("h", hinders=["e"]))))
        made = [Dock(replace(some.box, kind=kind), "bar", "node", None, "") for kind in kinds]
        elements, _ = drawn(docks=made)
        return next(
            one.attributes["stroke"] for one in elements[1:] if one.attributes.get("stroke-width") == "1.6"
        )

    assert colour(["risk", "obstacle"]) == LIGHT.kinds["obstacle"].line
    assert colour(["risk"]) == LIGHT.kinds["risk"].line


@pytest.mark.parametrize(
    ("signs", "keys"),
    [
        (["missing"], ["missing"]),
        (["fault"], ["fault"]),
        (["fault", "missing", "soft", "accepted"], ["fault", "missing", "soft", "accepted"]),
        ([], []),
    ],
)
def test_signs(signs, keys):
    (box,) = boxes(Chain("x", nodes=(effect("e"),)))
    marked = replace(box, signs=tuple(Sign(kind, 0, 0) for kind in signs))
    assert entries(boxes=[marked]) == ["Effekt", *(SV.word("legend", key) for key in keys)]


def test_statuses_are_explained_where_the_picture_has_them():
    chain = Chain("x", nodes=(effect("e", to="n"), benefit("n", to="m"), goal("m")))
    made = [replace(box, status=status) for box, status in zip(boxes(chain), Status, strict=False)]
    overlay = Overlay(
        TitleBlock("", "", ()),
        "",
        "",
        "",
        {},
        {("e", "n"): Status.ADDED, ("n", "m"): Status.KEPT},
        {"e": (0, 1)},
    )
    found = entries(group_arrows(Graph(chain)), boxes=made, overlay=overlay)
    assert found[4:] == [
        SV.word("box", "changed"), SV.word("box", "touched"), SV.word("box", "kept"),
        SV.word("arrow", "added"), SV.word("legend", "cut"),
    ]  # fmt: skip
    assert SV.word("legend", "cut") not in entries(overlay=replace(overlay, omitted={}))


def test_samples_are_in_rows_below_the_hairline():
    made = boxes(FULL)
    elements, foot = drawn(group_arrows(Graph(FULL)), docks(FULL), made, right=700)
    texts = [(float(one.attributes["x"]), float(one.attributes["y"])) for one in texts_of(elements)]
    rows = sorted({y for _, y in texts})
    assert rows == [126 + 26 * n for n in range(len(rows))]
    assert len(rows) > 2
    assert min(x for x, _ in texts) == 150 + 34 + 8
    assert all(x < 700 for x, _ in texts)
    assert foot == rows[-1] - 4 + 30
    assert elements[0].attributes["d"] == "M28 100H700"


def test_a_text_that_is_too_long_for_any_row_still_has_one():
    assert len(entries(boxes=boxes(FULL)[:1], right=190)) == 1
