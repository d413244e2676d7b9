"""A rule's manual → its bad and its good example as whole chains, checked for that rule alone.

The examples of the one rule about settings are files of settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import RULES, Rule, can_be_ignored
from nyttokedja.checking.rules.file import wrong_setting
from nyttokedja.checking.rules.manual import Example
from nyttokedja.checking.settings import validation as fit
from nyttokedja.checking.settings.toml_places import Written, parse
from nyttokedja.model.findings import Finding

_CHOICES: Mapping[str, Callable[[str], Any]] = {"most_nodes": int, "today": date.fromisoformat}
"""The settings that an example may choose → how their value is parsed."""


@dataclass(frozen=True, slots=True)
class CheckedExample:
    """An example of a manual with its findings: `kind` is bad or good, `text` the whole file.

    `checked` is None where it is no chain but settings.
    """

    rule: Rule
    kind: str
    example: Example
    text: str
    found: tuple[Finding, ...]
    checked: Checked | None = None

    def findings(self, language: str) -> Iterator[Finding]:
        """Its findings in a language; those that name keys of a readable chain name that language's keys."""
        for finding in self.found:
            keys = language if can_be_ignored(self.rule) else finding.keys
            yield replace(finding, language=language, keys=keys)

    @property
    def can_be_drawn(self) -> bool:
        """Whether it is a chain that can be read."""
        return self.checked is not None and self.checked.chain is not None


def checked_examples(rule: Rule) -> tuple[CheckedExample, CheckedExample]:
    """The bad example of a rule, and the good one."""
    shown = _settings if rule is wrong_setting else _chain
    return shown(rule, "bad", rule.manual.bad), shown(rule, "good", rule.manual.good)


def _chain(rule: Rule, kind: str, example: Example) -> CheckedExample:
    text = f"{_head(rule, kind, example)}{example.text}"
    checked = check(text.encode(), config=_config(rule, example))
    return CheckedExample(rule, kind, example, text, checked.findings, checked)


def _settings(rule: Rule, kind: str, example: Example) -> CheckedExample:
    written = parse(example.text.encode())
    assert isinstance(written, Written)
    return CheckedExample(rule, kind, example, example.text, fit.findings(written, "", "en"))


def _head(rule: Rule, kind: str, example: Example) -> str:
    """The lines that the manual leaves out; without a stage, the chain gets the rule's gravest one."""
    stage = "" if "stage: " in example.text else f"stage: {rule.gravest}\n"
    return f"nyttokedja: 1\ntitle: A {kind} chain ({rule.code})\n{stage}"


def _config(rule: Rule, example: Example) -> Config:
    others = frozenset(other.code for other in RULES) - {rule.code}
    config = Config(select=frozenset({rule.code}), ignore=others)
    if not example.choice:
        return config
    return replace(config, **{example.choice: _CHOICES[example.choice](example.value)})
