"""The chains of a run, held against each other: what is found, where, and what is left unsaid."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nyttokedja.checking.across import OVER_FILES, found_across
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.gathering import facts_of
from nyttokedja.checking.rules.together import Where
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table
from nyttokedja.language.texts import texts
from nyttokedja.model.pool import Pool
from nyttokedja.model.severity import Severity
from nyttokedja.reports.rule_pages.examples import checked_examples

POOL = Pool("Hemtjänst", 9000)


def found(files, where=None, **choices):
    """What is found in files of the folder /r, as (file, code, variant), and the findings themselves."""
    config = Config(**choices)
    held = [
        (facts_of(check(text.encode(), name, config)), f"/r/{name}", config) for name, text in files.items()
    ]
    where = where or Where(("/r",), lambda _path, target: target.startswith("/r/"))
    findings = [one for here in found_across(held, where).values() for one in here]
    return [(one.file, one.code, one.variant) for one in findings], findings


def chain(arrow="e", extra="", title="A"):
    changes = f"förändringar:\n  start: {{rubrik: {title} 1, leder_till: {arrow}}}\n"
    return f"nyttokedja: 1\nrubrik: {title}\n{changes}effekter: {{e: Effekt {title}}}\n{extra}"


def claim(hours, title, pool="hemtjänst ", start=2027, horizon=2, extra=""):
    value = f"{{timmar: {hours}, pott: '{pool}'}}"
    benefit = f"nyttor: {{n: {{rubrik: Tid {title}, kategori: omfördelning, värde: {value}}}}}\n"
    return chain("n", f"{benefit}kalkyl: {{startår: {start}, tidshorisont: {horizon}}}\n{extra}", title)


# -- arrows to other chains ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arrow", "variant"),
    [
        ("b.yaml#e", None),
        ("./b.yaml#e", None),
        ("under/../b.yaml#e", None),
        ("under/c.yaml#e", None),
        ("b.yaml#start_", "meant"),
        ("b.yaml#nagot_helt_annat", ""),
        ("bbbb.yaml#e", "file-meant"),
        ("nagot_helt_annat.yaml#e", "file"),
        ("a.yaml#e", "own"),
        ("under/../a.yaml#e", "own"),
        ("../b.yaml#e", "outside"),
        ("under/../../r2/b.yaml#e", "outside"),
    ],
)
def test_an_arrow_is_followed_where_both_chains_are_in_the_run(arrow, variant):
    told, findings = found(
        {
            "a.yaml": chain(arrow),
            "bbb.yaml": chain(title="B"),
            "b.yaml": chain(title="C"),
            "under/c.yaml": chain(title="D"),
        }
    )
    assert told == ([] if variant is None else [("a.yaml", "NK107", variant)])
    for one in findings:
        assert one.severity is (Severity.ERROR if variant == "outside" else Severity.WARNING)
        assert one.place.line == 4
        assert one.place.end_column - one.place.column == len(arrow)


def test_the_nearest_id_and_file_are_said():
    files = {
        "a.yaml": chain("[b.yaml#stat, c_.yaml#e]"),
        "b.yaml": chain(title="B"),
        "c.yaml": chain(title="C"),
    }
    said = [texts("sv").remedy(one) for one in found(files)[1]]
    assert said == ["Skriv start efter #.", "Skriv c.yaml#e"]


def test_an_arrow_is_left_unsaid_where_the_other_chain_is_not_in_the_run():
    assert found({"a.yaml": chain("b.yaml#e")}, Where())[0] == []
    assert found({"a.yaml": chain("b.yaml#e")}, Where(("/annan",)))[0] == []


def test_nothing_is_said_of_a_chain_that_has_lost_boxes_or_of_standard_input():
    broken = chain(title="B") + "nyttor: [1]\n"
    assert not check(broken.encode()).complete
    assert found({"a.yaml": chain("b.yaml#q"), "b.yaml": broken})[0] == []
    facts = facts_of(check(chain("b.yaml#q").encode(), "-"))
    assert found_across([(facts, "", Config())], Where(("/",))) == {}


def test_composed_and_decomposed_names_are_the_same_file():
    assert found({"a.yaml": chain("bo\u0308n.yaml#e"), "b\u00f6n.yaml": chain(title="B")})[0] == []


# -- pools -----------------------------------------------------------------------------------------


def test_a_pool_is_held_against_what_all_chains_count_in_a_calendar_year():
    files = {"a.yaml": claim(4000, "A"), "b.yaml": claim(5001, "B", "HEMTJÄNST", start=2028)}
    told, (one,) = found(files, pools=(POOL,))
    assert told == [("b.yaml", "NK823", "")]
    assert one.particulars["year"] == 2028
    assert (one.particulars["claimed"], one.particulars["hours"]) == (9001, 9000)
    assert one.particulars["chains"] == ("B (5001)", "A (4000)")
    assert one.severity is Severity.ERROR


@pytest.mark.parametrize(
    "other",
    [
        claim(5000, "B", start=2028),  # as many as there are
        claim(9000, "B", start=2029),  # in other years
        claim(9000, "B", pool="en annan"),
        claim(9000, "B", start=1),  # nobody knows in which years
        claim(9000, "B").replace("leder_till: n", "leder_till: e"),  # not expected
    ],
)
def test_what_does_not_come_to_more_than_the_pool_is_not_told(other):
    assert [
        one
        for one in found({"a.yaml": claim(4000, "A"), "b.yaml": other}, pools=(POOL,))[0]
        if one[1] == "NK823"
    ] == []


def test_no_pool_is_told_that_no_settings_know():
    files = {"a.yaml": claim(90000, "A"), "b.yaml": claim(90000, "B")}
    assert found(files)[0] == []
    assert found(files, pools=(Pool("annan", 1),))[0] == []


def test_a_chain_that_counts_on_more_than_the_pool_by_itself_is_told():
    assert found({"a.yaml": claim(9000.4, "A")}, pools=(POOL,))[0] == [("a.yaml", "NK823", "alone")]


def test_hours_are_counted_exactly():
    parts = {f"{n}.yaml": claim("0.1", f"K{n}") for n in range(3)}
    assert found(parts, pools=(Pool("hemtjänst", 0.3),))[0] == []
    claims = [facts_of(check(text.encode())).claims[0] for text in parts.values()]
    assert {dict(one.hours)[2027] for one in claims} == {Decimal("0.1")}


def test_what_a_chain_has_accepted_is_marked_and_the_decision_is_not_idle():
    accepted = "undantag: [{regel: NK823, gäller: n, varför: Delas 2028, beslutat_av: Chef}]\n"
    files = {"a.yaml": claim(9000, "A", extra=accepted), "b.yaml": claim(500, "B")}
    ((one,),) = (found(files, pools=(POOL,))[1],)
    assert one.accepted
    assert "NK901" not in {each.code for each in check(files["a.yaml"].encode()).findings}


# -- the same titles -------------------------------------------------------------------------------


def test_the_same_title_is_told_once_at_the_first_chain():
    same = "nyttor: {n: Frigjord tid}\nmål: {m: Ekonomi i balans}\n"
    files = {
        "a.yaml": chain(extra=same, title="A"),
        "b.yaml": chain(extra=same.replace("Frigjord tid", "frigjord  TID!"), title="B"),
        "c.yaml": chain(extra=same, title="C"),
        "d.yaml": chain(extra="effekter_: 1\nkonsekvenskostnader: {k: Frigjord tid}\n", title="D"),
    }
    told, findings = found(files)
    assert told == [("a.yaml", "NK709", "")]
    assert texts("sv").message(findings[0]) == "Rubriken ”Frigjord tid” finns också i B, C."
    assert findings[0].severity is Severity.INFO


def test_rules_over_files_can_be_turned_off_and_weigh_what_is_chosen():
    files = {"a.yaml": claim(9000, "A"), "b.yaml": claim(9000, "B").replace("Tid B", "Tid A")}
    assert {code for _, code, _ in found(files, pools=(POOL,))[0]} == {"NK709", "NK823"}
    assert {code for _, code, _ in found(files, pools=(POOL,), ignore=frozenset({"NK823"}))[0]} == {"NK709"}
    (one,) = found(files, pools=(POOL,), ignore=frozenset({"NK709"}), severity={"NK823": Severity.INFO})[1]
    assert one.severity is Severity.INFO


# -- all of them -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_variant_of_a_rule_over_files_has_words_and_is_found(language):
    files = {
        "a.yaml": chain("[a.yaml#e, b.yaml#stat, b.yaml#nej, c.yaml#e, bb.yaml#e, ../x.yaml#e]"),
        "b.yaml": claim(9001, "B"),
        "d.yaml": claim(9001, "D", "egen").replace("Tid D", "Tid B"),
        "e.yaml": claim(9001, "E"),
    }
    _, findings = found(files, pools=(POOL, Pool("egen", 1)), language=language)
    told = {(one.code, one.variant) for one in findings}
    said = table(language, "findings")
    known = {
        (rule.code, variant)
        for rule in OVER_FILES
        for variant, held in {"": said[rule.code], **said[rule.code]}.items()
        if isinstance(held, dict)
    }
    assert told == known
    for one in findings:
        sentences = texts(language).message(one), texts(language).remedy(one)
        assert all("{" not in sentence and sentence for sentence in sentences)


def test_alone_a_rule_over_files_finds_nothing():
    for rule in OVER_FILES:
        for shown in checked_examples(rule):
            assert rule.code not in {one.code for one in check(shown.text.encode()).findings}


def test_facts_are_small():
    checked = check(claim(1, "A").encode(), "a.yaml")
    facts = facts_of(checked)
    assert len(facts.titles) == 3
    assert facts_of(replace(checked, chain=None)) is None
