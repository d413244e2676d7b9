"""How much the fixing of one file may take."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.editing.autofix.work import Work

HEAD = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"


def checks_granted(text):
    """How often a file may be checked again."""
    work, checked = Work(), check(text.encode())
    n = 0
    while n < 10_000 and work.granted(checked):
        n += 1
    assert work.refused is (n < 10_000)
    return n


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (HEAD + "nyttor: {a: A}\n", 10_000, 10_000),
        (HEAD + "# " + "x" * 20_000 + "\nnyttor: {a: A}\n", 90, 110),
        (HEAD + "# " + "x" * 950_000 + "\nnyttor: {a: A}\n", 2, 2),
        (HEAD + "# " + "x" * 5_000_000 + "\nnyttor: {a: A}\n", 1, 1),  # once always
        (HEAD + "a: Mål: x\n" * 5_000, 30, 50),
        (HEAD + "# " + "x" * 10_000 + "\na: Mål: x\n", 25, 35),  # each time read to the fault
        (HEAD + "a: Mål: x\n" * 100_000, 5, 8),  # which the slow parser does not see
    ],
)
def test_a_file_is_checked_as_often_as_its_size_allows(text, least, most):
    assert least <= checks_granted(text) <= most


def test_findings_count_for_what_they_take():
    text = HEAD + "nyttor:\n" + "".join(f"  b{n}: B\n" for n in range(1_000))
    assert checks_granted(text.replace("utkast", "plan")) < checks_granted(text) / 2
