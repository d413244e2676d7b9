"""The text of a formula → an expression, by a grammar; nothing of it is ever executed.

::

    formula = sum ;  sum = product , { ("+" | "-") , product } ;  product = part , { ("*" | "/") , part } ;
    part    = number [ "%" ] | name | "(" , sum , ")" | "-" , part ;
    number  = digits [ "." digits ] ;  name = letter { letter | digit | "_" } ;

``×``, ``·``, ``÷`` and ``−`` are read as the signs that they stand for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from nyttokedja.calculating.expression import (
    Expression,
    Name,
    Negative,
    Number,
    Operation,
    ZeroDivisor,
    evaluate,
    names_in,
    renamed,
    written,
)

__all__ = [
    "Expression",
    "FormulaError",
    "Name",
    "Negative",
    "Number",
    "Operation",
    "ZeroDivisor",
    "evaluate",
    "names_in",
    "parse",
    "renamed",
    "written",
]

MOST_CHARACTERS = 200
MOST_OPERATIONS = 50
MOST_DEEP = 8
"""How many brackets may stand inside one another."""


class FormulaError(Exception):
    """A formula that cannot be read: which message says so, and what it speaks of.

    Variants: ``unreadable`` (``found`` stands at ``position``, in characters from 1), ``unfinished``,
    ``comma``, ``space`` and ``sign`` (``wrong`` at ``position`` is to be ``right``), ``long``, ``many`` and
    ``deep`` (past ``most``).
    """

    def __init__(self, variant: str, **particulars: object) -> None:
        super().__init__(variant)
        self.variant = variant
        self.particulars = particulars


class _Token(NamedTuple):
    kind: str  # "number", "name", a sign, or "" for the end
    text: str
    position: int


_SIGNS = {"×": "*", "·": "*", "÷": "/", "−": "-"}
_LOOKALIKES = {
    **dict.fromkeys("⋅∙•∗＊✕✖", "*"),
    **dict.fromkeys(":∶∕⁄／", "/"),
    **dict.fromkeys("–—‐‑‒―﹣－", "-"),
    **dict.fromkeys("＋﹢", "+"),
    **dict.fromkeys("[{（", "("),
    **dict.fromkeys("]}）", ")"),
    "％": "%",
}
_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:\s+[0-9]+)*(?:(?:,[0-9]+)+|\.[0-9]+)?)|(?P<name>[^\W\d_]\w*)|(?P<sign>\S)"
)
_TIMES = frozenset("xX")


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """A formula as an expression.

    Raises:
        FormulaError: it cannot be read, or is longer, has more operations or is deeper than is allowed.
    """
    text = unicodedata.normalize("NFC", text)
    if (length := len(text.strip())) > MOST_CHARACTERS:
        raise FormulaError("long", length=length, most=MOST_CHARACTERS)
    return _Parser(text).formula()


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        found, position = match[0], match.start() + 1
        if match["number"]:
            _refuse_odd_number(found, position)
            yield _Token("number", found, position)
        elif match["name"]:
            yield _Token("name", found, position)
        elif found in _LOOKALIKES:
            raise FormulaError("sign", wrong=found, right=_LOOKALIKES[found], position=position)
        else:
            yield _Token(_SIGNS.get(found, found), found, position)
    yield _Token("", "", len(text) + 1)


def _refuse_odd_number(found: str, position: int) -> None:
    """Say how a number with a decimal comma or with spaces in it is written."""
    right = "".join(found.split())
    if right.count(",") > 1:
        right = right.replace(",", "")
    right = right.replace(",", ".")
    if right != found:
        variant = "comma" if "," in found else "space"
        raise FormulaError(variant, wrong=found, right=right, position=position)


class _Parser:
    """The rules of the grammar, one method each; what stands first is read first."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._here = next(self._tokens)
        self._operations = 0
        self._depth = 0

    def formula(self) -> Expression:
        expression = self._sum()
        if self._here.kind:
            self._refuse()
        return expression

    def _sum(self) -> Expression:
        left = self._product()
        while (sign := self._here.kind) in ("+", "-"):
            self._operate()
            left = Operation(sign, left, self._product())
        return left

    def _product(self) -> Expression:
        left = self._part()
        while (sign := self._here.kind) in ("*", "/"):
            self._operate()
            left = Operation(sign, left, self._part())
        return left

    def _part(self) -> Expression:
        here = self._here
        if here.kind == "number":
            self._advance()
            if self._here.kind != "%":
                return Number(Decimal(here.text))
            self._advance()
            return Number(Decimal(f"{here.text}e-2"))
        if here.kind == "name":
            self._advance()
            return Name(here.text)
        if here.kind == "-":
            self._operate()
            return Negative(self._part())
        if here.kind == "(":
            return self._bracket()
        return self._refuse()

    def _bracket(self) -> Expression:
        self._depth += 1
        if self._depth > MOST_DEEP:
            raise FormulaError("deep", most=MOST_DEEP)
        self._advance()
        inside = self._sum()
        if self._here.kind != ")":
            self._refuse()
        self._advance()
        self._depth -= 1
        return inside

    def _operate(self) -> None:
        self._operations += 1
        if self._operations > MOST_OPERATIONS:
            raise FormulaError("operations", most=MOST_OPERATIONS)
        self._advance()

    def _advance(self) -> None:
        before, self._here = self._here, next(self._tokens)
        ends_operand = before.kind in ("number", "name", ")", "%")
        if ends_operand and self._here.kind == "name" and self._here.text in _TIMES:
            raise FormulaError("sign", wrong=self._here.text, right="*", position=self._here.position)

    def _refuse(self) -> Expression:
        if not self._here.kind:
            raise FormulaError("unfinished")
        raise FormulaError("unreadable", found=self._here.text, position=self._here.position)
