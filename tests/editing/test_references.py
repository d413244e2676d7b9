"""Where a file names its nodes."""

from nyttokedja.editing.references import all_pointers, pointers
from tests.editing.opened import document_of

CHAIN = """\
effekter:
  e: {leder_till: [a, {till: b, eftersom: x}, 7]}
  a: {leder_till: b}
hinder:
  h: {hindrar: [e -> a, b]}
risker:
  r: {vid: "e→a", leder_till: b}
undantag:
  - {regel: NK501, gäller: [a, b], varför: x, beslutat_av: C}
  - {regel: NK501, gäller: a, varför: x, beslutat_av: C}
"""


def test_all_of_them_in_the_order_of_the_file():
    found = [(p.node, p.field, p.number, p.text) for p in all_pointers(document_of(CHAIN))]
    assert found == [
        ("e", ("leads_to",), 0, "a"),
        ("e", ("leads_to",), 1, "b"),
        ("a", ("leads_to",), 0, "b"),
        ("h", ("hinders",), 0, "e -> a"),
        ("h", ("hinders",), 1, "b"),
        ("r", ("at",), 0, "e→a"),
        ("r", ("leads_to",), 0, "b"),
        ("", ("accepted", 0, "at"), 0, "a"),
        ("", ("accepted", 0, "at"), 1, "b"),
        ("", ("accepted", 1, "at"), 0, "a"),
    ]


def test_those_that_name_a_node_alone_or_at_an_end_of_an_arrow():
    found = list(pointers(document_of(CHAIN), "e"))
    assert [(p.node, p.ids) for p in found] == [("h", ("e", "a")), ("r", ("e", "a"))]


def test_a_path_leads_to_the_text():
    document = document_of(CHAIN)
    children = document.file.outline.children
    assert [children[p.path].value.value for p in all_pointers(document)] == [
        p.text for p in all_pointers(document)
    ]


def test_another_id_is_named_and_the_arrow_stays_as_it_is_written():
    arrow = next(pointers(document_of("hinder:\n  h: {hindrar: 'e  ->a'}\n"), "e"))
    assert arrow.naming("e", "ny") == "ny  ->a"
    assert arrow.naming("a", "ny") == "e  ->ny"
    assert arrow.naming("x", "ny") == "e  ->a"
