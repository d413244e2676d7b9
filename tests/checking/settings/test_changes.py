"""Which settings are others, by what they come to."""

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Layer, SettingChange, changes
from nyttokedja.checking.settings.resolve import DEFAULTS, OF_FILES, OF_RUNS, resolve


def told(before, after):
    sides = ([Layer(layer) for layer in side] for side in (before, after))
    return changes(*(resolve(layers, Config()) for layers in sides))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"ignore": ["NK401", "NK402"]}, [("ignore", None, None, ("NK401", "NK402"))]),
        ({}, {"select": ["NK210"]}, [("select", None, None, ("NK210",))]),
        ({"select": ["NK210"]}, {"ignore": ["NK401"]}, [("ignore", None, None, ("NK210", "NK401"))]),
        ({}, {"severity": {"NK401": "info"}}, [("severity", None, "info", ("NK401",))]),
        (
            {"severity": {"NK401": "info", "NK402": "info"}},
            {"severity": {"NK401": "error"}},
            [("severity", "info", "error", ("NK401",)), ("severity", "info", None, ("NK402",))],
        ),
        ({}, {"stage": "analysis"}, [("stage", None, "analysis", ())]),
        ({"stage": "plan"}, {"stage": "draft"}, [("stage", "plan", "draft", ())]),
        ({}, {"language": "nb"}, [("language", None, "nb", ())]),
        ({}, {"fail-on": "never"}, [("fail-on", "error", "never", ())]),
        ({}, {"tolerance": 0.25}, [("tolerance", 0.1, 0.25, ())]),
        ({}, {"most-nodes": 99}, [("most-nodes", 60, 99, ())]),
        ({}, {"baseline": "known.json"}, [("baseline", None, "known.json", ())]),
        ({}, {"limits": {"megabytes": 20}}, [("limits.megabytes", 10, 20, ())]),
    ],
)
def test_each_setting_is_told_in_both_directions(before, after, expected):
    assert told([before], [after]) == tuple(SettingChange(*one) for one in expected)
    back = told([after], [before])
    assert {one.key for one in back} == {
        {"ignore": "select", "select": "ignore"}.get(key, key) for key, *_ in expected
    }
    flipped = {(one.after, one.before, one.rules) for one in back}
    assert flipped == {(was, now, rules) for _, was, now, rules in expected}


def test_no_setting_is_left_out():
    said = {
        "select": ["NK210"],
        "ignore": ["NK401"],
        "severity": {"NK402": "info"},
        "stage": "plan",
        "language": "nb",
        "fail-on": "never",
        "tolerance": 0.5,
        "most-nodes": 3,
        "baseline": "known.json",
        "limits": dict.fromkeys(DEFAULTS["limits"], 7),
        "prioritising": {"criteria": [{"id": "nytta"}]},
    }
    assert said.keys() | set(OF_FILES) | set(OF_RUNS) == DEFAULTS.keys()
    assert told([{}], [{"theme": "dark", "only": ["type=goal"]}]) == ()
    for key, value in said.items():
        assert {one.key.partition(".")[0] for one in told([{}], [{key: value}])} == {key}
    limits = {one.key for one in told([{}], [{"limits": said["limits"]}])}
    assert limits == {f"limits.{name}" for name in DEFAULTS["limits"]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([{"ignore": ["NK401"]}], [{}, {"ignore": ["NK401"]}]),
        ([{"ignore": ["missing-owner"]}], [{"ignore": ["NK401"]}]),
        ([{}], [{"fail-on": "error", "most-nodes": 60}]),
        ([{"stage": "plan"}], [{"stage": "draft"}, {"stage": "plan"}]),
        ([{"severity": {"NK401": "info"}, "ignore": ["NK401"]}], [{"ignore": ["NK401"]}]),
    ],
)
def test_what_comes_to_the_same_is_no_change(before, after):
    assert told(before, after) == ()
