"""Whatever YAML the file is: a step does what was meant or is refused, and nothing else moves.

The files are those of the YAML test suite that this format admits, as they are and as hands have been at
them. They are not chains, so it is the steps that are tried. What they say, and where their comments are,
is judged by PyYAML and not by what the engine itself reads.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.apply import written
from nyttokedja.editing.file_text import FileText
from nyttokedja.editing.steps import Drop, Insert, Name, Put
from nyttokedja.reading.comments import comments, remarks
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.parts import ScalarPart
from nyttokedja.reading.source import read
from nyttokedja.writing.draft import DraftGroup, Piece, Text
from nyttokedja.writing.quoting import is_safe

SUITE = Path(__file__).parents[1] / "data" / "yaml-test-suite" / "cases.json"
CASES = json.loads(SUITE.read_text(encoding="utf-8"))

_LIST = (Piece("", Text("ny")), Piece("", Text("två: 2")))
_MAP = (Piece("å", Text("ny")), Piece("ö", Text("två: 2")))
VALUES = {
    "ny": Text("ny"),
    "nej: # 'ny'": Text("nej: # 'ny'"),
    "ny\nrad\n": Text("ny\nrad\n"),
    3: Text(3),
    None: Text(None),
    ("ny", "två: 2"): DraftGroup(_LIST, listing=True),
    (("å", "ny"), ("ö", "två: 2")): DraftGroup(_MAP),
    (("ö", "två: 2"), ("å", "ny")): DraftGroup(_MAP[::-1], flow=True),
}
"""What is put → the draft that says it."""
INSERTED = ["ny", "ny\nrad\n"]
KEYS = ["ny", "nej: # 'ny'"]


# -- what a file says, and where, as PyYAML has it -------------------------------------------------------


def asked(text, question):
    """What the fast parser answers, or the pure one, to which a tab within a line is an error."""
    spaced = re.sub(r"(?<=[^\s-])[ \t]+", lambda match: " " * len(match[0]), text)
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    failure = None
    for loader, form in ((fast, text), (yaml.SafeLoader, text), (yaml.SafeLoader, spaced)):
        try:
            return question(form, loader)
        except yaml.YAMLError as error:
            failure = error
    raise failure


@cache
def data(text):
    return asked(text, yaml.load)


@cache
def hashes(text):
    """The span of each comment: from a # that stands in none of the scanner's tokens."""
    masked = list(text)
    for token in asked(text, lambda text, loader: list(yaml.scan(text, loader))):
        start, end = token.start_mark.index, token.end_mark.index
        if getattr(token, "style", None) in ("|", ">"):  # with the comment after its mark
            lines = re.compile(r"[^\r\n]*").match(text, start, end).end()
            masked[lines:end] = "\n" * (end - lines)
            end = re.compile(r"[^ \t\r\n]+").match(text, start, end).end()
        masked[start:end] = "x" * (end - start)
    return [match.span() for match in re.finditer(r"#[^\r\n]*", "".join(masked))]


def said(text):
    return [text[start:end].rstrip() for start, end in hashes(text)]


def pairs_of(held):
    return list(held.items()) if isinstance(held, dict) else list(enumerate(held))


def held_at(held, path):
    for n in path:
        held = pairs_of(held)[n][1]
    return held


def changed(held, path, pairs, *, flow=True):
    """The data with other pairs in what stands at a path; a block without any is nothing at all."""
    if path:
        mine = pairs_of(held)
        key, value = mine[path[0]]
        mine[path[0]] = (key, changed(value, path[1:], pairs, flow=flow))
        pairs = mine
    elif not pairs and not flow:
        return None
    return dict(pairs) if isinstance(held, dict) else [value for _, value in pairs]


def plain(value):
    """What is put, as data: a mapping is told from a list by the pairs in it."""
    if not isinstance(value, tuple):
        return value
    return dict(value) if isinstance(value[0], tuple) else list(value)


def means(text, held):
    """Whether a text says the data, its keys in the same order."""
    return repr(data(text)) == repr(held)


# -- hands that have been at the files -------------------------------------------------------------------


def as_it_is(text):
    return text


def without_last_break(text):
    return text.removesuffix("\n")


