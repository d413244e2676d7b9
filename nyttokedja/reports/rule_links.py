"""A rule's code → the address of its page, where the run was given the address of the pages.

It may be relative to where the report is read; formats that need an absolute address get only such a one.
"""

from __future__ import annotations

import re

from nyttokedja.reports.model import CANNOT_OPEN, CRASHED, ReportContext

CODE = "{code}"
"""The placeholder of the rule's code in the address of the pages."""

_REST = r"(?:[/?#][\w.~:/?#@!$&'*+,;=%-]*)?"
_WEB = re.compile(rf"https?://[\w.%-]+(?::\d+)?{_REST}", re.ASCII | re.IGNORECASE)
_PATH = re.compile(rf"(?!//)[\w.~%-]*{_REST}", re.ASCII)
"""A relative or rooted path: no host, and nothing before its first slash that could be a scheme."""


def address_problem(pages: str) -> str:
    """Why a text is no address of the pages, as a sentence; "" if it is one: http(s)://… or a path."""
    address = pages.replace(CODE, "NK202")
    if address == pages:
        return f"it has no {CODE}, which stands for the rule"
    if _WEB.fullmatch(address) or _PATH.fullmatch(address):
        return ""
    return "it must be http://…, https://… or a path, with all but letters a–z, digits and -._~ written as %…"


def page_address(code: str, context: ReportContext) -> str:
    """The address of a rule's page; "" where none was given, and for codes that are no rule's."""
    return context.rule_pages.replace(CODE, code) if code not in (CANNOT_OPEN, CRASHED) else ""


def web_address(code: str, context: ReportContext) -> str:
    """The same where it is absolute, else ""."""
    address = page_address(code, context)
    return address if _WEB.fullmatch(address) else ""
