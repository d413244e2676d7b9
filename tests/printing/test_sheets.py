"""Parts of a picture: every box and every line of text is whole on one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.drawing.svg.geometry import Rect
from nyttokedja.printing.sheets import sheets_of

PAPER = (1133.0, 785.0)
WIDTH, HEIGHT = 5_000.0, 4_000.0


def inside(x, y, width, height):
    return Rect(x * (WIDTH - width), y * (HEIGHT - height), width, height)


share = st.floats(0, 1)
items = st.lists(st.builds(inside, share, share, st.floats(20, 900), st.floats(20, 600)), max_size=40)


@given(items)
def test_every_item_is_whole_on_one_part(items):
    sheets = sheets_of(Rect(0, 0, WIDTH, HEIGHT), items, PAPER, 0.52, 0.75)
    assert all(any(part.has(item) for part in sheets.parts) for item in items)


@given(items)
def test_every_part_is_in_the_picture_and_fits_its_paper(items):
    sheets = sheets_of(Rect(0, 0, WIDTH, HEIGHT), items, PAPER, 0.52, 0.75)
    assert 0.52 <= sheets.scale <= 0.75
    for part in sheets.parts:
        assert part.view.x >= 0
        assert part.view.y >= 0
        assert part.view.right <= WIDTH + 1e-6
        assert part.view.foot <= HEIGHT + 1e-6
        assert part.view.width * sheets.scale <= PAPER[0] + 1e-6
        assert part.view.height * sheets.scale <= PAPER[1] + 1e-6


@given(items)
def test_no_part_is_without_something_of_its_own(items):
    parts = sheets_of(Rect(0, 0, WIDTH, HEIGHT), items, PAPER, 0.52, 0.75).parts
    for n, part in enumerate(parts):
        new = [item for item in items if part.has(item) and not any(one.has(item) for one in parts[:n])]
        assert new or len(parts) == 1


def test_an_item_larger_than_a_sheet_makes_the_print_smaller():
    tall = Rect(10, 10, 200, 3_000)
    sheets = sheets_of(Rect(0, 0, WIDTH, HEIGHT), [tall], PAPER, 0.52, 0.75)
    assert sheets.scale < 0.52
    assert any(part.has(tall) for part in sheets.parts)


def test_a_part_knows_what_is_beside_it():
    items = [Rect(x, y, 100, 60) for x in range(0, 4_900, 300) for y in range(0, 3_900, 200)]
    sheets = sheets_of(Rect(0, 0, WIDTH, HEIGHT), items, PAPER, 0.52, 0.75)
    columns = 1 + max(part.column for part in sheets.parts)
    rows = 1 + max(part.row for part in sheets.parts)
    assert len(sheets.parts) == rows * columns >= 6
    first, last = sheets.parts[0], sheets.parts[-1]
    assert (sheets.beside(first, 0, 1), sheets.beside(first, 1, 0)) == (1, columns)
    assert (sheets.beside(first, 0, -1), sheets.beside(last, 1, 0)) == (None, None)


@pytest.mark.parametrize("wide", [0, 1])
def test_what_fits_is_one_part(wide):
    whole = Rect(0, 0, 1_000, 700)
    assert len(sheets_of(whole, [Rect(5, 5, 900 + wide, 60)], PAPER, 0.52, 0.75).parts) == 1


def views(whole, items, paper=(100.0, 100.0), least=1.0, most=1.0):
    sheets = sheets_of(whole, items, paper, least, most)
    return [(part.row, part.column, part.view.x, part.view.y) for part in sheets.parts]


def test_what_fits_one_sheet_is_on_one():
    assert views(Rect(0, 0, 100, 100), [Rect(0, 0, 10, 10), Rect(90, 90, 10, 10)]) == [(0, 0, 0, 0)]
    assert views(Rect(0, 0, 300, 300), []) == [(0, 0, 0, 0)]


def test_the_next_sheet_begins_before_what_the_one_before_cuts():
    items = [Rect(0, 0, 10, 10), Rect(85, 0, 30, 10), Rect(140, 0, 10, 10)]
    assert views(Rect(0, 0, 150, 50), items) == [(0, 0, 0, 0), (0, 1, 50, 0)]
    long = [Rect(0, 0, 10, 10), Rect(85, 0, 30, 10), Rect(190, 0, 10, 10)]
    assert views(Rect(0, 0, 200, 50), long) == [(0, 0, 0, 0), (0, 1, 75, 0), (0, 2, 100, 0)]


def test_sheets_lie_row_by_row_and_know_those_around_them():
    items = [Rect(x, y, 10, 10) for y in (0, 180) for x in (0, 180)]
    sheets = sheets_of(Rect(0, 0, 190, 190), items, (100.0, 100.0), 1.0, 1.0)
    first, last = sheets.parts[0], sheets.parts[-1]
    step = last.row
    assert len(sheets.parts) == 4
    assert sheets.beside(first, 0, step) == 1
    assert sheets.beside(first, step, 0) == 2
    assert sheets.beside(last, -step, 0) == 1
    assert sheets.beside(first, -step, 0) is None
