"""Tables of a page: roles, numbers, sums, and what an empty cell is."""

from nyttokedja.pages.parts.tables import table
from nyttokedja.writing.html import html as as_html
from nyttokedja.writing.html import tag


def html(*arguments, **more):
    return as_html(table(*arguments, **more))


def test_the_first_column_names_its_row_and_the_others_are_named_by_their_heading():
    said = html(("Box", "Owner", "Worth"), [(("Calm",), ("Head",), ("7",)), (("Time",), (), ("3",))])
    assert said.count('<th scope="row" role="rowheader">') == 2
    assert '<td role="cell" data-label="Owner"><span>Head</span></td>' in said
    assert '<td role="cell"></td>' in said
    assert "<tfoot" not in said
    assert "<caption" not in said


def test_numbers_and_sums_are_marked():
    rows = [(("a",), ("1",)), (("b",), ("2",)), (("all",), ("3",))]
    said = html(("What", "How many"), rows, caption="Counted", numbers=frozenset({1}), totals=1)
    assert said.count('class="number"') == 4  # the heading of the column, and its cells
    assert "<caption>Counted</caption>" in said
    body, _, foot = said.partition("<tfoot")
    assert ("all" in foot, "all" in body, body.count("<tr"), foot.count("<tr")) == (True, False, 3, 1)


def test_a_cell_may_hold_markup():
    assert "<span><b>x</b> y</span>" in html(("a", "b"), [(("1",), (tag("b", "x"), " y"))])
