"""The statuses of boxes and arrows, and which rows of a box are shown."""

import pytest

from nyttokedja.comparing.union import union
from nyttokedja.comparing.what_if import struck
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing.changes.statuses import arrow_statuses, box_overlays, unexplained_findings
from nyttokedja.drawing.content.overlay import LOCATION_ROWS, Status
from nyttokedja.drawing.content.wording import picture_words
from tests.comparing.sides import compared, side
from tests.comparing.test_union import BASE

SV = picture_words("sv")


def overlays(after, before=BASE):
    comparison = compared(before, after)
    return box_overlays(comparison, union(comparison), SV, ComparisonWords("sv"))


def test_arrows_are_added_removed_changed_or_to_be_examined_again():
    after = (
        BASE.replace("[a, b]", "[a, c]")
        .replace("leder_till: d}", "leder_till: {till: d, eftersom: Resorna minskar}}")
        .replace("d: {rubrik: Färre körda mil", "d: {rubrik: Kortare körsträcka")
    )
    comparison = compared(BASE, after)
    assert arrow_statuses(comparison, union(comparison)) == {
        ("f", "b"): Status.REMOVED,
        ("f", "c"): Status.ADDED,
        ("a", "d"): Status.CHANGED,
        ("d", "n"): Status.TOUCHED,
    }


OWNER = LOCATION_ROWS | {"owner"}


@pytest.mark.parametrize(
    ("old", "new", "id", "status", "rows"),
    [
        ("  d: {", "  ny: {rubrik: Ny, leder_till: n}\n  d: {", "ny", Status.ADDED, None),
        ("  c: {rubrik: Mindre pappersarbete, leder_till: n3}\n", "", "c", Status.REMOVED, OWNER),
        ("Färre körda mil", "Kortare körsträcka", "d", Status.CHANGED, LOCATION_ROWS),
        ("[a, b]", "a", "n2", Status.TOUCHED, OWNER),
        ("leder_till: d}", "leder_till: {till: d, eftersom: X}}", "a", Status.KEPT, LOCATION_ROWS),
        ("hindrar: f -> a, ägare: Chef", "hindrar: f -> a, ägare: Bas", "h", Status.CHANGED, LOCATION_ROWS),
    ],
    ids=["added", "removed", "changed", "touched", "kept", "owner"],
)
def test_the_overlay_of_a_box(old, new, id, status, rows):
    box = overlays(BASE.replace(old, new).replace("[c]", "c"))[id]
    assert (box.status, box.rows) == (status, rows)


def test_what_is_as_it_was_has_no_overlay():
    assert overlays(BASE) == {}
    assert "m2" not in overlays(BASE.replace("[a, b]", "a"))


def test_consequences_come_before_changed_fields():
    after = BASE.replace("[a, b]", "a").replace("n2: {rubrik: Ökad trygghet", "n2: {rubrik: Trygghet")
    box = overlays(after)["n2"]
    assert [one.kind for one in box.annotations] == ["worse", "changed"]
    assert box.rows == OWNER


def test_a_good_consequence_is_better():
    box = overlays(BASE, BASE.replace("[a, b]", "a"))["n2"]
    assert [one.kind for one in box.annotations] == ["better"]


def test_findings_that_say_the_same_as_a_consequence_are_left_out():
    comparison = compared(BASE, BASE.replace("[a, b]", "a").replace("ägare: Chef}, h2", "ägare: }, h2"))
    new = {(one.node, one.code) for one in comparison.findings.new}
    kept = {(one.node, one.code) for one in unexplained_findings(comparison)}
    assert new - kept == {("m", "NK605"), ("n2", "NK204")}
    assert kept == {("b", "NK203"), ("h", "NK004")}


def test_a_box_that_lost_its_only_cause_is_touched_though_no_rules_were_asked():
    chain = side("förändringar: {f: {leder_till: a}}\neffekter: {a: {leder_till: b}, b: B, c: C}\n")
    comparison = struck(chain, frozenset(), frozenset({("f", "a")}))
    made = box_overlays(comparison, union(comparison), picture_words("sv"), ComparisonWords("sv"))
    assert made["b"].status is Status.TOUCHED
    assert "c" not in made
