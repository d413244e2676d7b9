"""Files that have lost all their indents: one finding, and put right where one place takes each line."""

from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.editing.autofix import fixed

FILES = [*sorted(Path("chains").glob("*.yaml")), *sorted(Path("tests/cases/field").glob("*.yaml"))]
UNSURE = ("digital_nattillsyn", "lakemedelsautomat", "velferdsteknologi")
"""A description after an indicator, or what is said of freed time, may be that of it or of the box."""
HEAD = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"


def flat(text):
    return "\n".join(line.lstrip() for line in text.split("\n"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_without_indents_is_one_finding_and_is_restored(path):
    text = path.read_text("utf-8")
    lost = flat(text)
    found = [(f.code, f.variant) for f in check(lost.encode()).findings]
    after = fixed(lost.encode()).after.decode()
    assert found == [("NK001", "flat")]
    assert after == (lost if path.stem in UNSURE else text)


@pytest.mark.parametrize(
    "text",
    [
        "nyttor:\na: A\nleder_till: b\nb: B\n",  # a box that has its text already
        "nyttor:\na:\nägre: Chef\nb: B\n",  # a key that is misspelt
        "nyttor:\na:\nindikatorer:\nb: B\nc: C\n",  # a box, or an indicator?
        "nyttor:\na:\nrubrik: A\nrubrik: B\nb: B\n",
    ],
)
def test_what_may_belong_to_two_is_left_to_people(text):
    (finding,) = check((HEAD + text).encode()).findings
    assert (finding.variant, finding.fix) == ("flat", None)


def test_one_line_that_lost_its_indent_is_told_alone():
    (finding,) = [f for f in check((HEAD + "nyttor:\na: A\n").encode()).findings if f.code < "NK1"]
    assert (finding.code, finding.variant) == ("NK003", "unindented")
