"""Rules → the files of their pages: one page a rule, an index, and the pictures of the examples.

manual → examples (whole chains, checked) → drawing → page, index
"""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.checking.rules import RULES
from nyttokedja.drawing import Job, draw_many
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.errors import CannotDraw
from nyttokedja.reports.rule_pages.examples import CheckedExample, checked_examples
from nyttokedja.reports.rule_pages.index import index
from nyttokedja.reports.rule_pages.page import page, picture_name


def pages(layout: Layout) -> Mapping[str, str]:
    """The name of each file in the folder of the pages → what it holds; ``layout`` lays out the pictures.

    Raises:
        CannotDraw: a picture cannot be laid out.
    """
    shown = {rule.code: checked_examples(rule) for rule in RULES}
    written = {f"{rule.code}.md": page(rule, *shown[rule.code]) for rule in RULES}
    pictures = _pictures([one for both in shown.values() for one in both], layout)
    return {"README.md": index(), **written, **pictures}


def _pictures(shown: list[CheckedExample], layout: Layout) -> Mapping[str, str]:
    """The pictures of the chains that can be read, drawn together since calls of the layout are shared."""
    jobs = {
        picture_name(one): Job(checked.chain, checked.graph, checked.findings, checked.today)
        for one in shown
        if (checked := one.checked) and checked.chain is not None and checked.graph is not None
    }
    return {name: _whole(made) for name, made in zip(jobs, draw_many(jobs.values(), layout), strict=True)}


def _whole(picture: str | CannotDraw) -> str:
    if isinstance(picture, CannotDraw):
        raise picture
    return picture
