"""The overlay of a change: what is not in it is as it was."""

from nyttokedja.drawing.content.overlay import LOCATION_ROWS, BoxOverlay, Overlay, Status, TitleBlock

NEW = BoxOverlay(Status.ADDED, rows=None)
OVERLAY = Overlay(TitleBlock("", "", ()), "", "", "", {"a": NEW}, {("a", "b"): Status.REMOVED}, {"a": (1, 2)})


def test_a_box_that_is_not_named_is_kept():
    assert OVERLAY.box("a") is NEW
    assert OVERLAY.box("b") == BoxOverlay(Status.KEPT)
    assert OVERLAY.box("b").rows == LOCATION_ROWS


def test_an_arrow_that_is_not_named_is_kept():
    assert OVERLAY.status(("a", "b")) is Status.REMOVED
    assert OVERLAY.status(("b", "a")) is Status.KEPT
