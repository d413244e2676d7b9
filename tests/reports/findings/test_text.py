"""Findings as lines for a terminal."""

import pytest

from nyttokedja.checking.outcome import Mended, Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Place
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings.text import failure_sentence, outcome_lines, safe_file_name, summary_lines
from nyttokedja.reports.text_style import TextStyle

from .told import CRASHED, MISSING, finding, fix, outcome, report


def test_text_is_what_a_person_would_have_read():
    assert report("text", outcome(finding()), MISSING) == (
        "nej.yaml går inte att öppna: den finns inte.\n"
        "\n"
        "a.yaml:5:3 NK401 fel: Nyttan ”Ökad trygghet” har ingen ägare.\n"
        "    → Vem i linjen tar hem nyttan? Skriv rollen: ”ägare: Enhetschef …”.\n"
        "\n"
        "1 effektkedja granskad: 1 fel.\n"
    )


def marked(text, role):
    return f"<{role}>{text}"


def lines_of(*findings, **style):
    return list(outcome_lines(outcome(*findings), TextStyle(**style)))


def test_the_source_line_stands_under_its_finding_with_carets():
    assert lines_of(finding(), paint=marked, source=True) == [
        "<place>a.yaml:5:3 NK401 <error>fel: Nyttan ”Ökad trygghet” har ingen ägare.",
        "<soft>     5 │   å👩tryggt: Ökad trygghet",
        "<soft>       │   <error>^^^^^^^^^",
        "    <soft>→ Vem i linjen tar hem nyttan? Skriv rollen: ”ägare: Enhetschef …”.",
    ]
    assert len(lines_of(finding(place=Place(50, 1, 50, 2)), source=True)) == 2


def source_lines(line, place, width):
    one = outcome(finding(place=place))
    shown = list(outcome_lines(one._replace(lines={5: line}), TextStyle(source=True, width=width)))
    return [
        text.removeprefix(f"{number} │ ")
        for text, number in zip(shown[1:3], ("     5", "      "), strict=True)
    ]


@pytest.mark.parametrize(
    ("place", "width", "shown", "carets"),
    [
        # a third of the width stands before the place, where there is as much
        (Place(5, 151, 5, 154), 60, f"{'x' * 16}mål{'y' * 29}", f"{' ' * 16}^^^"),
        (Place(5, 5, 5, 6), 60, "x" * 48, f"{' ' * 4}^"),
        (Place(5, 250, 5, 254), 60, "y" * 48, f"{' ' * 44}^^^^"),
        (Place(5, 151, 5, 254), 60, f"{'x' * 16}mål{'y' * 29}", f"{' ' * 16}{'^' * 32}"),
        # a place over several lines is marked to the end of its first one, an empty one with one caret
        (Place(5, 249, 6, 2), 60, "y" * 48, f"{' ' * 43}{'^' * 5}"),
        (Place(5, 151, 5, 151), 60, f"{'x' * 16}mål{'y' * 29}", f"{' ' * 16}^"),
        (Place(5, 151, 5, 154), 10, f"{'x' * 6}mål{'y' * 11}", f"{' ' * 6}^^^"),
    ],
)
def test_a_long_line_is_cut_round_its_place(place, width, shown, carets):
    assert source_lines(f"{'x' * 150}mål{'y' * 100}", place, width) == [shown, carets]


def test_carets_are_as_wide_as_what_they_mark():
    assert source_lines("漢字e\u0301x", Place(5, 2, 5, 5), 60) == ["漢字e\u0301x", "  ^^^"]


def test_accepted_findings_come_last_with_their_reason_where_they_are_wanted():
    found = (finding(accepted=True, why="Så"), finding(accepted=True), finding(severity=Severity.WARNING))
    assert len(lines_of(*found)) == 2
    assert lines_of(*found, accepted=True, paint=marked)[2:] == [
        "<place>a.yaml:5:3 NK401 <soft>godtaget: Nyttan ”Ökad trygghet” har ingen ägare.",
        "    <soft>→ Godtaget: Så",
        "<place>a.yaml:5:3 NK401 <soft>godtaget: Nyttan ”Ökad trygghet” har ingen ägare.",
    ]


def infos(n, **more):
    return [finding(title, Severity.INFO, node=title, **more) for title in "abcdef"[:n]]


def test_infos_of_a_rule_are_summed_up_after_the_rest():
    found = lines_of(*infos(2), finding())
    assert [line for line in found if "NK401" in line] == [
        "a.yaml:5:3 NK401 fel: Nyttan ”Ökad trygghet” har ingen ägare.",
        "a.yaml:5:3 NK401 upplysning: 2 av ”total” nyttor saknar ägare: a, b.",
    ]
    assert "Nyttan ”a” har ingen ägare." in lines_of(*infos(1))[0]


