"""The address of a rule's page, where a run has been told where the pages are.

It may be relative, to where the report is read; what wants a whole address gets only one that is.
"""

from __future__ import annotations

import re

from nyttokedja.reports.findings.messages import CANNOT_OPEN, CRASHED
from nyttokedja.reports.model import ReportContext

CODE = "{code}"
"""What stands for the rule's code in the address of the pages."""

_REST = r"(?:[/?#][\w.~:/?#@!$&'*+,;=%-]*)?"
_WEB = re.compile(rf"https?://[\w.%-]+(?::\d+)?{_REST}", re.ASCII | re.IGNORECASE)
_PATH = re.compile(rf"(?!//)[\w.~%-]*{_REST}", re.ASCII)
"""A path from somewhere: not from another host, and nothing before its first slash that could be a scheme."""


def unfit(pages: str) -> str:
    """Why a text cannot be the address of the pages; "" if it can: an address of the web, or a path."""
    address = pages.replace(CODE, "NK202")
    if address == pages:
        return f"it has no {CODE}, which stands for the rule"
    if _WEB.fullmatch(address) or _PATH.fullmatch(address):
        return ""
    return "it must be http://…, https://… or a path, with all but letters a–z, digits and -._~ written as %…"


def page(code: str, setting: ReportContext) -> str:
    """The address of the page about a rule; "" where none is known, and for what is no rule's."""
    return setting.rule_pages.replace(CODE, code) if code not in (CANNOT_OPEN, CRASHED) else ""


def web_page(code: str, setting: ReportContext) -> str:
    """The same where it is an address of the web, for what cannot know what a path is relative to."""
    address = page(code, setting)
    return address if _WEB.fullmatch(address) else ""
