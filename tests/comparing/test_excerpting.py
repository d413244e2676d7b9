"""A part of a chain is a chain: what it holds, what is judged by the whole, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.comparing.excerpting import excerpted
from nyttokedja.errors import CannotDraw
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.model.picture_settings import PictureSettings
from nyttokedja.reports.twin.passages import forwards
from tests.reports.twin.test_passages import graphs
from tests.reports.twin.told import checked_of

CHAIN = """nyttokedja: 1
rubrik: Prov
skede: plan
förändringar:
  c: {rubrik: Förändring, ägare: Chef, leder_till: a}
effekter:
  a: {rubrik: A, etiketter: [hälsa], leder_till: [b, x]}
  b: {rubrik: B, beteende: ja, leder_till: n}
  x: {rubrik: X, leder_till: m}
nyttor:
  n: {rubrik: Nytta, kategori: kvalitet, perspektiv: invånare, ägare: Enhetschef, leder_till: g}
  m: {rubrik: Mer, kategori: miljö, perspektiv: samhället, ägare: enhetschef}
mål:
  g: {rubrik: Mål}
hinder:
  h: {rubrik: Hinder, hindrar: b}
  p: {rubrik: Vid pilen, hindrar: a -> x}
förutsättningar:
  f: {rubrik: Först, behövs_för: c, vem: Chef}
kostnader:
  k: {rubrik: Kostnad, behövs_för: c}
lappar: [Lös]
"""


@pytest.fixture(scope="module")
def checked():
    return check(CHAIN.encode(), "a.yaml")


def part(checked, **settings):
    return excerpted(checked, PictureSettings(**settings))


def kept(checked, **settings):
    return {node.id for node in part(checked, **settings).chain.nodes}


def test_without_a_wish_it_is_the_whole(checked):
    assert excerpted(checked, PictureSettings(theme="dark", hops=1)) is checked


@pytest.mark.parametrize(
    ("focus", "hops", "ids"),
    [
        ("b", 0, "b h"),
        ("b", 1, "a b n h"),
        ("b", 2, "c a b n g h f k"),
        ("c", 1, "c a f k"),
        ("h", 1, "a b n h"),
        ("p", 0, "a x p"),
        ("B", 1, "a b n h"),
    ],
)
def test_near_a_box_is_what_leads_there_and_what_follows_with_what_stands_in_its_way(
    checked, focus, hops, ids
):
    assert kept(checked, focus=focus, hops=hops) == set(ids.split())


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (["owner=Enhetschef"], "n m"),
        (["owner=ENHETSCHEF", "category=quality"], "n"),
        (["category=Kvalitet"], "n"),
        (["category=kvalitet", "category=environment"], "n m"),
        (["perspective=Invånare"], "n"),
        (["perspective=innbyggere"], "n"),
        (["tag=hälsa"], "a"),
        (["type=benefit"], "n m"),
        (["type=Nyttor"], "n m"),
        (["type=beteende"], "b"),
        (["type=effect"], "a b x"),
        (["type=Hinder"], "h b p a x"),
        (["type=effect", "tag=hälsa"], "a"),
    ],
)
def test_only_boxes_that_fit_all_that_is_asked_for(checked, only, ids):
    assert kept(checked, only=tuple(only)) == set(ids.split())


def test_what_is_near_and_fits(checked):
    assert kept(checked, focus="n", hops=9, only=("type=effect",)) == {"a", "b"}


def test_arrows_are_those_between_what_is_shown_and_none_is_made_up(checked):
    made = part(checked, only=("type=change", "type=benefit"))
    assert {node.id for node in made.chain.nodes} == {"c", "n", "m"}
    assert made.graph.arrows == ()
    assert (made.excerpt.boxes, made.excerpt.arrows) == (3, 0)
    assert len(made.excerpt.whole.arrows) == 6


def test_findings_are_those_of_the_boxes_shown_as_the_whole_was_judged(checked):
    made = part(checked, focus="n", hops=1)
    assert made.findings
    assert all(finding.node in {"b", "n", "g", "h"} for finding in made.findings)
    assert made.excerpt.whole is checked.graph
    assert made.chain.notes == ()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"focus": "nytt"}, "nytt"),
        ({"focus": "alldeles annat"}, "There is no box called alldeles annat."),
        ({"only": ("category=finansiell",)}, "There are: quality, environment."),
        ({"only": ("owner=Enhetschefen",)}, "There are: Chef, Enhetschef"),
        ({"only": ("colour=red",)}, "KEY is one of owner, category"),
        ({"only": ("tag=",)}, "KEY is one of owner, category"),
    ],
)
def test_what_is_not_there_is_said(checked, settings, said):
    with pytest.raises(CannotDraw, match=said):
        part(checked, **settings)


@given(graphs(), st.integers(0, 4), st.data())
def test_every_arrow_between_two_boxes_shown_is_shown_and_no_other(made, hops, data):
    if not made.nodes:
        return
    whole = checked_of(made.chain)
    focus = data.draw(st.sampled_from(sorted(made.nodes)))
    shown = excerpted(whole, PictureSettings(focus=focus, hops=hops))
    ids = {node.id for node in shown.chain.nodes}
    assert focus in ids
    ends = {arrow.ends for arrow in made.arrows if ids.issuperset(arrow.ends)}
    assert {arrow.ends for arrow in shown.graph.arrows} == ends
    assert forwards(shown.graph).passages or not ends


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_is_known_by_its_word_in_every_language(checked, language):
    from nyttokedja.language.texts import texts

    for kind in ("benefit", "change", "effect", "goal", "obstacle", "precondition", "cost"):
        for word in (texts(language).word("type", kind), texts(language).word("types", kind)):
            assert kept(checked, only=(f"type={word}",)) == kept(checked, only=(f"type={kind}",)), word