def with_spaces_and_returns(text):
    """Spaces at the end of each line where they say nothing, and the line breaks of Windows."""
    spaced = _line_by_line(text, lambda line, _: re.sub(r"(?=\n?\Z)", "   ", line, count=1))
    return spaced.replace("\n", "\r\n")


def with_comments(text):
    """A comment over each line, and one at its end, where they are comments."""
    beside = _line_by_line(text, lambda line, n: re.sub(r"(?=\n?\Z)", f"  # vid {n}", line, count=1))
    return _line_by_line(beside, lambda line, n: re.sub(r"\A( *)", rf"\1# över {n}\n\1", line))


def with_comments_further_in(text):
    """A comment further in than each line, where it is one: it belongs to what stands above it."""
    return _line_by_line(
        text, lambda line, n: re.sub(r"\A( *)", rf"\1  # längre in {n}\n\1", line) if n > 1 else line
    )


def with_values_below(text):
    """What a key or a dash holds on the line below it, with a comment between a dash and its item."""
    below = _line_by_line(
        text, lambda line, _: re.sub(r"\A( *)([^:#\n]*:) +(?=[^#\n])", r"\1\2\n\1   ", line)
    )
    return _line_by_line(
        below, lambda line, n: re.sub(r"\A( *)- +(?=[^#\n])", rf"\1-\n\1  # till {n}\n\1  ", line)
    )


def _line_by_line(text, change):
    """The text with each line changed of which the file says the same as before."""
    lines = text.splitlines(keepends=True)
    for n, line in enumerate(lines):
        lines[n] = change(line, n)
        if not _says("".join(lines), text):
            lines[n] = line
    return "".join(lines)


def _says(text, before):
    try:
        return means(text, data(before)) and read(text.encode()).root is not None
    except yaml.YAMLError:
        return False


HANDS = [
    as_it_is,
    without_last_break,
    with_spaces_and_returns,
    with_values_below,
    with_comments,
    with_comments_further_in,
]


@cache
def file_of(name, hand):
    parsed = Parsed(hand(CASES[name]).encode(), name)
    assert parsed.can_be_read
    return FileText(parsed)


every_file = pytest.mark.parametrize(
    ("name", "hand"),
    [pytest.param(name, hand, id=f"{name} {hand.__name__}") for hand in HANDS for name in CASES],
)


# -- steps -----------------------------------------------------------------------------------------------


def written_or_not(file, *steps):
    """The text after steps, or None where they were refused, which is always allowed; and why."""
    try:
        return written(file, steps).text, "done"
    except CannotEdit as refused:
        return None, refused.reason if str(refused) else "without a word"


@cache
def tried(name, hand, step):
    return written_or_not(file_of(name, hand), step)


def again(text, step):
    return written_or_not(FileText(Parsed(text.encode())), step)[0]


def children(file):
    return list(file.outline.children.values())


def containers(file):
    """The path of each mapping and list, and how much it holds."""
    paths = [(), *(child.path for child in children(file) if not isinstance(child.value, ScalarPart))]
    return [(path, len(list(file.outline.within(path)))) for path in paths]


def naming(file) -> Iterator[tuple]:
    for child in children(file):
        if child.key is not None:
            yield from ((child, Name(child.path, key)) for key in KEYS)


def putting(file) -> Iterator[tuple]:
    for child in children(file):
        yield from ((child, value, Put(child.path, draft)) for value, draft in VALUES.items())


def inserting(file) -> Iterator[tuple]:
    for path, count in containers(file):
        key = "" if isinstance(held_at(data(file.text), path), list) else "nyckel"
        for number in range(count + 1):
            yield from ((value, Insert(path, number, Piece(key, VALUES[value]))) for value in INSERTED)


def dropping(file) -> Iterator[tuple]:
    return ((child, Drop(child.path)) for child in children(file))


def is_within(part, whole):
    """Whether a text or a list is the other one with more in between."""
    left = iter(whole)
    return all(one in left for one in part)


def bare(text, *more):
    """A text without comments and what else is given as spans, without spaces, line breaks and commas."""
    left, at = "", 0
    for start, end in sorted([*hashes(text), *more]):
        left, at = left + text[at : max(at, start)], max(at, end)
    return re.sub(r"[ \t\r\n,]+", "", left + text[at:])


