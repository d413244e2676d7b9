import pytest

from nyttokedja.checking.check import check
from nyttokedja.model.chain import NodeType
from nyttokedja.model.stage import Stage


def chain(text):
    return check(("nyttokedja: 1\nrubrik: x\n" + text).encode()).chain


def node(text, section="nyttor"):
    return chain(f"{section}:\n  en_ruta:{text}\n").nodes[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", "En ruta"),
        (" Frigjord tid", "Frigjord tid"),
        ("\n    rubrik: Frigjord tid", "Frigjord tid"),
        (" {}", "En ruta"),
    ],
)
def test_the_short_forms_of_a_node_are_the_same_as_a_mapping(text, title):
    assert node(text).title == title
    assert node(text).type is NodeType.BENEFIT


@pytest.mark.parametrize(
    "text",
    [
        " {leder_till: b}",
        " {leder_till: [b]}",
        " {leder_till: {till: b}}",
        "\n    leder_till:\n      - till: b",
    ],
)
def test_the_short_forms_of_an_arrow_are_the_same(text):
    (link,) = node(text).links
    assert (link.source, link.target, link.strength) == ("en_ruta", "b", "")


def test_every_field_of_a_node_is_read():
    found = node(
        """
    rubrik: R
    beskrivning: B
    etiketter: [e1, e2]
    ursprung: U
    osäkert: O
    ägare: Ä
    när: 2027-Q3
    kategori: kvalitet
    perspektiv: invånare
    berör: Be
    storlek: liten
    storlek_eftersom: S
    används_till: A
    effektmål: ja
    vid_sidan: ja
    åtgärder: [Först, {vad: Sedan, vem: Alla, senast: 2027-03}]
    leder_till: {till: b, eftersom: E, underlag: Un, koppling: begränsad}
    indikatorer:
      ett_mått:
        enhet: st
        bättre: lägre
        nollmätning: {värde: 4.5, datum: 2026, datakälla: D}
        målvärde: 2
        datakälla: Da
        hur_ofta: kvartal
        mäts_av: M
        följs_upp_av: F
        mätningar: {2027-06-30: 3, 2027-09-30: {värde: 2.5, kommentar: K, bedömning: Bd, åtgärd: Å}}
"""
    )
    assert (found.title, found.text, found.tags, found.origin) == ("R", "B", ("e1", "e2"), "U")
    assert (found.uncertain, found.owner, found.when.written) == ("O", "Ä", "2027-Q3")
    assert (found.category, found.perspective, found.receiver) == ("quality", "residents", "Be")
    assert (found.size, found.size_because, found.use) == ("small", "S", "A")
    assert found.effect_goal
    assert found.beside
    assert [(a.what, a.who, a.due and a.due.written) for a in found.actions] == [
        ("Först", "", None),
        ("Sedan", "Alla", "2027-03"),
    ]
    (link,) = found.links
    assert (link.because, link.evidence, link.strength) == ("E", "Un", "limited")
    (measure,) = found.indicators
    assert (measure.id, measure.title, measure.unit, measure.better) == (
        "ett_mått",
        "Ett mått",
        "st",
        "lower",
    )
    assert (measure.baseline.value, measure.baseline.date.written, measure.baseline.source) == (
        4.5,
        "2026",
        "D",
    )
    assert (measure.target.value, measure.target.date) == (2.0, None)
    assert (measure.source, measure.every, measure.measured_by, measure.judged_by) == (
        "Da",
        "quarter",
        "M",
        "F",
    )
    first, second = measure.measurements
    assert (first.date.written, first.value) == ("2027-06-30", 3.0)
    assert (second.value, second.comment, second.judgement, second.action) == (2.5, "K", "Bd", "Å")


@pytest.mark.parametrize(
    ("text", "section", "field", "value"),
    [
        ("{kräver: K}", "möjligheter", "requires", "K"),
        ("{följd: F}", "risker", "consequence", "F"),
        ("{beslutat_i: B}", "mål", "adopted_in", "B"),
        ("{tidsprofil: löpande}", "kostnader", "timing", "running"),
        ("{vem: V}", "förutsättningar", "who", "V"),
        ("{uppfylld: nej}", "förutsättningar", "met", False),
        ("{beteende: ja}", "effekter", "kind", "behaviour"),
    ],
)
def test_what_only_some_types_have(text, section, field, value):
    assert getattr(node(f" {text}", section), field) == value


def test_pointers_name_a_node_or_an_arrow():
    risk = node(" {hindrar: [a, b -> c], vid: b→c}", "risker")
    assert [(r.source, r.target, r.written) for r in risk.hinders] == [(None, "a", "a"), ("b", "c", "b -> c")]
    assert [r.written for r in risk.at] == ["b -> c"]


def test_what_a_whole_chain_says():
    found = chain(
        """skede: plan
om:
  organisation: O
  jämförelse: {a: Nu, b: Ny}
  perspektiv: {invånare: Brukare}
  tidshorisont: 6
risker: inga
hinder:
nyttor: {a: A}
mål: {a: B}
lappar: [L, {beskrivning: M, ursprung: W}]
undantag: [{regel: NK501, gäller: [a, a -> b], varför: V, beslutat_av: C, till_och_med: 2027}]
"""
    )
    assert found.stage is Stage.PLAN
    assert (found.about.organisation, found.about.now, found.about.new, found.about.horizon) == (
        "O",
        "Nu",
        "Ny",
        6.0,
    )
    assert found.about.perspectives == {"residents": "Brukare"}
    assert found.none == {NodeType.RISK}
    assert [n.title for n in found.nodes] == ["A"]
    assert [n.title for n in found.doubled] == ["B"]
    assert [(n.text, n.origin) for n in found.notes] == [("L", ""), ("M", "W")]
    (decision,) = found.accepted
    assert (decision.rule, [r.written for r in decision.at]) == ("NK501", ["a", "a -> b"])
    assert (decision.why, decision.decided_by, decision.until.written) == ("V", "C", "2027")


def test_a_chain_without_a_stage_is_an_analysis_and_a_reference_analysis_stays_one():
    assert chain("").stage is Stage.ANALYSIS
    assert chain("skede: plan\nreferensanalys: ja\n").stage is Stage.ANALYSIS


def test_a_node_that_lost_a_part_is_marked():
    first, second = chain("nyttor: {a: {ägre: x}, b: y}\n").nodes
    assert first.faulty
    assert not second.faulty
