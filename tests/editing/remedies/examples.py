"""Every finding that a case or a manual has an example of, with its file and what is asked of that."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from nyttokedja.checking.check import Checked, check
from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import RULES
from nyttokedja.checking.settings.toml_places import Unreadable, parse
from nyttokedja.checking.settings.validation import findings as faults_of_settings
from nyttokedja.checking.settings.validation import unread
from nyttokedja.editing.remedies.table import REMEDIES
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table
from nyttokedja.model.findings import Finding
from nyttokedja.reading.limits import LIMITS
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.source import Source
from nyttokedja.reports.rule_pages.examples import _CHOICES, checked_examples
from tests.checking.fixes.cases import CASES as FIXED
from tests.checking.fixes.cases import SV
from tests.checking.rules.expectations import CASES, EXPECT, broken_files, config_of
from tests.checking.rules.test_cases import NOT_TEXT, SETTINGS, SMALL, TOO_MUCH
from tests.editing.remedies.without import EXCEPT

MOST = 16
"""So many examples of a kind are tried."""
_FORM = Config(ignore=frozenset(f"NK{family}" for family in range(2, 10)))


@dataclass(frozen=True)
class Example:
    """A file with a finding. ``config`` is what is asked of it; settings have none."""

    where: str
    data: bytes
    config: Config | None

    @property
    def parsed(self) -> Parsed:
        return Parsed(self.data, "", self.config.limits if self.config else LIMITS)

    def is_of(self, finding: Finding) -> bool:
        """Whether a finding is to be mended in it: one that is asked to have no fix has a remedy, or none."""
        kind, line = (finding.code, finding.variant), self.parsed.source.line(finding.place.line)
        if any(kind == one and said in f"{line} {finding.particulars}" for one, said in EXCEPT):
            return False
        return self.where != "fixes" or finding.fix is not None or kind in REMEDIES

    def checked(self, data: bytes) -> Checked:
        if self.config is not None:
            return check(data, config=self.config)
        written = parse(data)
        told = (unread if isinstance(written, Unreadable) else faults_of_settings)(written, "", "sv")
        found = told if isinstance(told, tuple) else (told,)
        return Checked(Source("", data.decode(errors="replace"), None), tuple(found))


def kinds() -> list[tuple[str, str]]:
    """The code and variant of everything that can be found."""
    found = []
    for code, said in table("sv", "findings").items():
        variants = {"": said, **said}
        found += [
            (code, name) for name, one in variants.items() if isinstance(one, dict) and "message" in one
        ]
    return found


def good(code: str) -> list[str]:
    """The good example of a rule's manual, in each language."""
    (rule,) = (rule for rule in RULES if rule.code == code)
    return [checked_examples(rule, language)[1].text for language in LANGUAGES]


@cache
def examples() -> dict[tuple[str, str], list[tuple[Example, Finding]]]:
    """Kind of finding → its examples."""
    found = defaultdict(list)
    for example in chain(_cases(), _manuals(), _fixed(), _settings(), _no_texts()):
        for finding in example.checked(example.data).findings:
            of_kind = found[finding.code, finding.variant]
            if len(of_kind) < MOST and not finding.accepted and example.is_of(finding):
                of_kind.append((example, finding))
    return found


def _cases():
    for _, text in broken_files():
        yield Example("broken_files", text.encode(), _FORM)
    for path in CASES:
        text = path.read_text("utf-8")
        yield Example(path.stem, EXPECT.sub("", text).encode(), config_of(text))


def _manuals():
    for rule in RULES:
        others = frozenset(one.code for one in RULES if one is not rule and one.code > "NK1")
        for language in LANGUAGES:
            bad = checked_examples(rule, language)[0]
            choice = (
                {bad.example.choice: _CHOICES[bad.example.choice](bad.example.value)}
                if bad.example.choice
                else {}
            )
            config = replace(Config(select=frozenset({rule.code}), ignore=others), **choice)
            yield Example(
                f"manual of {rule.code}", bad.text.encode(), None if bad.checked is None else config
            )


def _fixed():
    for lines in FIXED.values():
        for before, _ in lines:
            yield Example("fixes", (SV + before).encode(), _FORM)


def _settings():
    for data in SETTINGS.values():
        yield Example("settings", data, None)


def _no_texts():
    for data in NOT_TEXT.values():
        yield Example("no text", data, _FORM)
    for text in TOO_MUCH.values():
        yield Example("too much", text.encode(), replace(_FORM, limits=SMALL))


_BREAKS = re.compile(r"\\(?:x85|u202[89]|n)")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\u00ad\u200b-\u200f\u2060\ufeff]|\\u20[0-9a-f]{2}|\\x[0-9a-f]{2}")


def words(text: str) -> list[str]:
    """The words of a text; what cannot be seen is no part of them."""
    return re.findall(
        r"[^\W_]+", _UNSEEN.sub("", _BREAKS.sub(" ", unicodedata.normalize("NFC", text).casefold()))
    )
