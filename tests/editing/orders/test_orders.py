"""Whatever the file looks like: an order does what it says, nothing else moves, and it can be undone."""

import copy
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nyttokedja.editing import CannotEdit, RemoveNode, Unset, edit
from nyttokedja.editing.document import document
from nyttokedja.editing.orders import (
    AcceptOrder,
    AddOrder,
    LinkOrder,
    MeasureOrder,
    MoveOrder,
    RemoveOrder,
    RenameOrder,
    RetitleOrder,
    SetOrder,
    UnlinkOrder,
    UnsetOrder,
    plan_order,
)
from nyttokedja.model.chain import SECTIONS as TYPES
from nyttokedja.model.chain import title_from
from nyttokedja.reading.parsed import Parsed
from tests.editing.generated import POINTING, TEXTS, files, full, full_node
from tests.editing.orders.carried_out import planned
from tests.editing.test_properties import a_node, data_of, nodes, renamed, said, told_of

LOST_BY_BRACKETS = ("comments-inside", "uncertain")


def ordered(text, *orders):
    """The text after orders, one after the other; None where comments would have been lost."""
    for order in orders:
        try:
            text = edit(text.encode(), *plan_order(order, document(Parsed(text.encode()))).edits).text
        except CannotEdit as refused:
            if refused.reason in LOST_BY_BRACKETS and "#" in text:
                return None
            raise
    return text


def arrow_field(section):
    return "hinders" if section == "obstacles" else "leads_to"


def target_of(item):
    return item["to"] if isinstance(item, dict) else item


def targets(node, field):
    return [target_of(item) for item in full_node(node).get(field, [])]


def take_away(holder, field, id):
    """Let what is not a node no longer name one, and write what it names as a list, if any is left."""
    named = holder.pop(field)
    left = [one for one in (named if isinstance(named, list) else [named]) if one != id]
    if left:
        holder[field] = left


def is_subsequence(lines, others):
    left = iter(others)
    return all(line in left for line in lines)