# -- outline and comments --------------------------------------------------------------------------------


@every_file
def test_each_child_stands_in_its_parent_after_its_sibling(name, hand):
    file = file_of(name, hand)
    text, before = file.text, {}
    for child in children(file):
        assert child.head < child.end
        assert file.line_start(child.head) + child.column == child.head
        if child.key is None:
            assert child.flow or text[child.head] == "-"
        else:
            assert text[child.head] == "?" or child.head == child.key.start
            assert child.head <= child.key.start < child.key.end <= child.end or not child.key.written
        if child.parent:
            parent = file.outline.children[child.parent]
            assert parent.head <= child.head < child.end <= parent.end
        if child.parent in before:
            sibling = before[child.parent]
            assert child.path[-1] == sibling.path[-1] + 1
            assert re.fullmatch(r"(?:[ \t\r\n,]|#[^\r\n]*)*", text[sibling.end : child.head])
        before[child.parent] = child


@every_file
def test_each_comment_is_found_once_and_has_one_owner(name, hand):
    file = file_of(name, hand)
    assert [(found.start, found.end) for found in comments(file.outline)] == hashes(file.text)
    owned = remarks(file.outline)
    every = [c for found in owned.values() for c in (*found.above, *found.beside, *found.below)]
    assert sorted((found.start, found.end) for found in every) == hashes(file.text)
    assert set(owned) <= {(), *file.outline.children}


def own_comments(file, child):
    """The spans of the comments of a child, and of all that it holds."""
    return [
        (comment.start, comment.end)
        for path, found in remarks(file.outline).items()
        if path[: len(child.path)] == child.path
        for comment in (*found.above, *found.beside, *found.below)
    ]


# -- what a step does ------------------------------------------------------------------------------------


@every_file
def test_another_key_changes_the_key_and_can_be_taken_back(name, hand):
    file = file_of(name, hand)
    text = file.text
    for child, step in naming(file):
        after, _ = tried(name, hand, step)
        if after is None:
            continue
        key, n = child.key, child.path[-1]
        pairs = pairs_of(held_at(data(text), child.parent))
        pairs[n] = (step.key, pairs[n][1])
        assert means(after, changed(data(text), child.parent, pairs))
        start, rest = text[: key.start], text[key.end :]
        assert after.startswith(start)
        assert after.endswith(rest)
        back = again(after, Name(child.path, key.value))
        if back is None:
            assert step.key != "ny"
            continue
        assert back.startswith(start)
        assert back.endswith(rest)
        if _is_simple(key, child, text) and (step.key == "ny" or not key.style):
            assert back == text


def _is_simple(part, child, text):
    """Whether a part is a text on one line, without quotes or escapes that it needs."""
    if not isinstance(part, ScalarPart) or not isinstance(part.value, str):
        return False
    return is_safe(part.written, child.flow) and text[part.start : part.end].strip("'\"") == part.written


@every_file
def test_another_value_changes_the_lines_of_the_old_one(name, hand):
    file = file_of(name, hand)
    text = file.text
    for child, value, step in putting(file):
        after, _ = tried(name, hand, step)
        if after is None:
            continue
        n = child.path[-1]
        pairs = pairs_of(held_at(data(text), child.parent))
        pairs[n] = (pairs[n][0], plain(value))
        assert means(after, changed(data(text), child.parent, pairs))
        assert after.startswith(text[: child.key.end if child.key else child.head])
        assert after.endswith(text[child.end if child.flow else file.line_end(child.end) :])
        assert "".join(said(after)).replace(" ", "") == "".join(said(text)).replace(" ", "")
        if value == "ny" and _is_simple(child.value, child, text):
            assert again(after, Put(child.path, Text(child.value.value))) == text


@every_file
def test_what_is_taken_away_goes_with_its_comments_and_nothing_else(name, hand):
    file = file_of(name, hand)
    text = file.text
    for child, step in dropping(file):
        after, _ = tried(name, hand, step)
        if after is None:
            continue
        n = child.path[-1]
        pairs = pairs_of(held_at(data(text), child.parent))
        meant = changed(data(text), child.parent, pairs[:n] + pairs[n + 1 :], flow=child.flow)
        assert means(after, meant)
        assert bare(after) == bare(text, (child.head, child.end))
        own = own_comments(file, child)
        others = [
            (start, end)
            for start, end in hashes(text)
            if (start, end) not in own and not child.head <= start < child.end
        ]
        assert is_within([text[start:end].rstrip() for start, end in others], said(after))
        assert is_within(_other_lines(file, child, own), re.split(r"\r\n|\n", after))


