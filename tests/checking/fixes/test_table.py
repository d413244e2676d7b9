"""Each kind of finding that has a fix: the line before, and what the fix makes of it."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.fixes.table import FIXES, READ_FIRST, UNDERSTOOD
from tests.checking.fixes.cases import CASES, INDICATOR, LINK, NODE, OTHER_WORDS, STAGES, SV


def fixes(text):
    """The kinds of the findings of a file's form, each with the text that the fix makes; None without one."""
    for finding in check(text.encode()).findings:
        if finding.code < "NK2" or finding.code == "NK811":
            yield (finding.code, finding.variant), finding.fix and mended(text, finding.fix)


def mended(text, fix):
    for span, _, new in reversed(fix.replacements):
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [(kind, *case) for kind, cases in CASES.items() for case in cases],
)
def test_a_fix_changes_what_it_must_and_nothing_else(kind, before, after, ends):
    before, after = (
        (SV + text).replace("\n", ends) if text is not None else None for text in (before, after)
    )
    made = [text for found, text in fixes(before) if found == kind]
    assert set(made) == {after}


@pytest.mark.parametrize(("before", "after"), OTHER_WORDS)
def test_a_fix_writes_the_words_of_the_file(before, after):
    ((_, made),) = fixes(before)
    assert made == after


@pytest.mark.parametrize("word", STAGES)
@pytest.mark.parametrize(
    "head", ["rubrik: A\nskede: {}\n", "tittel: A\nfase: {}\n", "title: A\nlanguage: sv\nstage: {}\n"]
)
def test_a_stage_is_never_changed(head, word):
    text = "nyttokedja: 1\n" + head.format(word)
    found = dict(fixes(text))
    assert {kind for kind in found if kind[0] == "NK004"} <= {("NK004", "meant"), ("NK004", "choice")}
    assert set(found.values()) == {None}


def test_of_two_slips_of_one_arrow_the_first_is_fixed():
    made = [text for _, text in fixes(SV + LINK.format("[okad_trygghet, Okad_trygghet]"))]
    assert made == [SV + LINK.format("[ökad_trygghet, Okad_trygghet]"), None]


def test_an_indicator_and_a_box_of_the_same_name_are_renamed_apart():
    text = SV + "effekter: {e: {leder_till: a b}}\nnyttor: {a b: {rubrik: R, indikatorer: {a b: x}}}\n"
    box = text.replace("leder_till: a b", "leder_till: a_b").replace("nyttor: {a b", "nyttor: {a_b")
    assert [made for _, made in fixes(text)] == [box, text.replace("{a b: x}", "{a_b: x}")]


def test_a_number_that_a_comma_has_cut_is_fixed_once():
    made = [text for _, text in fixes(SV + INDICATOR.format("målvärde: 1 200,5, rubrik: R"))]
    assert made == [None, SV + INDICATOR.format("målvärde: 1200.5, rubrik: R")]


def test_every_kind_has_a_line_that_it_fixes():
    fixed = {kind for kind, cases in CASES.items() if any(after is not None for _, after in cases)}
    elsewhere = {("NK001", "first-line"), ("NK004", "missing")}
    assert set(CASES) == set(FIXES)
    assert fixed | elsewhere == set(FIXES)
    assert set(FIXES) >= UNDERSTOOD | READ_FIRST


def test_a_replacement_says_where_it_is_in_lines_and_columns():
    (finding,) = [f for f in check((SV + NODE.format("ägre: x")).encode()).findings if f.fix]
    (replacement,) = finding.fix.replacements
    assert replacement.place == finding.place == (6, 5, 6, 9)
    assert replacement.text == "ägare"


def test_a_finding_about_what_a_chain_says_has_no_fix():
    text = SV.replace("utkast", "plan") + NODE.format("ägare: Projektledaren") + "effekter: {e: E}\n"
    assert {f.fix for f in check(text.encode()).findings} == {None}


@pytest.mark.parametrize(
    "text", ["utgifter: {a: b}\n", NODE.format("kategori: besparing"), "om: {intressenter: {invånare: b}}\n"]
)
def test_a_word_that_may_mean_something_else_is_left_for_people(text):
    assert {made for kind, made in fixes(SV + text) if kind[1] == "meant"} == {None}
