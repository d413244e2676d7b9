"""The changed fields of boxes and arrows, as annotations."""

import pytest

from nyttokedja.comparing.union import union
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing.changes.fact_lines import STATUSES, as_annotations, fact_lines, limited, shortened
from nyttokedja.drawing.content.annotations import Annotation
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.content.wording import picture_words
from tests.comparing.sides import compared
from tests.comparing.test_union import BASE

SV = picture_words("sv")


def lines(after, before=BASE):
    """Node id → (kind, text) of its annotations."""
    comparison = compared(before, after)
    found = fact_lines(comparison, union(comparison), SV, ComparisonWords("sv"))
    return {id: [(one.kind, one.text) for one in annotations] for id, annotations in found.items()}


def test_the_title_before_and_the_id_before_come_first():
    after = BASE.replace("d: {rubrik: Färre körda mil", "mil: {rubrik: Färre mil")
    after = after.replace("leder_till: d}", "leder_till: mil}")
    assert lines(after)["mil"] == [("changed", "Förut: Färre körda mil"), ("changed", "id: d → mil")]


def test_the_owner_comes_before_what_weighs_more():
    after = BASE.replace(
        "rubrik: Ovana, hindrar: f -> a, ägare: Chef", "rubrik: Ovana, hindrar: b, ägare: Bas"
    )
    assert lines(after)["h"] == [
        ("changed", "ägare: Chef → Bas"),
        ("added", "hindrar: ”Kortare väntan” (nytt)"),
        ("removed", "hindrar: ”Förändring → Färre besök” (borttaget)"),
    ]


@pytest.mark.parametrize(("count", "shown", "more"), [(3, 3, 0), (4, 4, 0), (5, 5, 0), (6, 4, 2), (9, 4, 5)])
def test_only_so_many_are_shown(count, shown, more):
    found = list(limited([Annotation(Status.ADDED, str(n)) for n in range(count)], SV))
    assert [one.text for one in found[:shown]] == [str(n) for n in range(shown)]
    assert [one.text for one in found[shown:]] == ([SV.say("change", "more", n=more)] if more else [])


@pytest.mark.parametrize(
    ("sign", "status"), [("+", Status.ADDED), ("−", Status.REMOVED), ("Δ", Status.CHANGED)]
)
def test_signs_become_statuses_that_are_said_too(sign, status):
    assert STATUSES[sign] is status
    (one,) = as_annotations([(sign, "ägare:\nChef")], SV)
    assert one.kind == status
    assert one.text.startswith("ägare: Chef")
    assert (one.text == "ägare: Chef") == (status is Status.CHANGED)


def test_long_texts_are_cut():
    after = BASE.replace("ägare: Chef}, h2", f"ägare: {'Chef ' * 20}}}, h2")
    (field,) = compared(BASE, after).nodes[0].fields
    cut = shortened(field)
    assert len(cut.after) == 60
    assert cut.after == "Chef " * 11 + "Chef…"
    assert cut.before == "Chef"


def test_an_arrow_with_other_reasons_stands_at_its_tail():
    after = BASE.replace("leder_till: d}", "leder_till: {till: d, eftersom: Resorna minskar}}")
    ((kind, text),) = lines(after)["a"]
    assert kind == "added"
    assert text.startswith("Pilen till Färre körda mil: ")
    assert "Resorna minskar" in text


def test_an_arrow_out_of_a_risk_is_told_in_its_box():
    before = BASE + "konsekvenskostnader: {x: {rubrik: Väntan}}\nrisker: {r: {rubrik: Oro, vid: a}}\n"
    after = before.replace("vid: a}}", "vid: a, leder_till: x}}")
    assert lines(after, before)["r"] == [("added", "Leder till: Väntan (nytt)")]


def test_indicators_are_named_by_their_titles():
    before = BASE.replace("{rubrik: Färre besök,", "{rubrik: Färre besök, indikator: besök per dag,")
    after = before.replace("indikator: besök per dag", "indikator: {rubrik: besök per dag, källa: Journal}")
    assert ("added", "indikatorer: ”besök per dag” (nytt)") in lines(after, before)["a"]


def test_no_change_no_lines():
    assert lines(BASE) == {}
