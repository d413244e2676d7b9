"""What is too much to read."""

from nyttokedja.reading.limits import LIMITS, SETTABLE, Limits


def test_what_can_be_set_is_a_limit():
    assert {field for field, _ in SETTABLE.values()} < set(Limits._fields)
    assert {name: getattr(LIMITS, field) // unit for name, (field, unit) in SETTABLE.items()} == {
        "megabytes": 10,
        "nodes": 12_000,
        "depth": 16,
        "characters": 20_000,
    }


def test_the_parts_of_a_file_are_limited_too():
    assert (LIMITS.file, LIMITS.parts, LIMITS.entries) == (10_000_000, 1_000_000, 50_000)
