"""The sentences about a comparison."""

from dataclasses import replace

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.settings import SettingChange
from nyttokedja.checking.settings.changes import NOT_UNDERSTOOD
from nyttokedja.comparing import compare
from nyttokedja.comparing.model import Comparison, Kind, NodeChange, Weight
from nyttokedja.comparing.what_if import struck
from nyttokedja.comparing.wording import ComparisonWords, consequences, finding, gravity, verdict_name
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from tests.comparing.sides import HEAD, compared, side
from tests.reports.findings.told import finding as a_finding

BASE = """\
förändringar: {f: {rubrik: Ny teknik, leder_till: [a, borta]}}
effekter: {a: {rubrik: Färre besök, leder_till: n}}
nyttor: {n: {rubrik: Nyttan, ägare: Chef}}
"""
SIDE = side(BASE)
BROKEN = check((HEAD + "nyttor: [").encode(), "a.yaml")
SV = ComparisonWords("sv")


def changed(old, new):
    return compared(BASE, BASE.replace(old, new))


SAME = compared(BASE, BASE)
OWNER = changed("ägare: Chef", "ägare: Rektor")
LOST = changed("leder_till: n", "leder_till: []")


@pytest.mark.parametrize(
    ("comparison", "name", "gravest"),
    [
        (SAME, "none", 7),
        (OWNER, "detail", 4),
        (LOST, "reasoning", 2),
        (compare(None, SIDE), "new", 3),
        (compare(SIDE, None), "gone", 1),
        (compare(SIDE, BROKEN), "unread-after", 0),
        (compare(BROKEN, SIDE), "unread-before", 0),
    ],
)
def test_a_chain_has_one_verdict_and_a_gravity(comparison, name, gravest):
    assert (verdict_name(comparison), gravity(comparison)) == (name, gravest)
    assert SV.verdict(comparison) == SV.verdicts([comparison]) == texts("sv").word("comparison/verdict", name)


def test_several_chains_have_one_verdict_with_the_gravest_first():
    said = SV.verdicts([SAME, LOST, OWNER, LOST])
    counts = [SV.count(name, n, "chains") for name, n in (("reasoning", 2), ("detail", 1), ("none", 1))]
    listed = texts("sv").listed(counts)
    assert said == f"{listed[0].upper()}{listed[1:]}."
    assert SV.verdicts([]) == SV.run("same")


def test_of_what_is_new_or_gone_it_is_not_said_of_each_goal_and_benefit():
    assert compare(None, SIDE).consequences
    assert consequences(compare(None, SIDE)) == consequences(compare(SIDE, None)) == ()
    assert consequences(LOST) == LOST.consequences != ()


def test_what_was_left_out_for_faults_makes_a_side_partial():
    faulty = compared(BASE, BASE.replace("ägare: Chef", "ägare: Chef, fel: [x]"))
    unfit = compare(SIDE, check((HEAD + "nyttor: {n: {rubrik: [x]}}\n").encode()))
    assert SV.is_partial(faulty)
    assert SV.is_partial(unfit)
    assert not SV.is_partial(SAME)
    assert not SV.is_partial(compare(None, SIDE))
    assert not SV.is_partial(compare(SIDE, BROKEN))


def test_counters_say_only_what_there_is_any_of():
    assert SV.counters(SAME) == []
    assert SV.counters(OWNER) == [SV.count("node", 1)]
    assert SV.counters(OWNER, OWNER) == [SV.count("node", 2)]
    lost = SV.counters(LOST)
    assert lost[:2] == [SV.count("bad", 1), SV.count("arrow-gone", 1)]
    gone = compare(SIDE, None)
    assert SV.count("gone", len(gone.findings.gone)) not in SV.counters(gone)


def test_a_consequence_is_told_of_a_change_or_an_imagined_one():
    (one,) = LOST.consequences
    assert "Nyttan" in SV.consequence(one)
    assert SV.consequence(one, struck=True) != SV.consequence(one)
    odd = replace(one, effect=next(e for e in type(one.effect) if e.value == "owner-lost"), lost="Chef")
    assert SV.consequence(odd, struck=True) == SV.consequence(odd)


def test_an_arrow_to_examine_again_names_what_was_reworded():
    (one, *_) = changed("Färre besök", "Inga resor").doubts
    assert "Inga resor" in SV.doubt(one)
    both = changed("Färre besök", "Inga resor")
    two = next(
        d
        for d in compared(BASE, BASE.replace("Färre besök", "Inga resor").replace("Nyttan", "Vinsten")).doubts
        if len(d.reworded) == 2
    )
    assert SV.doubt(two) != SV.doubt(both.doubts[1])


def test_boxes_and_arrows_are_named_by_their_titles():
    (change,) = OWNER.nodes
    assert SV.node(change) == "nytta ”Nyttan” (n)"
    assert (SV.type(change.node), SV.the(change.node)) == ("nytta", "nyttan ”Nyttan”")
    (arrow,) = LOST.arrows
    assert SV.arrow(arrow, LOST) == "”Färre besök” → ”Nyttan”"
    loose = changed("[a, borta]", "a")
    assert SV.ends(loose.arrows[0], loose) == ("Ny teknik", "borta")


def test_the_title_of_a_box_is_that_of_now_and_else_the_last_or_the_id():
    removed = changed("nyttor: {n: {rubrik: Nyttan, ägare: Chef}}\n", "")
    assert "Nyttan" in [title for arrow in removed.arrows for title in SV.ends(arrow, removed)]
    reworded = changed("Färre besök, leder_till: n", "Inga resor")
    assert SV.ends(reworded.arrows[0], reworded)[0] == "Inga resor"
    assert SV.ends(LOST.arrows[0], Comparison(None, None, {})) == ("a", "n")


def test_another_id_is_told():
    one = SIDE.graph.nodes["n"]
    said = SV.id_change(NodeChange(Kind.CHANGED, one, replace(one, id="ntt")))
    assert "n" in said
    assert "ntt" in said


def test_a_finding_is_told_on_one_line():
    said = finding(a_finding())
    assert said.startswith("NK401 ")
    assert texts("sv").message(a_finding()) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_is_told_in_every_language(language):
    words = ComparisonWords(language)
    assert all(words.weight(weight) for weight in Weight)
    for group, said in (("heading", words.heading), ("legend", words.legend), ("column", words.column)):
        names = texts(language).group(f"comparison/{group}")
        assert [said(name) for name in names] == list(names.values())


def test_that_chains_are_judged_by_other_settings_is_told_and_where_one_side_could_not_be_read():
    known, lost = SettingChange("most-nodes", 60, 99), SettingChange(NOT_UNDERSTOOD, "v1:a.toml", None)
    one, other = SV.settings([known], 2), SV.settings([known, lost], 2)
    assert one == texts("sv").say("comparison/settings", "changed", n=2)
    assert other == texts("sv").say("comparison/settings", "lost", n=2)
    assert one != other


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "ingen väg dit har med allt som krävs"),
        ("nb", "ingen vei dit"),
        ("en", "no path to it has all"),
    ],
)
def test_where_boxes_need_all_no_sentence_says_that_there_is_no_path(language, said):
    chain = b"nyttokedja: 1\ntitle: T\nchanges:\n  a: {leads_to: x}\n  b: {leads_to: x}\neffects:\n"
    chain += b"  x: {needs_all: true, leads_to: n}\nbenefits: {n: N}\n"
    comparison = struck(check(chain, "k.yaml"), frozenset({"b"}))
    (fallen,) = comparison.consequences
    words = ComparisonWords(language)
    assert said in words.consequence(fallen, struck=True)
    assert said.split()[0] in words.consequence(fallen)
