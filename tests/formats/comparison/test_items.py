import pytest

from nyttokedja.comparing import Kind
from nyttokedja.formats.comparison.items import Box, Line, items

from .told import AFTER, BEFORE, of

LONG = """\
förändringar: {f: {leder_till: [a, y]}, x: {leder_till: y}}
effekter:
  a: {leder_till: b}
  b: {leder_till: c}
  c: {leder_till: n}
  y: {leder_till: z}
  z: {leder_till: å}
  å: Långt borta
nyttor: {n: {rubrik: Nytta}}
hinder: {h: {hindrar: n}}
"""


def drawn(before, after):
    return tuple(items(of(before, after).comparison))


def boxes(before, after):
    return {item.id: item for item in drawn(before, after) if isinstance(item, Box)}


def lines(before, after):
    return {item.ends: item for item in drawn(before, after) if isinstance(item, Line)}


def test_what_changes_comes_first_then_what_comes_of_it_how_and_one_step_around():
    assert list(boxes(LONG, LONG.replace("f: {leder_till: [a, y]}", "f: {leder_till: y}"))) == [
        *("f", "a"),  # the ends of the arrow that is gone
        "n",  # which is not reached any longer
        *("c", "b"),  # the way to it
        "y",  # beside the change
    ]


def test_boxes_are_marked_by_what_becomes_of_them():
    found = boxes(BEFORE, AFTER)
    assert {id: (box.kind, box.good) for id, box in found.items()} == {
        "a": (Kind.CHANGED, None),
        "m": (Kind.CHANGED, False),
        "f": (None, None),
        "b": (None, None),
        "n": (None, None),
        "g": (None, False),
    }


def test_arrows_are_marked_by_what_becomes_of_them():
    found = lines(BEFORE, AFTER)
    assert {ends: (line.kind, line.doubted) for ends, line in found.items()} == {
        ("f", "a"): (None, True),
        ("f", "b"): (Kind.REMOVED, False),
        ("a", "n"): (None, True),
        ("b", "m"): (None, False),
        ("n", "g"): (None, False),
        ("m", "g"): (None, False),
    }


def test_what_stands_beside_the_chain_points_at_what_it_is_about():
    found = lines(LONG, LONG.replace("rubrik: Nytta", "rubrik: Vinst"))
    assert found["h", "n"].pointer
    assert not found["c", "n"].pointer


def test_an_arrow_to_nothing_leads_to_a_box_that_is_not_there():
    found = boxes(LONG, LONG.replace("å: Långt borta", "å: {leder_till: ingenstans}"))
    assert found["ingenstans"].node is None
    assert found["å"].node is not None


def test_renamed_boxes_are_drawn_once():
    after = BEFORE.replace("a: {", "besök: {").replace("[a, b]", "[besök, b]")
    assert list(boxes(BEFORE, after)) == ["besök", "f", "n"]
    assert set(lines(BEFORE, after)) == {("f", "besök"), ("besök", "n")}


def test_a_reason_of_before_that_has_another_name_is_drawn_once():
    before = (
        "förändringar: {f: {leder_till: n}}\nnyttor: {n: Nytta}\nhinder: {h: {rubrik: Stopp, hindrar: n}}\n"
    )
    found = boxes(before, before.replace("h: {", "s: {ägare: Chef, "))
    assert {id: (box.kind, box.good) for id, box in found.items()} == {
        "s": (Kind.CHANGED, None),
        "n": (None, True),
    }


@pytest.mark.parametrize("text", [BEFORE, LONG])
def test_without_a_change_there_is_nothing_to_draw(text):
    assert drawn(text, text) == ()


def test_every_arrow_comes_after_its_ends():
    seen = set()
    for item in drawn(BEFORE, AFTER):
        assert not isinstance(item, Line) or seen.issuperset(item.ends)
        seen |= {getattr(item, "id", "")}
