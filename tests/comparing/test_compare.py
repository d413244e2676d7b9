"""What a change of a chain is: facts, boxes, arrows, doubts and findings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.comparing import Kind, Weight, compare
from nyttokedja.editing.formatting import formatted
from nyttokedja.language.schema import canonical
from nyttokedja.writing.chain_file import to_yaml
from tests.comparing.sides import HEAD, compared, side
from tests.writing.test_chain_file import of

BASE = """\
om: {syfte: Trygghet}
förändringar:
  f:
    rubrik: Förändring
    leder_till: [{till: a, eftersom: Så är det}, b]
    åtgärder: [{vad: Öva, vem: Chef}]
effekter: {a: {rubrik: Färre besök, leder_till: n}, b: {rubrik: Mer tid, leder_till: n}}
nyttor:
  n:
    rubrik: Nyttan
    ägare: Chef
    kategori: kvalitet
    indikatorer:
      i: {rubrik: Tid, målvärde: {värde: 60, datum: 2027-06}, mätningar: {2027-01: {värde: 30}}}
mål: {m: {rubrik: Målet, beslutat_i: Planen}}
hinder: {h: {rubrik: Stopp, hindrar: f -> a}}
undantag: [{regel: NK501, gäller: m, varför: Sen, beslutat_av: Chef}]
lappar: [En lapp]
"""


def facts(comparison):
    for change in comparison.nodes:
        for field in change.fields:
            yield change.node.id, ".".join(field.path), field.before, field.after, field.weight.word
    for change in comparison.arrows:
        for field in change.fields:
            yield "->".join(change.ends), ".".join(field.path), field.before, field.after, field.weight.word
    for field in comparison.fields:
        yield "", ".".join(field.path), field.before, field.after, field.weight.word


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("rubrik: Nyttan", "rubrik: Nyttan nu", ("n", "title", "Nyttan", "Nyttan nu", "wording")),
        ("rubrik: Nyttan", "rubrik: Vinsten", ("n", "title", "Nyttan", "Vinsten", "reasoning")),
        ("rubrik: Målet", "rubrik: Målet nu", ("m", "title", "Målet", "Målet nu", "reasoning")),
        ("rubrik: Mer tid", "rubrik: Färre besök", ("b", "title", "Mer tid", "Färre besök", "reasoning")),
        ("vad: Öva, vem: Chef", "vad: Öva, vem: Öva", ("f", "actions.Öva.who", "Chef", "Öva", "detail")),
        ("ägare: Chef", "ägare: Annan", ("n", "owner", "Chef", "Annan", "detail")),
        ("    ägare: Chef\n", "", ("n", "owner", "Chef", None, "detail")),
        ("kategori: kvalitet", "kategori: miljö", ("n", "category", "quality", "environment", "reasoning")),
        ("värde: 60", "värde: 70", ("n", "indicators.i.target.value", 60, 70, "reasoning")),
        (
            "datum: 2027-06",
            "datum: 2027-07",
            ("n", "indicators.i.target.date", "2027-06", "2027-07", "reasoning"),
        ),
        ("värde: 30", "värde: 35", ("n", "indicators.i.measurements.2027-01.value", 30, 35, "detail")),
        ("rubrik: Tid", "rubrik: Tiden", ("n", "indicators.i.title", "Tid", "Tiden", "detail")),
        ("vem: Chef", "vem: Annan", ("f", "actions.Öva.who", "Chef", "Annan", "detail")),
        ("eftersom: Så är det", "eftersom: Nej", ("f->a", "because", "Så är det", "Nej", "wording")),
        ("eftersom: Så är det", "underlag: Så är det", ("f->a", "evidence", None, "Så är det", "reasoning")),
        (
            "beslutat_i: Planen",
            "beslutat_i: Budgeten",
            ("m", "adopted_in", "Planen", "Budgeten", "reasoning"),
        ),
        ("hindrar: f -> a", "hindrar: f -> b", ("h", "hinders.f -> b", None, True, "reasoning")),
        ("varför: Sen", "varför: Nu", ("", "accepted.NK501 m.why", "Sen", "Nu", "reasoning")),
        ("syfte: Trygghet", "syfte: Ro", ("", "about.purpose", "Trygghet", "Ro", "wording")),
        ("[En lapp]", "[En lapp, Två]", ("", "notes.Två", None, True, "wording")),
        ("[En lapp]", "[En lapp, En lapp]", ("", "notes.En lapp (2)", None, True, "wording")),
    ],
)
def test_every_fact_is_compared_and_weighed(old, new, expected):
    comparison = compared(BASE, BASE.replace(old, new))
    assert expected in set(facts(comparison))
    assert comparison.weight.word == expected[-1]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("lappar:", "kostnader: {k: Kostnad}\nlappar:", ("node", "added", "k")),
        ("mål: {m: {rubrik: Målet, beslutat_i: Planen}}\n", "", ("node", "removed", "m")),
        ("leder_till: n}, b:", "leder_till: [n, b]}, b:", ("arrow", "added", "a->b")),
        ("det}, b]", "det}]", ("arrow", "removed", "f->b")),
    ],
)
def test_boxes_and_arrows_come_and_go(old, new, kind):
    there, back = compared(BASE, BASE.replace(old, new)), compared(BASE.replace(old, new), BASE)
    mirror = {"added": "removed", "removed": "added"}
    for comparison, expected in ((there, kind), (back, (kind[0], mirror[kind[1]], kind[2]))):
        changes = [("node", c.kind.value, c.node.id) for c in comparison.nodes]
        changes += [("arrow", c.kind.value, "->".join(c.ends)) for c in comparison.arrows]
        assert expected in changes
        assert comparison.weight is Weight.REASONING


def test_another_type_is_a_change_of_the_same_box():
    (change,) = compared(
        BASE, BASE.replace("mål: {m: {rubrik: Målet, beslutat_i: Planen}}", "kostnader: {m: Målet}")
    ).nodes
    assert (change.kind, change.weight) == (Kind.CHANGED, Weight.REASONING)


@pytest.mark.parametrize(
    "other",
    [
        BASE.replace(
            "effekter: {a: {rubrik: Färre besök, leder_till: n}, b:",
            "effekter:\n  a:\n    leder_till: [n]\n    rubrik: 'Färre besök'\n  b:",
        ).replace("Mer tid, leder_till: n}}", "Mer tid, leder_till: {till: n}}"),
        BASE.replace("rubrik", "title").replace("nyttor", "benefits").replace("leder_till", "leads_to"),
        "\n# en kommentar\n".join(BASE.split("\n", 1)),
        BASE.replace("mål: {m", "mål: { m").replace("\n", "\r\n"),
        BASE.removeprefix("om: {syfte: Trygghet}\n") + "om: {syfte: Trygghet}\n",
        BASE.replace("hindrar: f -> a", "hindrar: [f->a]"),
    ],
    ids=["long form", "other keys", "moved", "line ends", "reordered", "list"],
)
def test_another_way_to_write_the_same_is_no_change(other):
    comparison = compared(BASE, other)
    assert list(facts(comparison)) == []
    assert comparison.weight is Weight.NONE
    assert comparison.nodes == comparison.arrows == comparison.consequences == comparison.doubts == ()
    assert (comparison.findings.new, comparison.findings.gone) == ((), ())


@given(of(canonical()), st.sampled_from(["sv", "nb", "en"]))
def test_a_chain_does_not_differ_from_itself_however_it_is_written(data, language):
    data.pop("language", None)
    one, other = to_yaml({**data, "language": "sv"}, "en"), to_yaml({**data, "language": "sv"}, language)
    comparison = compare(check(one.encode()), check(formatted(other.encode()).after))
    assert comparison.weight is Weight.NONE, comparison
    assert comparison.consequences == comparison.doubts == ()
    assert comparison.findings.new == comparison.findings.gone == comparison.findings.moved == ()


@given(of(canonical()), of(canonical()))
def test_the_other_way_round_is_the_mirror(one, other):
    before, after = (check(to_yaml(data, "en").encode()) for data in (one, other))
    there, back = compare(before, after), compare(after, before)
    mirror = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.CHANGED: Kind.CHANGED}
    assert there.renamed == {new: old for old, new in back.renamed.items()}
    assert {(mirror[c.kind], c.before and c.before.id, c.after and c.after.id) for c in there.nodes} == {
        (c.kind, c.after and c.after.id, c.before and c.before.id) for c in back.nodes
    }
    found = (*there.findings.new, *there.findings.gone)
    if not any(
        finding.code < "NK2" for finding in found
    ):  # what comes broken weighs, what is mended does not
        assert there.weight is back.weight
    assert len(there.findings.new) == len(back.findings.gone)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aa bb", "Aa bbc"), ("Aa bbc", "Aa bb")],
)
def test_words_that_another_box_had_weigh_the_same_both_ways(one, other):
    before = f"effekter: {{x: {one}, y: {other}}}\n"
    after = f"effekter: {{x: {other}, y: {other}d}}\n"
    there, back = compared(before, after), compared(after, before)
    assert there.weight is back.weight is Weight.REASONING


@pytest.mark.parametrize(
    "written",
    [
        "rubrik: >\n      Frigjord\n      tid",
        "rubrik: |\n      Frigjord tid",
        "rubrik: Frigjord\u00a0tid",
        "rubrik: Frigjord  tid",
        "rubrik: Fri\u200bgjord tid",
        'rubrik: "Frigjord \\u200Btid "',
        "rubrik: Fri\u00adgjord tid",
    ],
)
def test_what_nobody_sees_is_no_change(written):
    before = "nyttor:\n  n:\n    rubrik: Frigjord tid\n    leder_till: m\nmål: {m: Mål}\n"
    after = before.replace("rubrik: Frigjord tid", written)
    for comparison in (compared(before, after), compared(after, before)):
        assert comparison.weight is Weight.NONE
        assert comparison.nodes == comparison.arrows == comparison.doubts == ()


def test_arrows_at_a_box_with_other_words_are_to_be_examined_again():
    doubts = compared(BASE, BASE.replace("rubrik: Färre besök", "rubrik: Inga besök")).doubts
    assert [(d.source.id, d.target.id, [n.id for n in d.reworded]) for d in doubts] == [
        ("f", "a", ["a"]),
        ("a", "n", ["a"]),
    ]
    assert compared(BASE, BASE.replace("ägare: Chef", "ägare: Annan")).doubts == ()
    both = BASE.replace("rubrik: Färre besök", "rubrik: Inga besök").replace("Nyttan", "Vinsten")
    assert [n.id for n in compared(BASE, both).doubts[1].reworded] == ["a", "n"]


def test_a_new_arrow_is_judged_on_the_words_of_now():
    after = BASE.replace("rubrik: Färre besök", "rubrik: Inga besök").replace(
        "leder_till: n}, b", "leder_till: m}, b"
    )
    assert [(d.source.id, d.target.id) for d in compared(BASE, after).doubts] == [("f", "a")]


def test_findings_are_new_gone_and_moved():
    lost = compared(BASE, BASE.replace("    ägare: Chef\n", "")).findings
    assert [f.code for f in lost.new if f.code == "NK401"] == ["NK401"]
    assert compared(BASE.replace("    ägare: Chef\n", ""), BASE).findings.gone[0].code == "NK401"
    before = BASE.replace("beslutat_i: Planen", "ägare: Chef")
    moved = compared(before + "kostnader: {k: Kostnad}\n", before).findings
    assert moved.moved == ()
    # a dead end that now is another box
    one = "förändringar: {f: {leder_till: a}}\neffekter: {a: {leder_till: b}, b: B, c: {leder_till: a}}\n"
    other = one.replace("b: B, c: {leder_till: a}", "b: {leder_till: c}, c: C")
    ((was, to),) = compared(one, other).findings.moved
    assert (was.code, was.node, to.node) == ("NK206", "b", "c")


def test_what_is_accepted_is_no_finding():
    accepted = BASE.replace("regel: NK501", "regel: NK401").replace("gäller: m", "gäller: n")
    after = accepted.replace("    ägare: Chef\n", "")
    assert "NK401" not in {f.code for f in compared(accepted, after).findings.new}


def test_a_chain_that_is_new_or_gone_is_compared_with_nothing():
    new, gone = compare(None, side(BASE)), compare(side(BASE), None)
    assert {c.kind for c in new.nodes} == {Kind.ADDED}
    assert {c.kind for c in gone.nodes} == {Kind.REMOVED}
    assert len(new.nodes) == len(gone.nodes) == 6
    assert new.weight is gone.weight is Weight.REASONING
    assert {c.effect.value for c in gone.consequences} == {"gone"}


def test_a_side_that_cannot_be_read_is_said_and_nothing_is_compared():
    broken = check((HEAD + "nyttor: [").encode(), "a.yaml")
    for comparison in (compare(broken, side(BASE)), compare(side(BASE), broken)):
        assert comparison.unread == (broken,)
        assert comparison.nodes == ()
        assert comparison.weight is Weight.REASONING
