"""Boxes of a drawing and the kinds that are meant."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.dot.graph import AttributeValue, DrawnGroup
from nyttokedja.importing.drawings.dot.styles import kind_by_style
from nyttokedja.importing.drawings.stages.node_types import (
    parse_mapping,
    parsed_pairs,
)
from nyttokedja.importing.kind_words import kind_of_word, kinds_by_label


def group(name, label=""):
    return DrawnGroup(name, AttributeValue(label))


def attributes(**values):
    return {name: AttributeValue(value) for name, value in values.items()}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("nytta", "benefit"),
        ("NYTTOR", "benefit"),
        ("gevinst", "benefit"),
        ("3. Effekter", "effect"),
        ("Effekt 12", "effect"),
        ("beteende", "behaviour"),
        ("verksamhetsmål", "goal"),
        ("notes", "note"),
        ("nyttan", None),
        ("", None),
    ],
)
def test_a_word_of_any_language_names_a_kind(word, kind):
    assert kind_of_word(word) == kind


def test_a_mapping_is_parsed_into_pairs():
    entries = ["shape=box3d:change", " fillcolor = #ffcc00 : effekt", "n12:mål", "cluster=a:b:note"]
    mapping = parse_mapping(entries)
    assert mapping == {
        "shape=box3d": "change",
        "fillcolor = #ffcc00": "effect",
        "n12": "goal",
        "cluster=a:b": "note",
    }
    assert parsed_pairs(mapping) == {
        ("shape", "box3d"): "change",
        ("fillcolor", "#ffcc00"): "effect",
        ("name", "n12"): "goal",
        ("cluster", "a:b"): "note",
    }
    with pytest.raises(
        CannotRead, match=r"'sak' in 'a' is no type of box\. The types are: change, .*behaviour, note"
    ):
        parsed_pairs({"a": "sak"})
    with pytest.raises(CannotRead, match="'sak' in 'a:sak'"):
        parse_mapping(["a:sak"])
    for entry in ("a", ":goal", " :goal"):
        with pytest.raises(CannotRead, match="is not ATTRIBUTE=VALUE:TYPE"):
            parse_mapping([entry])


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((), None),
        (("Nytta", "Tid"), (("benefit",), ("Tid",))),
        (("NYTTA · EFFEKTMÅL", "Tid"), (("benefit", "effect_goal"), ("Tid",))),
        (("NYTTA · Tid",), None),
        (("Nytta: frigjord tid", "x"), (("benefit",), ("Frigjord tid", "x"))),
        (("[Risk 2] brand",), (("risk",), ("Brand",))),
        (("Effekt – a",), (("effect",), ("A",))),
        (("Effekt-a",), None),
        (("Tid: 3 h",), None),
    ],
)
def test_a_label_begins_with_kinds(lines, found):
    assert kinds_by_label(lines) == found


def test_a_style_of_our_own_is_a_kind():
    from nyttokedja.drawing.dot.styles import STYLES

    assert kind_by_style(attributes(**{"class": "x goal"})) == "goal"
    assert kind_by_style(attributes(**{"class": "x"})) is None
    assert kind_by_style({}) is None
    for kind, style in STYLES.items():
        like = [other for other, its in STYLES.items() if (its.shape, its.fill) == (style.shape, style.fill)]
        expected = kind if len(like) == 1 and kind != "elsewhere" else None  # a card is no box of this chain
        assert kind_by_style(attributes(shape=style.shape.upper(), fillcolor=style.fill.upper())) == expected
        assert kind_by_style(attributes(shape=style.shape)) is None
        assert kind_by_style(attributes(fillcolor=style.fill)) is None
