"""The formats that are lines: concise, github, azure, and text as a report."""

import pytest

from nyttokedja.model.findings import Place
from nyttokedja.model.severity import Severity

from .told import CRASHED, MISSING, finding, outcome, report


def test_concise_is_a_line_as_compilers_write_it():
    two = outcome(finding(), finding(severity=Severity.INFO, place=Place(7, 1, 7, 2)))
    assert report("concise", two, MISSING) == (
        "a.yaml:5:3: error NK401 Nyttan ”Ökad trygghet” har ingen ägare.\n"
        "a.yaml:7:1: info NK401 Nyttan ”Ökad trygghet” har ingen ägare.\n"
        "nej.yaml:1:1: error cannot-open nej.yaml går inte att öppna: den finns inte.\n"
    )


def test_github_gets_a_command_with_place_and_title():
    assert report("github", outcome(finding()), MISSING).splitlines() == [
        "::error file=a.yaml,line=5,endLine=5,col=3,endColumn=11,title=NK401 Ägare saknas::"
        "Nyttan ”Ökad trygghet” har ingen ägare.%0AVem i linjen tar hem nyttan? Skriv rollen: "
        "”ägare: Enhetschef …”.",
        "::error file=nej.yaml,title=Går inte att öppna::nej.yaml går inte att öppna: den finns inte.",
    ]


def test_github_takes_no_columns_over_several_lines():
    assert "line=5,endLine=6,title=" in report("github", outcome(finding(place=Place(5, 3, 6, 2))))


@pytest.mark.parametrize(
    ("severity", "command"), list(zip(Severity, ("notice", "warning", "error"), strict=True))
)
def test_github_has_a_command_for_each_severity(severity, command):
    assert report("github", outcome(finding(severity=severity))).startswith(f"::{command} file=")


def test_github_is_written_with_the_escapes_of_its_toolkit():
    found = finding("50 % 10%0A a:b,c", file="a:b,c%0A.yaml")
    line = report("github", outcome(found))
    assert line.startswith("::error file=a%3Ab%2Cc%250A.yaml,line=")
    assert "”50 %25 10%250A a:b,c”" in line


def test_azure_gets_an_issue_with_place_and_code():
    assert report("azure", outcome(finding())) == (
        "##vso[task.logissue type=error;sourcepath=a.yaml;linenumber=5;columnnumber=3;code=NK401]"
        "Nyttan ”Ökad trygghet” har ingen ägare. Vem i linjen tar hem nyttan? Skriv rollen: "
        "”ägare: Enhetschef …”.\n"
    )
    assert "type=error;sourcepath=krasch.yaml;" in report("azure", CRASHED)


def test_azure_has_warnings_for_infos_that_say_what_they_are():
    line = report("azure", outcome(finding(severity=Severity.INFO)))
    assert "type=warning;" in line
    assert "]upplysning: Nyttan" in line
    assert "]Nyttan" in report("azure", outcome(finding(severity=Severity.WARNING)))


def test_azure_is_written_with_its_escapes():
    line = report("azure", outcome(finding("a;b]c%0D", file="a;b]%.yaml")))
    assert "sourcepath=a%3Bb%5D%AZP25.yaml;" in line
    assert "”a%3Bb%5Dc%AZP250D”" in line


def test_text_is_what_a_person_would_have_read():
    assert report("text", outcome(finding()), MISSING) == (
        "nej.yaml går inte att öppna: den finns inte.\n"
        "\n"
        "a.yaml:5:3 NK401 fel: Nyttan ”Ökad trygghet” har ingen ägare.\n"
        "    → Vem i linjen tar hem nyttan? Skriv rollen: ”ägare: Enhetschef …”.\n"
        "\n"
        "1 effektkedja granskad: 1 fel.\n"
    )
