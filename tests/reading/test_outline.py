"""Where entries and items begin and end, whatever they look like and whichever parser read them."""

import pytest
import yaml

from nyttokedja.reading import source as module
from nyttokedja.reading.outline import outline, parts_of
from nyttokedja.reading.parts import ScalarPart
from nyttokedja.reading.source import read

CASES = {
    "keys and values": ("a: 1\nb:  x y  # c\n", ["a: 1", "b:  x y"]),
    "nothing": ("a:\nb: # c\nc : \n", ["a:", "b:", "c :"]),
    "nothing in brackets": ("a: {b: , c: , d}\n", ["a: {b: , c: , d}", "b:", "c:", "d"]),
    "nothing at the end of a line in brackets": ("a: {\n  b:  # c\n }\n", ["a: {\n  b:  # c\n }", "b:"]),
    "a block": ("a:\n  b: 1\n\n  # c\n  c: 2\n# d\n", ["a:\n  b: 1\n\n  # c\n  c: 2", "b: 1", "c: 2"]),
    "items": (
        "a:\n- x\n-   # c\n  k: v\n-\n",
        ["a:\n- x\n-   # c\n  k: v\n-", "- x", "-   # c\n  k: v", "k: v", "-"],
    ),
    "items in items": ("a:\n  - - x\n    - y\n", ["a:\n  - - x\n    - y", "- - x\n    - y", "- x", "- y"]),
    "quotes": ("'a': \"b # c\"\n", ["'a': \"b # c\""]),
    "a text of several lines": ("a: x\n  y\nb: 1\n", ["a: x\n  y", "b: 1"]),
    "a block of text": ("a: |\n  x\n\n\nb: 1\n", ["a: |\n  x", "b: 1"]),
    "a block whose empty lines count": ("a: |+\n  x\n\n\nb: 1\n", ["a: |+\n  x\n\n", "b: 1"]),
    "brackets over lines": (
        "a: [\n  x,  # c\n  y,\n]\nb: 1\n",
        ["a: [\n  x,  # c\n  y,\n]", "x", "y", "b: 1"],
    ),
    "old line ends": ("a:\r\n  b: 1\r\nc: 2\r\n", ["a:\r\n  b: 1", "b: 1", "c: 2"]),
}


@pytest.mark.parametrize("loader", ["fast", "pure"])
@pytest.mark.parametrize("case", CASES)
def test_every_child_has_its_text(case, loader, monkeypatch):
    if loader == "pure":
        monkeypatch.setattr(module, "loaders", lambda _: (yaml.SafeLoader,))
    text, pieces = CASES[case]
    found = outline(read(text.encode()))
    assert [text[child.head : child.end] for child in found.children.values()] == pieces


def test_a_child_knows_its_path_its_column_and_whether_it_stands_in_brackets():
    found = outline(read(b"a: 1\nb:\n  - {c: 2}\n"))
    assert [(c.path, c.column, c.flow) for c in found.children.values()] == [
        ((0,), 0, False),
        ((1,), 0, False),
        ((1, 0), 2, False),
        ((1, 0, 0), 5, True),
    ]
    assert [child.path for child in found.within(())] == [(0,), (1,)]
    assert list(found.within((0,))) == []
    assert isinstance(found.container((1, 0, 0)), ScalarPart)
    assert len(parts_of(found.container(()))) == 2
