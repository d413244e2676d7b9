"""Words in a box: smaller rather than broken, and never too small."""

import pytest

from nyttokedja.exporting.pptx.type_size import type_size

LONG = "Läkemedelshanteringssystemet"


@pytest.mark.parametrize(
    ("text", "room", "high", "expected"),
    [
        ("Kort rubrik", 190, 40, 13.0),
        (LONG, 170, 40, 12.0),
        (LONG, 150, 40, 10.5),
        (LONG, 100, 60, 13.0),  # broken at any size
        ("Tre ord här " * 8, 100, 90, 12.5),  # all lines fit
        ("Tre ord här " * 40, 100, 75, 10.0),
    ],
)
def test_size(text, room, high, expected):
    assert type_size(text, room, high) == expected
