"""Findings lead to the pages of their rules, where it is known where those are."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from nyttokedja.reports.findings import FORMATS
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.rule_links import address_problem
from tests.reports.findings.told import MISSING, finding, outcome, report

WEB = "https://example.org/r/{code}.md?a=1&copy;=2"
HERE = "../docs/rules/{code}.md"


@pytest.mark.parametrize(
    "pages", [WEB, HERE, "HTTP://example.org:8080/{code}", "/rules/{code}#x", "{code}.md"]
)
def test_what_can_be_the_address_of_the_pages(pages):
    assert address_problem(pages) == ""


@pytest.mark.parametrize(
    "pages",
    [
        "javascript:{code}",
        "JavaScript://example.org/{code}",
        "java\tscript:{code}",
        " javascript:{code}",
        "%6aavascript:{code}",
        "{code}:x",
        "data:text/html,{code}",
        "file:///{code}",
        "//example.org/{code}",
        "https:{code}",
        "https:///{code}",
        "C:/rules/{code}",
        "rules\\{code}",
        "https://example.org/{code}) | x",
        "https://example.org/{code}/{name}",
        "https://example.org/<{code}>",
        "https://user@example.org/{code}",
        "https://exämple.org/{code}",
        "https://example.org/{code}\n",
        "https://example.org/rules",
    ],
)
def test_what_cannot_be_the_address_of_the_pages(pages):
    assert address_problem(pages)


def links(format, text):
    """The addresses in a report, as its readers find them."""
    if format == "json":
        return [one["url"] for one in json.loads(text)["findings"] if one["url"]]
    if format == "sarif":
        rules = json.loads(text)["runs"][0]["tool"]["driver"]["rules"]
        return [rule["helpUri"] for rule in rules if "helpUri" in rule]
    if format == "rdjson":
        return [one["code"]["url"] for one in json.loads(text)["diagnostics"] if "url" in one["code"]]
    if format == "junit":
        told = [case.text.splitlines()[-1] for case in ET.fromstring(text).iter("failure")]
        return [line for line in told if line.endswith(("2", ".md"))]
    if format == "markdown":
        html = MarkdownIt("commonmark").enable("table").render(text)
        return [href.replace("&amp;", "&") for href in re.findall(r'<a href="([^"]*)">NK401</a>', html)]
    return []


@pytest.mark.parametrize("format", FORMATS)
def test_a_finding_leads_to_its_page_and_what_is_no_finding_to_none(format):
    linked = {
        WEB: {"json", "sarif", "rdjson", "junit", "markdown"},
        HERE: {"json", "junit", "markdown"},  # the others want an address that is whole
        "": set(),
    }
    for pages, formats in linked.items():
        text = report(format, outcome(finding()), MISSING, setting=ReportContext(rule_pages=pages))
        wanted = [pages.replace("{code}", "NK401")] if format in formats else []
        assert links(format, text) == wanted
        assert text.count("docs/rules") == (format in formats and pages == HERE)
