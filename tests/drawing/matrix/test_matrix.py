"""The matrix: nothing that is drawn overlaps, however many there are, and all of it is named somewhere."""

import math
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.drawing.matrix import Dot, MatrixWords, matrix_of
from nyttokedja.drawing.matrix.draw import _AREA
from nyttokedja.drawing.matrix.places import placed

WORDS = MatrixWords("sv", "Nytta mot realiserbarhet", "Allt", "Real", "Nytta", "Ytan", "Streckad", "Namnen:")
TITLES = ("Lås", "Digital nattillsyn", "Välfärdsteknik i särskilt boende för äldre med demenssjukdom" * 2)
dots = st.tuples(
    st.sampled_from(TITLES),
    st.integers(0, 6).map(lambda n: n / 2),
    st.integers(0, 9).map(lambda n: n / 3),
    st.none() | st.floats(0, 1),
)


def numbered(held):
    return [Dot(n, *one) for n, one in enumerate(held, 1)]


def assert_nothing_overlaps(shown):
    for n, one in enumerate(shown):
        assert _AREA.x <= one.x - one.r
        assert one.x + one.r <= _AREA.right
        assert _AREA.y <= one.y - one.r
        assert one.y + one.r <= _AREA.foot
        for other in shown[n + 1 :]:
            assert math.hypot(one.x - other.x, one.y - other.y) >= one.r + other.r
    labels = [one.label for one in shown if one.label]
    for n, label in enumerate(labels):
        assert _AREA.x <= label.x
        assert label.right <= _AREA.right
        for other in labels[n + 1 :]:
            assert (
                label.right <= other.x
                or other.right <= label.x
                or label.foot <= other.y
                or other.foot <= label.y
            )
        for one in shown:
            x = min(max(one.x, label.x), label.right)
            y = min(max(one.y, label.y), label.foot)
            assert math.hypot(one.x - x, one.y - y) >= one.r


@settings(max_examples=40, deadline=None)
@given(st.lists(dots, min_size=1, max_size=60).map(numbered))
def test_nothing_overlaps(given_):
    assert_nothing_overlaps(placed(given_, _AREA))


@pytest.mark.parametrize("n", [1, 12, 40, 60])
def test_nothing_overlaps_where_all_are_alike(n):
    assert_nothing_overlaps(placed([Dot(k, TITLES[k % 3], 2.0, 3.0, 1.0) for k in range(1, n + 1)], _AREA))


def test_every_chain_is_named_in_the_plot_or_in_the_list_and_has_its_number():
    given_ = [Dot(n, f"Kedja {n}", 1.0, 1.0, 0.5 if n % 2 else None) for n in range(1, 41)]
    made = matrix_of(given_, WORDS)
    root = ET.fromstring(made.svg)
    said = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    for dot in given_:
        assert said.count(dot.title) == 1
        assert str(dot.number) in said
    assert root.find("{http://www.w3.org/2000/svg}title").text == WORDS.title
    assert root.find("{http://www.w3.org/2000/svg}desc").text == WORDS.alt
    assert matrix_of(given_, WORDS) == made


def test_a_dot_is_drawn_where_its_levels_are_and_one_of_no_known_size_is_another_shape():
    (one,) = placed([Dot(1, "A", 0.0, 3.0, None)], _AREA)
    assert (one.x, one.y) == one.at
    svg = matrix_of([Dot(1, "A", 0.0, 3.0, None)], WORDS).svg
    assert "<circle" not in svg
    assert "stroke-dasharray" in svg
    assert "<circle" in matrix_of([Dot(1, "A", 0.0, 3.0, 1.0)], WORDS).svg


def test_no_text_becomes_markup():
    svg = matrix_of([Dot(1, '<script>&"', 1.0, 1.0, None)], WORDS._replace(title="<b>", alt="&")).svg
    ET.fromstring(svg)
    assert "<script" not in svg
