"""text → events, by the fast parser or the pure one; whatever goes wrong is a YAMLError with a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

OLD_BREAKS = "\x85\u2028\u2029"
"""Line breaks to YAML 1.1, so to PyYAML, but not to YAML 1.2, so not to editors: kept from the parser."""

SLOW_BELOW = 200_000
"""Texts shorter than this are read by the slow parser where the fast one refuses them."""
_DEEP = 100
_TAB_WITHIN = re.compile(r"(?<=[^\s-])[ \t]*\t[ \t]*")
"""A tab after other words, which is a space to YAML and to the fast parser, but not to the pure one."""


class _Pure(yaml.SafeLoader):
    """The pure parser, where a word in brackets may hold a question mark, as it may to the fast one."""

    def scan_plain(self) -> Any:
        """A text without quotation marks."""
        if not self.flow_level:
            return super().scan_plain()
        self.peek = self._unquestioned  # type: ignore[method-assign]
        try:
            return super().scan_plain()
        finally:
            del self.peek

    def _unquestioned(self, index: int = 0) -> str:
        char: str = super().peek(index)
        return "-" if char == "?" else char


def loaders(length: int) -> tuple[Any, ...]:
    """The parsers to ask in turn about a text of a length.

    What the fast one refuses, the pure one is asked about: its marks are the more exact, and so both
    lead to the same. Large files are spared it.
    """
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return (fast,) if length >= SLOW_BELOW else tuple(dict.fromkeys((fast, yaml.SafeLoader)))


def events(text: str, loader: Any) -> Iterator[Any]:
    """A parser's events."""
    if loader is yaml.SafeLoader:
        loader = _Pure
        text = _TAB_WITHIN.sub(lambda match: " " * len(match[0]), text)
    parser = loader(text)
    try:
        yield from iter(parser.get_event, None)  # None comes after the last
    except yaml.YAMLError:
        raise
    except Exception as error:  # an escape beyond Unicode is a ValueError to the pure parser
        raise _stray(text, parser, error) from error
    finally:
        parser.dispose()


@lru_cache(2)  # as it was and as it became: of a fix after the other, half are the same
def stop(text: str) -> int | None:
    """Where the parser gives up on a text, or its parts lie too deep in each other; None for nowhere.

    0 stands for a text with a sign that no file may hold.
    """
    depth = 0
    try:
        for event in events(without_old_breaks(text)[0], loaders(len(text))[-1]):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEP:
                return int(event.start_mark.index)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return int(mark.index) if mark else 0
    return None


def _stray(text: str, parser: Any, error: Exception) -> yaml.YAMLError:
    mark = parser.get_mark() if hasattr(parser, "get_mark") else None
    if mark is None or not isinstance(error, ValueError | OverflowError):
        return yaml.MarkedYAMLError(problem=str(error), problem_mark=mark)
    start = text.rfind('"', 0, mark.index)
    while start > 0 and text[start - 1] == "\\":
        start = text.rfind('"', 0, start)
    opening = yaml.Mark("", max(0, start), 0, 0, None, 0)
    return yaml.MarkedYAMLError("while scanning a quoted scalar", opening, "unknown escape", mark)


def without_old_breaks(text: str) -> tuple[str, dict[int, str]]:
    """The text with a character that it does not hold for each old line break, and the way back."""
    old = [character for character in OLD_BREAKS if character in text]
    if not old:
        return text, {}
    used, escapes = set(text), text.casefold()
    unused = (
        character
        for character in map(chr, (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE)))
        if character not in used and f"{ord(character):x}" not in escapes
    )
    back = {ord(next(unused)): character for character in old}
    return text.translate({ord(character): new for new, character in back.items()}), back
