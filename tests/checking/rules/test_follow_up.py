"""What is said of indicators is true, and dates are asked for."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity

AT_THE_CHANGE = """nyttokedja: 1
title: A
stage: plan
changes: {desk: {leads_to: sooner, indicators: {used: Share that use it}}}
effects: {sooner: {leads_to: freed}}
benefits: {freed: {leads_to: staffing}}
goals: {staffing: }
"""
DATES = """nyttokedja: 1
title: A
stage: %s
benefits: {freed: {indicators: {time: {title: Time, baseline: 9, target: 3}}}}
"""


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_an_indicator_at_the_change_is_not_said_to_be_missing(language):
    found = check(AT_THE_CHANGE.encode(), config=Config(language=language)).findings
    benefit, goal = (texts(language).message(f) for f in found if f.code == "NK501")
    either = {
        "sv": "varken här eller vid någon effekt eller nytta som leder hit",
        "nb": "verken her eller ved noen effekt eller gevinst som fører hit",
        "en": "no indicator here, nor at any effect or benefit that leads here",
    }
    assert either[language] in benefit
    assert either[language] in goal


@pytest.mark.parametrize("stage", ["plan", "follow-up"])
def test_a_figure_without_a_date_is_asked_for_it_and_no_more(stage):
    found = check((DATES % stage).encode()).findings
    asked = [(f.code, f.variant, f.severity) for f in found if f.code in {"NK502", "NK503"}]
    assert sorted(asked) == [("NK502", "date", Severity.INFO), ("NK503", "date", Severity.INFO)]


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_where_and_how_to_write_the_date_is_said(language):
    found = check((DATES % "plan").encode(), config=Config(language=language)).findings
    for finding in (f for f in found if f.code in {"NK502", "NK503"}):
        assert "date: …" in texts(language).remedy(finding)
