"""What holds for every format of sums of users."""

import json
from decimal import Decimal

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from nyttokedja.language.schema import folder
from nyttokedja.model.user_sums import User, sums_of
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.users import FORMATS, reporter
from nyttokedja.reports.users.document import UserReport
from tests.reports.findings.told import HOSTILE

SCHEMA = json.loads((folder() / "users.schema.json").read_text("utf-8"))


def made(**groups):
    users = [
        User(name, has_begun=True, baseline=Decimal("10.5"), latest=Decimal(n))
        for name, size in groups.items()
        for n in range(size)
    ]
    return UserReport(sums_of(users), "b.csv", "tim", "2027-Q1", ("Anm",))


def report(format, value, language="sv"):
    return reporter(format)(value, ReportContext(language, "1"))


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_the_shown_and_not_the_hidden(format):
    text = report(format, made(Norr=7, Syd=9, Ost=6, Vast=1))
    for shown in ("Norr", "Syd", "Vast"):
        assert shown in text
    assert ("73,5" if format != "json" else "73.5") in text.replace("\u202f", "")
    assert "63" not in text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_every_format_speaks_of_a_few_nothing_and_everybody(format, language):
    texts = {
        report(format, made(**groups), language)
        for groups in ({}, {"A": 3}, {"A": 6}, {"": 6}, {"A": 6, "B": 2})
    }
    assert len(texts) == 5
    assert not any("{" in text for text in texts) or format == "json"


@pytest.mark.parametrize("value", [made(), made(A=3), made(A=9, B=2, C=6)])
def test_json_is_as_its_schema_says(value):
    Draft202012Validator(SCHEMA).validate(json.loads(report("json", value)))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_of_a_group_becomes_markup(text):
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(
        report("markdown", made(**{text: 7, "B": 8}))
    )
    assert "<script" not in rendered
    assert rendered.count("<tr>") == 4
    assert "\x1b" not in report("text", made(**{text: 7, "B": 8}))
