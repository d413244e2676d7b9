"""What the chains of several imported files are called."""

import pytest

from nyttokedja.cli.runs.imports import _names


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["a.csv"], ["a"]),
        (["x/a.csv", "y/b.csv"], ["a", "b"]),
        (["a.csv", "a.xlsx"], ["a.csv", "a.xlsx"]),
        (["A.csv", "a.xlsx"], ["A.csv", "a.xlsx"]),
        (["x/a.csv", "y/a.csv"], ["x_a.csv", "y_a.csv"]),
        (["x/a.csv", "y/a.csv", "z/a.txt"], ["x_a.csv", "y_a.csv", "a.txt"]),
        (["q/x/a.csv", "r/x/a.csv"], ["x_a.csv", "x_a.csv_2"]),
        (["a.csv", "a.csv", "A.csv"], ["a.csv", "a.csv_2", "A.csv_3"]),
        ([], []),
    ],
)
def test_each_has_a_name_that_no_other_has(files, names):
    assert list(_names(files)) == names
