import copy
import json
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.language.schema import canonical, folder
from nyttokedja.language.validators import FORMATS, errors, explainer, verdict
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate
from nyttokedja.reading.validation import validate
from tests.everything import ALL, FACTS

CASES = sorted([*Path("chains").glob("*.yaml"), *Path("tests/cases/format").glob("*.yaml")])


def data_of(path):
    return plain(translate(read(path.read_bytes()).root).root)


def places(schema, at=()):
    yield at, schema
    for key in ("properties", "patternProperties", "$defs"):
        for name, held in schema.get(key, {}).items():
            if isinstance(held, dict):
                yield from places(held, (*at, key, name))
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(key), dict):
            yield from places(schema[key], (*at, key))


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(canonical())
    assert jsonschema_rs.meta.is_valid(canonical())


def test_every_fault_is_reported_once_since_nothing_is_either_or():
    for at, schema in places(canonical()):
        assert not {"oneOf", "anyOf", "allOf", "not", "if"} & set(schema), at


def test_every_key_teaches():
    defs = canonical()["$defs"]
    for at, schema in places(canonical()):
        if at and at[-2:-1] == ("properties",):
            taught = {**defs.get(schema.get("$ref", "")[8:], {}), **schema}
            assert {"title", "description", "examples"} <= set(taught), at


def test_every_example_fits_its_place():
    for at, schema in places(canonical()):
        validator = jsonschema_rs.validator_for(
            {"$defs": canonical()["$defs"], **schema}, formats=dict(FORMATS), validate_formats=True
        )
        for example in schema.get("examples", ()):
            assert validator.is_valid(example), (at, example)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_good_chains_fit(path):
    assert verdict().is_valid(data_of(path))
    assert validate(translate(read(path.read_bytes()).root).root, "sv").faults == ()


def nodes_of(data, at=()):
    yield at
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from nodes_of(value, (*at, key))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "x", "none", "own", "quality", "2027-02-30", "2027-06", "a -> b", "NK501", "1x"]),
    st.lists(st.sampled_from(["x", 1, None, {"to": "x"}, {}]), max_size=2),
    st.dictionaries(
        st.sampled_from(["to", "title", "value", "owner", "å b", "2027"]), st.just("x"), max_size=2
    ),
).map(copy.deepcopy)  # what is drawn is put into data that is then changed


@given(st.data())
def test_the_two_validators_give_the_same_verdict(choices):
    data = copy.deepcopy(data_of(choices.draw(st.sampled_from(CASES))))
    for _ in range(choices.draw(st.integers(1, 3))):
        *way, last = choices.draw(st.sampled_from([at for at in nodes_of(data) if at]))
        holder = data
        for step in way:
            holder = holder[step]
        holder[last] = choices.draw(VALUES)
    assert verdict().is_valid(data) == explainer().is_valid(data)


@given(st.data())
def test_what_is_left_fits(choices):
    """Whatever is wrong, leaving out the faulty parts leaves a chain that fits, but for the two musts."""
    data = data_of(CASES[0])
    *way, last = choices.draw(st.sampled_from([at for at in nodes_of(data) if at]))
    holder = data
    for step in way:
        holder = holder[step]
    holder[last] = choices.draw(VALUES)
    fitted = validate(translate(read(json.dumps(data, ensure_ascii=False).encode()).root).root, "en")
    left = plain(fitted.root)
    left = {"nyttokedja": 1, "title": "x", **left}
    # a node is kept under its bad name, so that it can be spoken of
    errors = [
        e.message for e in explainer().iter_errors(left) if "propertyNames" not in e.absolute_schema_path
    ]
    assert errors == []
    assert bool(fitted.faults) or verdict().is_valid(data)


def test_the_schemas_lie_beside_the_package_in_a_checkout():
    assert folder() == Path("schemas").absolute()


def put(data, at, value):
    """The data with another value in one place."""
    held = copy.deepcopy(data)
    inner = held
    for step in at[:-1]:
        inner = inner[step]
    inner[at[-1]] = value
    return held


@pytest.mark.parametrize(
    "value", [None, 1, -1, 0.5, "x", "2027-01", "", True, [], {}, {"x": 1}, [1]], ids=repr
)
def test_without_the_native_wheel_the_verdict_is_the_same(value):
    """In every place of a chain with all that the schema has, another kind of value."""
    slow = explainer()
    for at in FACTS:
        data = put(ALL, at, value)
        assert slow.is_valid(data) is verdict().is_valid(data), (at, value)
        everywhere = {tuple(error.absolute_path) for error in slow.iter_errors(data)}
        assert {(*path, *error.absolute_path) for path, error in errors(data, 400)} == everywhere, (at, value)


@pytest.mark.parametrize("id", ["1", "01", "007", "+1", "-1", "0", "+", "1_0", "١", "9" * 30, "0" * 5000])
def test_an_error_in_a_node_that_is_named_by_digits_is_told_in_that_node(id):
    data = {"nyttokedja": 1, "title": "T", "effects": {"a": {}, "1": {"title": "sound"}, id: {"titel": "x"}}}
    found = list(errors(data, 400))
    assert ("effects", id) in {path for path, _ in found}
    assert {path for path, error in found if error.validator == "additionalProperties"} == {("effects", id)}


@given(st.dictionaries(st.from_regex(r"[+-]?[0-9]{1,3}", fullmatch=True), st.just({"x": 1}), max_size=5))
def test_no_name_of_digits_stops_the_explanation(nodes):
    data = {"nyttokedja": 1, "title": "T", "benefits": nodes}
    assert {path for path, _ in errors(data, 400)} >= {("benefits", id) for id in nodes}


def test_no_error_of_a_whole_section_is_made_by_what_copies_it(monkeypatch):
    """Of twenty thousand wrong names each error of jsonschema-rs held all the others: 3 GB and no end."""
    only = SimpleNamespace(is_valid=verdict().is_valid)
    monkeypatch.setattr("nyttokedja.language.validators.verdict", lambda: only)
    nodes = {f"no name {n}": {"x": 1} for n in range(500)}
    found = list(errors({"nyttokedja": 1, "title": "T", "benefits": nodes}, 400))
    assert {path for path, _ in found} == {(), *(("benefits", id) for id in list(nodes)[:399])}


@pytest.mark.parametrize(
    ("value", "fits"), [(2027, True), (None, True), ("2027-06", True), ("2027-13", False)]
)
def test_a_date_is_judged_where_it_is_a_text(value, fits):
    assert FORMATS["chain-date"](value) is fits
