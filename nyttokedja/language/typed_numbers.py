"""What a person types as a number → the number: ``1 200,5``, ``−3``, ``60 %``."""

from __future__ import annotations

import re
from decimal import Decimal

LARGEST = Decimal(10) ** 15
"""No number of a plan is larger."""
_NUMBER = re.compile(r"[-+−]?[0-9]+(?:[.,][0-9]+)?")
_SPACES = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3})|\s+(?=%)")


def typed_number(written: str) -> Decimal | None:
    """A number as people write one: with a decimal comma or point, spaces between thousands, per cent."""
    text = _SPACES.sub("", written.strip())
    bare = text.removesuffix("%")
    if not _NUMBER.fullmatch(bare):
        return None
    number = Decimal(bare.replace(",", ".").replace("−", "-"))
    return number / 100 if text.endswith("%") else number
