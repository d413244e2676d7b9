"""Values as people write them."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.orders.values import date_said, figure_said, kinds_of, value_said
from nyttokedja.language.forms import root_form


def form(path):
    here = root_form()
    for key in path.split("."):
        here = here.item if key == "1" else here.within(key)
    return here


TARGET = "benefits.b.indicators.i.target.value"


@pytest.mark.parametrize(
    ("path", "written", "value"),
    [
        (TARGET, "250", 250),
        (TARGET, " -2,5 ", -2.5),
        (TARGET, "2.5", 2.5),
        (TARGET, "\u22121", -1),
        (TARGET, "1 234,5", 1234.5),
        (TARGET, "12\u00a0345\u202f678", 12345678),
        (TARGET, "+3", 3),
        ("effects.e.behaviour", "Ja", True),
        ("effects.e.behaviour", "nei", False),
        ("effects.e.behaviour", "TRUE", True),
        ("stage", " Utkast ", "draft"),
        ("benefits.b.category", "Kvalitet", "quality"),
        ("benefits.b.when", " 2027-Q1 ", "2027-Q1"),
        ("benefits.b.leads_to", "a, b ,", ["a", "b"]),
        ("benefits.b.leads_to", "a", "a"),
        ("benefits.b.tags", "a", ["a"]),
        ("benefits.b.tags", "a, b", ["a", "b"]),
        ("benefits.b.actions", "a, b", ["a, b"]),
        ("benefits.b.actions.1", "a, b", "a, b"),
        ("benefits.b.title", " a, b ", " a, b "),
        ("benefits.b", "Titel", "Titel"),
        ("obstacles", "inga", "none"),
        ("benefits.b.value", "inköp * 359", "inköp * 359"),
        ("benefits.b.value.yearly", "timmar * timkostnad", "timmar * timkostnad"),
        ("benefits.b.value.hours.before", "inköp / 60", "inköp / 60"),
        ("benefits.b.value.profile", "0,5, 1", [0.5, 1]),
        ("benefits.b.value.profile", "0.5 0.8; 1", [0.5, 0.8, 1]),
        ("benefits.b.value.profile", "0.5", [0.5]),
        ("calculation.factors.f.formula", "a * 2", "a * 2"),
        ("calculation.factors.f.formula", "12,5", 12.5),
        ("costs.k.value.yearly", "18 000", 18000),
    ],
)
def test_a_text_means_a_value_in_its_place(path, written, value):
    found = value_said(form(path), written, "sv")
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("path", "written", "reason", "particulars"),
    [
        (TARGET, "1.000", "thousands", {"text": "1.000", "number": "1000"}),
        (TARGET, "-12.345.678", "thousands", {"text": "-12.345.678", "number": "-12345678"}),
        ("effects.e.behaviour", "kanske", "bad-value", {"text": "kanske", "allowed": ("ja", "nej")}),
        ("benefits.b.category", "kvalitt", "bad-value-but", {"text": "kvalitt", "meant": "kvalitet"}),
        ("benefits.b.when", "snart", "not-a-date", {"text": "snart"}),
        ("about", "x", "not-a-text", {"text": "x"}),
        ("benefits.b.value.profile", "halva", "not-a-number", {"text": "halva"}),
        ("calculation.rate", "1 23", "not-a-number", {"text": "1 23"}),
    ],
)
def test_what_cannot_stand_there(path, written, reason, particulars):
    with pytest.raises(CannotEdit) as refused:
        value_said(form(path), written, "sv")
    assert (refused.value.reason, refused.value.particulars) == (reason, particulars)


def test_the_allowed_values_are_in_the_words_of_the_file():
    for language, first in (("sv", "utkast"), ("nb", "utkast"), ("en", "draft")):
        with pytest.raises(CannotEdit) as refused:
            value_said(form("stage"), "qqqqqq", language)
        assert refused.value.particulars["allowed"][0] == first


def test_a_date():
    assert date_said(" 2027 ") == "2027"
    with pytest.raises(CannotEdit):
        date_said("")


def test_the_kinds_of_a_place():
    assert kinds_of({"type": "string"}) == ("string",)
    assert kinds_of({"type": ["string", "array"]}) == ("string", "array")
    assert kinds_of({}) == ()


SCALE = ("Dålig", "Ganska bra", "Bra")


@pytest.mark.parametrize(
    ("written", "scale", "value"),
    [("1,5", (), 1.5), (" ganska  BRA", SCALE, "Ganska bra"), ("2", ("1", "2", "3"), "2")],
)
def test_a_figure_is_a_number_or_a_word_of_a_scale(written, scale, value):
    assert figure_said(written, scale) == value


@pytest.mark.parametrize(
    ("written", "scale", "reason"),
    [
        ("tre", (), "not-a-number"),
        ("Medel", SCALE, "off-scale"),
        ("1", SCALE, "off-scale"),
        ("Ganksa bra", SCALE, "off-scale-but"),
    ],
)
def test_a_figure_that_is_neither_is_refused(written, scale, reason):
    with pytest.raises(CannotEdit) as refused:
        figure_said(written, scale)
    assert refused.value.reason == reason
    assert refused.value.particulars.get("known", scale) == scale
