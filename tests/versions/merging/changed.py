"""Chains that somebody has changed, as data, and as files in anybody's style."""

import copy
from contextlib import suppress

from hypothesis import assume
from hypothesis import strategies as st

from nyttokedja.editing import CannotEdit, edit
from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging.tree import tree_of
from nyttokedja.versions.merging.tree_edits import changes
from tests.editing.generated import SECTIONS, TEXTS, Hand, chains, full_node

NEW = ["ny_ruta", "ny2", "ökning"]


def boxes(data):
    return [
        (section, id) for section in SECTIONS if isinstance(data.get(section), dict) for id in data[section]
    ]


def _set(draw, data):
    section, id = draw(st.sampled_from(boxes(data)))
    node = data[section][id] = full_node(data[section][id])
    node[draw(st.sampled_from(["title", "text", "origin", "uncertain"]))] = draw(st.sampled_from(TEXTS))


def _unset(draw, data):
    section, id = draw(st.sampled_from(boxes(data)))
    node = data[section][id] = full_node(data[section][id])
    if node:
        del node[draw(st.sampled_from(sorted(node)))]


def _add(draw, data):
    id = draw(st.sampled_from(NEW))
    assume(id not in {id for _, id in boxes(data)})
    section = draw(st.sampled_from(SECTIONS))
    held = data.get(section)
    data[section] = held if isinstance(held, dict) else {}
    data[section][id] = draw(st.sampled_from([None, "Ny", {"text": "x", "tags": ["y"]}]))


def _remove(draw, data):
    section, id = draw(st.sampled_from(boxes(data)))
    del data[section][id]


def _point(draw, data):
    section, id = draw(st.sampled_from([box for box in boxes(data) if box[0] != "obstacles"] or [("", "")]))
    assume(section)
    node = data[section][id] = full_node(data[section][id])
    target = draw(st.sampled_from(sorted(id for _, id in boxes(data))))
    links = node.setdefault("leads_to", [])
    if target in [link["to"] for link in links]:
        node["leads_to"] = [link for link in links if link["to"] != target]
        if not node["leads_to"]:
            del node["leads_to"]
    else:
        links.append({"to": target})


def _move(draw, data):
    section, id = draw(st.sampled_from(boxes(data)))
    node = full_node(data[section][id])
    assume(set(node) <= {"title", "text", "tags"})
    del data[section][id]
    other = draw(st.sampled_from(SECTIONS))
    data[other] = data[other] if isinstance(data.get(other), dict) else {}
    data[other][id] = node


def _measure(draw, data):
    found = [box for box in boxes(data) if box[0] in ("benefits", "goals")]
    assume(found)
    section, id = draw(st.sampled_from(found))
    node = data[section][id] = full_node(data[section][id])
    indicator = node.setdefault("indicators", {}).setdefault(draw(st.sampled_from(["i1", "i2", "i3"])), {})
    indicator.update(draw(st.sampled_from([{"unit": "st"}, {"target": 7}, {"measurements": {"2027-01": 3}}])))


def _act(draw, data):
    found = [box for box in boxes(data) if box[0] == "obstacles"]
    assume(found)
    section, id = draw(st.sampled_from(found))
    node = data[section][id] = full_node(data[section][id])
    node["actions"] = [*node.get("actions", []), draw(st.sampled_from([{"what": "Gör"}, "Gör nu"]))]


def _chain(draw, data):
    key = draw(st.sampled_from(["title", "stage"]))
    data[key] = draw(st.sampled_from(TEXTS if key == "title" else ["draft", "plan", "analysis"]))


CHANGES = (_set, _set, _unset, _add, _remove, _point, _move, _measure, _act, _chain)


@st.composite
def changed(draw, data, most=3):
    """The data after some changes."""
    data = copy.deepcopy(data)
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=most)):
        assume(boxes(data))
        change(draw, data)
    return data


@st.composite
def hands(draw, comments=False):
    """Somebody's way of writing; without comments, all that a file says can be moved."""
    hand = Hand(draw(st.integers(0, 10**6)), draw(st.sampled_from(["sv", "nb", "en"])))
    hand.comments = draw(st.sampled_from([0.2, 0.6])) if comments else 0
    return hand


@st.composite
def three(draw, comments=False):
    """The bytes of a chain and of two versions of it, each in a style of its own, or edited in place."""
    data = draw(chains())
    base = draw(hands(comments)).write(data).encode()
    now = tree_of(Parsed(base))
    assume(now is not None)
    sides = []
    for _ in range(2):
        side = draw(hands(comments)).write(draw(changed(data))).encode()
        if draw(st.booleans()) and (wanted := tree_of(Parsed(side))) is not None:
            with suppress(CannotEdit):
                side = edit(base, *changes(now, wanted)).after
        sides.append(side)
    return base, *sides
