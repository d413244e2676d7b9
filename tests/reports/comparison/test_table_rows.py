"""Comparisons as rows of tables for Markdown."""

from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.reports.comparison.table_rows import arrow_rows, box_rows, escaped_sign

from .told import AFTER, BEFORE, of

WORDS = ComparisonWords("sv")
WHY = BEFORE.replace("[a, b]", "[{till: a, eftersom: Färre | resor}, b]")


def test_a_row_a_changed_node():
    heads, *rows = box_rows(of(BEFORE, AFTER).comparison, WORDS)
    assert heads == ["Ändring", "Typ", "Ruta", "Vad som ändras"]
    assert rows == [
        ("Δ ändrad", "effekt", "Nattbesök på distans", "Δ rubrik: Färre besök → Nattbesök på distans"),
        ("Δ ändrad", "nytta", "Bättre hälsa", "− ägare: Chef"),
    ]


def test_a_new_id_comes_before_the_other_changes_of_a_node():
    after = BEFORE.replace("b:", "c:").replace("[a, b]", "[a, c]").replace("Bättre sömn,", "Sömn | ro,")
    (row,) = box_rows(of(BEFORE, after).comparison, WORDS)[1:]
    assert row[2:] == ("Sömn &#124; ro", "Δ id: b → c<br>Δ rubrik: Bättre sömn → Sömn &#124; ro")


def test_a_row_a_changed_arrow_with_what_is_said_of_it():
    heads, *rows = arrow_rows(of(BEFORE, WHY).comparison, WORDS)
    assert heads == ["Ändring", "Pil", "Vad som ändras"]
    assert rows == [("Δ ändrad", "”Kamera” → ”Färre besök”", "+ eftersom: Färre &#124; resor")]
    new = arrow_rows(of(BEFORE.replace("[a, b]", "b"), WHY).comparison, WORDS)[1:]
    assert new == [("+ ny", "”Kamera” → ”Färre besök”", "+ eftersom: Färre &#124; resor")]


def test_no_sign_at_the_beginning_of_a_line_makes_a_list():
    assert [escaped_sign(sign) for sign in "+−~"] == ["&#43;", "−", "&#126;&#8203;"]
