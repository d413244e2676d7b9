"""Findings as compilers write them."""

from nyttokedja.model.findings import Place
from nyttokedja.model.severity import Severity

from .told import MISSING, finding, outcome, report


def test_concise_is_a_line_as_compilers_write_it():
    two = outcome(finding(), finding(severity=Severity.INFO, place=Place(7, 1, 7, 2)))
    assert report("concise", two, MISSING) == (
        "a.yaml:5:3: error NK401 Nyttan ”Ökad trygghet” har ingen ägare.\n"
        "a.yaml:7:1: info NK401 Nyttan ”Ökad trygghet” har ingen ägare.\n"
        "nej.yaml:1:1: error cannot-open nej.yaml går inte att öppna: den finns inte.\n"
    )
