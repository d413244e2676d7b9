"""Findings in boxes: what is said, how, and what the title block counts."""

from dataclasses import replace

import pytest

from nyttokedja.checking.rules import RULES
from nyttokedja.drawing.content.annotations import SLOTS, Annotation, annotations_of, missing_of
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.model.severity import Severity
from tests.drawing.chains import finding

SV = picture_words("sv")


@pytest.mark.parametrize(
    ("code", "severity", "kind", "text"),
    [
        ("NK401", Severity.ERROR, "missing", "Ägare saknas"),
        ("NK501", Severity.WARNING, "missing", "Indikator saknas"),
        ("NK502", Severity.ERROR, "missing", "Nollmätning saknas"),
        ("NK503", Severity.WARNING, "missing", "Målvärde saknas"),
        ("NK401", Severity.INFO, "soft", "Ägare saknas"),
        ("NK202", Severity.ERROR, "fault", "Ingen väg hit"),
        ("NK003", Severity.ERROR, "remark", "Något i textfilen kunde inte läsas"),
        ("NK999", Severity.ERROR, "fault", "Brist: NK999"),
    ],
)
def test_what_a_box_says(code, severity, kind, text):
    (mark,) = annotations_of([finding(code, "n", severity)], "n", SV).at["n"]
    assert (mark.kind, mark.text) == (kind, text)


@pytest.mark.parametrize("code", ["NK202", "NK509", "NK602", "NK702"])
def test_other_infos_stand_nowhere(code):
    assert annotations_of([finding(code, "n", Severity.INFO)], "n", SV).at == {}


def test_what_is_counted():
    found = [
        finding("NK401", "a"),
        finding("NK401", "a"),
        finding("NK501", "b", Severity.WARNING),
        finding("NK501", "c", Severity.INFO),
        finding("NK201", "a"),
        finding("NK215", "", Severity.WARNING),
    ]
    marks = annotations_of(found, "abc", SV)
    assert (marks.missing, marks.faults) == (3, 1)


def test_red_is_for_faults_of_reasoning_alone():
    found = [finding(code, "a") for code in ("NK202", "NK402", "NK512", "NK703", "NK401")]
    marks = annotations_of(found, "a", SV)
    assert [one.kind for one in marks.at["a"]] == ["fault", "remark", "remark", "remark", "missing"]
    assert (marks.missing, marks.faults, marks.remarks) == (1, 4, 3)


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_all_that_is_missing_in_a_box_is_one_line(language):
    words = picture_words(language)
    found = [finding(code, "a") for code in ("NK401", "NK407", "NK501")]
    found += [finding("NK404", "a", Severity.INFO)]
    marks = annotations_of(found, "a", words).at["a"]
    assert (missing_of(marks, "missing", words), missing_of(marks, "soft", words)) == {
        "sv": ("Saknas: ägare, åtgärd, indikator", "Saknas: användning"),
        "nb": ("Mangler: eier, tiltak, indikator", "Mangler: bruk"),
        "en": ("Missing: owner, action, indicator", "Missing: use"),
    }[language]


def test_an_accepted_finding_is_said_so_and_counted_apart():
    marks = annotations_of([replace(finding("NK401", "a"), accepted=True)], "a", SV)
    assert marks.at == {"a": (Annotation("accepted", "Ägare saknas – godtaget", "owner"),)}
    assert (marks.missing, marks.faults, marks.accepted) == (0, 0, 1)


def test_every_slot_has_words():
    for code in (code for code, row in SLOTS.items() if row != "rest"):
        assert SV.has("missing", code) or SV.has("faults", code)


@pytest.mark.parametrize(
    ("code", "variant", "text"),
    [
        ("NK101", "", "Pekar på något som inte finns"),
        ("NK101", "meant", "Felstavat namn på en annan ruta"),
        ("NK215", "both", "Alternativ A och B saknas"),
        ("NK215", "new", "Alternativ B saknas"),
    ],
)
def test_a_variant_has_its_own_words(code, variant, text):
    (mark,) = annotations_of([finding(code, "n", variant=variant)], "n", SV).at["n"]
    assert mark.text == text


def test_what_is_found_at_no_box_is_of_the_whole_chain():
    found = [finding("NK213"), finding("NK003", "about"), finding("NK003", "notes"), finding("NK003", "n")]
    marks = annotations_of(found, "n", SV)
    assert [mark.text for mark in marks.whole] == [
        "Inga konsekvenskostnader, hinder eller risker", "Något i textfilen kunde inte läsas",
    ]  # fmt: skip
    assert marks.faults == len(marks.whole) + len(marks.at["n"]) == 3


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_no_rule_is_said_as_a_code(language):
    words = picture_words(language)
    for rule in RULES:
        if rule.code not in ("NK001", "NK007") and max(rule.severities.values()) > Severity.INFO:
            assert words.has("missing", rule.code) or words.has("faults", rule.code), rule.code


def test_the_languages_say_the_same():
    for section in ("missing", "faults"):
        assert picture_words("nb").table[section].keys() == SV.table[section].keys()
        assert picture_words("en").table[section].keys() == SV.table[section].keys()
