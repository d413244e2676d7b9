"""Findings as GitHub's workflow commands."""

import pytest

from nyttokedja.model.findings import Place
from nyttokedja.model.severity import Severity

from .told import MISSING, finding, outcome, report


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
