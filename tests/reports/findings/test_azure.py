"""Findings as logging commands of Azure Pipelines."""

from nyttokedja.model.severity import Severity

from .told import CRASHED, finding, outcome, report


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
