"""Whatever the layout and the short forms: what says the same has the same normal form."""

import pytest

from nyttokedja.reading.parsed import Parsed


def said(text):
    return Parsed(f"nyttokedja: 1\nrubrik: X\n{text}".encode()).normal_form


SAME = [
    ("mål: {m: Bra}", "mål:\n  m:\n    rubrik: Bra\n"),
    ("mål: {m: M}", "mål: {m: }"),
    ("mål: {färre_fel: {rubrik: Färre fel}}", "mål: {färre_fel: }"),
    ("effekter: {e: {leder_till: m}}", "effekter: {e: {leder_till: [{till: m}]}}"),
    ("hinder: {h: {hindrar: a->b}}", "hinder: {h: {hindrar: ['a → b']}}"),
    ("effekter: {e: {text: }}", "effekter: {e: {}}"),
    ("effects: {e: {tags: []}}", "effects: {e: }"),
    ("mål: {m: }\nnyttor: {n: }", "nyttor: {n: }\nmål: {m: }"),
]
OTHER = [
    ("mål: {m: Bra}", "mål: {m: Bättre}"),
    ("mål: {m: }", "mål: {n: }"),
    ("mål: {}", "mål: {m: }"),
    ("effekter: {e: {leder_till: [m, n]}}", "effekter: {e: {leder_till: [n, m]}}"),
    ("effekter: {e: {x-egen: }}", "effekter: {e: }"),
    ("hinder: {h: {hindrar: a -> b}}", "hinder: {h: {hindrar: b -> a}}"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one, other):
    assert said(one) == said(other) is not None


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_not_the_same(one, other):
    assert said(one) != said(other)
    assert None not in (said(one), said(other))
