"""Rules → the pages about them: a text for each file in a folder, and nothing else from anywhere.

manual → examples (whole chains, checked) → drawing → page, index
"""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.checking.rules import RULES
from nyttokedja.drawing import draw_many
from nyttokedja.errors import CannotDraw
from nyttokedja.reports.rule_pages.examples import Shown, examples
from nyttokedja.reports.rule_pages.index import index
from nyttokedja.reports.rule_pages.page import page, picture_name


def pages() -> Mapping[str, str]:
    """The name of each file in the folder of the pages → what it holds.

    Raises:
        CannotDraw: there is no layout engine to draw the pictures with.
    """
    shown = {rule.code: examples(rule) for rule in RULES}
    written = {f"{rule.code}.md": page(rule, *shown[rule.code]) for rule in RULES}
    return {"README.md": index(), **written, **_pictures([one for both in shown.values() for one in both])}


def _pictures(shown: list[Shown]) -> Mapping[str, str]:
    """The pictures of the chains that can be read, drawn together since starts of the engine are shared."""
    jobs = {
        picture_name(one): (checked.chain, checked.graph, checked.findings)
        for one in shown
        if (checked := one.checked) and checked.chain is not None and checked.graph is not None
    }
    return {name: _whole(made) for name, made in zip(jobs, draw_many(jobs.values()), strict=True)}


def _whole(picture: str | CannotDraw) -> str:
    if isinstance(picture, CannotDraw):
        raise picture
    return picture
