import pytest

from nyttokedja.language.scalars import value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("12", 12),
        ("-7", -7),
        ("0o17", 15),
        ("0x1F", 31),
        ("2.5", 2.5),
        ("-.5", -0.5),
        ("1e3", 1000.0),
        ("5.", 5.0),
        ("010", 10),
    ],
)
def test_the_core_schema_of_yaml_1_2(text, value):
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "ja",
        "12:30",
        "2024-01-01",
        "1_000",
        "1 200",
        "2,5",
        "22 %",
        "0b1",
        ".",
        "-",
        "+",
        "..",
        "1.2.3",
        ".inf",
        "nan",
        "٣",
    ],
)
def test_what_older_readers_take_for_something_else_is_text(text):
    assert value_of(text) == text


@pytest.mark.parametrize("text", ["1" * 19, "9" * 5000, "1e999", "0x" + "F" * 30, "1." + "0" * 200])
def test_numbers_beyond_sense_are_refused(text):
    with pytest.raises(OverflowError):
        value_of(text)
