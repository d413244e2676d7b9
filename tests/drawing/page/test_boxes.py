"""Boxes as SVG: what is in the group, where, and in which colours."""

from dataclasses import replace

import pytest

from nyttokedja.drawing.boxes.box import Sign, typeset_box
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.page.boxes import draw_box, draw_sign
from nyttokedja.drawing.svg.icons import PICTOGRAMS
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.model.chain import Chain
from tests.drawing.chains import change, effect, finding
from tests.drawing.laid import subject_of


def box(node=None, status=None):
    node = node or effect("e", "Effekt", owner="Chef")
    subject = subject_of(Chain("x", nodes=(node,)), [finding("NK501", node.id)])
    made = typeset_box(node, subject, 220)
    return replace(made, status=status, badge="ny" if status not in (None, Status.KEPT) else "")


def drawn(made, x=10, y=20):
    return draw_box(made, x, y, "Läses upp", LIGHT)


def texts(group):
    return [child for child in group.children if child.name == "text"]


def test_the_group_says_what_it_is():
    group = drawn(box())
    assert group.attributes == {
        "role": "graphics-symbol",
        "aria-label": "Läses upp",
        "class": "node effect missing",
    }


def test_the_texts_in_it_are_not_read_again():
    hidden = [text.attributes.get("aria-hidden") for text in texts(drawn(box(status=Status.ADDED)))]
    assert hidden == ["true"] * 5  # its badge too


def test_lines_and_pictogram_are_where_the_box_is():
    made = box()
    group = drawn(made)
    for line, text in zip(made.lines, texts(group), strict=True):
        assert float(text.attributes["x"]) == pytest.approx(10 + line.x, abs=0.06)
        assert float(text.attributes["y"]) == pytest.approx(20 + line.y, abs=0.06)
        assert text.text == line.text
    (icon,) = [child for child in group.children if child.attributes.get("d") == PICTOGRAMS["effect"]]
    assert icon.attributes["transform"].startswith("translate(22 27.5) scale(0.875)")


def test_inks():
    kind, title, owner, missing = texts(drawn(box()))
    assert [one.attributes["fill"] for one in (kind, title, owner, missing)] == [
        LIGHT.kinds["effect"].line, LIGHT.ink, LIGHT.soft, LIGHT.ink,
    ]  # fmt: skip
    assert [one.attributes.get("font-weight") for one in (kind, title, owner, missing)] == [
        "700",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("status", "classes", "struck"),
    [
        (Status.KEPT, "node effect kept missing", None),
        (Status.ADDED, "node effect added missing", None),
        (Status.REMOVED, "node effect missing removed", "line-through"),
        (Status.TOUCHED, "node effect missing touched", None),
    ],
)
def test_a_status_is_in_the_class_and_what_is_removed_is_struck(status, classes, struck):
    group = drawn(box(status=status))
    assert group.attributes["class"] == classes
    assert texts(group)[1].attributes.get("text-decoration") == struck
    assert texts(group)[0].attributes.get("text-decoration") is None
    assert ("ny" in [text.text for text in texts(group)]) == (status is not Status.KEPT)


def test_a_badge_is_at_the_corner_of_the_outline():
    def badge_right(node):
        (pill,) = [one for one in drawn(box(node, Status.ADDED)).children if one.name == "rect"]
        return float(pill.attributes["x"]) + float(pill.attributes["width"])

    assert badge_right(effect("e")) == pytest.approx(10 + 220 - 14, abs=0.11)
    assert badge_right(change("e")) == pytest.approx(10 + 220 - 12 - 14, abs=0.11)


@pytest.mark.parametrize(
    ("kind", "names", "colour"),
    [
        ("missing", ["path"], LIGHT.ink),
        ("remark", ["path", "path"], LIGHT.ink),
        ("number", ["rect", "path", "text"], LIGHT.kinds["opportunity"].line),
        ("fault", ["path", "path"], LIGHT.missing),
        ("soft", ["path"], LIGHT.soft),
        ("accepted", ["circle", "path"], LIGHT.soft),
        ("better", ["circle", "path"], LIGHT.statuses["added"]),
        ("worse", ["circle", "path"], LIGHT.missing),
        ("touched", ["circle", "path"], LIGHT.statuses["touched"]),
        ("added", ["circle", "path"], LIGHT.statuses["added"]),
        ("cut", ["circle", "circle", "circle"], LIGHT.soft),
    ],
)
def test_every_kind_has_its_sign(kind, names, colour):
    parts = draw_sign(Sign(kind, 50, 60), 100, 200, "#EEEEEE", LIGHT)
    assert [part.name for part in parts] == names
    first = parts[0].attributes
    assert colour in (first.get("fill"), first.get("stroke"))


@pytest.mark.parametrize(("kind", "d"), [("fault", "M150 253.4L156.6 260L150 266.6L143.4 260Z"),
                                         ("soft", "M150 254.2L155.8 260L150 265.8L144.2 260Z")])  # fmt: skip
def test_a_diamond_is_around_its_middle(kind, d):
    assert draw_sign(Sign(kind, 50, 60), 100, 200, "#EEEEEE", LIGHT)[0].attributes["d"] == d


def test_the_point_in_a_filled_diamond_has_the_colour_of_its_background():
    _, point = draw_sign(Sign("fault", 50, 60), 100, 200, "#EEEEEE", LIGHT)
    assert point.attributes["stroke"] == "#EEEEEE"
