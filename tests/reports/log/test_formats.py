"""Every format of a log says what a commit changed, in the language asked for, whatever stands in a title."""

from pathlib import Path

import pytest

from nyttokedja.comparing import Weight
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.reports import log
from nyttokedja.reports.log import FORMATS, reporter
from nyttokedja.reports.model import ReportContext
from nyttokedja.versions.history import Step
from nyttokedja.versions.log_model import FileLog, LogEntry, LogSentence

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def history(subject="Flytta målet", text="Målet nås inte längre"):
    step = Step(
        commit=COMMIT,
        date="2027-03-01",
        subject=subject,
        name="a.yaml",
        blob="b",
        before=("c",),
        before_name="a.yaml",
    )
    said = LogSentence("consequence", "impossible", "✗", Weight.REASONING, text, ("trygg",))
    return FileLog("a.yaml", COMMIT, [LogEntry(step, "changed", Weight.REASONING, (said,))])


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_format_names_the_commit_and_says_what_it_changed(format, language):
    made = reporter(format)(history(), ReportContext(language))
    assert COMMIT[:8] in made
    assert "Flytta målet" in made
    assert "Målet nås inte längre" in made
    assert made.endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", ["\x1b[31mröd", "två\nrader", "\u202eomvänd"])
def test_no_format_lets_a_text_do_anything_to_a_terminal(format, text):
    made = reporter(format)(history(text, text), ReportContext("sv"))
    assert all(character.isprintable() or character == "\n" for character in made)


def test_every_format_is_in_the_table():
    modules = {path.stem for path in Path(log.__file__).parent.glob("[a-z]*.py")}
    assert modules == set(FORMATS)
