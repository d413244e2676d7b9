"""Compiled answers, and what chains show → the report: how we answered, where we differ, and what to do."""

from __future__ import annotations

from nyttokedja.documents.maturity.report.answers import answers
from nyttokedja.documents.maturity.report.chains import chains
from nyttokedja.documents.maturity.report.differ import differ
from nyttokedja.documents.maturity.report.plan import plan, wanted
from nyttokedja.documents.maturity.report.told import Told
from nyttokedja.documents.model import Document, Section


def report(told: Told) -> Document:
    """The document."""
    made = {"answers": answers, "differ": differ, "chains": chains, "wanted": wanted, "plan": plan}
    sections = []
    for name, section in made.items():
        blocks, inner = section(told)
        sections.append(Section(name, told.word("report_headings", name), tuple(blocks), tuple(inner)))
    return Document(
        told.word("report", "name"),
        told.word("report", "title"),
        told.language,
        "",
        (),
        tuple(sections),
        told.today,
    )
