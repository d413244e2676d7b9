"""Compiled answers ↔ a file: how many chose each level, what is aimed at and what is to be done."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.maturity.areas import translate_areas
from nyttokedja.maturity.files import FileFault, held, word_for
from nyttokedja.maturity.fitting import faults_of
from nyttokedja.model.chain import Action
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.maturity import Compiled, Statement, Tally
from nyttokedja.model.periods import Period, parse
from nyttokedja.model.spelling import fold
from nyttokedja.model.user_sums import LEAST
from nyttokedja.writing.quoting import quoted, scalar

SCHEMA = "maturity.schema.json"
_FREE = frozenset({"statements"})
_VERSION = 1
_TOP = re.compile(r"""^(?:\{\s*|[ ]{2})?["']?(\w+)["']?[ \t]*:[ \t]*\d""", re.MULTILINE)
"""A word at the top of YAML or JSON, with a number after it."""


def is_compiled(data: bytes) -> bool:
    """Whether a file begins as compiled answers do, so that it is no chain."""
    return any(fold(found) in _signs() for found in _TOP.findall(data.decode("utf-8", "replace")))


@cache
def _signs() -> frozenset[str]:
    return frozenset(fold(word_for("maturity", language)) for language in LANGUAGES)


def read_compiled(data: bytes, name: str, language: str) -> Compiled | tuple[FileFault, ...]:
    """What a compiled file says, or what is wrong with it.

    Counts of fewer than five answers are passed over, whoever wrote them there.

    Args:
        data: its bytes, YAML or JSON.
        name: what it is called.
        language: that of what is said of it, and of the file where it does not say.
    """
    made = held(data, name, free=_FREE)
    if isinstance(made, FileFault):
        return (made,)
    translate_areas(made.data)
    said = made.data.get("language")
    language = said if said in LANGUAGES else language
    if faults := faults_of(made, SCHEMA, language):
        return faults
    answers = made.data["answers"]
    wrong = [
        FileFault("not-the-sum", made.place(("statements", id, "counts")))
        for id, one in made.data["statements"].items()
        if sum(one.get("counts", ())) > answers
    ]
    if wrong:
        return tuple(wrong)
    tallies = tuple(_tally(id, one) for id, one in made.data["statements"].items())
    day = parse(made.data["date"]) if "date" in made.data else None
    return Compiled(language, answers, tallies, day, tuple(made.data.get("levels", ())))


def _tally(id: str, said: Mapping[str, Any]) -> Tally:
    counts = tuple(said.get("counts", ()))
    statement = Statement(id, said["title"], said["text"], (), said.get("area", ""))
    return Tally(
        statement,
        counts if sum(counts) >= LEAST else None,
        said.get("target", 0),
        tuple(map(_action, said.get("actions", ()))),
    )


def _action(said: Mapping[str, Any]) -> Action:
    done = said.get("done")
    return Action(
        said["what"],
        NOWHERE,
        said.get("who", ""),
        parse(said["due"]) if said.get("due") else None,
        _period(done) if isinstance(done, str) else done,
    )


def _period(written: str) -> Period | bool:
    try:
        return parse(written)
    except ValueError:
        return True


# -- writing -----------------------------------------------------------------------------------------------


def json_text(compiled: Compiled) -> str:
    """The compiled answers as JSON."""
    data = {
        "maturity": _VERSION,
        "language": compiled.language,
        **({"date": compiled.day.written} if compiled.day else {}),
        **({"levels": list(compiled.levels)} if compiled.levels else {}),
        "answers": compiled.answers,
        "statements": {tally.statement.id: dict(_said(tally)) for tally in compiled.tallies},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def yaml_text(compiled: Compiled) -> str:
    """The compiled answers as YAML in the words of their language, with what the file is at its head."""
    return "".join(f"{line}\n" for line in _yaml_lines(compiled))


def _said(tally: Tally) -> Iterator[tuple[str, Any]]:
    one = tally.statement
    yield "title", one.title
    yield "text", one.text
    if one.area:
        yield "area", one.area
    if tally.counts is not None:
        yield "counts", list(tally.counts)
    if tally.target:
        yield "target", tally.target
    if tally.actions:
        yield "actions", [dict(said_of_action(action)) for action in tally.actions]


def said_of_action(action: Action) -> Iterator[tuple[str, Any]]:
    """What an action says, by canonical words."""
    yield "what", action.what
    if action.who:
        yield "who", action.who
    if action.due:
        yield "due", action.due.written
    if action.done is not None:
        yield "done", action.done.written if isinstance(action.done, Period) else action.done


def _yaml_lines(compiled: Compiled) -> Iterator[str]:
    language = compiled.language
    yield from (f"# {line}" for line in texts(language).group("maturity/compiled")["lines"])
    yield f"{word_for('maturity', language)}: {_VERSION}"
    yield f"{word_for('language', language)}: {language}"
    if compiled.day:
        yield f"{word_for('date', language)}: {compiled.day.written}"
    if compiled.levels:
        levels = ", ".join(scalar(level, flow=True) for level in compiled.levels)
        yield f"{word_for('levels', language)}: [{levels}]"
    yield f"{word_for('answers', language)}: {compiled.answers}"
    yield f"{word_for('statements', language)}:"
    for tally in compiled.tallies:
        yield f"  {scalar(tally.statement.id)}:"
        for name, value in _said(tally):
            yield from _entry(name, value, language)


def _entry(name: str, value: Any, language: str) -> Iterator[str]:
    key = f"    {word_for(name, language)}:"
    if name == "actions":
        yield key
        for action in value:
            inside = ", ".join(f"{word_for(key, language)}: {_flow(each)}" for key, each in action.items())
            yield f"      - {{{inside}}}"
    elif name == "area":
        yield f"{key} {texts(language).word('maturity/values', value)}"
    elif isinstance(value, list):
        yield f"{key} [{', '.join(map(str, value))}]"
    else:
        yield f"{key} {scalar(value) if isinstance(value, str) else value}"


def _flow(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return scalar(value, flow=True) if len(value) > 10 or not value[:4].isdecimal() else _dated(value)


def _dated(value: str) -> str:
    try:
        return parse(value).written
    except ValueError:
        return quoted(value)
