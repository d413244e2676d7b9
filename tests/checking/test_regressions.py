"""Which errors a change has made."""

from nyttokedja.checking.check import check
from nyttokedja.checking.regressions import new_errors

HEAD = "nyttokedja: 1\nrubrik: T\nskede: plan\n"
ONE = check(f"{HEAD}förändringar:\n  f: {{ägare: C, leder_till: m}}\nmål:\n  m:\n".encode())


def errors(after, before=ONE, renamed=None):
    made = new_errors(before, check((HEAD + after).encode()), renamed or {})
    return [(finding.code, finding.node) for finding in made]


def test_what_was_wrong_before_is_not_new_wherever_it_stands_now():
    assert ("NK501", "m") in [(f.code, f.node) for f in ONE.findings]
    assert errors("\n\nmål:\n  m:\nförändringar:\n  f: {ägare: C, leder_till: m}\n") == []


def test_an_error_that_was_not_there_is_new():
    assert ("NK101", "f") in errors("förändringar:\n  f: {ägare: C, leder_till: [m, x]}\nmål:\n  m:\n")


def test_a_second_one_of_the_same_kind_is_new():
    once = check(f"{HEAD}förändringar:\n  f: {{ägare: C, leder_till: [m, x]}}\nmål:\n  m:\n".encode())
    assert errors("förändringar:\n  f: {ägare: C, leder_till: [m, x, y]}\nmål:\n  m:\n", once) == [
        ("NK101", "f")
    ]


def test_a_warning_is_none():
    assert errors("förändringar:\n  f: {ägare: C, leder_till: [m, m]}\nmål:\n  m:\n") == []


def test_a_node_that_has_another_id_has_its_errors_still():
    after = "förändringar:\n  f: {ägare: C, leder_till: ny}\nmål:\n  ny: M\n"
    assert ("NK501", "ny") in errors(after)
    assert errors(after, renamed={"m": "ny"}) == []


def test_what_the_chain_has_decided_about_is_no_error():
    more = "förändringar:\n  f: {ägare: C, leder_till: [m, n]}\nmål:\n  m:\n  n:\n"
    assert errors(more) == [("NK501", "n")]
    assert errors(f"{more}undantag:\n  - {{regel: NK501, gäller: n, varför: x, beslutat_av: C}}\n") == []
