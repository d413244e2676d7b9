"""Layers of settings, and what they make together."""

import json
from datetime import date

import pytest

from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import RULES
from nyttokedja.checking.settings.resolve import DEFAULTS, Layer, resolve
from nyttokedja.checking.settings.toml_places import parse
from nyttokedja.checking.settings.validation import findings
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage


def config(*layers, base=None):
    return resolve([Layer(values) for values in layers], base or Config()).config


def on(*layers):
    chosen = config(*layers)
    off = {rule.code for rule in RULES if not rule.default} - chosen.select
    return {rule.code for rule in RULES} - off - chosen.ignore


DEFAULT = on()


def codes(begin):
    return {rule.code for rule in RULES if rule.code.startswith(begin)}


@pytest.mark.parametrize(
    ("layers", "more", "fewer"),
    [
        ([{"select": ["NK212"]}], {"NK212"}, set()),
        ([{"select": ["no-behaviour"]}], {"NK212"}, set()),
        ([{"ignore": ["NK21"]}], set(), codes("NK21") - {"NK210", "NK212"}),
        ([{"ignore": ["missing-costs"]}], set(), {"NK216"}),
        ([{"select": ["NK216"], "ignore": ["NK21"]}], set(), codes("NK21") - {"NK210", "NK212", "NK216"}),
        ([{"select": ["missing-costs"], "ignore": ["NK216"]}], set(), set()),
        ([{"select": ["NK216"], "ignore": ["NK216"]}], set(), {"NK216"}),
        ([{"ignore": ["missing-costs"]}, {"select": ["NK2"]}], {"NK210", "NK212"}, set()),
        (
            [{"select": ["NK212"]}, {"ignore": ["NK2"]}, {"select": ["NK20", "NK21"]}],
            {"NK210", "NK212"},
            codes("NK22"),
        ),
        ([{"select": ["NK"]}], {rule.code for rule in RULES if not rule.default}, set()),
        ([{}, {"ignore": ["NK216"]}, {}], set(), {"NK216"}),
    ],
)
def test_the_latest_and_most_exact_name_decides(layers, more, fewer):
    assert on(*layers) == (DEFAULT | more) - fewer


def test_severities_add_up_and_the_most_exact_decides():
    first = {"severity": {"missing-owner": "info", "NK40": "error", "NK4": "warning"}}
    chosen = config(first, {"severity": {"NK402": "info"}}).severity
    assert chosen["NK401"] is chosen["NK402"] is Severity.INFO
    assert chosen["NK403"] is Severity.ERROR
    assert "NK501" not in chosen


def test_a_later_layer_goes_before_an_earlier_one():
    early = {"stage": "plan", "tolerance": 0.5, "limits": {"nodes": 5, "megabytes": 2}, "fail-on": "never"}
    late = {"stage": "draft", "limits": {"nodes": 7, "characters": 100, "depth": 9}, "language": "nb"}
    chosen = config(early, late, {"most-nodes": 4})
    assert (chosen.stage, chosen.tolerance, chosen.most_nodes) == (Stage.DRAFT, 0.5, 4)
    assert (chosen.assumed_language, chosen.language, chosen.fail_on) == ("nb", None, None)
    assert chosen.limits[:4] == (2_000_000, 7, 9, 100)


def test_what_no_layer_says_is_the_runs_own():
    base = Config(language="nb", today=date(2027, 1, 1), stage=Stage.PLAN, tolerance=0.2)
    assert config(base=base) == base
    assert config({"fail-on": "warning"}).fail_on is Severity.WARNING


def test_each_value_says_where_it_comes_from():
    layers = [Layer({"ignore": ["NK2"]}, "a:{}".format), Layer({"ignore": ["NK3"]}, "b:{}".format)]
    settings = resolve(layers, Config()).settings
    assert settings["ignore"] == ((["NK2"], "a:ignore"), (["NK3"], "b:ignore"))
    assert settings["stage"] == ()


def test_the_defaults_are_those_of_a_config_and_fit_the_schema():
    told = {key: value for key, value in DEFAULTS.items() if value is not None}
    assert config(told) == Config(stage=Stage.ANALYSIS)
    lines = [f"{key} = {json.dumps(value)}" for key, value in told.items() if not isinstance(value, dict)]
    assert findings(parse("\n".join(lines).encode()), "", "en") == ()


def test_a_later_width_is_instead_of_an_earlier_resolution_and_the_other_way_round():
    for first, last in (("width", "dpi"), ("dpi", "width")):
        picture = config({"paper": "a3", first: 500}, {last: 96}).picture
        assert (getattr(picture, first), getattr(picture, last), picture.paper) == (None, 96, "a3")
        both = resolve([Layer({first: 500}), Layer({first: 600, last: 96})], Config())
        assert [setting.value for setting in both.settings[first]] == [500, 600]
        assert [setting.value for setting in both.settings[last]] == [96]
