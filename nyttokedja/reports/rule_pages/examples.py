"""A rule's manual → its bad and its good example as whole chains, checked for that rule alone.

The examples of the one rule about settings are files of settings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from nyttokedja.checking.across import found_across
from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.checking.gathering import facts_of
from nyttokedja.checking.rules import RULES, Rule, can_be_ignored
from nyttokedja.checking.rules.file import wrong_setting
from nyttokedja.checking.rules.manual import Example
from nyttokedja.checking.settings import validation as fit
from nyttokedja.checking.settings.toml_places import Written, parse
from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.keywords import words
from nyttokedja.model.findings import Finding
from nyttokedja.model.pool import Pool
from nyttokedja.model.priorities import Criterion, Priorities
from nyttokedja.reports.rule_pages.wording import spoken

_FILE = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)
"""The line with which a further file begins in an example."""


def _pool(said: str) -> tuple[Pool, ...]:
    name, _, hours = said.rpartition(":")
    return (Pool(name, float(hours)),)


def _criteria(said: str) -> Priorities:
    return Priorities(tuple(Criterion(id, id) for id in said.split(",")))


_CHOICES: Mapping[str, Callable[[str], Any]] = {
    "most_nodes": int,
    "today": date.fromisoformat,
    "pools": _pool,
    "priorities": _criteria,
}
"""The settings that an example may choose → how their value is parsed."""


@dataclass(frozen=True, slots=True)
class CheckedExample:
    """An example of a manual with its findings: `kind` is bad or good, `text` the whole file.

    `checked` is None where it is no chain but settings. `others` are the files that a rule over files needs
    besides, by their names.
    """

    rule: Rule
    kind: str
    example: Example
    text: str
    found: tuple[Finding, ...]
    checked: Checked | None = None
    language: str = CANONICAL
    others: Mapping[str, str] = field(default_factory=dict)

    def findings(self, language: str) -> Iterator[Finding]:
        """Its findings in a language; those that name keys of a readable chain name that language's keys."""
        for finding in self.found:
            keys = language if can_be_ignored(self.rule) else finding.keys
            yield replace(finding, language=language, keys=keys)

    @property
    def can_be_drawn(self) -> bool:
        """Whether it is a chain that can be read."""
        return self.checked is not None and self.checked.chain is not None


def checked_examples(rule: Rule, language: str = CANONICAL) -> tuple[CheckedExample, CheckedExample]:
    """The bad example of a rule, and the good one, in a language."""
    shown = _settings if rule is wrong_setting else _chain
    manual = rule.manual_in(language)
    spoken = CANONICAL if manual == rule.manual else language
    return shown(rule, "bad", manual.bad, spoken), shown(rule, "good", manual.good, spoken)


def _chain(rule: Rule, kind: str, example: Example, language: str) -> CheckedExample:
    first, *rest = _FILE.split(example.text)
    head, config = _head(rule, kind, example, language), _config(rule, example)
    text = f"{head}{first}"
    checked = check(text.encode(), config=config)
    if not rule.over_files:
        return CheckedExample(rule, kind, example, text, checked.findings, checked, language)
    second = _head(rule, kind, example, language, number=" 2")
    others = {name: f"{second}{held}" for name, held in zip(rest[::2], rest[1::2], strict=True)}
    found = _together({"": checked, **_checked(others, config)}, config)
    return CheckedExample(rule, kind, example, text, found, checked, language, others)


def _checked(files: Mapping[str, str], config: Config) -> dict[str, Checked]:
    return {name: check(text.encode(), name, config) for name, text in files.items()}


def _together(files: Mapping[str, Checked], config: Config) -> tuple[Finding, ...]:
    """What is found in any of some chains that lie in one folder."""
    facts = [(facts_of(checked), f"/{name or 'this.yaml'}", config) for name, checked in files.items()]
    found = found_across([(held, path, config) for held, path, config in facts if held is not None])
    return tuple(finding for findings in found.values() for finding in findings)


def _settings(rule: Rule, kind: str, example: Example, language: str) -> CheckedExample:
    written = parse(example.text.encode())
    assert isinstance(written, Written)
    return CheckedExample(
        rule, kind, example, example.text, fit.findings(written, "", language), None, language
    )


def _head(rule: Rule, kind: str, example: Example, language: str, number: str = "") -> str:
    """The lines that the manual leaves out; without a stage, the chain gets the rule's gravest one."""
    said = words(language)
    stage, title = said.key("stage", "chain"), said.key("title", "chain")
    staged = f"{stage}: " in example.text
    line = "" if staged else f"{stage}: {said.value(rule.gravest.value, 'stage')}\n"
    called = spoken(f"A {kind} chain", language)
    return f"nyttokedja: 1\n{title}: {called}{number} ({rule.code})\n{line}"


def _config(rule: Rule, example: Example) -> Config:
    others = frozenset(other.code for other in RULES) - {rule.code}
    config = Config(select=frozenset({rule.code}), ignore=others)
    if not example.choice:
        return config
    return replace(config, **{example.choice: _CHOICES[example.choice](example.value)})
