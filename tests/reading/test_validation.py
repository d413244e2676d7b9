"""Canonical parts → those that are valid, typos mended, and whether nodes or arrows may be gone."""

import pytest

from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.parts import plain
from nyttokedja.reading.schema_errors.explain import explain_errors

CASES = {
    "valid": ("mål: {m: Bra}", {"goals": {"m": "Bra"}}, [], True),
    "a typo in a key": ("mål: {m: {ägar: A}}", {"goals": {"m": {"owner": "A"}}}, ["unknown-key"], True),
    "a typo in a value": ("skede: plam", {"stage": "plan"}, ["wrong-value"], True),
    "a typo of a key that is there": (
        "mål: {m: {ägar: A, ägare: B}}",
        {"goals": {"m": {"owner": "B"}}},
        ["unknown-key"],
        True,
    ),
    "a fact of a node": ("mål: {m: {ägare: [A]}}", {"goals": {"m": {}}}, ["wrong-value"], True),
    "a node": ("mål: {m: [A], n: N}", {"goals": {"n": "N"}}, ["wrong-value"], False),
    "an arrow": (
        "effekter: {e: {leder_till: [m, {till: [n]}]}}",
        {"effects": {"e": {"leads_to": ["m"]}}},
        ["wrong-value"],
        False,
    ),
    "a section": ("mål: [a]", {}, ["wrong-value"], False),
    "what is unknown and holds little": ("helt_okänd: x", {}, ["unknown-key"], True),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_not_valid_is_mended_or_left_out(name):
    text, data, rules, complete = CASES[name]
    valid = Parsed(f"nyttokedja: 1\nrubrik: X\n{text}\n".encode()).validated
    assert plain(valid.root) == {"nyttokedja": 1, "title": "X", **data}
    assert [fault.rule for fault in valid.faults] == rules
    assert (valid.complete, valid.is_unchanged) == (complete, not rules)


@pytest.mark.parametrize(("n", "given_up"), [(200, False), (201, True)])
def test_where_too_much_is_wrong_only_the_head_of_the_file_is_kept(n, given_up):
    nodes = "".join(f"  m{i}: {{ägare: [A]}}\n" for i in range(n))
    valid = Parsed(f"nyttokedja: 1\nrubrik: X\nmål:\n{nodes}".encode()).validated
    assert (plain(valid.root) == {"title": "X"}) == given_up
    assert (len(valid.faults), valid.faults[-1].variant == "more") == (200 + given_up, given_up)
    assert valid.complete is not given_up


def test_no_more_errors_of_one_node_are_explained_than_are_told(monkeypatch):
    """A list of sixteen thousand actions with three faults each took 14 seconds."""
    told = []

    def explained(*given):
        for error in explain_errors(*given):
            told.append(error)
            yield error

    monkeypatch.setattr("nyttokedja.reading.schema_errors.explain.explain_errors", explained)
    actions = "".join(f"    - {{titel: x, ansvarig: {i}}}\n" for i in range(1000))
    valid = Parsed(f"nyttokedja: 1\nrubrik: X\nnyttor:\n  n:\n    åtgärder:\n{actions}".encode()).validated
    assert (len(told), len(valid.faults), valid.faults[-1].variant) == (201, 201, "more")
