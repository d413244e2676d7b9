"""What the rules of the calculation leave alone, how grave they are, and that no calculation stops them."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.checking.rules import BY_NAME
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.writing.chain_file import to_yaml

EXAMPLE = Path("tests/cases/calculation/digitala_inkop.yaml").read_text("utf-8")
UNITS = {
    "personer": "personer",
    "andel": "andel",
    "brukare": "personer",
    "inkop": "inköp per år",
    "min_fysiskt": "minuter per inköp",
    "min_digitalt": "minuter",
    "timkostnad_usk": "kr per timme",
}


def found(text):
    """The findings of the calculation in a chain."""
    return [
        (finding.code, finding.variant, finding.node)
        for finding in check(text.encode()).findings
        if "NK810" <= finding.code < "NK9"
    ]


def test_the_worked_example_is_right():
    assert found(EXAMPLE) == []


def test_the_worked_example_is_right_with_all_its_units():
    text = EXAMPLE
    for name, unit in UNITS.items():
        assert f"    {name}: {{" in text
        text = text.replace(f"    {name}: {{", f"    {name}: {{unit: {unit}, ")
    assert check(text.encode()).chain.calculation.factors[0].unit == "personer"
    assert found(text) == []


def test_the_worked_example_with_its_limits_by_size_is_told_of():
    text = EXAMPLE.replace("{lowest: 40, likely: 35, highest: 30", "{lowest: 30, likely: 35, highest: 40")
    assert text != EXAMPLE
    assert found(text) == [("NK813", "", "")]


def chain(factors, value, *, kind="redistribution", section="benefits", stage="draft"):
    box = {"category": kind, "value": value}
    return to_yaml(
        {
            "nyttokedja": 1,
            "title": "A",
            "stage": stage,
            "calculation": {"horizon": 6, "price_year": 2026, "factors": factors},
            section: {"a": box},
        },
        "en",
    )


def factor(unit, likely=3):
    return {"unit": unit, "likely": likely, "source": "us"}


@pytest.mark.parametrize(
    ("units", "hours", "yearly"),
    [
        ({"h": "händelser", "m": "minuter"}, "h * m / 60", None),
        ({"h": "händelser per år", "m": "minuter per händelse", "p": "personer"}, "h * m / 60 * p", None),
        ({"h": "händelser", "m": "min/händelse", "n": "min/händelse"}, "h * (m - n) / 60", None),
        (
            {"h": "hendelser", "m": "minutter", "n": "minutter", "k": "kr/time"},
            "h * (m - n) / 60",
            "hours * k",
        ),
        ({"h": "timmar", "k": "kr/timme"}, "h", "hours * k"),
        ({"n": "antal", "k": "kr"}, None, "n * k"),
        ({"n": "st", "k": "kr/st"}, None, "n * k"),
        ({"n": "licenser", "k": "kr per licens och år"}, None, "n * k"),
        ({"a": "kr", "b": "kr"}, None, "a - b"),
        ({"a": "kr/år", "b": "kronor"}, None, "a - b"),
        ({"m": "mil", "k": "kr/mil"}, None, "m * k"),
        ({"m": "mil", "f": "liter/mil", "k": "kr/liter"}, None, "m * f * k"),
        ({"m": "mil", "f": "kWh per mil", "k": "kr/kWh"}, None, "m * f * k"),
        ({"m": "km", "k": "kr/mil"}, None, "m / 10 * k"),
        ({"l": "kr/månad", "h": "timmar"}, "h", "hours * (l / 142 * 1.54)"),
        ({"l": "kr/månad"}, None, "l * 9"),
        ({"n": "resor per vecka", "k": "kr/resa"}, None, "n * 52 * k"),
        ({"n": "besök/dag", "m": "minuter"}, "n * 365 * m / 60", None),
        ({"d": "dagar", "k": "kr/dag"}, None, "d * k * 80 %"),
        ({"d": "dagar", "k": "kr/dag", "p": "%"}, None, "d * k * p / 100"),
        (
            {"v": "veckor per år", "n": "inköp per brukare och vecka", "b": "brukare", "m": "min"},
            "v * n * b * m / 60",
            None,
        ),
        ({"p": "användare", "k": "kr per person"}, None, "p * k"),
        ({"p": "årsarbetare", "k": "kr per årsarbetare"}, None, "p * k"),
        ({"x": "poäng", "k": "?"}, None, "x * k"),
    ],
)
def test_what_people_multiply_is_right(units, hours, yearly):
    value = {key: formula for key, formula in (("hours", hours), ("yearly", yearly)) if formula}
    text = chain({name: factor(unit) for name, unit in units.items()}, value)
    assert found(text) == []


@pytest.mark.parametrize(
    ("code", "weights"),
    [
        *((code, "EEEE") for code in ("NK810", "NK811", "NK814", "NK815")),
        ("NK812", "-IWW"),
        *((code, "-WWW") for code in ("NK813", "NK816", "NK818", "NK819", "NK822")),
        *((code, "WWWW") for code in ("NK817", "NK821", "NK824")),
    ],
)
def test_a_rule_weighs_by_stage_what_was_decided(code, weights):
    letters = {None: "-", Severity.INFO: "I", Severity.WARNING: "W", Severity.ERROR: "E"}
    assert "".join(letters[BY_NAME[code].severities.get(stage)] for stage in Stage) == weights


def test_a_factor_that_did_not_fit_is_not_told_twice():
    text = EXAMPLE.replace("personer: {likely: 120", "personer: {likly: 120")
    assert text != EXAMPLE
    assert found(text) == []
    own = chain({}, {"yearly": "x * 2", "factors": {"x": {"likely": 3}}}).replace("likely: 3", "unlikly: 3")
    assert found(own) == []


FREED = """nyttokedja: 1
title: A
stage: analysis
language: en
benefits:
  a: {title: Freed time for night staff, category: financial, value: {yearly: 9000, evidence: The schedule}}
