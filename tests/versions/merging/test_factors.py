"""Calculations changed on both sides: factor by factor and field by field."""

from functools import partial
from pathlib import Path

import pytest

from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.line_merge import by_lines
from nyttokedja.versions.merging import Versions, merge
from nyttokedja.versions.merging.three_way import merged
from nyttokedja.versions.merging.tree import tree_of
from tests.repositories import program

pytestmark = program
HEAD = "nyttokedja: 1\nrubrik: X\n"
FRAME = """\
kalkyl:
  startår: 2027
  faktorer: {besök: {troligt: 4, källa: Register}, andel: 0.5}
"""
BOX = """\
nyttor:
  n: {kategori: omfördelning, värde: {timmar: besök * egen, faktorer: {egen: {troligt: 3, enhet: st}}}}
"""
BASE = FRAME + BOX


def changed(*pairs):
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return HEAD + text


def tree(text):
    return tree_of(Parsed(text.encode()))


MERGED = {
    "two fields of a shared factor": ([("troligt: 4", "troligt: 5")], [("Register", "Enkät")]),
    "two fields of a box's own factor": ([("troligt: 3", "troligt: 6")], [("enhet: st", "enhet: styck")]),
    "a field changed and a field added": (
        [("troligt: 4", "troligt: 5")],
        [("källa: Register", "källa: Register, kommentar: K")],
    ),
    "a number alone that gets a source, and another factor": (
        [("andel: 0.5", "andel: {troligt: 0.5, källa: Enkät}")],
        [("troligt: 4", "troligt: 5")],
    ),
    "a new factor each": ([("{besök:", "{a: 1, besök:")], [("andel: 0.5", "andel: 0.5, z: 2")]),
    "a factor gone and another changed": ([(", andel: 0.5", "")], [("troligt: 4", "troligt: 5")]),
    "the frame and a factor": ([("2027", "2028")], [("troligt: 4", "troligt: 5")]),
    "a formula and the factor that it uses": ([("besök * egen", "egen * 2")], [("Register", "Enkät")]),
    "a factor by two alike": ([("troligt: 4", "troligt: 5")], [("troligt: 4", "troligt: 5")]),
}
CONFLICTS = {
    "one field of a shared factor": (
        [("troligt: 4", "troligt: 5")],
        [("troligt: 4", "troligt: 6")],
        ("both", "", ("calculation", "factors", "besök", "likely")),
    ),
    "one field of a box's own factor": (
        [("troligt: 3", "troligt: 5")],
        [("troligt: 3", "troligt: 6")],
        ("both", "n", ("value", "factors", "egen", "likely")),
    ),
    "a factor gone and changed": (
        [(", andel: 0.5", "")],
        [("andel: 0.5", "andel: 0.6")],
        ("removed-changed", "", ("calculation", "factors", "andel")),
    ),
    "two factors of one name": (
        [("andel: 0.5", "andel: 0.5, ny: 1")],
        [("andel: 0.5", "andel: 0.5, ny: 2")],
        ("both", "", ("calculation", "factors", "ny")),
    ),
    "a formula": (
        [("besök * egen", "egen * 2")],
        [("besök * egen", "egen * 3")],
        ("both", "n", ("value", "hours")),
    ),
}


@pytest.mark.parametrize("name", MERGED)
@pytest.mark.parametrize("turned", [False, True])
def test_what_does_not_meet_is_merged(name, turned):
    ours, theirs = MERGED[name][::-1] if turned else MERGED[name]
    made = merge(
        Versions(*(text.encode() for text in (HEAD + BASE, changed(*ours), changed(*theirs)))),
        partial(by_lines, cwd=Path("/")),
    )
    assert (made.clean, made.told, made.errors) == (True, (), ())
    both = changed(*dict.fromkeys((*ours, *theirs)))
    assert tree_of(Parsed(made.data)) == tree(both)


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_meets_is_a_conflict(name):
    ours, theirs, conflict = CONFLICTS[name]
    _, found = merged(*(tree(text) for text in (HEAD + BASE, changed(*ours), changed(*theirs))))
    assert [(one.reason, one.node, one.keys) for one in found] == [conflict]


def test_both_may_have_begun_a_calculation():
    base = HEAD + BOX
    ours = base + "kalkyl: {faktorer: {about: {troligt: 1}}}\n"
    theirs = base + "kalkyl: {startår: 2027, faktorer: {besök: 4}}\n"
    found, conflicts = merged(*map(tree, (base, ours, theirs)))
    assert not conflicts
    assert found == tree(base + "kalkyl: {startår: 2027, faktorer: {about: 1, besök: 4}}\n")
