"""What a portfolio keeps of each chain so that the others can be held against it, and what is found by that.

A chain is read once: what a later build needs of it is a text in its row (the column ``across``), and its
boxes, of which only those are looked up that have a title of another chain's, or that another names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Protocol

from nyttokedja.checking.across import OVER_FILES
from nyttokedja.checking.facts import Claim, Facts, Pointing, Titled
from nyttokedja.checking.gathering import COMPARED
from nyttokedja.checking.rules.together import composed
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import Acceptance
from nyttokedja.model.elsewhere import target_of
from nyttokedja.model.findings import NOWHERE, Finding, Mention, Place
from nyttokedja.model.periods import parse
from nyttokedja.model.pointers import Reference
from nyttokedja.model.spelling import words_of
from nyttokedja.model.stage import Stage
from nyttokedja.portfolio.cells import Cell, stored
from nyttokedja.portfolio.schema import TABLES

_CODES = ", ".join(f"'{rule.code}'" for rule in OVER_FILES)
_TYPES = ", ".join(f"'{type.value}'" for type in sorted(COMPARED))

LIGHT = """select chain, file, title, stage, reference, complete, language, across
from chain where readable and across is not null"""
"""The chains, and what is kept of each."""
SHARED = f"""select n.type, n.title_key, n.title, n.chain, n.id, n.line, n.column_number
from node n
join (
    select type, title_key from node where type in ({_TYPES}) and title_key is not null
    group by type, title_key having min(chain) <> max(chain)
) s on s.type = n.type and s.title_key = n.title_key
order by n.type, n.title_key, n.chain, n.position"""  # noqa: S608 - words of ours
"""The boxes whose titles other chains may have, those with the same beside each other."""
BEFORE = f"select * from finding where code in ({_CODES}) order by chain, position"  # noqa: S608
"""What was found across chains when the portfolio was last built."""
LAST = f"select chain, max(position) from finding where code not in ({_CODES}) group by chain"  # noqa: S608
"""How many findings each chain has by itself."""
_COUNTED = """update chain set errors = (
    select count(*) from finding f
    where f.chain = chain.chain and f.severity = 'error' and not f.accepted {own}
), warnings = (
    select count(*) from finding f
    where f.chain = chain.chain and f.severity = 'warning' and not f.accepted {own}
) where chain in (select chain from finding where code in ({codes}))"""
TAKEN_AWAY = (
    _COUNTED.format(own=f"and f.code not in ({_CODES})", codes=_CODES),
    f"delete from finding where code in ({_CODES})",  # noqa: S608
)
"""What takes away what was found across chains, and counts what each has by itself."""
COUNTED = (_COUNTED.format(own="", codes=_CODES),)
"""What counts all that was found, where something was found across chains."""


class Asked(Protocol):
    """A database that answers questions of ours."""

    def look(self, sql: str, given: Sequence[Cell] = ()) -> Iterator[Sequence[Any]]:
        """The rows of an answer."""


def kept(facts: Facts | None) -> str:
    """What is kept of a chain besides its row and its boxes; what is empty is left out."""
    if facts is None:
        return ""
    said = {
        "keys": facts.keys,
        "pointing": facts.pointing,
        "claims": [
            (*claim[:3], [(year, str(hours)) for year, hours in claim.hours]) for claim in facts.claims
        ],
        "accepted": [
            (one.rule, one.why, one.until.written if one.until else None, sorted(one.nodes))
            for one in facts.accepted
        ],
    }
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)


def facts_in(store: Asked, paths: Mapping[str, str]) -> dict[str, Facts]:
    """Chain → its facts, of all chains of a portfolio that could be read, in the order of ``paths``.

    Args:
        store: a portfolio.
        paths: chain → the whole path of its file.
    """
    light = {row[0]: _facts(row) for row in store.look(LIGHT)}
    found = {chain: light[chain] for chain in paths if chain in light}
    for chain, ids in _named(store, found, paths).items():
        found[chain] = found[chain]._replace(ids=ids)
    for chain, titles in _titles(store, found).items():
        found[chain] = found[chain]._replace(titles=tuple(titles))
    return found


def finding_rows(store: Asked, found: Mapping[str, tuple[Finding, ...]]) -> Sequence[tuple[Cell, ...]]:
    """Chain → what was found in it by looking at others, as rows that come after those of the chain."""
    last: dict[str, int] = {row[0]: row[1] for row in store.look(LAST)}
    rows = []
    for chain in sorted(found):
        for n, finding in enumerate(sorted(found[chain], key=lambda one: one.order), last.get(chain, 0) + 1):
            row = {"chain": chain, "position": n, **facts_of_finding(finding)}
            rows.append(tuple(stored(row.get(name)) for name in TABLES["finding"].names))
    return rows


def facts_of_finding(finding: Finding) -> dict[str, Cell]:
    """What a row says of a finding."""
    return {
        "code": finding.code,
        "name": finding.name,
        "variant": finding.variant,
        "severity": finding.severity.word,
        "node": finding.node,
        "line": finding.place.line,
        "column_number": finding.place.column,
        "message": texts(finding.language).message(finding),
        "accepted": finding.accepted,
        "why": finding.why,
    }


def _facts(row: Sequence[Any]) -> Facts:
    _, file, title, stage, reference, complete, language, text = row
    said = json.loads(text)
    return Facts(
        name=file,
        title=title or "",
        stage=Stage(stage),
        reference=bool(reference),
        complete=bool(complete),
        language=language,
        keys=said.get("keys", ""),
        ids=frozenset(),
        pointing=tuple(
            Pointing(_mention(box), written, Place(*place))
            for box, written, place in said.get("pointing", ())
        ),
        claims=tuple(map(_claim, said.get("claims", ()))),
        accepted=tuple(map(_acceptance, said.get("accepted", ()))),
    )


def _mention(said: Sequence[Any]) -> Mention:
    id, title, type, place = said
    return Mention(id, title, type, Place(*place))


def _claim(said: Sequence[Any]) -> Claim:
    from decimal import Decimal

    box, pool, place, hours = said
    return Claim(_mention(box), pool, Place(*place), tuple((year, Decimal(one)) for year, one in hours))


def _acceptance(said: Sequence[Any]) -> Acceptance:
    rule, why, until, nodes = said
    at = tuple(Reference(node, NOWHERE) for node in nodes)
    return Acceptance(rule, at, NOWHERE, why, until=parse(until) if until else None)


def _named(
    store: Asked, found: Mapping[str, Facts], paths: Mapping[str, str]
) -> Mapping[str, frozenset[str]]:
    """The chains that others name boxes of → the ids that they have."""
    by_path = {composed(paths[chain]): chain for chain in found}
    named = {
        composed(target_of(paths[chain], pointing.written).file)
        for chain, facts in found.items()
        for pointing in facts.pointing
    }
    chains = sorted(by_path[path] for path in named & by_path.keys())
    return {
        chain: frozenset(id for (id,) in store.look("select id from node where chain = ?", [chain]))
        for chain in chains
    }


def _titles(store: Asked, found: Mapping[str, Facts]) -> Mapping[str, Sequence[Titled]]:
    """Chain → its boxes with titles that others have too."""
    rank = {chain: n for n, chain in enumerate(found)}
    titles: dict[str, list[Titled]] = {}
    for _, rows in groupby(store.look(SHARED), key=lambda row: row[:2]):
        same: dict[str, dict[str, Titled]] = {}
        for type, _, title, chain, id, line, column in rows:
            if chain in rank and found[chain].complete and (words := words_of(title)):
                known = f"{type} {words}"
                same.setdefault(known, {})[chain] = (known, id, title, type, line, column)
        for of_chain in same.values():
            if len(of_chain) > 1:
                first = of_chain[min(of_chain, key=rank.__getitem__)]
                for chain, titled in of_chain.items():  # of the others, no more is told than their chains
                    titles.setdefault(chain, []).append(titled if titled is first else first)
    return titles


def is_other(before: Iterable[Sequence[Cell]], now: Iterable[Sequence[Cell]]) -> bool:
    """Whether other things were found across chains than the last time."""
    return [_plain(row) for row in before] != [_plain(row) for row in now]


def _plain(row: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(int(cell) if isinstance(cell, bool) else cell for cell in row)
