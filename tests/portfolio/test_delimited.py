"""Rows as CSV: a line is given as soon as it is known, and nothing in it is a formula."""

from datetime import date

from nyttokedja.portfolio.delimited import lines


def test_every_line_stands_alone():
    rows = [("a", 1.5), ("=b", None), ('c "d", e', True), (date(2027, 1, 2), -3)]
    assert list(lines(("x", "y"), rows)) == [
        "x,y\n",
        "a,1.5\n",
        "'=b,\n",
        '"c ""d"", e",true\n',
        "2027-01-02,-3\n",
    ]
