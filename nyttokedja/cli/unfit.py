"""Unfit: why what a person wrote after a command cannot be used."""

from __future__ import annotations

from typing import Any

import click


class Unfit(click.BadParameter):
    """An English sentence with its particulars: the program says it in the language of the person.

    Args:
        sentence: a template by ``str.format``'s rules, which the texts have in the other languages.
        hint: the argument or option that it is about, as help calls it.
        ctx: where click knows it, the context.
        param: where click knows it, the parameter.
        particulars: what the sentence is filled with.
    """

    def __init__(
        self,
        sentence: str,
        hint: str | None = None,
        ctx: click.Context | None = None,
        param: click.Parameter | None = None,
        **particulars: Any,
    ) -> None:
        super().__init__(sentence.format(**particulars), ctx, param, hint)
        self.sentence = sentence
        self.particulars = particulars
