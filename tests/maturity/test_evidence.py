"""What chains show by themselves: shares of what is expected at their stage, and nothing made up."""

from datetime import date

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.maturity.evidence import FACTS, Share, evidence_of, together
from nyttokedja.maturity.statements import our_statements

PLAN = """\
nyttokedja: 1
rubrik: Tillsyn
skede: {stage}
förändringar:
  kamera: {{när: 2027-03-01, ägare: Enhetschef, leder_till: {{till: tid, eftersom: x}}}}
nyttor:
  tid:
    kategori: omfördelning
    perspektiv: egen_organisation
    ägare: Enhetschef
    när: 2027-12
    används_till: Fler besök
    åtgärder: [{{vad: Lägg om schemat, vem: Enhetschef, senast: 2027-02}}]
    indikatorer:
      besök:
        rubrik: Besök
        enhet: st
        bättre: lägre
        nollmätning: {{värde: 10, datum: {baseline}}}
        målvärde: {{värde: 5, datum: 2027-12-31}}
        datakälla: Planering
        hur_ofta: kvartal
        mäts_av: Planerare
        följs_upp_av: Controller
{more}"""


def shown(stage="planering", baseline="2026-10", more="", today=None):
    text = PLAN.format(stage=stage, baseline=baseline, more=more).replace("planering\n", "plan\n", 1)
    return evidence_of(check(text.encode(), "k.yaml", Config(today=today)))


def test_a_plan_shows_owner_time_actions_and_how_it_is_measured():
    found = shown()
    full = ("receiver", "actions", "owner", "when", "source", "responsible", "measures", "baseline", "used")
    assert {name: found.shares[name] for name in full} == dict.fromkeys(full, Share(1, 1))
    assert not {"in_time", "followed", "judged", "handed_over", "calculated"} & set(found.shares)


@pytest.mark.parametrize(
    ("baseline", "n"), [("2026-10", 1), ("2027-02-28", 1), ("2027", 0), ("2027-03-15", 0)]
)
def test_a_baseline_counts_only_where_it_surely_came_before_the_change(baseline, n):
    assert shown(baseline=baseline).shares["baseline"] == Share(n, 1)


@pytest.mark.parametrize("stage", ["utkast"])
def test_nothing_is_asked_of_a_draft(stage):
    found = shown(stage=stage)
    assert (found.chains, found.left_out, found.shares) == (0, 1, {})


def test_of_an_analysis_only_what_the_benefit_is_is_asked():
    assert set(shown(stage="analys").shares) == {"receiver", "rated"}


MEASURED = "        mätningar: {{2027-06-30: {{värde: 8{judged}}}}}\n"


def follow_up(judged="", **more):
    return shown("uppföljning", more=MEASURED.format(judged=judged), **more)


def test_a_follow_up_shows_what_is_measured_judged_and_in_time():
    found = follow_up(today=date(2027, 8, 1))
    assert found.shares["in_time"] == Share(1, 1)
    assert found.shares["followed"] == Share(1, 1)
    assert found.shares["judged"] == Share(0, 1)
    assert found.shares["handed_over"] == Share(0, 1)
    assert follow_up(", bedömning: Bra", today=date(2028, 2, 1)).shares["judged"] == Share(1, 1)
    assert follow_up(today=date(2028, 2, 1)).shares["in_time"] == Share(0, 1)


def test_without_a_day_nothing_is_said_of_time():
    assert "in_time" not in follow_up().shares


def test_a_value_from_before_the_change_is_no_follow_up():
    text = MEASURED.format(judged="").replace("2027-06-30", "2027-01-31")
    assert shown("uppföljning", more=text).shares["followed"] == Share(0, 1)


def test_an_owner_that_is_lacking_is_seen_and_one_that_is_accepted_is_not_held_against():
    text = PLAN.format(stage="plan", baseline="2026-10", more="").replace("    ägare: Enhetschef\n", "")
    assert evidence_of(check(text.encode(), "k.yaml")).shares["owner"] == Share(0, 1)
    text += "undantag: [{regel: NK401, gäller: tid, varför: x, beslutat_av: Chef}]\n"
    settled = check(text.encode(), "k.yaml")
    assert any(finding.accepted for finding in settled.findings)
    assert evidence_of(settled).shares["owner"] == Share(1, 1)


def test_several_are_summed_and_those_that_cannot_be_read_are_counted_apart():
    found = together(
        [shown(), shown(baseline="2027"), shown(stage="utkast"), evidence_of(check(b"a: [", "b.yaml"))]
    )
    assert (found.chains, found.left_out, found.unread) == (2, 1, 1)
    assert found.shares["baseline"] == Share(1, 2)
    assert together([]).shares == {}


def test_every_statement_of_ours_says_what_chains_show_beside_it():
    assert list(FACTS) == [one.id for one in our_statements("sv").statements]
