"""Whatever the file looks like: an edit does what was meant, nothing else moves, and it can be undone."""

import copy

from hypothesis import assume, given
from hypothesis import strategies as st

from nyttokedja.editing import (
    AddItem,
    AddNode,
    CannotEdit,
    Lengthen,
    MoveNode,
    RemoveItem,
    RemoveNode,
    RenameId,
    Set,
    Shorten,
    Unset,
    edit,
)
from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import SECTIONS as TYPES
from nyttokedja.model.chain import NodeType, title_from
from nyttokedja.reading.comments import comments
from nyttokedja.reading.outline import outline
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate
from tests.editing.generated import POINTING, SECTIONS, TEXTS, files, full, full_node


def data_of(text):
    source = read(text.encode() if isinstance(text, str) else text)
    assert source.root is not None, (source.faults, text)
    return plain(translate(source.root).root)


def said(text):
    source = read(text.encode())
    return [source.text[c.start : c.end].rstrip() for c in comments(outline(source))]


def nodes(data):
    return {
        id: section for section in SECTIONS if isinstance(data.get(section), dict) for id in data[section]
    }


def a_node(draw, data):
    found = nodes(data)
    assume(found)
    id = draw(st.sampled_from(sorted(found)))
    return id, found[id]


def edited(text, *edits):
    """The file after edits, or None where comments would have been lost."""
    try:
        return edit(text.encode(), *edits)
    except CannotEdit as refused:
        if refused.reason == "comments-inside" and "#" in text:
            return None
        raise


@given(files())
def test_the_generated_files_say_what_they_were_made_of(file):
    data, text = file
    assert data_of(text) == data


