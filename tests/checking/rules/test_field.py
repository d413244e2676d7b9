"""Two kinds of analysis as they are written in the field, at three stages: what is said of them.

A rule that begins to nag, or falls silent, shows here.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import summed_up
from nyttokedja.reports.findings.text import outcome_lines
from nyttokedja.reports.text_style import TextStyle

FIELD = Path("tests/cases/field")
SAID = {
    # a draft right after the workshop: what is loose, and nothing that it cannot have yet
    "lista_utkast.yaml": {"NK204": 2, "NK606": 1},
    "las_utkast.yaml": {"NK603": 1, "NK606": 1},
    # a published reference analysis: a perspective that it forgot
    "lista_referensanalys.yaml": {"NK309": 1},
    # a municipality's own analysis: two warnings, the rest for the plan
    "las_analys.yaml": {
        "NK204": 1,
        "NK211": 1,
        "NK303": 1,
        "NK305": 2,
        "NK309": 1,
        "NK602": 2,
        "NK605": 2,
        "NK701": 1,
        "NK706": 2,
        "NK801": 1,
    },
    # a plan that has what a plan needs, and one that was sewn together
    "las_plan.yaml": {
        "NK602": 1,  # the landlord who may say no has an owner, but nothing is to be done about it
        "NK605": 2,  # and both goals are behind that
        "NK211": 1,
        "NK312": 1,
        "NK404": 2,
        "NK408": 1,  # it says what the freed time is for, and not how much of it goes where
        "NK412": 1,  # nobody has approved the plan
        "NK501": 1,
        "NK510": 1,
    },
    "lista_plan.yaml": {
        "NK513": 1,  # cheaper paper, of which only the share of digital signatures is measured
        "NK202": 1,
        "NK211": 1,
        "NK303": 1,
        "NK307": 1,
        "NK402": 1,
        "NK404": 1,
        "NK405": 1,
        "NK412": 1,  # nobody has approved the plan
        "NK501": 1,
        "NK502": 1,
        "NK503": 1,
        "NK505": 1,
        "NK607": 1,
        "NK701": 1,
        "NK706": 1,
        "NK801": 1,
    },
}


def checked(name):
    return check((FIELD / name).read_bytes(), name, Config(today=date(2026, 11, 22)))


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_in_the_field(name):
    assert Counter(finding.code for finding in checked(name).findings) == SAID[name]


@pytest.mark.parametrize("name", SAID)
def test_it_fits_on_a_screen(name):
    assert (
        len([line for line in outcome_lines(summed_up(checked(name)), TextStyle()) if "→" not in line]) <= 20
    )
