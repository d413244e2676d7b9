"""A rule and its two examples as a page in Markdown."""

import pytest

from nyttokedja.checking.rules import RULES
from nyttokedja.model.stage import Stage
from nyttokedja.reports.rule_pages.examples import checked_examples
from nyttokedja.reports.rule_pages.page import markdown_table, page, picture_name, severities

BY_CODE = {rule.code: rule for rule in RULES}


def paragraphs(code):
    rule = BY_CODE[code]
    return page(rule, *checked_examples(rule)).split("\n\n")


def test_a_page_goes_from_the_titles_to_the_source():
    parts = paragraphs("NK401")
    assert parts[0].startswith("<!-- Made by ")
    assert "nyttokedja/checking/rules/ownership.py" in parts[0]
    assert parts[1] == "# NK401 missing-owner"
    assert parts[2].startswith("| language | title |\n| --- | --- |\n| svenska | Ägare saknas |")
    headings = [part for part in parts if part.startswith("#")]
    assert headings[1:] == ["## Bad", "### What is said of it", "## Good", "## Leaving it as it is"]
    assert parts[-2].startswith("Source: ")
    assert parts[-1] == "[All rules](README.md) · [svenska](sv/NK401.md) · [norsk](nb/NK401.md)\n"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_that_is_off_says_how_it_is_asked_for(rule):
    said = f"Off unless it is asked for: `nyttokedja check --select {rule.code}`."
    assert (said in paragraphs(rule.code)) == (not rule.default)


def test_what_is_left_as_it_is_is_accepted_or_ignored_or_neither():
    assert any(part.startswith("```sh\nnyttokedja accept NK401 ") for part in paragraphs("NK401"))
    assert "A run can also leave the rule out: `nyttokedja check --ignore NK401`." in paragraphs("NK401")
    broken = "What is broken can be neither accepted nor ignored; it is mended in the file."
    assert broken in paragraphs("NK001")
    assert not any("nyttokedja accept" in part for part in paragraphs("NK001"))
    nowhere = "It stands at no box, so it cannot be accepted at one. A run can leave the rule out: "
    assert f"{nowhere}`nyttokedja check --ignore NK213`." in paragraphs("NK213")


def test_an_example_says_what_it_chooses_and_shows_its_picture_where_it_has_one():
    with_choice = next(rule for rule in RULES if rule.manual.bad.choice)
    example = with_choice.manual.bad
    assert f"Where `{example.choice}` is {example.value}:" in paragraphs(with_choice.code)
    assert not any(part.startswith("Where `") for part in paragraphs("NK401"))
    assert "![The bad chain as a picture](pictures/NK401-bad.svg)" in paragraphs("NK401")
    assert not any("bad chain as a picture" in part for part in paragraphs("NK001"))
    assert picture_name(checked_examples(BY_CODE["NK401"])[1]) == "pictures/NK401-good.svg"


def test_findings_are_told_with_line_and_severity_and_whether_they_can_be_fixed():
    assert any(part.startswith("Line ") and part.endswith(", error:") for part in paragraphs("NK401"))
    assert "`nyttokedja check --fix` mends this." not in paragraphs("NK401")
    assert "`nyttokedja check --fix` mends this." in paragraphs("NK003")


def test_severities_stand_in_the_order_of_the_stages():
    weights = [word for stage in Stage if (word := BY_CODE["NK401"].severities.get(stage))]
    assert list(severities(BY_CODE["NK401"])) == ["–", *(severity.word for severity in weights)]


def test_a_table_has_a_head_a_rule_and_rows():
    assert markdown_table("ab", [iter("cd")]) == "| a | b |\n| --- | --- |\n| c | d |"


@pytest.mark.parametrize(("language", "severity"), [("sv", "fel"), ("nb", "feil")])
def test_a_page_in_another_language_says_nothing_in_english(language, severity):
    rule = BY_CODE["NK401"]
    made = page(rule, *checked_examples(rule, language))
    assert f"{language}/manuals.toml" in made.splitlines()[0]
    assert f", {severity}:" in made
    for english in ("Bad", "Good", "Source", "Leaving", "Line ", "A run", "owner:", "benefits", "error"):
        assert english not in made.split("\n", 1)[1], english
    assert made.endswith(
        f"(README.md) · [{'norsk](../nb' if language == 'sv' else 'svenska](../sv'}/NK401.md)"
        " · [English](../NK401.md)\n"
    )
