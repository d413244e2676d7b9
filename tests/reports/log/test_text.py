"""The history of a chain as lines for a terminal."""

from dataclasses import replace

import pytest

from nyttokedja.comparing import Weight
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.reports.log.text import LogView, commit_lines, ending_lines, report
from nyttokedja.reports.model import ReportContext
from nyttokedja.versions.log_model import FileLog, LogEntry, LogSentence

from .told import BORN, CHANGED, HISTORY, SAID, STEP

WORDS = ComparisonWords("sv")


def lines(told, **view):
    return list(commit_lines(told, WORDS, LogView(**view)))


def test_a_history_is_told_commit_by_commit():
    assert (
        report(HISTORY, ReportContext("sv"))
        == f"""\
01234567 2026-03-01 Ny pil
  Resonemanget ändras.
  b.yaml hette förut a.yaml.
  Jämfört med fedcba98, den senaste tidigare versionen som gick att läsa.
  Det här gjordes i själva sammanslagningen; ingen av grenarna hade det.
  Delar av filen gick inte att läsa i den här versionen. Det som står där räknas som borta.
    ✗ Följd
    Δ Ändrad
  Dessutom ändras 1 uppgift (a) och 1 formulering (a).

11111111 2026-01-01 {"x" * 99}…
  Kedjan är ny, med 3 rutor och 1 pil.

Det finns äldre historik som inte är hämtad (git fetch --unshallow hämtar den).
"""
    )


def test_a_subject_of_a_hundred_characters_is_whole():
    assert lines(replace(BORN, step=replace(BORN.step, subject="x" * 100)))[0].endswith(f" {'x' * 100}")


def test_everything_is_shown_where_it_is_asked_for():
    assert lines(CHANGED, all=True)[6:] == ["    ✗ Följd", "    Δ Ändrad", "    Δ Detalj", "    Δ Ord"]
    assert lines(BORN, all=True)[2:] == ["    ✗ Följd", "    Δ Ändrad", "    Δ Detalj", "    Δ Ord"]


def test_a_node_that_is_followed_has_its_beginning_and_no_verdict_of_the_whole():
    told = lines(CHANGED, node=True)
    assert told[1] == "  Jämfört med fedcba98, den senaste tidigare versionen som gick att läsa."
    assert told[-1] == "    + Från början"
    assert not any("Resonemanget" in line or "hette förut" in line or "Dessutom" in line for line in told)
    assert "    + Från början" in lines(BORN, node=True)


def test_a_node_that_comes_unreached_is_told_once_and_any_other_is_told():
    assert "    + Ny m" not in lines(CHANGED, all=True)
    elsewhere = (replace(SAID[0], nodes=("a",)), SAID[1])
    assert "    + Ny m" in lines(replace(CHANGED, said=elsewhere))
    assert "    + Ny m" in lines(replace(CHANGED, said=SAID[1:]))


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("gone", "Kedjan finns inte längre."),
        ("unread", "Filen gick inte att läsa i den här versionen: Därför"),
        ("unfetched", "Filens innehåll i den här versionen är inte hämtat."),
        ("cut", "Äldre historik är inte hämtad. Här har kedjan 1 ruta och 2 pilar."),
        ("same", "Kedjan säger detsamma som förut."),
    ],
)
def test_every_status_has_its_verdict(status, verdict):
    told = lines(LogEntry(STEP, status, Weight.NONE, why="Därför", counts=(1, 2)))
    assert told[1:] == [f"  {verdict}", "  b.yaml hette förut a.yaml."]


def test_lesser_changes_are_counted_in_the_verdict_where_nothing_else_is_shown():
    verdict = "  Uppgifter ändras, men inte resonemanget: 1 uppgift (a) och 1 formulering (a)."
    assert lines(LogEntry(STEP, "changed", Weight.DETAIL, SAID[3:5]))[1] == verdict
    assert lines(LogEntry(STEP, "changed", Weight.DETAIL, SAID[3:4]))[1] == verdict.replace(
        " och 1 formulering (a)", ""
    )


def test_a_merge_is_said_only_of_what_it_changed_itself():
    alone = replace(STEP, before=("y",), before_name="b.yaml")
    assert lines(LogEntry(alone, "changed", Weight.REASONING, SAID[2:3]))[1:] == [
        "  Resonemanget ändras.",
        "    Δ Ändrad",
    ]


def test_the_changes_after_the_twentieth_are_counted_and_consequences_are_not():
    many = tuple(LogSentence("arrow", "added", "+", Weight.REASONING, f"Pil {n}") for n in range(23))
    told = LogEntry(STEP, "changed", Weight.REASONING, (*many, *SAID[:1] * 3))
    shown = lines(told)
    assert [line for line in shown if "Pil" in line][-1] == "    + Pil 19"
    assert shown.count("    ✗ Följd") == 3
    assert shown[-1] == "    3 ändringar till visas med --all."
    for view in ({"all": True}, {"node": True}):
        assert lines(told, **view)[-1] == "    + Pil 22"
    assert lines(replace(told, said=many[:20]))[-1] == "    + Pil 19"


@pytest.mark.parametrize(
    ("reasoning", "ending"),
    [
        (
            True,
            [
                "Ingen incheckning ändrar resonemanget.",
                "2 incheckningar till lämnar resonemanget som det var; visas utan --reasoning.",
            ],
        ),
        (
            False,
            [
                "Ingen incheckning ändrar vad kedjan säger.",
                "2 incheckningar till ändrar bara hur filen är skriven; --all visar dem.",
            ],
        ),
    ],
)
def test_what_is_not_shown_is_said_last(reasoning, ending):
    assert list(ending_lines(FileLog("a", "h", ()), 2, WORDS, reasoning=reasoning)) == ending
    assert list(ending_lines(HISTORY._replace(cut=False), 0, WORDS, reasoning=reasoning)) == []
    assert list(ending_lines(FileLog("a", "h", (), node="m"), 0, WORDS, reasoning=reasoning)) == []


def test_places_and_signs_have_colours():
    painted = lines(CHANGED, paint=lambda text, role: f"<{role} {text}>")
    assert painted[0] == "<place 01234567> 2026-03-01 Ny pil"
    assert painted[6:] == [
        "    <error ✗> Följd",
        "    <warning Δ> Ändrad",
        "  <soft Dessutom ändras 1 uppgift (a) och 1 formulering (a).>",
    ]
