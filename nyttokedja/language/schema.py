"""Where the JSON Schemas lie, and the canonical one as data."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

CHAIN_SCHEMA = "chain.schema.json"
_HERE = Path(__file__).parents[1]


def folder() -> Path:
    """The folder of schemas: inside an installed package, beside it in a checkout.

    Raises:
        FileNotFoundError: neither is there, so that the installation is broken.
    """
    for place in (_HERE / "schemas", _HERE.parent / "schemas"):
        if (place / CHAIN_SCHEMA).is_file():
            return place
    raise FileNotFoundError(_HERE / "schemas" / CHAIN_SCHEMA)


@cache
def canonical() -> dict[str, Any]:
    """The schema of a chain in canonical (English) keys."""
    schema: dict[str, Any] = json.loads((folder() / CHAIN_SCHEMA).read_text("utf-8"))
    return schema
