"""The graph that a layout engine is given, and what is made of its answer."""

import math
import re

import pytest

from nyttokedja.drawing.layout.engine_input import check, height_of, read_answers, span_of
from nyttokedja.drawing.layout.trials import Trial, draft_of
from nyttokedja.errors import CannotDraw
from nyttokedja.model.chain import Chain
from tests.drawing.chains import HOSTILE_CHAIN, ONE, benefit, change, effect, goal, obstacle
from tests.drawing.laid import subject_of


def test_text_never_enters_the_layout():
    dot = draft_of(subject_of(HOSTILE_CHAIN), Trial()).dot
    assert "HOSTILE" not in dot
    assert "script" not in dot


def test_a_layout_must_place_every_box():
    layered = draft_of(subject_of(ONE), Trial()).layered
    with pytest.raises(CannotDraw, match="without a place"):
        check({"n0": float("nan")}, layered)


def dot_of(*nodes):
    draft = draft_of(subject_of(Chain("x", nodes=nodes)), Trial())
    return draft, draft.dot


def test_cells_are_held_in_their_ranks():
    _, dot = dot_of(change("c", to="e n"), effect("e", to="n"), benefit("n"))
    ranks = re.findall(r"\{\nrank=same\n(.*?)\}", dot, re.DOTALL)
    assert [re.findall(r"^(\w+)", rank, re.MULTILINE) for rank in ranks] == [
        ["r0", "n0"], ["r1", "n1", "n3"], ["r2", "n2"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edge", "weight"), [("n0 -> n1", 2), ("n0 -> n4", 3), ("n4 -> n5", 6), ("n5 -> n3", 3)]
)
def test_long_lines_weigh_more(edge, weight):
    _, dot = dot_of(change("c", to="e m"), effect("e", to="n"), benefit("n", to="m"), goal("m"))
    assert "edge [weight=6]" in dot
    assert f"{edge} [weight={weight}]\n" in dot.replace("n5\n", "n5 [weight=6]\n")


def test_sizes_are_in_inches_with_the_gaps_around_them():
    draft, dot = dot_of(change("c", to="e n"), effect("e", to="n"), benefit("n"))
    height = draft.units["e"].height + draft.spacing.boxes - draft.spacing.lines
    assert f"n1 [height={height / 72:.4f}]" in dot
    assert "height=0.0600]\n{" in dot  # of all that have none of their own
    assert "\nn3\n" in dot
    assert f"nodesep={draft.spacing.lines / 72:.4f}" in dot
    assert f"width={draft.width / 72:.4f}" in dot


def test_a_box_with_docks_is_a_table_that_arrows_meet_at_the_box():
    draft, dot = dot_of(change("c", to="e"), effect("e"), obstacle("h", hinders=["e"]))
    unit = draft.units["e"]
    pad = (draft.spacing.boxes - draft.spacing.lines) / 2
    heights = [int(number) for number in re.findall(r' HEIGHT="(\d+)"', dot)]
    assert heights == [
        round(pad), round(unit.box.height), round(math.ceil(unit.height) - round(unit.box.height) + pad),
    ]  # fmt: skip
    assert "n0:e -> n1:m:w [" in dot


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ('{"objects": [{"name": "a", "pos": "1,2"}]}', [{"a": -2.0}]),
        ('{"objects": [{"name": "a", "pos": "1,2"}, {"name": "cluster"}]}\n', [{"a": -2.0}]),
        ('{"objects": [{"name": "a", "pos": "1,2"}]} \n\n {"objects": [{"name": "a", "pos": "1,-3.5"}]}',
         [{"a": -2.0}, {"a": 3.5}]),
        ("{}", [{}]),
        ("", []),
    ],
)  # fmt: skip
def test_answers_are_one_object_after_another(text, answers):
    assert read_answers(text, "x", len(answers)) == answers


@pytest.mark.parametrize(
    ("text", "expected", "sentence"),
    [
        ("{", 1, "not a layout"),
        ("[1]", 1, "not a layout"),
        ('{"objects": [{"name": "a", "pos": "x,y"}]}', 1, "not a layout"),
        ('{"objects": [{"pos": "1,2"}]}', 1, "not a layout"),
        ("[" * 100_000, 1, "not a layout"),
        ("{}", 2, "gave 1 layouts where 2"),
        ("{}{}", 1, "gave 2 layouts where 1"),
    ],
)
def test_other_answers_are_refused(text, expected, sentence):
    with pytest.raises(CannotDraw, match=sentence):
        read_answers(text, "x", expected)


@pytest.mark.parametrize(("y", "good"), [(0.0, True), (-9e6, True), (1e7, False), (float("inf"), False)])
def test_a_place_can_be_drawn(y, good):
    layered = draft_of(subject_of(ONE), Trial()).layered
    if good:
        assert check({"n0": y, "r0": 1e9}, layered) == {"n0": y, "r0": 1e9}
    else:
        with pytest.raises(CannotDraw, match="without a place"):
            check({"n0": y}, layered)
    with pytest.raises(CannotDraw, match="without a place"):
        check({}, layered)


def test_the_span_of_a_cell():
    draft, _ = dot_of(change("c", to="e n"), effect("e", to="n"), benefit("n"))
    unit, dummy = draft.layered.cells["n1"], draft.layered.cells["n3"]
    assert span_of(unit, 100) == (100 - height_of(unit) / 2, 100 + height_of(unit) / 2)
    assert height_of(unit) == draft.units["e"].height
    assert height_of(dummy) == pytest.approx(4.32)