@given(files(), st.data())
def test_a_box_is_added_with_its_arrows(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    order = AddOrder("benefit", "Ny ruta: bra", "ny_ruta", (id,), {"leads_to": (id,)})
    after = ordered(text, order)
    assume(after is not None)
    meant = full(copy.deepcopy(chain))
    benefits = meant.get("benefits")
    new = {"title": "Ny ruta: bra", "leads_to": [{"to": id}]}
    meant["benefits"] = {**(benefits if isinstance(benefits, dict) else {}), "ny_ruta": new}
    field = arrow_field(section)
    item = {"to": "ny_ruta"} if field == "leads_to" else "ny_ruta"
    meant[section][id].setdefault(field, []).append(item)
    assert full(data_of(after)) == meant
    assert said(after) == said(text)


@given(files(), st.data())
def test_an_arrow_is_drawn_and_taken_away_again(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    node, field = chain[section][id], arrow_field(section)
    target = data.draw(st.sampled_from(sorted(nodes(chain))))
    assume(target not in targets(node, field))
    after = ordered(text, LinkOrder(id, target))
    if after is None:
        return
    meant = full(copy.deepcopy(chain))
    meant[section][id].setdefault(field, []).append({"to": target} if field == "leads_to" else target)
    assert full(data_of(after)) == meant
    assert said(after) == said(text)
    back = ordered(after, UnlinkOrder(id, target))
    if isinstance(node, dict) and (field not in node or isinstance(node[field], list)):
        outgrown = len(after.splitlines()) > len(text.splitlines()) + 1
        if field not in node or (len(node[field]) > 1 and not outgrown):
            assert back == text
    assert full(data_of(back))[section][id] == full_node(node)
    assert said(back) == said(text)


@given(files(), st.data())
def test_all_arrows_to_a_box_are_taken_away(file, data):
    chain, text = file
    arrows = [
        (id, target)
        for id, section in nodes(chain).items()
        for target in targets(chain[section][id], arrow_field(section))
    ]
    assume(arrows)
    id, target = data.draw(st.sampled_from(arrows))
    section = nodes(chain)[id]
    field = arrow_field(section)
    after = ordered(text, UnlinkOrder(id, target))
    if after is None:
        return
    meant = full(copy.deepcopy(chain))
    left = [item for item in meant[section][id].pop(field) if target_of(item) != target]
    if left:
        meant[section][id][field] = left
    assert full(data_of(after)) == meant
    with pytest.raises(CannotEdit, match=r".") as refused:
        ordered(after, UnlinkOrder(id, target))
    assert refused.value.reason == "not-linked"


@given(files(), st.data())
def test_a_field_is_set_in_any_language_and_unset_again(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    key, value = (
        data.draw(st.sampled_from(["text", "beskrivning", "x-egen"])),
        data.draw(st.sampled_from(TEXTS)),
    )
    field = key if key.startswith("x-") else "text"
    after = ordered(text, SetOrder(id, key, value))
    meant = full(copy.deepcopy(chain))
    meant[section][id][field] = value
    assert full(data_of(after)) == meant
    assert said(after) == said(text)
    back = ordered(after, UnsetOrder(id, key))
    del meant[section][id][field]
    assert full(data_of(back)) == meant
    if isinstance(chain[section][id], dict) and field not in chain[section][id]:
        assert back == text


@given(files(), st.data())
def test_a_box_is_retitled_and_keeps_its_id(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    title = data.draw(st.sampled_from([*TEXTS, title_from(id)]))
    node = full_node(chain[section][id])
    after = ordered(text, RetitleOrder(id, title))
    if title == node.get("title", title_from(id)):
        assert after == text
        return
    meant = full(copy.deepcopy(chain))
    meant[section][id]["title"] = title
    assert full(data_of(after)) == meant
    assert said(after) == said(text)
    assert planned(RetitleOrder(id, title), after).edits == ()
    if isinstance(chain[section][id], dict) and "title" not in node:
        assert edit(after.encode(), Unset(id, ("title",))).text == text
    elif "title" in node:
        assert data_of(ordered(after, RetitleOrder(id, node["title"]))) == chain


@given(files(), st.data())
def test_a_box_is_renamed_and_renamed_back(file, data):
    chain, text = file
    id, _ = a_node(data.draw, chain)
    assume(id != "no")
    after = ordered(text, RenameOrder(id, "nytt_namn"))
    assert full(data_of(after)) == renamed(full(copy.deepcopy(chain)), id, "nytt_namn")
    whole = full(chain)
    named = Counter(
        target_of(item)
        for id, section in nodes(chain).items()
        for field in POINTING
        for item in whole[section][id].get(field, ())
    )
    for holder, field in told_of(chain):
        named.update(holder[field] if isinstance(holder[field], list) else [holder[field]])
    assert planned(RenameOrder(id, "x9"), text).statements[0].particulars["n"] == 1 + named[id]
    assert ordered(after, RenameOrder("nytt_namn", id)) == text


@given(files(), st.data())
def test_a_box_is_removed_with_what_points_at_it(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    after = ordered(text, RemoveOrder(id))
    if after is None:
        return
    meant = full(copy.deepcopy(chain))
    del meant[section][id]
    meant[section] = meant[section] or None
    for name in set(meant) & set(TYPES):
        for node in (meant[name] or {}).values() if name in meant and isinstance(meant[name], dict) else ():
            for field in set(POINTING) & set(node):
                node[field] = [item for item in node[field] if target_of(item) != id]
                if not node[field]:
                    del node[field]
    for holder, field in told_of(meant):
        take_away(holder, field, id)
    found = full(data_of(after))
    for holder, field in told_of(found):
        take_away(holder, field, None)
    assert {key: value or None for key, value in found.items()} == {k: v or None for k, v in meant.items()}
    alone = edit(text.encode(), RemoveNode(id)).text
    if not planned(RemoveOrder(id), text).edits[:-1]:
        assert after == alone


@given(files(), st.data())
def test_a_box_is_moved_and_a_behaviour_is_an_effect(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    assume(set(full_node(chain[section][id])) <= {"title", "text", "tags", "leads_to", "behaviour"})
    after = ordered(text, MoveOrder(id, "atferd"))
    if after is None:
        return
    meant = full(copy.deepcopy(chain))
    node = meant[section].pop(id)
    meant[section] = meant[section] or None
    there = meant.get("effects")
    meant["effects"] = {**(there if isinstance(there, dict) else {}), id: {**node, "behaviour": True}}
    found = full(data_of(after))
    assert {key: value or None for key, value in found.items()} == {k: v or None for k, v in meant.items()}


@given(files(), st.data())
def test_a_decision_is_written_last_and_nothing_else_moves(file, data):
    chain, text = file
    id, _ = a_node(data.draw, chain)
    why = data.draw(st.sampled_from(TEXTS))
    after = ordered(text, AcceptOrder("NK304", id, why, "Chef"))
    decision = {"rule": "NK304", "at": id, "why": why, "decided_by": "Chef"}
    assert data_of(after) == {**chain, "accepted": [decision]}
    assert is_subsequence(text.splitlines(), after.splitlines())
    assert edit(after.encode(), Unset("", ("accepted",))).text == text


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # most chains have no indicators
@given(files(), st.data())
def test_a_measurement_is_written_and_taken_away_again(file, data):
    chain, text = file
    held = {id: full_node(chain[section][id]).get("indicators") for id, section in nodes(chain).items()}
    names = [(id, name) for id, indicators in held.items() for name in indicators or ()]
    assume(names)
    id, name = data.draw(st.sampled_from(names))
    after = ordered(text, MeasureOrder(f"{id}.{name}", "1 250,5", "2027-Q3"))
    meant = full(copy.deepcopy(chain))
    meant[nodes(chain)[id]][id]["indicators"][name]["measurements"] = {"2027-Q3": 1250.5}
    if after is None:
        return
    assert full(data_of(after)) == meant
    assert said(after) == said(text)
    with pytest.raises(CannotEdit, match=r".") as refused:
        ordered(after, MeasureOrder(f"{id}.{name}", "1", "2027-Q3"))
    assert refused.value.reason == "measured"
    assert (
        edit(after.encode(), Unset(id, ("indicators", name, "measurements"))).text == text
        or not chain[nodes(chain)[id]][id]["indicators"][name]
    )


def test_a_refusal_speaks_the_language_of_the_chain_and_knows_its_place():
    text = "nyttokedja: 1\ntitle: T\nbenefits:\n  ny:\ngoals:\n  ny:\n"
    with pytest.raises(CannotEdit, match="is there twice") as refused:
        planned(UnlinkOrder("ny", "x"), text)
    assert (refused.value.place.line, refused.value.place.column) == (6, 3)
    assert (refused.value.language, refused.value.keys, refused.value.spoken) == ("en", "en", True)
