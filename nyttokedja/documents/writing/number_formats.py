"""A number as people read it → the format in which a sheet shows it: decimals, unit, per cent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

_POINTS: Mapping[str, str] = {"sv": ",", "nb": ",", "en": "."}
"""What stands before decimals, by language."""

_NUMBER = re.compile(r"([^\d]*?)[-+−]?(\d[\d\s.,\u00a0\u202f']*)(.*)", re.DOTALL)
_GENERAL = "General"
_HUNDRED = 100
_SHORT = 40


def number_format(text: str, value: Decimal, language: str) -> str:
    """The format by which a sheet shows a value as its text has it, as nearly as it can."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or len(text) > _SHORT:
        return _GENERAL
    before, digits, after = found.groups()
    spaces = digits[len(digits.rstrip()) :]
    digits = digits.rstrip().rstrip(".,")
    whole, _, part = digits.partition(_POINTS[language])
    if re.search(r"\d", after) or (not part.isdecimal() and part):
        return _GENERAL
    form = "#,##0" + (f".{'0' * len(part)}" if part else "")
    if after.strip() == "%" and _is_share(whole, part, value):
        return f"{form.replace('#,##0', '0')}%"
    return f"{_quoted(before)}{form}{_quoted(f'{spaces}{after}')}"


def _is_share(whole: str, part: str, value: Decimal) -> bool:
    """Whether the value is that which is shown as per cent, divided by a hundred."""
    shown = Decimal(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{part or '0'}")
    return abs(abs(value) * _HUNDRED - shown) < abs(abs(value) - shown)


def _quoted(text: str) -> str:
    """A text that stands in a format as it is."""
    return '"{}"'.format(text.replace('"', "")) if text.replace('"', "") else ""
