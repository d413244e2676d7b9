"""Documents are for people who have never seen the file: none tells of commands, of READMEs or of YAML."""

import re

import pytest

from nyttokedja.checking.check import check
from nyttokedja.documents import DOCUMENTS
from nyttokedja.documents.source import Source
from tests.documents.holding import said
from tests.documents.purchases import BARE, PURCHASES, VISITS
from tests.documents.test_plan import ROLES

_OURS = re.compile(r"nyttokedja |README|YAML|«beregning»|”kalkyl”|“calculation”", re.IGNORECASE)

_VALUED = (
    "nyttokedja: 1\ntitle: Valued\nlanguage: {language}\n"
    "benefits: {{b: {{title: B, value: {{yearly: 5}}}}}}\n"
)
CASES = {
    "bare": BARE,
    "measured": VISITS,
    "valued": PURCHASES,
    "no calculation": _VALUED,
    "no horizon": _VALUED + "calculation: {{price_year: 2026}}\n",
    "a part unread": PURCHASES + "costs: []\nwhat_is_this: 1\n",
}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("case", CASES)
def test_no_document_tells_of_commands(case, language, name):
    checked = check(CASES[case].format(language=language).encode(), "chain.yaml")
    told = said(DOCUMENTS[name](Source(checked)))
    assert not _OURS.search(told)


def test_roles_have_their_days_as_a_calendar_without_a_command():
    told = said(DOCUMENTS["plan"](Source(check(ROLES.encode(), "chain.yaml"))))
    assert "kalender" in told
    assert not _OURS.search(told)


@pytest.mark.parametrize(
    ("case", "asked"), [("bare", "Den som äger en nytta"), ("no horizon", "hur många år")]
)
def test_who_can_say_what_lacks_is_told_instead(case, asked):
    checked = check(CASES[case].format(language="sv").encode(), "chain.yaml")
    assert asked in said(DOCUMENTS["calculation"](Source(checked)))
