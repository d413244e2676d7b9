"""A rule's docstring → its manual: what is found, why that matters, a bad chain, a good one, the source."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace

_HEADING = re.compile(r"^(Bad|Good|Source)(?: \(`(\w+)` = (\S+)\))?:\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A chain without its head, and the choice of the run that it is about, where there is one."""

    text: str
    choice: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Manual:
    """What a rule says of itself; `text` is all of it, as it is written."""

    text: str
    summary: str
    why: str
    bad: Example
    good: Example
    source: str


def manual(docstring: str) -> Manual:
    """The parts of a docstring.

    Raises:
        ValueError: it does not have the form that manuals have.
    """
    text = inspect.cleandoc(docstring)
    prose, *parts = _HEADING.split(text)
    summary, _, why = prose.partition("\n\n")
    if parts[::4] != ["Bad", "Good", "Source"] or not why:
        raise ValueError(f"not a manual: {summary}")
    bad, good, source = (parts[n : n + 3] for n in (1, 5, 9))
    return Manual(text, summary, why.strip(), _example(*bad), _example(*good), source[2])


def manual_in(
    english: Manual, said: Mapping[str, str], sources: Mapping[str, str], words: Mapping[str, str]
) -> Manual:
    """A manual in another language.

    Args:
        english: what stands in the code; its examples say what is chosen.
        said: the texts of the manual: ``summary``, ``why``, ``bad``, ``good``.
        sources: the English source → how it is put in that language, where that is otherwise.
        words: the English headings → those of that language.
    """
    bad, good = (
        replace(one, text=said[kind]) for one, kind in ((english.bad, "bad"), (english.good, "good"))
    )
    summary, why = said["summary"].strip(), said["why"].strip()
    source = sources.get(english.source, english.source)
    examples = [
        f"{words[heading]}:\n\n{textwrap.indent(one.text, '    ').rstrip()}"
        for heading, one in (("Bad", bad), ("Good", good))
    ]
    text = "\n\n".join((summary, why, *examples, f"{words['Source']}: {source}"))
    return Manual(text, summary, why, bad, good, source)


def _example(choice: str | None, value: str | None, text: str) -> Example:
    return Example(textwrap.dedent(text).strip("\n") + "\n", choice or "", value or "")
