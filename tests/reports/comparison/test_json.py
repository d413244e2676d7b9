"""Comparisons as JSON."""

import json

from .told import AFTER, BEFORE, BROKEN, of, report


def read(*compared):
    return json.loads(report("json", *compared))


def test_what_is_better_and_what_is_worse_is_counted_by_itself():
    worse = read(of(BEFORE, AFTER))["summary"]
    better = read(of(AFTER, BEFORE))["summary"]
    assert (worse["worse"], worse["better"]) == (3, 0)
    assert (better["worse"], better["better"]) == (0, 2)


def test_a_side_that_cannot_be_read_is_there_with_its_findings():
    (file,) = read(of(BEFORE, BROKEN))["files"]
    (side,) = file["unread"]
    assert (side["side"], [found["code"] for found in side["findings"]]) == ("after", ["NK001"])
    assert read(of(BROKEN, BEFORE))["files"][0]["unread"][0]["side"] == "before"
    assert read(of(BEFORE, None))["files"][0]["unread"] == []


def test_a_consequence_names_its_arrow_and_what_was_lost():
    consequences = {one["effect"]: one for one in read(of(BEFORE, AFTER))["files"][0]["consequences"]}
    assert consequences["owner-lost"]["lost"] == "Chef"
    assert consequences["owner-lost"]["arrow"] is None
    arrows = [one["arrow"] for one in consequences.values() if one["arrow"]]
    assert arrows == [{"source": "n", "target": "g"}]