def summed(*outcomes, **style):
    return list(summary_lines(outcomes, texts("sv"), TextStyle(paint=marked, **style)))


def test_the_summary_counts_what_was_said_and_tells_what_was_assumed():
    skipped = [Outcome(name, is_chain=False) for name in "cde"]
    settings = Outcome(".nyttokedja.toml", is_chain=False, settings=True)
    outside = Outcome("l", is_chain=False, outside=True)
    outcomes = (
        outcome(finding(fix=fix(((1, 1, 1, 1), "x")))),
        outcome(finding(fix=fix(((1, 1, 1, 1), "x")), accepted=True), name="b.yaml", stage_said=False),
        outcome(name="-", complete=False, known=2),
        MISSING,
        settings,
        outside,
        *skipped,
    )
    first = [
        "3 effektkedjor granskade: 1 fel.",
        "<soft>1 påpekande kan rättas automatiskt: kör nyttokedja check --fix.",
    ]
    middle = [
        "<soft>b.yaml säger inget skede, så analys antas.",
        "<soft>Hur kedjan hänger ihop granskas när felen i den är rättade.",
    ]
    known = "<soft>2 påpekanden fanns sedan tidigare och visas inte."
    link = "<soft>Hoppade över l: det är en länk ut ur mappen."
    told = summed(*outcomes)
    assert told[:2] == first
    assert told[2] == middle[0]
    assert told[4:] == [
        "<soft>1 påpekande är godtaget i kedjan och visas inte.",
        known,
        "<soft>Hoppade över c, d och e: de börjar inte med ”nyttokedja: 1”.",
        link,
    ]
    told = summed(*outcomes, Outcome("f", is_chain=False), accepted=True)
    assert told[4:] == [
        "<soft>1 påpekande är godtaget i kedjan.",
        known,
        "<soft>4 andra YAML-filer hoppades över: de börjar inte med ”nyttokedja: 1”.",
        link,
    ]


def test_the_summary_of_a_run_without_grave_findings_is_good():
    assert summed(outcome(finding(severity=Severity.INFO))) == [
        "<good>1 effektkedja granskad: inga fel och inga varningar. 1 upplysning."
    ]
    assert summed(outcome()) == ["<good>1 effektkedja granskad: inga fel och inga varningar."]
    assert summed(outcome(finding(severity=Severity.WARNING))) == ["1 effektkedja granskad: 1 varning."]
    assert summed(MISSING) == []


def test_the_summary_tells_what_was_fixed_and_what_could_not_be():
    left = outcome(finding(fix=fix(((1, 1, 1, 1), "x"))), mended=Mended(b"", b"x", 3))
    assert summed(left, outcome(mended=Mended(b"", b"", 0))) == [
        "<good>3 fel rättades i 1 fil.",
        "2 effektkedjor granskade: 1 fel.",
        "<soft>1 påpekande rättades inte automatiskt: rättelsen skulle ge ett nytt påpekande. "
        "Rätta det för hand.",
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("-", "-"),
        ("-x", "./-x"),
        ("::a", "./::a"),
        (" ::a", "./ ::a"),
        ("#a", "./#a"),
        ("a-", "a-"),
        ("\x1b", "\\u001b"),
    ],
)
def test_the_name_of_a_file_is_no_command(name, shown):
    assert safe_file_name(name) == shown


def test_a_failure_is_one_sentence():
    assert failure_sentence(MISSING) == "nej.yaml går inte att öppna: den finns inte."
    assert failure_sentence(CRASHED).startswith(
        "krasch.yaml gick inte att granska, för ett fel i nyttokedja: Zero"
    )
    assert failure_sentence(Outcome("-", trouble="x y")) == "Kedjan går inte att öppna: x y."


def test_a_file_with_more_than_a_thousand_findings_is_told_kind_by_kind():
    few = outcome(*(finding(place=Place(n, 1, n, 2)) for n in range(1, 1001)))
    assert sum(line.startswith("a.yaml:") for line in report("text", few).splitlines()) == 1000
    many = outcome(*(finding(place=Place(n, 1, n, 2), id=f"n{n}") for n in range(1, 1208)))
    lines = report("text", many).splitlines()
    assert [line for line in lines if line.startswith("a.yaml:")] == [
        "a.yaml:1:1 NK401 fel: 1207 av ”total” nyttor saknar ägare: "
        "Ökad trygghet, Ökad trygghet, Ökad trygghet, Ökad trygghet och 1203 till."
    ]
    assert "1 effektkedja granskad: 1207 fel." in lines
