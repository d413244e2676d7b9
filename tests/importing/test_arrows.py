"""Arrows of a drawing as fields of nodes."""

import pytest

from nyttokedja.importing.arrows import ArrowEnd, import_arrows
from nyttokedja.importing.dot_graph import AttributeValue, DrawnArrow

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


def imported(tail, head, directed=True, **attributes):
    arrow = DrawnArrow(tail, head, {name: AttributeValue(value) for name, value in attributes.items()})
    found = import_arrows([arrow], ENDS, directed)
    return found.fields, [(remark.key, remark.particulars["items"]) for remark in found.remarks]


@pytest.mark.parametrize(
    ("tail", "head", "attributes", "fields", "remark"),
    [
        ("e", "b", {}, ("e", "leads_to", "b"), None),
        ("g", "g2", {}, ("g", "leads_to", "g2"), None),
        ("h", "e", {}, ("h", "hinders", "e"), None),
        ("p", "u", {}, ("p", "needed_for", "u"), None),
        ("r", "e", {}, ("r", "at", "e"), None),
        ("r", "d", {}, ("r", "leads_to", "d"), None),
        ("r", "d", {"arrowhead": "tee"}, ("r", "hinders", "d"), None),
        ("r", "e", {"arrowtail": "tee"}, ("r", "hinders", "e"), None),
        ("e", "r", {}, ("r", "at", "e"), "arrow-to-risk"),
        ("e", "n", {}, None, "arrow-note"),
        ("n", "e", {}, None, "arrow-note"),
        ("e", "e", {}, None, "arrow-self"),
        ("k", "e", {}, None, "arrow-cost"),
        ("e", "k", {}, None, "arrow-cost"),
        ("e", "h", {}, None, "arrow-beside"),
        ("h", "r", {}, None, "arrow-beside"),
        ("g", "b", {}, None, "arrow-from-goal"),
        ("e", "b", {"arrowhead": "tee"}, None, "arrow-hampers"),
    ],
)
def test_an_arrow_is_a_field_of_its_tail_or_a_remark(tail, head, attributes, fields, remark, monkeypatch):
    monkeypatch.setitem(ENDS, "g2", ArrowEnd("g2_id", "goal", "G2"))
    found, remarks = imported(tail, head, **attributes)
    expected = {f"{fields[0]}_id": {fields[1]: [f"{fields[2]}_id"]}} if fields else {}
    assert found == expected
    assert remarks == ([(remark, (f"{ENDS[tail].title} → {ENDS[head].title}",))] if remark else [])


@pytest.mark.parametrize(
    ("attributes", "directed", "direction"),
    [
        ({}, True, "forward"),
        ({}, False, "none"),
        ({"dir": "FORWARD"}, False, "forward"),
        ({"dir": "back"}, True, "back"),
        ({"dir": "both"}, False, "both"),
        ({"dir": "none"}, True, "none"),
        ({"dir": "odd"}, True, "forward"),
        ({"arrowhead": "none"}, True, "none"),
        ({"dir": "both", "arrowhead": "none"}, True, "back"),
        ({"dir": "both", "arrowtail": "none"}, True, "forward"),
        ({"dir": "back", "arrowtail": "none"}, True, "none"),
        ({"arrowtail": "none"}, True, "forward"),
    ],
)
def test_an_arrow_has_a_direction(attributes, directed, direction):
    fields, remarks = imported("e", "b", directed, **attributes)
    tail, head = ("b_id", "e_id") if direction == "back" else ("e_id", "b_id")
    assert fields == ({} if direction == "none" else {tail: {"leads_to": [head]}})
    expected = {"none": [("no-direction", ("E → B",))], "both": [("both-ways", ("E → B",))]}
    assert remarks == expected.get(direction, [])


@pytest.mark.parametrize(
    ("attributes", "value"),
    [
        ({"label": "Därför"}, {"to": "b_id", "because": "Därför"}),
        ({"xlabel": "två\\nrader"}, {"to": "b_id", "because": "två rader"}),
        ({"label": "a", "xlabel": "b"}, {"to": "b_id", "because": "a"}),
        ({"label": "Indirekt"}, {"to": "b_id", "link": "indirect"}),
        ({"label": "limited"}, {"to": "b_id", "link": "limited"}),
        ({"label": "\\T \\H \\E"}, {"to": "b_id", "because": "e b e->b"}),
        ({"label": "  "}, "b_id"),
    ],
)
def test_a_label_is_a_reason_or_a_strength(attributes, value):
    assert imported("e", "b", **attributes)[0] == {"e_id": {"leads_to": [value]}}


def test_a_target_is_pointed_at_once_and_remarks_of_a_kind_are_one():
    label = {"label": AttributeValue("Därför")}
    arrows = [
        DrawnArrow("e", "b", {}),
        DrawnArrow("e", "b", label),
        DrawnArrow("e", "g", {}),
        DrawnArrow("k", "e", {}),
        DrawnArrow("k", "b", {}),
    ]
    found = import_arrows(arrows, ENDS, directed=True)
    assert found.fields == {"e_id": {"leads_to": ["b_id", "g_id"]}}
    (remark,) = found.remarks
    assert (remark.key, dict(remark.particulars)) == ("arrow-cost", {"n": 2, "items": ("K → E", "K → B")})