def _other_lines(file, child, own):
    """The lines, blank ones apart, on which nothing stands of a child nor of a comment of its own."""
    low, high = child.head, child.end
    if child.flow or not file.starts_line(child):  # then what stands next to it comes where it stood
        siblings = list(file.outline.within(child.parent))
        n = child.path[-1]
        low = siblings[n - 1].end if n else low
        high = siblings[n + 1].head if n + 1 < len(siblings) else high
    return [
        line[0]
        for line in re.finditer(r"[^\r\n]*[^ \t\r\n][^\r\n]*", file.text)
        if all(end < line.start() or line.end() < start for start, end in [(low, high), *own])
    ]


@every_file
def test_what_is_put_in_can_be_taken_out_again(name, hand):
    file = file_of(name, hand)
    text = file.text
    for value, step in inserting(file):
        after, _ = tried(name, hand, step)
        if after is None:
            continue
        pairs = pairs_of(held_at(data(text), step.path))
        pairs.insert(step.number, (step.piece.key, plain(value)))
        assert means(after, changed(data(text), step.path, pairs))
        assert is_within(text, after)
        assert said(after) == said(text)
        assert again(after, Drop((*step.path, step.number))) == text


@pytest.mark.parametrize("name", CASES)
def test_steps_together_do_what_they_do_one_after_the_other(name):
    file = file_of(name, as_it_is)
    for steps, (first, then) in _together(file):
        between, _ = tried(name, as_it_is, first)
        meant = again(between, then) if between is not None else None
        if meant is not None:
            for some_order in (steps, steps[::-1]):
                after, _ = written_or_not(file, *some_order)
                assert after is None or data(after) == data(meant), some_order


def _together(file) -> Iterator[tuple]:
    """Two steps by the paths of the file, and the same two with the paths of when their turn comes."""
    for path, _ in containers(file):
        siblings = list(file.outline.within(path))
        for child in siblings:
            n = child.path[-1]
            new = Insert(path, n, Piece("nyckel" if child.key else "", Text("ny")))
            yield (new, Drop(child.path)), (new, Drop((*path, n + 1)))
            yield (new, Put(child.path, Text("två"))), (new, Put((*path, n + 1), Text("två")))
        for before, child in pairwise(siblings):
            yield from (((one, two), (one, two)) for one, two in _side_by_side(before, child))


def _side_by_side(before, child) -> Iterator[tuple]:
    """Steps at two siblings, the later one first, so that the path of the other stays true."""
    yield Drop(child.path), Drop(before.path)
    yield Put(child.path, Text("två")), Drop(before.path)


# -- what is refused -------------------------------------------------------------------------------------

REASONS = ("differs", "uncertain", "comments-inside")
MOST = {
    as_it_is: (1.0, 2.1, 0.5),
    without_last_break: (7.1, 2.1, 0.5),
    with_spaces_and_returns: (2.1, 2.1, 0.5),
    with_values_below: (1.1, 1.8, 12.7),
    with_comments: (2.2, 2.1, 9.3),
    with_comments_further_in: (3.0, 2.9, 7.0),
}
"""How many percent of all steps are refused at most since the file would be read as something else, since
a place is uncertain, and since comments would be lost."""


@pytest.mark.parametrize("hand", HANDS)
def test_few_steps_are_refused(hand):
    reasons = Counter()
    for name in CASES:
        file = file_of(name, hand)
        for steps in (naming(file), putting(file), inserting(file), dropping(file)):
            reasons.update(tried(name, hand, step)[1] for *_, step in steps)
    assert set(reasons) <= {"done", "only-entry", *REASONS}
    percent = [round(100 * reasons[reason] / reasons.total(), 1) for reason in REASONS]
    assert all(share <= most for share, most in zip(percent, MOST[hand], strict=True)), percent
