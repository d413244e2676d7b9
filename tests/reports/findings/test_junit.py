from xml.etree import ElementTree as ET

import pytest

from nyttokedja.model.severity import Severity

from .told import CRASHED, MISSING, finding, outcome, report


def read(*outcomes):
    return ET.fromstring(report("junit", *outcomes))


def test_there_is_a_suite_a_file_and_a_case_a_finding():
    found = [finding(severity=level) for level in Severity]
    root = read(outcome(*found), outcome(name="b.yaml"), outcome(name="c.yaml", is_chain=False))
    assert [(suite.get("name"), suite.get("tests")) for suite in root] == [("a.yaml", "3"), ("b.yaml", "1")]
    assert [case[0].tag for case in root[0]] == ["skipped", "skipped", "failure"]
    failed = root[0][2]
    assert failed.attrib == {
        "name": "NK401 5:3 Ägare saknas",
        "classname": "a.yaml",
        "file": "a.yaml",
        "line": "5",
    }
    assert failed[0].get("type") == "NK401"
    assert failed[0].text.startswith(
        "a.yaml:5:3: fel: Nyttan ”Ökad trygghet” har ingen ägare.\n→ Vem i linjen"
    )


def test_a_file_without_findings_passes():
    (suite,) = read(outcome())
    assert [(case.get("name"), len(case)) for case in suite] == [("Inga påpekanden", 0)]


def test_all_is_counted():
    root = read(outcome(finding(), finding(severity=Severity.INFO)), MISSING, CRASHED)
    counts = {"tests": "4", "failures": "1", "errors": "2", "skipped": "1"}
    assert {key: root.get(key) for key in counts} == counts
    assert [case[0].tag for suite in root[1:] for case in suite] == ["error", "error"]


def test_what_xml_forbids_is_shown_as_its_escape():
    text = report("junit", outcome(finding("a\x00b\x1bc\ufffed\ud800")))
    assert "”a\\u0000b\\u001bc\\ufffed\\ud800”" in ET.fromstring(text)[0][0][0].get("message")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')


@pytest.mark.parametrize("name", ["a\n::error::x.yaml", "a\n##[error]x.yaml", "::error::x.yaml"])
def test_no_file_name_begins_a_line(name):
    text = report("junit", outcome(finding(file=name), name=name))
    assert not [line for line in text.splitlines() if line.lstrip().startswith(("::", "##["))]