@given(files(), st.data())
def test_a_field_is_set(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    field, value = data.draw(
        st.sampled_from(
            [("title", TEXTS), ("text", TEXTS), ("tags", [["x"], ["å", "no"]]), ("x-egen", [1, "y"])]
        )
    )
    value = data.draw(st.sampled_from(value))
    after = edited(text, Set(id, (field,), value))
    if after is None:
        assert isinstance(chain[section][id][field], list)
        return
    meant = full(copy.deepcopy(chain))
    meant[section][id][field] = value
    assert full(data_of(after.text)) == meant
    had = field in full_node(chain[section][id])
    assert said(after.text) == said(text)
    if not had and isinstance(chain[section][id], dict):
        undone = edit(after.after, Unset(id, (field,)))
        assert undone.text == text


@given(files(), st.data())
def test_a_field_is_set_and_set_back(file, data):
    chain, text = file
    held = {id: chain[section][id] for id, section in nodes(chain).items()}
    places = [
        (id, f)
        for id, node in held.items()
        if isinstance(node, dict)
        for f in node
        if f in ("title", "text", "owner")
    ]
    id, field = data.draw(st.sampled_from([("", "title"), *places]))
    after = edit(text.encode(), Set(id, (field,), "En annan"))
    found = data_of(after.text)
    assert (found[nodes(chain)[id]][id] if id else found)[field] == "En annan"
    back = edit(after.after, Set(id, (field,), (held[id] if id else chain)[field]))
    assert data_of(back.text) == chain
    assert said(back.text) == said(text)


@given(files(), st.data())
def test_a_node_is_added_and_removed_again(file, data):
    chain, text = file
    kind = data.draw(st.sampled_from([NodeType.EFFECT, NodeType.BENEFIT, NodeType.GOAL, NodeType.COST]))
    node = data.draw(
        st.sampled_from(
            [None, "Ny ruta: bra", {"title": "no", "leads_to": "a"}, {"text": "x", "tags": ["y", "z"]}]
        )
    )
    after = edit(text.encode(), AddNode(kind, "ny_ruta", node))
    meant = copy.deepcopy(chain)
    before = chain.get(kind.section)
    meant[kind.section] = {**(before if isinstance(before, dict) else {}), "ny_ruta": node}
    assert data_of(after.text) == meant
    assert said(after.text) == said(text)
    if isinstance(before, dict):
        assert edit(after.after, RemoveNode("ny_ruta")).text == text
    elif kind.section not in chain:
        assert edit(after.after, Unset("", (kind.section,))).text == text
    else:
        assert data_of(edit(after.after, Set("", (kind.section,), before)).text) == chain


@given(files(), st.data())
def test_a_node_is_removed_and_nothing_else(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    after = edit(text.encode(), RemoveNode(id))
    meant = copy.deepcopy(chain)
    del meant[section][id]
    found = data_of(after.text)
    assert (found[section] or {}) == meant.pop(section)
    assert {key: value for key, value in found.items() if key != section} == meant
    left = iter(text.splitlines())
    flow = any(c.flow and c.key and c.key.value == id for c in outline(read(text.encode())).children.values())
    if not flow:
        assert all(line in left for line in after.text.splitlines() if line.strip() != "-")


@given(files(), st.data())
def test_an_id_is_renamed_and_renamed_back(file, data):
    chain, text = file
    id, _ = a_node(data.draw, chain)
    assume(id != "no")
    after = edit(text.encode(), RenameId(id, "nytt_namn"))
    assert full(data_of(after.text)) == renamed(full(chain), id, "nytt_namn")
    assert edit(after.after, RenameId("nytt_namn", id)).text == text


def renamed(chain, old, new):
    for section in SECTIONS:
        if isinstance(chain.get(section), dict):
            chain[section] = {new if id == old else id: node for id, node in chain[section].items()}
            for node in chain[section].values():
                for key in set(POINTING) & set(node):
                    node[key] = [
                        {**item, "to": new if item["to"] == old else item["to"]}
                        if isinstance(item, dict)
                        else new
                        if item == old
                        else item
                        for item in node[key]
                    ]
    for holder, key in told_of(chain):
        named = holder[key]
        several = [new if id == old else id for id in (named if isinstance(named, list) else [named])]
        holder[key] = several if isinstance(named, list) else several[0]
    return chain


def told_of(chain):
    """Where the handover and the stories name boxes: what holds the key, and the key."""
    holders = [
        (chain.get("handover"), "followed_up"),
        *((one, "at") for one in chain.get("success_stories", ())),
    ]
    return [(held, key) for held, key in holders if isinstance(held, dict) and key in held]


@given(files(), st.data())
def test_a_node_is_moved_with_its_comments(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    fields = set(chain[section][id]) if isinstance(chain[section][id], dict) else set()
    there = [s for s in SECTIONS if fields <= set(root_form().within(s).within(id).schema["properties"])]
    assume(set(there) - {section})
    to = data.draw(st.sampled_from([s for s in there if s != section]))
    after = edited(text, MoveNode(id, TYPES[to]))
    if after is None:
        return
    found, meant = data_of(after.text), copy.deepcopy(chain)
    node = meant[section].pop(id)
    meant[section] = meant[section] or None
    meant[to] = {**(meant[to] if isinstance(meant.get(to), dict) else {}), id: node}
    assert {k: v or None for k, v in found.items()} == {k: v or None for k, v in meant.items()}
    assert list(found[to])[-1] == id
    assert sorted(said(after.text)) == sorted(said(text))


@given(files(), st.data())
def test_an_item_is_added_and_removed_again(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    node = chain[section][id]
    field, item = data.draw(
        st.sampled_from([("leads_to", "a"), ("leads_to", {"to": "a", "because": "no"}), ("tags", "z")])
    )
    if section == "obstacles" and field == "leads_to":
        field, item = "hinders", "a"
    after = edited(text, AddItem(id, (field,), item))
    if after is None:
        assert isinstance(node[field], dict)
        return
    meant = full(copy.deepcopy(chain))
    said_item = {"to": item} if field == "leads_to" and isinstance(item, str) else item
    meant[section][id].setdefault(field, []).append(said_item)
    assert full(data_of(after.text)) == meant
    assert said(after.text) == said(text)
    count = len(meant[section][id][field])
    undone = edit(after.after, RemoveItem(id, (field,), count - 1))
    meant[section][id][field].pop()
    if not meant[section][id][field]:
        del meant[section][id][field]
    assert full(data_of(undone.text)) == meant
    assert said(undone.text) == said(text)
    if isinstance(node, dict) and isinstance(node.get(field), list) and len(node[field]) > 1:
        assert undone.text == text


@given(files(), st.data())
def test_a_short_form_is_lengthened_and_shortened_again(file, data):
    chain, text = file
    id, section = a_node(data.draw, chain)
    node = chain[section][id]
    after = edit(text.encode(), Lengthen(id))
    found = data_of(after.text)
    title = title_from(id) if node is None else node
    assert found[section][id] == (node if isinstance(node, dict) else {"title": title})
    assert said(after.text) == said(text)
    if not isinstance(node, dict) and said(text) == []:
        assert data_of(edit(after.after, Shorten(id)).text)[section][id] == (
            None if title == title_from(id) else node
        )
