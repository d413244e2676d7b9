"""Two versions → which boxes have another id now, where nothing else explains what went and came."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging.renames import renames, with_new_ids

HEAD = "nyttokedja: 1\nrubrik: X\n"
BASE = """\
effekter:
  a: {rubrik: A, leder_till: b}
  b: {rubrik: B}
mål:
  m: {text: t}
hinder:
  h: {hindrar: m}
"""


def found(after):
    return renames(*(Parsed((HEAD + text).encode()) for text in (BASE, after)))


CASES = {
    "nothing": (BASE, {}),
    "a box": (BASE.replace("b:", "c:").replace("leder_till: b", "leder_till: c"), {"b": "c"}),
    "a box, not what points at it": (BASE.replace("  b:", "  c:"), {"b": "c"}),
    "two boxes": (
        BASE.replace("  b:", "  c:")
        .replace("till: b", "till: c")
        .replace("  h:", "  k:")
        .replace("h: {", "k: {"),
        {"b": "c"},
    ),
    "a box with another title": (BASE.replace("  b: {rubrik: B}", "  c: {rubrik: C}"), {}),
    "another type": (BASE.replace("  b: {rubrik: B}\nmål:", "mål:\n  c: {rubrik: B}"), {}),
    "two that are the same": (BASE.replace("  b: {rubrik: B}", "  c: {rubrik: B}\n  d: {rubrik: B}"), {}),
}


@pytest.mark.parametrize("name", CASES)
def test_renames(name):
    after, ids = CASES[name]
    assert found(after) == ids


def test_a_box_without_a_title_is_known_by_what_points_at_it():
    assert found(BASE.replace("  m:", "  n:").replace("hindrar: m", "hindrar: n")) == {"m": "n"}
    assert found(BASE.replace("  m:", "  n:")) == {}


def test_too_many_boxes_for_the_size_of_a_file_are_not_renamed(monkeypatch):
    file = Parsed((HEAD + BASE).encode())
    assert b"  c: {rubrik: B}" in with_new_ids(file, {"a": "d", "b": "c"}).data
    monkeypatch.setattr("nyttokedja.versions.merging.renames._MOST_WORK", len(file.data))
    with pytest.raises(CannotEdit):
        with_new_ids(file, {"a": "d", "b": "c"})
    assert b"  c: {rubrik: B}" in with_new_ids(file, {"b": "c"}).data
