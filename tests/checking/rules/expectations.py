"""What a case file says must be found, and how a finding is said there.

On the line where it must be found stands ``# expect: NK209/out-of-goal @care target=errors``: the code, the
variant if it has one, the box that it is about, and its particulars in their order. Between several findings
of one line stands ``; ``. A box is said by its id, a place by its line (``L7``), several in brackets; the
severity is said where the hit has another than the rule has at the chain's stage.
"""

import json
import re
from datetime import date
from pathlib import Path

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import BY_NAME
from nyttokedja.model.findings import Mention, Place
from nyttokedja.model.priorities import Criterion, Priorities

CASES = sorted(Path("tests/cases/rules").glob("*.yaml"))
EXPECT = re.compile(r"[ \t]*# expect: (.*)")
BESIDE = re.compile(r"# beside the point: (.*)")
TODAY = re.compile(r"# today: (\d{4}-\d\d-\d\d)")
SELECT = re.compile(r"# select: (.*)")
CRITERIA = re.compile(r"# criteria: (.*)")
_BARE = re.compile(r"[\w.:/@%+-]+")


def words(pattern, text):
    return frozenset(word for match in pattern.finditer(text) for word in match[1].split())


def config_of(text):
    """The choices that the first lines of a case say."""
    today = TODAY.search(text)
    return Config(
        select=words(SELECT, text),
        ignore=words(BESIDE, text),
        today=date.fromisoformat(today[1]) if today else None,
        priorities=Priorities(tuple(Criterion(id, id) for id in sorted(words(CRITERIA, text)))),
    )


def checked(text):
    """The check of a case, with those choices."""
    return check(text.encode(), config=config_of(text))


def said(finding, stage):
    """A finding as a case file says it."""
    head = f"{finding.code}/{finding.variant}" if finding.variant else finding.code
    parts = [head, f"@{finding.node}"] if finding.node else [head]
    weight = BY_NAME[finding.code].severities.get(stage, finding.severity)
    if finding.severity is not weight:
        parts.append(f"({finding.severity.word})")
    for key, value in finding.particulars.items():
        if key != "node" or getattr(value, "id", value) != finding.node:
            parts.append(f"{key}={_value(value)}")
    return " ".join(parts)


def _value(value):
    if isinstance(value, Mention):
        return value.id
    if isinstance(value, Place):
        return f"L{value.line}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if _BARE.fullmatch(str(value)) else json.dumps(str(value), ensure_ascii=False)


def found(text):
    """Line → what is found there, as a case says it."""
    result = checked(text)
    lines = {}
    for finding in result.findings:
        stage = result.chain.stage if result.chain else None
        lines.setdefault(finding.place.line, []).append(said(finding, stage))
    return {line: "; ".join(sorted(here)) for line, here in lines.items()}


def expected(text):
    """Line → what must be found there, by the comments of a case."""
    marked = ((number, EXPECT.search(line)) for number, line in enumerate(text.splitlines(), 1))
    return {number: match[1] for number, match in marked if match}


def broken_files():
    """What must be found in the files of ``broken_files.txt``, each after its line (``L3``), and their texts.

    There, ``<U+00A0>`` stands for a character that is not to be seen.
    """
    text = (CASES[0].parent / "broken_files.txt").read_text("utf-8")
    for case in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        wanted, _, file = case.partition("\n")
        yield wanted, re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), file)
