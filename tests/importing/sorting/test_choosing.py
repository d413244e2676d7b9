"""What a person types for a box, and which one that is."""

import pytest

from nyttokedja.importing.returning.said import Box
from nyttokedja.importing.sorting.choosing import chosen, nearest_first

TITLES = {"a": "Färre samtal", "b": "Färre samtal om natten", "c": "Lugnare nätter", "d": "7 dagar"}
BOXES = [Box(id, "effects", {"title": title}) for id, title in TITLES.items()]


@pytest.mark.parametrize(
    ("answer", "found", "several"),
    [
        ("1", "a", ""),
        ("2, 3", "bc", ""),
        ("färre  SAMTAL.", "a", ""),
        ("färre", "", "ab"),
        ("natten", "b", ""),
        ("lugn", "c", ""),
        ("d", "d", ""),
        ("7", "d", ""),
        ("4", "", ""),
        ("0", "", ""),
        ("fler", "", ""),
        ("...", "", ""),
    ],
)
def test_numbers_words_and_parts_of_words(answer, found, several):
    these, those = chosen(answer, BOXES, 3)
    assert ("".join(box.id for box in these), "".join(box.id for box in those)) == (found, several)


def test_the_boxes_most_like_it_come_first():
    assert nearest_first(BOXES, "lugna nätter")[0].id == "c"
