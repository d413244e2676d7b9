"""Where the reading of a chain is at odds with the YAML test suite, and why it is so in each case.

The engine is PyYAML, which reads YAML 1.1. What it refuses beyond that is told as a fault with its place;
what it reads too generously is read as any person would, with no word lost.
"""

import json
from pathlib import Path

import pytest

from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read

FILES = json.loads((Path(__file__).parents[1] / "data/yaml-test-suite/at_odds.json").read_text("utf-8"))

READ = {
    "9C9N": {"flow": ["a", "b", "c"]},  # a list whose lines begin at the margin
    "QB6E": {"quoted": "a b c"},  # a text whose lines do
    "DK95/01": {"foo": "bar baz"},  # a text that goes on after a tab
    "S98Z": {"empty block scalar": ""},  # blank lines with more spaces than the text, which is none
    "SU5Z": {"key": "value"},  # a comment without a space before it
    "X4QW": {"block": "scalar\n"},
}
"""No YAML, and read all the same: there is one way to understand it."""

REFUSED = {
    "a box, a fact and an item have a name, so that a colon with nothing before it is a slip": {
        "no-key": ["2JQS", "NHX8", "NKF9", "S3PD", "SM9W/01"],
        "colon-in-text": ["CFD4", "FRK4"],
        "syntax": ["M2N8/00", "UKK6/00"],
    },
    "a colon that stands close to what follows it, or on the next line, in brackets: JSON's way, which "
    "PyYAML does not read, and where a person has rather left out a space": {
        "open-bracket": ["4MUZ/00", "4MUZ/01", "4MUZ/02"],
        "after-quote": ["5MUD", "5T43"],
        "colon-in-text": ["58MP", "DBG4", "HM87/00", "K3WX", "VJP3/01"],
    },
    "a name over several lines in brackets: a comma is missing to anybody who reads it": {
        "missing-comma": ["9SA2", "NJ66"],
    },
    "a tab looks like spaces and is another width in each editor": {
        "tab": ["6CA3", "DK95/00", "Q5MG"],
        "tab-alone": ["DK95/03", "DK95/04"],
        "tab-after-dash": ["6BCT", "A2M4", "Y79Y/10"],
    },
    "more than one document, or none: a chain is one": {
        "dots": ["7Z25", "M7A3"],
        "open-bracket": ["UT92"],
        "syntax": ["HWV9", "QT73"],
    },
    "a text alone: a chain has names": {"syntax": ["DK3J", "FP8R"]},
    "anchors, aliases and names that are groups: no chain may have them, and PyYAML stumbles before": {
        "first-character": ["8XYN", "V9D5", "W5VH"],
    },
    "a control character, which no picture could show, behind a backslash": {"backslash": ["G4RS"]},
}
"""Why it is refused → the variant of the fault → the names of files that are YAML."""


def test_every_file_at_odds_has_its_reason():
    refused = [name for variants in REFUSED.values() for names in variants.values() for name in names]
    assert sorted([*READ, *refused]) == sorted(FILES)


@pytest.mark.parametrize("name", READ)
def test_what_is_read_too_generously_loses_no_word(name):
    source = read(FILES[name].encode())
    assert source.root is not None
    assert plain(source.root) == READ[name]


@pytest.mark.parametrize(
    ("variant", "name"),
    [(variant, name) for held in REFUSED.values() for variant, names in held.items() for name in names],
)
def test_what_is_refused_is_told_as_what_it_is(variant, name):
    source = read(FILES[name].encode())
    assert (source.root, [fault.variant for fault in source.faults]) == (None, [variant])
