"""A rule's manual → its bad and its good chain, whole and checked for nothing but that rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nyttokedja.checking import Checked, check
from nyttokedja.config import Config
from nyttokedja.findings import Finding
from nyttokedja.rules import RULES, Rule, can_be_ignored
from nyttokedja.rules.manual import Example

_CHOICES: Mapping[str, Callable[[str], Any]] = {"most_nodes": int, "today": date.fromisoformat}
"""What an example may choose of a run, and how it is read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chain of a manual as it is shown: `kind` is bad or good, `text` is all of its file."""

    rule: Rule
    kind: str
    example: Example
    text: str
    checked: Checked

    def findings(self, language: str) -> Iterator[Finding]:
        """What is said of it in a language, as of a chain with its keys; what is broken, as it is written."""
        for finding in self.checked.findings:
            keys = language if can_be_ignored(self.rule) else finding.keys
            yield replace(finding, language=language, keys=keys)

    @property
    def can_be_drawn(self) -> bool:
        """Whether it is a chain at all."""
        return self.checked.chain is not None


def examples(rule: Rule) -> tuple[Shown, Shown]:
    """The bad chain of a rule, and the good one."""
    return _shown(rule, "bad", rule.manual.bad), _shown(rule, "good", rule.manual.good)


def _shown(rule: Rule, kind: str, example: Example) -> Shown:
    text = f"{_head(rule, kind, example)}{example.text}"
    return Shown(rule, kind, example, text, check(text.encode(), config=_config(rule, example)))


def _head(rule: Rule, kind: str, example: Example) -> str:
    """What the manual leaves out: a chain that says no stage is at the one where the rule is gravest."""
    stage = "" if "stage: " in example.text else f"stage: {rule.gravest}\n"
    return f"nyttokedja: 1\ntitle: A {kind} chain ({rule.code})\n{stage}"


def _config(rule: Rule, example: Example) -> Config:
    others = frozenset(other.code for other in RULES) - {rule.code}
    config = Config(select=frozenset({rule.code}), ignore=others)
    if not example.choice:
        return config
    return replace(config, **{example.choice: _CHOICES[example.choice](example.value)})
