"""A calculation as rows: a valued box, a run and a year each; one row where there are no years."""

from nyttokedja.model.graph import Graph
from nyttokedja.portfolio.worth import values_of
from tests.calculating.chains import benefit, chain, change, cost, factor


def rows(horizon=2):
    made = chain(
        change("tid", "ro"),
        benefit("tid", {"hours": "100", "yearly": "hours * lon"}, "redistribution"),
        benefit("ro"),
        cost("pris", "500"),
        factors=(factor("lon", 300, 200, 400),),
        horizon=horizon,
        start=2027,
        rate=0.25,
    )
    return list(values_of(Graph(made)))


def told(row, *keys):
    return tuple(row.get(key) for key in keys)


def test_each_run_has_a_row_a_year_of_every_valued_box():
    assert [told(row, "run", "node", "year", "amount", "discounted", "hours") for row in rows()] == [
        (run, *of_box)
        for run, worth in (("lowest", 20_000), ("likely", 30_000), ("highest", 40_000))
        for of_box in (
            ("tid", 2027, worth, worth, 100),
            ("tid", 2028, worth, worth * 0.8, 100),
            ("pris", 2027, 500, 500, None),
            ("pris", 2028, 500, 400, None),
        )
    ]


def test_what_is_paid_has_the_other_sign_and_no_hours_that_count():
    assert {told(row, "node", "sign", "standing", "counts_hours") for row in rows()} == {
        ("tid", 1, "summed", True),
        ("pris", -1, "summed", False),
    }


def test_without_years_a_box_has_one_row_of_the_likely_values():
    keys = ("run", "node", "yearly", "hours", "year")
    assert [told(row, *keys) for row in rows(horizon=None)] == [
        ("likely", "tid", 30_000, 100, None),
        ("likely", "pris", 500, None, None),
    ]


def test_a_chain_without_values_has_no_rows():
    assert list(values_of(Graph(chain(change("ro"), benefit("ro"))))) == []
