"""Rules → the files of their pages, in each language: one a rule, an index, and the pictures of the examples.

manual → examples (whole chains, checked) → drawing → page, index
"""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.checking.rules import RULES
from nyttokedja.drawing import Job, draw_many
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.errors import CannotDraw
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.reports.rule_pages.examples import CheckedExample, checked_examples
from nyttokedja.reports.rule_pages.index import index
from nyttokedja.reports.rule_pages.page import page, picture_name


def pages(layout: Layout) -> Mapping[str, str]:
    """The name of each file in the folder of the pages → what it holds; ``layout`` lays out the pictures.

    Raises:
        CannotDraw: a picture cannot be laid out.
    """
    made: dict[str, str] = {}
    pictured: dict[str, CheckedExample] = {}
    for language in LANGUAGES:
        folder = "" if language == CANONICAL else f"{language}/"
        made[f"{folder}README.md"] = index(language)
        for rule in RULES:
            shown = checked_examples(rule, language)
            made[f"{folder}{rule.code}.md"] = page(rule, *shown)
            pictured.update({f"{folder}{picture_name(one)}": one for one in shown})
    return {**made, **_pictures(pictured, layout)}


def _pictures(shown: Mapping[str, CheckedExample], layout: Layout) -> Mapping[str, str]:
    """The pictures of the chains that can be read, drawn together since calls of the layout are shared."""
    jobs = {
        name: Job(checked.chain, checked.graph, checked.findings, checked.today)
        for name, one in shown.items()
        if (checked := one.checked) and checked.chain is not None and checked.graph is not None
    }
    return {name: _whole(made) for name, made in zip(jobs, draw_many(jobs.values(), layout), strict=True)}


def _whole(picture: str | CannotDraw) -> str:
    if isinstance(picture, CannotDraw):
        raise picture
    return picture
