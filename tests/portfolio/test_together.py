"""What is kept of each chain, so that others are held against it without reading it again."""

from nyttokedja.checking.check import check
from nyttokedja.checking.gathering import facts_of
from nyttokedja.portfolio.together import facts_in, kept

CHAIN = """
nyttokedja: 1
rubrik: Slingor
språk: sv
skede: analys
förändringar: {a: {rubrik: Slingor, leder_till: [t, "b.yaml#tt"]}}
nyttor:
  t: {rubrik: Frigjord tid, kategori: omfördelning, värde: {timmar: 5000, pott: hemtjänst}}
kalkyl: {start: 2027, horisont: 2}
accepterat:
  - {regel: NK709, vid: t, varför: De är två, till: 2027-06}
"""


class Asked:
    """A portfolio of one chain, as far as it is asked for what is kept."""

    def __init__(self, facts):
        self.facts = facts

    def look(self, sql, given=()):
        facts = self.facts
        if "across is not null" in sql:
            row = ("a", facts.name, facts.title, facts.stage.value, facts.reference)
            yield (*row, facts.complete, facts.language, kept(facts))


def test_what_is_kept_of_a_chain_comes_back_as_it_was():
    facts = facts_of(check(CHAIN.encode(), "a.yaml"))
    (back,) = facts_in(Asked(facts), {"a": "/a.yaml"}).values()
    for name in ("name", "title", "stage", "reference", "complete", "language", "keys", "pointing", "claims"):
        assert getattr(back, name) == getattr(facts, name), name
    assert facts.pointing
    assert facts.claims
    (accepted,), (was,) = back.accepted, facts.accepted
    for name in ("rule", "why", "until", "nodes"):
        assert getattr(accepted, name) == getattr(was, name), name


def test_of_what_is_no_chain_nothing_is_kept():
    assert kept(None) == ""
