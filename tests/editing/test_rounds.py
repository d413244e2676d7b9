"""Edits that are made in rounds: the same bytes, the same refusals, in as few readings as can be."""

import pytest
from hypothesis import event, given, settings
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
    rounds,
)
from nyttokedja.editing.engine import STEPS
from nyttokedja.model.chain import NodeType
from nyttokedja.reading.parsed import Parsed
from tests.editing.generated import TEXTS, Hand, node

HEAD = "nyttokedja: 1\nrubrik: X\n"


def boxes(n, box="    rubrik: Ruta\n    leder_till: m\n"):
    return "effekter:\n" + "".join(f"  e{i}:\n{box}" for i in range(n)) + "mål:\n  m: Bra\n"


def in_rounds(text, *wanted):
    """The file after edits of one box each, in rounds; None where they are not made so."""
    return rounds.in_rounds(Parsed((HEAD + text).encode()), wanted, lambda one, d: STEPS[type(one)](one, d))


def one_by_one(data, wanted):
    for one in wanted:
        data = edit(data, one).after
    return data


def told(work):
    """What came of edits: bytes, or all that is said of why they were not made."""
    try:
        return work()
    except CannotEdit as refused:
        return (
            refused.reason,
            refused.particulars,
            refused.place,
            refused.language,
            refused.keys,
            str(refused),
        )


EVERY = [Set(f"e{i}", ("title",), f"Ruta {i}") for i in range(6)]
ROUNDS = {
    "one of each box": (EVERY, 1),
    "several of one box, between others": (
        [*EVERY, Unset("e2", ("leads_to",)), Set("e2", ("text",), "t")],
        3,
    ),
    "of one box after each other": (
        [*EVERY[:1], Lengthen("e0"), AddItem("e0", ("tags",), "x"), *EVERY[1:]],
        3,
    ),
}


@pytest.mark.parametrize("name", ROUNDS)
def test_a_file_is_read_once_a_round(name, monkeypatch):
    wanted, n = ROUNDS[name]
    text, made = boxes(6), []
    real = rounds.written_together
    monkeypatch.setattr(rounds, "written_together", lambda *a: made.append(a) or real(*a))
    after = in_rounds(text, *wanted)
    assert after is not None
    assert len(made) == n
    assert (
        edit((HEAD + text).encode(), *wanted).after
        == after.data
        == one_by_one((HEAD + text).encode(), wanted)
    )


QUOTED = "  a: {rubrik: 'no'}\n  b: {rubrik: 'no'}\n  c:\n  d:\n  e:\n"
ALONE = {
    "a single edit": (boxes(2), EVERY[:1]),
    "of one box": (boxes(2), [EVERY[0], Unset("e0", ("title",))]),
    "boxes on one line": ("effekter: {e0: En, e1: Två}\n", EVERY[:2]),
    "a box that is not there": (boxes(2), [EVERY[0], Set("e9", ("title",), "x")]),
    "a file with a fault": (boxes(2, "    rubrik: Ruta\n    okänt: 1\n"), EVERY[:2]),
    "a file that gets a fault": (boxes(2), [EVERY[0], Set("e1", ("behaviour",), 1)]),
    "a file that has a fault for a while": (
        boxes(2),
        [EVERY[0], Set("e1", ("behaviour",), 1), Set("e1", ("behaviour",), value=True)],
    ),
    "both kinds of line break": (boxes(2).replace("\n", "\r\n", 3), EVERY[:2]),
    "quotes that change": (
        "mål:\n" + QUOTED,
        [Set("a", ("title",), "A"), Set("b", ("title",), "B"), Set("c", ("title",), "no")],
    ),
    "the first list of several": (
        "effekter:\n  a:\n    leder_till: [m]\n  b:\n    leder_till: [m, b]\n  c:\n    leder_till:\n"
        "      - m\n  d:\n    leder_till: m\nmål:\n  m:\n",
        [
            AddItem("a", ("leads_to",), "d"),
            AddItem("c", ("leads_to",), "d"),
            AddItem("d", ("leads_to",), "a"),
        ],
    ),
    "fewer single arrows in lists": (
        "effekter:\n  a: {leder_till: [m]}\n  b: {leder_till: [m]}\n  c: {leder_till: m}\n  d:\nmål:\n  m:\n",
        [Unset("a", ("leads_to",)), AddItem("d", ("leads_to",), "m")],
    ),
    "the first bare date": (
        "nyttor:\n  a: {när: '2027-01-01'}\n  b: {när: 2027-02-01}\n",
        [Unset("b", ("when",)), Set("a", ("when",), "2027-03-01")],
    ),
}


@pytest.mark.parametrize("name", ALONE)
def test_what_is_not_certain_to_be_the_same_is_made_one_after_the_other(name):
    text, wanted = ALONE[name]
    assert in_rounds(text, *wanted) is None
    data = (HEAD + text).encode()
    assert told(lambda: edit(data, *wanted).after) == told(lambda: one_by_one(data, wanted))


def test_a_file_is_not_mixed_larger_than_may_be_read():
    text = boxes(2)
    parsed = Parsed((HEAD + text).encode())
    small = parsed.limits._replace(file=2 * len(parsed.data) + 20)
    for limits, made in ((small, True), (small._replace(file=small.file - 40), False)):
        within = Parsed(parsed.data, "", limits)
        after = rounds.in_rounds(within, EVERY[:2], lambda one, d: STEPS[type(one)](one, d))
        assert (after is not None) == made


