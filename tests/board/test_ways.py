"""What a wall offers to do about findings, in the words of buttons."""

import re

import pytest

from nyttokedja.board.state import state_of
from tests.board.rooms import CHAIN, room

PLAN = CHAIN.replace("rubrik: Digitala lås   #", "skede: plan\nrubrik: Digitala lås   #")


def ways(text, code):
    found = [one for one in state_of(room(text), "a")["findings"] if one["code"] == code]
    return [way for one in found for way in one["ways"]]


@pytest.mark.parametrize(
    ("code", "label", "ready", "form"),
    [
        ("NK301", "Lägg till en kategori", False, ("tid", "category")),
        ("NK401", "Lägg till en ägare", False, ("tid", "owner")),
        ("NK213", "Skriv att inga risker är funna", True, (None, "")),
        ("NK213", "Lägg till en risk", False, (None, "")),  # by the entry line
        ("NK501", "Lägg till en indikator", False, (None, "")),  # more than a form holds
    ],
)
def test_a_way_is_done_at_once_or_in_a_form_or_told(code, label, ready, form):
    found = [one for one in ways(PLAN, code) if one["label"] == label]
    assert (ready, form) in [(way["ready"], (way["form"], way["key"])) for way in found]


def test_findings_that_are_told_together_are_told_and_not_done():
    several = PLAN.replace(
        "  tid: Frigjord tid\n", "".join(f"  tid{n}: Frigjord tid {n}\n" for n in range(9))
    )
    told = [way for code in ("NK301", "NK302") for way in ways(several, code)]
    assert told
    assert not any(way["ready"] or way["form"] is not None for way in told)


def test_nothing_of_the_file_is_told_where_there_is_a_way():
    for finding in state_of(room(PLAN), "a")["findings"]:
        assert finding["ways"]
        assert finding["remedy"] == ""
        assert not any(re.search(r"[”\"]?\w+: ", way["label"]) for way in finding["ways"])


def test_a_file_that_cannot_be_read_says_what_to_write_there():
    (finding, *_) = state_of(room("nyttokedja: 1\nrubrik: ["), "a")["findings"]
    assert finding["remedy"]
    assert finding["ways"] == []