"""


def test_evidence_of_the_value_answers_for_freed_time_too():
    codes = [
        {one.code for one in check(text.encode()).findings} & {"NK308", "NK819"}
        for text in (FREED, FREED.replace("evidence", "pool"))
    ]
    assert codes == [set(), {"NK308"}]


NAMES = ("a", "b", "c", "hours", "timmar", "d-e", "ö")
ATOMS = st.sampled_from((*NAMES, "0", "1", "60", "0,5", "1e9", "999999999999999", "5 %", "("))
FORMULAS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/ ×^"), inner).map("".join), inner.map("({})".format)
    ),
    max_leaves=12,
)
NUMBERS = st.sampled_from((0, 1, -1, 0.5, 1e15, -1e15, 1e300, 1e-300))
FACTORS = st.dictionaries(
    st.sampled_from(NAMES),
    st.fixed_dictionaries(
        {},
        optional={
            "unit": st.sampled_from(("kr", "min/x", "kr/mil", "kr/liter", "%", "/", "per", "tkr·h/h")),
            **dict.fromkeys(("lowest", "likely", "highest"), NUMBERS),
            "formula": FORMULAS,
            "kind": st.sampled_from(("standard", "local")),
        },
    ),
    max_size=5,
)
VALUES = st.one_of(
    FORMULAS,
    NUMBERS,
    st.fixed_dictionaries(
        {},
        optional={
            "yearly": FORMULAS,
            "hours": st.one_of(FORMULAS, st.fixed_dictionaries({"before": FORMULAS, "after": FORMULAS})),
            "profile": st.one_of(
                st.lists(NUMBERS, min_size=1, max_size=4),
                st.dictionaries(st.sampled_from(("1", "2027", "2028", "9999")), NUMBERS, min_size=1),
            ),
            "factors": FACTORS,
            "pool": st.just("p"),
        },
    ),
)
BOXES = st.dictionaries(
    st.sampled_from(("n", "m", "o")),
    st.fixed_dictionaries(
        {"value": VALUES},
        optional={
            "category": st.sampled_from(("financial", "redistribution", "quality")),
            "perspective": st.just("own"),
        },
    ),
    max_size=3,
)


@given(
    st.fixed_dictionaries(
        {"factors": FACTORS},
        optional={"horizon": st.sampled_from((0, 0.5, 1, 6, 101)), "start": st.sampled_from((1, 2027))},
    ),
    BOXES,
    st.dictionaries(st.sampled_from(("k", "l")), st.fixed_dictionaries({"value": VALUES}), max_size=2),
    st.sampled_from(("sv", "nb", "en")),
)
def test_no_calculation_stops_the_rules(calculation, benefits, costs, language):
    data = {"nyttokedja": 1, "title": "A", "calculation": calculation, "benefits": benefits, "costs": costs}
    checked = check(to_yaml(data, language).encode())
    assert checked.chain is not None
    for finding in checked.findings:
        said = texts(finding.language)
        assert said.message(finding)
        assert said.remedy(finding)


def test_a_formula_that_cannot_be_read_is_told_of_whatever_else_is_wrong_with_its_box():
    box = "{category: redistribution, perspektiv: own, value: {yearly: 'a b'}}"
    text = f"nyttokedja: 1\ntitle: P\nstage: draft\ncalculation: {{horizon: 6}}\nbenefits: {{n: {box}}}\n"
    assert ("NK811", "unreadable", "n") in found(text)


@pytest.mark.parametrize("box", ["{yearly: a * 2}", "{yearly: hours * a, houres: 3}"])
def test_what_is_missing_is_not_told_of_where_it_may_be_what_could_not_be_read(box):
    factors = "{a: 1 700}" if "houres" not in box else "{a: 1}"
    frame = f"{{horizon: 6, factors: {factors}}}"
    lines = f"benefits: {{n: {{category: redistribution, perspective: own, value: {box}}}}}"
    text = f"nyttokedja: 1\ntitle: P\nstage: draft\ncalculation: {frame}\n{lines}\n"
    assert any(finding.code < "NK1" for finding in check(text.encode()).findings)
    assert [code for code, *_ in found(text) if code == "NK811"] == []


def test_a_chain_without_values_loads_nothing_to_calculate_with():
    code = (
        "import sys; from nyttokedja.checking.check import check;"
        "check(b'nyttokedja: 1\\ntitle: A\\nbenefits: {a: {category: financial}}\\n');"
        "print([name for name in sys.modules if name.startswith('nyttokedja.calculating')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