def test_other_edits_end_a_run():
    add = AddNode(NodeType.EFFECT, "ny")
    wanted = [*EVERY[:2], add, Set("", ("title",), "Y"), *EVERY[2:4]]
    assert list(rounds.windows(wanted)) == [EVERY[:2], [add], [wanted[3]], EVERY[2:4]]


DEPENDENT = {
    "rename, then set": [RenameId("e0", "ny"), Set("ny", ("title",), "Ny"), EVERY[1], EVERY[2]],
    "rename, then set the old one": [RenameId("e0", "ny"), *EVERY],
    "add, then link": [
        AddNode(NodeType.GOAL, "ny"),
        *(AddItem(f"e{i}", ("leads_to",), "ny") for i in range(4)),
    ],
    "set, then add": [*EVERY[:3], AddNode(NodeType.EFFECT, "ny"), AddItem("ny", ("leads_to",), "e0")],
    "remove, then set": [*EVERY[:3], RemoveNode("e1"), *EVERY],
    "move, then set": [*EVERY[:3], MoveNode("e1", NodeType.GOAL), EVERY[1], EVERY[0]],
    "set, then take away": [*EVERY, *(Unset(f"e{i}", ("leads_to",)) for i in range(6))],
    "shorten after taking away": [
        *(Unset("e3", (k,)) for k in ("leads_to", "title")),
        *EVERY[:2],
        Shorten("e3"),
    ],
    "an item twice": [AddItem("e1", ("leads_to",), "e2"), *EVERY[2:], RemoveItem("e1", ("leads_to",), 1)],
}


@pytest.mark.parametrize("name", DEPENDENT)
def test_edits_that_depend_on_each_other_are_as_one_after_the_other(name):
    data = (HEAD + boxes(6)).encode()
    wanted = DEPENDENT[name]
    assert told(lambda: edit(data, *wanted).after) == told(lambda: one_by_one(data, wanted))


# -- any file, any edits ----------------------------------------------------------------------------

IDS = [f"e{n}" for n in range(9)]
FIELDS = {"title": TEXTS, "text": TEXTS, "tags": [["x"], ["å", "no"]], "x-egen": [1, "y"], "owner": ["Chef"]}


@st.composite
def large(draw):
    """A file with more boxes than `generated.files` has, so that it is laid out in one way for the most."""
    data = {"nyttokedja": 1, "title": "X"}
    for n, section in enumerate(("effects", "benefits", "obstacles")):
        data[section] = {id: draw(node(section, IDS)) for id in IDS[n::3]}
    hand = Hand(draw(st.integers(0, 10**6)), draw(st.sampled_from(["sv", "nb", "en"])))
    hand.flow = draw(st.sampled_from([0.1, 0.5]))
    hand.quotes = draw(st.sampled_from([0, 0, 0.3]))
    hand.newline = "\n"
    return hand.write(data).encode()


def of_one_box(ids):
    id = st.sampled_from(ids)
    field = st.sampled_from(sorted(FIELDS)).flatmap(
        lambda key: st.tuples(st.just((key,)), st.sampled_from(FIELDS[key]))
    )
    several = st.sampled_from(["leads_to", "tags", "hinders"])
    return st.one_of(
        st.builds(lambda at, said: Set(at, *said), id, field),
        st.builds(lambda at, said: Set(at, *said), id, field),
        st.builds(lambda at, key: AddItem(at, (key,), "e0"), id, several),
        st.builds(lambda at, key: Unset(at, (key,)), id, st.sampled_from(["title", "leads_to", "tags"])),
        st.builds(lambda at, key: RemoveItem(at, (key,), 0), id, several),
        st.builds(Lengthen, id),
        st.builds(Shorten, id),
    )


def of_all_kinds(ids):
    id = st.sampled_from(ids)
    return st.one_of(
        of_one_box(ids),
        of_one_box(ids),
        of_one_box(ids),
        st.builds(RenameId, id, st.sampled_from(["nytt", "e1"])),
        st.builds(AddNode, st.sampled_from([NodeType.EFFECT, NodeType.GOAL]), st.just("ny")),
        st.builds(RemoveNode, id),
        st.builds(MoveNode, id, st.just(NodeType.BENEFIT)),
        st.builds(lambda text: Set("", ("title",), text), st.sampled_from(TEXTS)),
    )


def can_be_made(data, wanted):
    """Those of edits that can be made, each in the file after those before it."""
    for one in wanted:
        try:
            data = edit(data, one).after
        except CannotEdit:
            continue
        yield one


@given(large(), st.lists(of_all_kinds([*IDS, "nytt", "ny"]), min_size=2, max_size=8))
@settings(max_examples=60)
def test_any_edits_are_made_or_refused_as_one_after_the_other(data, wanted):
    assert told(lambda: edit(data, *wanted).after) == told(lambda: one_by_one(data, wanted))


@given(large(), st.lists(of_one_box(IDS), min_size=4, max_size=12))
@settings(max_examples=80)
def test_edits_of_boxes_give_the_same_bytes_in_rounds(data, wanted):
    wanted = list(can_be_made(data, wanted))
    after = rounds.in_rounds(Parsed(data), wanted, lambda one, d: STEPS[type(one)](one, d))
    event("rounds" if after else "one after the other")
    assert after is None or after.data == one_by_one(data, wanted)
