"""Comparisons as lines for a terminal."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.comparing.what_if import struck
from nyttokedja.reports.comparison.text import comparison_lines, painted_sign, removed_parts, what_if_lines

from .told import AFTER, BEFORE, of, report

ONE_LEFT = "  ✗ Målet ”Bo hemma” hänger på en enda pil: ”Frigjord tid” → ”Bo hemma”."
UNREACHED = "  ✗ Ingen annan väg leder till nyttan ”Bättre hälsa” från någon förändring."
OWNER = "      Ägare: Chef."
TOLD = """\
a.yaml: Resonemanget ändras.
  3 försämringar, 2 rutor ändras, 1 pil är borta, 2 pilar att pröva igen, 3 nya påpekanden, 1 påpekande är borta.

  Följder
    ✗ Målet ”Bo hemma” hänger nu på en enda pil: ”Frigjord tid” → ”Bo hemma”.
    ✗ Ingen väg leder längre till nyttan ”Bättre hälsa” från någon förändring.
    ✗ Nyttan ”Bättre hälsa” har inte längre någon ägare (tidigare Chef).

  Rutor
    Δ effekt ”Nattbesök på distans” (a)
        Δ rubrik: Färre besök → Nattbesök på distans
    Δ nytta ”Bättre hälsa” (m)
        − ägare: Chef

  Pilar
    − ”Kamera” → ”Bättre sömn”

  Pröva de här pilarna igen
    ~ ”Kamera” → ”Nattbesök på distans”: ”Nattbesök på distans” har formulerats om.
    ~ ”Nattbesök på distans” → ”Frigjord tid”: ”Nattbesök på distans” har formulerats om.

  Nya påpekanden
    • NK204 fel: Nyttan ”Bättre hälsa” följer inte av någon förändring: vägen dit börjar i ”Bättre sömn”, som ingenting leder till.
    • NK401 fel: Nyttan ”Bättre hälsa” har ingen ägare.
    • NK203 varning: Ingenting leder till effekten ”Bättre sömn”.

  Påpekanden som är borta
    • NK407 varning: Ingen åtgärd är planerad för nyttan ”Bättre hälsa”, varken här eller tidigare i kedjan.
"""  # noqa: E501


def test_a_chain_is_told_from_the_verdict_to_the_findings():
    assert report("text", of(BEFORE, AFTER)) == TOLD


def test_a_changed_arrow_has_its_fields_under_it_and_a_new_one_too():
    why = "{till: a, eftersom: Så är det}"
    changed = report("text", of(BEFORE, BEFORE.replace("[a, b]", f"[{why}, b]")))
    assert "    Δ ”Kamera” → ”Färre besök”\n        + eftersom: Så är det\n" in changed
    new = report("text", of(BEFORE.replace("[a, b]", "b"), BEFORE.replace("[a, b]", f"[{why}, b]")))
    assert "    + ”Kamera” → ”Färre besök”\n        + eftersom: Så är det\n" in new


def test_a_new_id_is_told_under_its_node():
    assert "    Δ effekt ”Bättre sömn” (c)\n        Δ " in report(
        "text", of(BEFORE, BEFORE.replace("b:", "c:").replace("[a, b]", "[a, c]"))
    )


def test_chains_have_empty_lines_between_them_and_a_count_after_them():
    same, one, other = of(BEFORE, BEFORE), of(BEFORE, AFTER), of(BEFORE, AFTER, "b.yaml")
    text = report("text", same, one, other)
    assert text == f"{report('text', one)}\n{report('text', other)}\n2 kedjor ändras.\n"
    assert report("text", one, same).endswith("\n\n1 kedja ändras.\n")
    assert report("text", same, same) == report("text") == report("text", same)


def parts_without(ids, arrows=frozenset()):
    checked = check(f"nyttokedja: 1\nrubrik: Prov\nskede: plan\n{BEFORE}".encode())
    return struck(checked, frozenset(ids), frozenset(arrows))


@pytest.mark.parametrize(
    ("ids", "arrows", "removed", "lines"),
    [
        ({"b"}, (), "effekten ”Bättre sömn”", [ONE_LEFT, UNREACHED, OWNER]),
        ((), {("b", "m")}, "”Bättre sömn” → ”Bättre hälsa”", [ONE_LEFT, UNREACHED, OWNER]),
        ({"b"}, {("f", "b")}, "effekten ”Bättre sömn”", [ONE_LEFT, UNREACHED, OWNER]),
        ({"g"}, (), "målet ”Bo hemma”", ["  ✓ Inget mål och ingen nytta faller bort eller blir hotad."]),
    ],
)
def test_what_falls_is_told_with_its_owner(ids, arrows, removed, lines):
    checked = check(f"nyttokedja: 1\nrubrik: Prov\nskede: plan\n{BEFORE}".encode())
    comparison = struck(checked, frozenset(ids), frozenset(arrows))
    assert removed_parts(comparison) == removed
    assert list(what_if_lines(comparison)) == [f"Utan {removed}:", *lines]


@pytest.mark.parametrize(
    ("sign", "role"),
    [("✓", "good"), ("✗", "error"), ("    Δ", "warning"), ("−", "error"), ("+", "good"), ("•", "soft")],
)
def test_signs_have_roles(sign, role):
    assert painted_sign(sign, lambda text, role: f"{role} {text}") == f"{role} {sign}"


def test_places_and_counts_have_roles():
    first, second, *_ = comparison_lines(of(BEFORE, AFTER), lambda text, role: f"<{role}>{text}")
    assert first.startswith("<place>a.yaml: ")
    assert second.startswith("  <soft>3 försämringar, ")
