"""Which findings are told together, and in what words."""

import json
import re

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.outcome import summed_up
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table
from nyttokedja.model.findings import Finding, Mention, Place
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings import FORMATS, reporter
from nyttokedja.reports.findings.groups import Group, groups
from tests.reports.findings.told import SETTING, report

WORDS = {
    "sv": {"stage: plan": "skede: plan", "title": "rubrik", "benefits": "nyttor", "changes": "förändringar"},
    "nb": {"stage: plan": "fase: plan", "title": "tittel", "benefits": "gevinster", "changes": "endringer"},
    "en": {},
}


def plan(n, more="", language="sv", lacking=None):
    """A plan with so many benefits, of which so many lack an owner: all, if nothing is said."""
    lines = ["nyttokedja: 1", "title: T", "stage: plan", "benefits:"]
    for number in range(n):
        lines += [f"  n{number}:", f"    title: Nytta {number}"]
        lines += ["    owner: Enhetschef"] * (lacking is not None and number >= lacking) + [more] * bool(more)
    text = "\n".join(lines) + "\n"
    for english, word in WORDS[language].items():
        text = text.replace(english, word)
    if language != "en":
        text = text.replace("owner", "ägare" if language == "sv" else "eier")
    return summed_up(check(text.encode(), "a.yaml"))


def told(outcome, code, **how):
    return [group.message for group in groups(outcome, **how) if group.first.code == code]


def test_what_strikes_nearly_every_box_of_a_type_is_told_once():
    assert told(plan(25), "NK401") == [
        "25 av 25 nyttor saknar ägare: Nytta 0, Nytta 1, Nytta 2, Nytta 3 och 21 till."
    ]
    assert told(plan(8, lacking=6), "NK401") == [
        "6 av 8 nyttor saknar ägare: Nytta 0, Nytta 1, Nytta 2, Nytta 3, Nytta 4, Nytta 5."
    ]
    assert len(told(plan(9, lacking=6), "NK401")) == 6
    assert len(told(plan(3), "NK401")) == 3
    assert len(told(plan(4), "NK401")) == 1


def test_verbose_tells_each():
    assert len(told(plan(25), "NK401", verbose=True)) == 25
    text = reporter("text")([plan(25)], SETTING._replace(verbose=True))
    assert text.count("NK401") == 25
    assert reporter("markdown")([plan(25)], SETTING._replace(verbose=True)).count("NK401") == 25


@pytest.mark.parametrize("name", FORMATS)
def test_only_reports_for_people_sum_up(name):
    made = report(name, plan(25))
    n = 1 if name in ("text", "markdown") else 25
    if name in ("json", "sarif", "gitlab", "rdjson"):
        made = json.dumps(json.loads(made), ensure_ascii=False)
        assert made.count("har ingen ägare") >= n
    else:
        assert len(re.findall(r"NK401.*ägare", made)) == n


def test_what_has_to_be_mended_is_counted_each():
    lines = report("text", plan(25)).splitlines()
    assert any("fel" in line and "granskad: 1" in line for line in lines)
    assert "Lika påpekanden är hopslagna: nyttokedja check --verbose visar vart och ett." in lines
    few = report("text", plan(5))
    assert "hopslagna" not in few, "all five are named"


def test_what_a_rule_has_no_words_for_is_told_by_its_first():
    assert told(plan(25, "    kategori: tid"), "NK004") == [
        "Fel värde: 25 av 25 nyttor. ”kategori” kan inte vara ”tid”. Menas ”omfördelning”? "
        "Fler på rad 10, 13, 16, 19 och 20 till."
    ]


def test_what_says_different_things_is_told_apart():
    text = "nyttokedja: 1\nrubrik: T\nskede: plan\nnyttor:\n"
    text += "".join(f"  n{n}: {{kategori: tid{n}}}\n" for n in range(10))
    assert len(told(summed_up(check(text.encode())), "NK004")) == 10


def test_many_at_one_box_are_told_once():
    text = "nyttokedja: 1\nrubrik: T\nskede: plan\nförändringar:\n  f:\n    leder_till: ["
    text += ", ".join(f"n{n}" for n in range(12)) + "]\nnyttor:\n" + "".join(f"  n{n}:\n" for n in range(12))
    assert told(summed_up(check(text.encode())), "NK208") == [
        "12 pilar går direkt från en förändring till en nytta. De går från: F."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sum_is_in_the_language_of_the_chain(language):
    (message,) = told(plan(25, language=language), "NK301")
    assert message.startswith(
        {"sv": "25 av 25 nyttor ", "nb": "25 av 25 gevinster "}.get(language, "25 of 25 benefits ")
    )
    assert "Nytta 0, " in message
    assert "21" in message


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_for_several_name_some_and_say_how_many(language):
    nodes = [Mention(id, id * 3, "benefit", Place()) for id in "abcdefgh"]
    for code, rule in table(language, "findings").items():
        parts = {"": rule, **{name: part for name, part in rule.items() if isinstance(part, dict)}}
        for variant in (name for name, part in parts.items() if "many" in part):
            shown = [{"node": node, "total": 9, "most": 100} for node in nodes]
            found = [
                Finding(code, "x", Severity.ERROR, "a", Place(), each, variant, language=language)
                for each in shown
            ]
            message = Group(found, boxes=8, types=["benefit"], total=9).message
            assert "8" in message, (code, variant)
            assert "aaa, bbb, ccc, ddd" in message, (code, variant)
            assert "4" in message, (code, variant)
            assert "”" not in message, (code, variant)


def test_where_reading_has_stopped_counting_all_of_a_kind_is_told_once():
    text = "nyttokedja: 1\nrubrik: T\nnyttor:\n" + "".join(f"  n{n}: {{titel: A}}\n" for n in range(300))
    made = summed_up(check(text.encode(), "a.yaml"))
    assert len(made.findings) > 200
    assert len(list(groups(made))) == 2
