import pytest

from nyttokedja.comparing import Kind
from nyttokedja.reports.comparison.chart_items import ChartArrow, ChartBox, chart_items
from tests.comparing.test_relevant_part import LONG

from .told import AFTER, BEFORE, of


def drawn(before, after):
    return tuple(chart_items(of(before, after).comparison))


def boxes(before, after):
    return {item.id: item for item in drawn(before, after) if isinstance(item, ChartBox)}


def lines(before, after):
    return {item.ends: item for item in drawn(before, after) if isinstance(item, ChartArrow)}


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


def test_a_box_is_marked_by_the_gravest_that_becomes_of_it():
    after = BEFORE.replace("m: {rubrik: Bättre hälsa, ägare: Chef,", "m: {rubrik: Bättre hälsa,")
    risk = "hinder: {h: {hindrar: m}}\n"
    assert boxes(BEFORE + risk, after)["m"].good is False


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
    found = lines(LONG, LONG.replace("hindrar: n", "hindrar: n, ägare: Chef"))
    assert found["h", "n"].pointer
    assert ("c", "n") not in found


def test_what_stands_beside_the_chain_and_has_not_changed_is_not_drawn():
    assert set(boxes(LONG, LONG.replace("rubrik: Nytta", "rubrik: Vinst"))) == {"n", "c"}


def test_a_pointer_at_an_arrow_leads_to_its_head():
    text = LONG.replace("hindrar: n", "hindrar: a -> b")
    assert {ends for ends in lines(text, text.replace("h: {", "h: {ägare: Chef, ")) if "h" in ends} == {
        ("h", "b")
    }


def test_a_pointer_that_is_no_more_is_not_drawn():
    found = lines(LONG, LONG.replace("hindrar: n", "hindrar: c"))
    assert ("h", "c") in found
    assert ("h", "n") not in found


def test_the_arrow_of_a_risk_is_drawn_with_what_has_become_of_it():
    risk = LONG + "risker: {r: {rubrik: Avbrott, leder_till: b}}\n"
    owned = risk.replace("Avbrott", "Avbrott, ägare: Chef")
    assert lines(risk, owned)["r", "b"] == ChartArrow(("r", "b"))
    assert lines(risk, risk.replace("leder_till: b}}\n", "leder_till: c}}\n"))["r", "c"].kind is Kind.ADDED


def test_an_arrow_to_nothing_leads_to_a_box_that_is_not_there():
    found = boxes(LONG, LONG.replace("å: Långt borta", "å: {leder_till: ingenstans}"))
    assert found["ingenstans"].node is None
    assert found["å"].node is not None
    assert list(found)[:2] == ["å", "ingenstans"]


def test_renamed_boxes_are_drawn_once():
    after = BEFORE.replace("a: {", "besök: {").replace("[a, b]", "[besök, b]")
    assert list(boxes(BEFORE, after)) == ["besök", "f", "n"]
    assert set(lines(BEFORE, after)) == {("f", "besök"), ("besök", "n")}


def test_a_reason_of_before_that_has_another_name_is_drawn_once():
    before = (
        "förändringar: {f: {leder_till: n}}\nnyttor: {n: Nytta}\nhinder: {h: {rubrik: Stopp, hindrar: n}}\n"
    )
    found = boxes(before, before.replace("h: {", "s: {åtgärder: [{vad: Avtala, vem: Chef}], "))
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
        assert not isinstance(item, ChartArrow) or seen.issuperset(item.ends)
        seen |= {getattr(item, "id", "")}
