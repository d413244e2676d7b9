"""The facts of a chain ⇄ bytes; and marks of its titles, which tell whether two chains share one."""

from __future__ import annotations

import marshal
import zlib
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from nyttokedja.checking.facts import Claim, Facts, Pointing
from nyttokedja.model.findings import Mention, Place
from nyttokedja.model.stage import Stage


def takes_part(facts: Facts) -> bool:
    """Whether the chain by itself says something that others are asked about."""
    return bool(facts.pointing or facts.claims)


def title_marks(facts: Facts) -> bytes:
    """Eight bytes for each title: where those of two chains are other, the titles are."""
    words = {titled[0] for titled in facts.titles}
    return b"".join(
        blake2b(one.encode("utf-8", "surrogatepass"), digest_size=8).digest() for one in sorted(words)
    )


def packed(facts: Facts) -> bytes:
    """The facts as bytes; not those that a chain has accepted something in.

    Raises:
        ValueError: something in them is no plain value.
    """
    if facts.accepted:
        raise ValueError("what is accepted is not kept")
    pointing = [(_mention(one.node), one.written, tuple(one.place)) for one in facts.pointing]
    claims = [
        (_mention(one.node), one.pool, tuple(one.place), [(year, str(hours)) for year, hours in one.hours])
        for one in facts.claims
    ]
    about = (facts.title, facts.stage.value, facts.reference, facts.complete, facts.language, facts.keys)
    told = marshal.dumps((about, sorted(facts.ids), facts.titles, pointing, claims))
    return zlib.compress(told, 1)


def unpacked(data: bytes, name: str) -> Facts:
    """The facts again, of a file that is called so now."""
    about, ids, titles, pointing, claims = marshal.loads(zlib.decompress(data))  # noqa: S302 - `packed` has made it
    title, stage, reference, complete, language, keys = about
    return Facts(
        name=name,
        title=title,
        stage=Stage(stage),
        reference=reference,
        complete=complete,
        language=language,
        keys=keys,
        ids=frozenset(ids),
        titles=titles,
        pointing=tuple(
            Pointing(_mentioned(node), written, Place(*place)) for node, written, place in pointing
        ),
        claims=tuple(
            Claim(_mentioned(node), pool, Place(*place), tuple((year, Decimal(told)) for year, told in hours))
            for node, pool, place, hours in claims
        ),
    )


def _mention(node: Mention) -> tuple[Any, ...]:
    return node.id, node.title, node.type, tuple(node.place)


def _mentioned(told: tuple[Any, ...]) -> Mention:
    id, title, type, place = told
    return Mention(id, title, type, Place(*place))
