"""Chains to be told in words, made without any file, and the reports of them."""

from nyttokedja.checking.check import Checked, check
from nyttokedja.model.graph import Graph
from nyttokedja.reading.source import Source
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.twin import reporter
from nyttokedja.reports.twin.model import Telling
from nyttokedja.writing.chain_file import to_yaml

SETTING = ReportContext("sv", "1.2.3")


def checked_of(chain, name="a.yaml", findings=()):
    """A chain as if it had been read from a file."""
    return Checked(Source(name, "", None, ()), tuple(findings), chain, Graph(chain), language=chain.language)


def report(format, checked, node=None, *, table=True):
    """A report of a checked chain, as text."""
    found = checked.graph.nodes[node] if node else None
    return reporter(format)(Telling(checked, found, table), SETTING)


def written(data, language="sv"):
    """Plain data → its check, by way of a file."""
    return check(to_yaml(data, language).encode(), "a.yaml")
