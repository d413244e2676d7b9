"""Numbers that YAML reads without a word, and people may have meant otherwise."""

from __future__ import annotations

import re

GROUP_OR_DECIMALS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
"""Twelve thousand five hundred to some, twelve and a half to YAML: ``12.500``."""
OTHER_BASE = re.compile(r"[-+]?0[xXoObB]")
"""How a number to another base than ten begins."""


def is_number(value: object) -> bool:
    """Whether a value is a number and no truth."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def two_readings(written: str) -> dict[str, str]:
    """What a number with a point and three digits may mean, each written so that it means nothing else."""
    decimals = written.rstrip("0") if written.endswith("0") else f"{written}0"
    return {"written": written, "whole": written.replace(".", ""), "decimals": decimals.rstrip(".")}
