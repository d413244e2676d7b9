"""A file that may be a chain → CalculationOutcome: what it is worth."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from nyttokedja.batch.check import outcome_of_bytes
from nyttokedja.calculating import Options, calculate
from nyttokedja.checking.calculated import (
    CalculationOutcome,
    WrittenOutcome,
    factor_names,
    factors_called,
    put_below_zero,
    written,
)
from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.reading.discovery import Candidate

_OTHERS = frozenset({*(f"NK{n}" for n in (2, 3, 4, 5, 6, 7, 9)), "NK80"})
"""The rules that are not about what can be calculated."""


class Question(NamedTuple):
    """What a run asks of each chain: factors with other values, another rate, and whether to simulate."""

    changed: Mapping[str, Decimal] = {}
    rate: Decimal | None = None
    simulates: bool = False


def calculation_outcome(file: Candidate, config: Config, question: Question) -> CalculationOutcome:
    """Check a file and calculate. Never raises: a failure is in its outcome."""
    own = replace(config, ignore=config.ignore | _OTHERS)
    made = outcome_of_bytes(file, own, lambda data: _calculated(check(data, file.name, own), question))
    return CalculationOutcome(made) if isinstance(made, Outcome) else made


def written_outcome(
    file: Candidate, config: Config, question: Question, write: Callable[[CalculationOutcome], str]
) -> WrittenOutcome:
    """The same, with what ``write`` makes of it in place of the chain and its calculation."""
    made = calculation_outcome(file, config, question)
    return written(made, write(made) if made.is_read else "")


def _calculated(checked: Checked, question: Question) -> CalculationOutcome:
    outcome, chain = summed_up(checked), checked.chain
    if chain is None or checked.graph is None:
        return CalculationOutcome(outcome)
    names = factor_names(chain)
    called = {name: factors_called(unicodedata.normalize("NFC", name), names) for name in question.changed}
    changed = {found[0]: question.changed[name] for name, found in called.items() if len(found) == 1}
    options = Options(rate=question.rate, changed=changed, simulates=question.simulates)
    made = calculate(checked.graph, options)
    return CalculationOutcome(outcome, chain, made, changed, names, put_below_zero(chain, changed))
