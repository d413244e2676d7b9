"""A run that asks: what it hears, says and exits with."""

import pytest

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.cli.runs.questions import Inquiry
from nyttokedja.reports.model import ReportContext
from tests.cli.runs.conftest import BROKEN, NO_OWNER, SOUND


@pytest.fixture
def asked(lookup):
    """A run that has asked the chains of some paths."""

    def asked(*paths):
        run = Inquiry(list(paths), lookup(), 1)
        run.ask()
        return run

    return asked


def test_every_file_is_asked(asked, write):
    write("a.yaml", NO_OWNER)
    write("b.yaml", BROKEN)
    run = asked(".")
    assert [(each.outcome.name, each.answers is not None) for each in run.asked] == [
        ("a.yaml", True),
        ("b.yaml", False),
    ]
    assert [outcome.name for outcome in run.seen] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("spoken", [True, False])
def test_the_answers_are_said_and_what_failed_beside_them(asked, write, capsys, spoken):
    write("a.yaml", NO_OWNER)
    write("b.yaml", BROKEN)
    write("c.yaml", "a: 1\n")
    asked(".").tell(None, spoken=spoken)
    out, err = capsys.readouterr()
    assert ("Ökad trygghet" in out) is bool(out) is spoken
    assert err.startswith("b.yaml:2:")
    assert "c.yaml" in err
    assert "Ökad trygghet" not in err


def test_where_there_is_no_chain_that_is_said(asked, capsys):
    run = asked(".")
    run.tell("en", spoken=True)
    assert capsys.readouterr().err.startswith("There is no effect chain in this folder.\n")
    assert run.exit_code_under(0) == 2


@pytest.mark.parametrize(("percent", "code"), [(0, 0), (14, 0), (50, 1), (100, 1)])
def test_too_few_answers_are_an_exit_code_of_one(asked, write, percent, code):
    write("a.yaml", NO_OWNER)
    assert asked("a.yaml").exit_code_under(percent) == code


def test_a_chain_that_cannot_be_read_is_one_too(asked, write):
    write("a.yaml", NO_OWNER)
    write("b.yaml", BROKEN)
    assert asked(".").exit_code_under(0) == 1
    assert asked("b.yaml").exit_code_under(0) == 2


def test_a_chain_without_benefits_answers_nothing_and_fails_nothing(asked, write):
    write("a.yaml", SOUND)
    assert asked("a.yaml").exit_code_under(100) == 0


def test_a_file_that_cannot_be_opened_is_a_failure(asked, write):
    write("a.yaml", NO_OWNER)
    assert asked("a.yaml", "b.yaml").exit_code_under(0) == 2


def test_a_report_is_of_the_answers(lookup):
    run = Inquiry([], lookup(), 1)
    run.asked = (QuestionOutcome(Outcome("a.yaml", trouble="not-found")),)
    assert '"a.yaml"' in run.report("json", ReportContext())
