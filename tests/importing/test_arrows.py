"""Arrows of a drawing as fields of nodes."""

import pytest

from nyttokedja.importing.arrows import ArrowEnd, fit_arrows, strength
from nyttokedja.importing.model import CollectedArrow

TYPES = {
    "c": "change",
    "e": "effect",
    "b": "benefit",
    "d": "drawback",
    "g": "goal",
    "u": "opportunity",
    "h": "obstacle",
    "p": "precondition",
    "r": "risk",
    "k": "cost",
    "n": "note",
}
ENDS = {
    name: ArrowEnd(f"{name}_id" if type != "note" else "", type, name.upper()) for name, type in TYPES.items()
}


def fitted(*arrows):
    found = fit_arrows(arrows, ENDS)
    fields = {
        id: {key: list(map(short, values)) for key, values in of.items()} for id, of in found.fields.items()
    }
    return fields, [(remark.key, remark.item) for remark in found.remarks], found.reasons


def short(value):
    return value["to"] if isinstance(value, dict) and len(value) == 1 else value


@pytest.mark.parametrize(
    ("tail", "head", "hampers", "fields", "remark"),
    [
        ("e", "b", False, ("e", "leads_to", "b"), None),
        ("g", "g2", False, ("g", "leads_to", "g2"), None),
        ("h", "e", False, ("h", "hinders", "e"), None),
        ("p", "u", False, ("p", "needed_for", "u"), None),
        ("r", "e", False, ("r", "at", "e"), None),
        ("r", "d", False, ("r", "leads_to", "d"), None),
        ("r", "d", True, ("r", "hinders", "d"), None),
        ("r", "e", True, ("r", "hinders", "e"), None),
        ("e", "r", False, ("r", "at", "e"), "arrow-to-risk"),
        ("e", "n", False, None, "arrow-note"),
        ("n", "e", False, None, "arrow-note"),
        ("e", "e", False, None, "arrow-self"),
        ("k", "e", False, None, "arrow-cost"),
        ("e", "k", False, None, "arrow-cost"),
        ("e", "h", False, ("h", "hinders", "e"), None),
        ("e", "h", True, ("h", "hinders", "e"), None),
        ("e", "p", False, ("p", "needed_for", "e"), None),
        ("e", "r", True, ("r", "hinders", "e"), None),
        ("c", "u", False, ("c", "leads_to", "u"), None),
        ("p", "e", True, ("p", "needed_for", "e"), None),
        ("h", "r", False, None, "arrow-beside"),
        ("g", "b", False, None, "arrow-from-goal"),
        ("e", "b", True, None, "arrow-hampers"),
    ],
)
def test_an_arrow_is_a_field_of_its_tail_or_a_remark(tail, head, hampers, fields, remark, monkeypatch):
    monkeypatch.setitem(ENDS, "g2", ArrowEnd("g2_id", "goal", "G2"))
    found, remarks, _ = fitted(CollectedArrow(tail, head, hampers))
    assert found == ({f"{fields[0]}_id": {fields[1]: [f"{fields[2]}_id"]}} if fields else {})
    assert remarks == ([(remark, f"{ENDS[tail].title} → {ENDS[head].title}")] if remark else [])


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ({"because": "Därför"}, {"to": "b_id", "because": "Därför"}),
        ({"link": "indirect"}, {"to": "b_id", "link": "indirect"}),
        ({"because": "Därför", "link": "limited"}, {"to": "b_id", "because": "Därför", "link": "limited"}),
        ({}, "b_id"),
    ],
)
def test_an_arrow_says_why_and_how_much(said, value):
    assert fitted(CollectedArrow("e", "b", **said))[0] == {"e_id": {"leads_to": [value]}}


def test_an_arrow_drawn_twice_is_one_and_its_second_reason_is_kept():
    arrows = [CollectedArrow("e", "b", because=because) for because in ("", "A", "B", "A")]
    fields, remarks, reasons = fitted(*arrows, CollectedArrow("h", "e"), CollectedArrow("e", "h"))
    assert fields == {
        "e_id": {"leads_to": [{"to": "b_id", "because": "A"}]},
        "h_id": {"hinders": ["e_id"]},
    }
    assert (remarks, reasons) == ([], [(ENDS["b"], "B")])


@pytest.mark.parametrize(("tail", "head"), [("g", "b"), ("k", "e"), ("h", "e"), ("e", "n")])
def test_a_reason_that_no_arrow_can_have_is_kept_for_the_box_at_its_head(tail, head):
    assert fitted(CollectedArrow(tail, head, because="Därför"))[2] == [(ENDS[head], "Därför")]


def test_a_word_for_a_strength_is_one_in_every_language():
    assert [strength(word) for word in ("Indirekt", "limited", "begrenset", "", "Därför")] == [
        *("indirect", "limited", "limited", "", "")
    ]
