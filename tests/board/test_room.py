"""Rooms: steps, whose they are, undo by bytes and by merging, and files from outside."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.board import Refused, Room, order_from_data
from tests.board.rooms import CHAIN, do, room


def test_a_step_is_kept_before_it_is_told():
    kept = []
    made = room(save=lambda before, after: kept.append((before, after)))
    answer = do(made, do="drop", note="Vad säger facket?")
    assert kept == [(CHAIN.encode(), made.data)]
    assert answer.revision == made.revision == 1

    def full(before, after):
        raise OSError("full")

    made = room(save=full)
    with pytest.raises(OSError, match="full"):
        do(made, do="drop", note="Vad säger facket?")
    assert made.data == CHAIN.encode()
    assert not made.steps


def test_an_order_that_comes_twice_is_carried_out_once():
    made = room()
    first = do(made, token="t", do="type", text="N: Ro")
    assert do(made, token="t", do="type", text="N: Ro") is first
    assert made.revision == 1


def test_undo_takes_back_mine_and_leaves_yours():
    made = room()
    do(made, "a", do="retitle", id="tid", title="Mer tid")
    do(made, "b", do="set", id="tid", key="ägare", value="Enhetschef")
    answer = made.undo("a")
    assert answer.said[0] == "Ångrade: ”Frigjord tid” heter nu ”Mer tid”."
    node = made.checked.graph.nodes["tid"]
    assert (node.title, node.owner) == ("Frigjord tid", "Enhetschef")
    with pytest.raises(Refused, match="inget av ditt"):
        made.undo("a")
    made.redo("a")
    assert made.checked.graph.nodes["tid"].title == "Mer tid"
    with pytest.raises(Refused, match="göra om"):
        made.redo("a")


def test_undo_that_others_stand_against_is_refused():
    made = room()
    do(made, "a", do="retitle", id="tid", title="Mer tid")
    do(made, "b", do="retitle", id="tid", title="Ännu mer tid")
    with pytest.raises(Refused, match="någon har ändrat"):
        made.undo("a")
    assert made.checked.graph.nodes["tid"].title == "Ännu mer tid"


def test_a_title_is_not_written_over_one_that_was_not_seen():
    made = room()
    order = order_from_data({"do": "retitle", "id": "tid", "title": "Mer tid"})
    made.carry_out(order, "a", seen="Frigjord tid")
    late = order_from_data({"do": "retitle", "id": "tid", "title": "Tid över"})
    with pytest.raises(Refused, match=r"”Mer tid”\. Det du skrev, ”Tid över”, står inte"):
        made.carry_out(late, "b", seen="Frigjord tid")
    assert made.checked.graph.nodes["tid"].title == "Mer tid"
    made.carry_out(order, "b", seen="Frigjord tid")  # of one mind
    assert made.revision == 1


def test_a_new_order_ends_what_can_be_done_again():
    made = room()
    do(made, do="type", text="N: Ro")
    made.undo("a")
    assert made.redoable("a")
    do(made, do="type", text="N: Lugn")
    assert not made.redoable("a")


def test_undo_redo_undo_goes_to_and_fro():
    made = room()
    do(made, do="type", text="N: Ro")
    after = made.data
    for _ in range(3):
        made.undo("a")
        assert made.data == CHAIN.encode()
        made.redo("a")
        assert made.data == after
    assert [step.said[0] for step in made.undoable("a")] == ["La till nyttan ”Ro”."]


def test_what_comes_from_outside_is_a_step_that_anyone_can_take_back():
    made = room()
    assert made.replace(made.data) is None
    made.replace(CHAIN.replace("Frigjord", "Sparad").encode())
    (step,) = made.undoable()
    assert made.undo("a", step.number).said[0].startswith("Ångrade: Filen ändrades")
    assert made.data == CHAIN.encode()


def test_a_file_that_cannot_be_read_refuses_orders_with_what_is_wrong_and_can_be_taken_back():
    made = room()
    made.replace(b"nyttokedja: 1\nrubrik: [")
    assert not made.is_readable
    with pytest.raises(Refused, match=r"går inte att läsa, så inget har ändrats\. .+"):
        do(made, do="type", text="N: Ro")
    made.undo("a", made.undoable()[0].number)
    assert made.data == CHAIN.encode()


def test_notes_for_a_file_with_faults_are_refused_with_what_is_wrong():
    made = room(CHAIN + "lapar: x\n")
    with pytest.raises(Refused, match=r"^Filen har fel som skulle gå förlorade\. Rätta dem först\. .*lapar"):
        do(made, do="type", text="N: Ro")


def test_a_new_error_is_told():
    made = room()
    answer = made.replace(CHAIN.replace("leder_till: [tid]", "leder_till: [tidd, annan]").encode())
    assert any(said.startswith("Nytt fel: ") for said in answer.said)


NOTES = st.sampled_from(["Ro", "E: Lugn", "N: Vila -> M: Hälsa", "Hinder: Buller", "F: Ny dörr -> E: Lugn"])
IDS = st.sampled_from(["lås", "färre_nycklar", "tid", "lugn", "vila", "buller", "hälsa"])
ORDERS = st.one_of(
    st.builds(lambda text: {"do": "type", "text": text}, NOTES),
    st.builds(lambda a, b: {"do": "link", "source": a, "target": b}, IDS, IDS),
    st.builds(lambda a, b: {"do": "unlink", "source": a, "target": b}, IDS, IDS),
    st.builds(
        lambda box, title: {"do": "retitle", "id": box, "title": title},
        IDS,
        st.sampled_from(["A", "Å: b", "-"]),
    ),
    st.builds(lambda box: {"do": "remove", "id": box}, IDS),
    st.builds(lambda box: {"do": "unsort", "id": box}, IDS),
    st.builds(lambda box: {"do": "move", "id": box, "type": "effekt"}, IDS),
    st.builds(lambda note: {"do": "drop", "note": note}, st.sampled_from(["Ro", "Nycklar: var?"])),
    st.builds(
        lambda note: {"do": "sort", "note": note, "type": "nytta"},
        st.sampled_from(["Ro", "Vad säger facket?"]),
    ),
)
STEPS = st.lists(
    st.tuples(st.sampled_from("ab"), st.one_of(ORDERS, st.sampled_from(["undo", "redo"]))), max_size=10
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_the_file_is_always_readable_and_all_taken_back_is_as_it_was(steps):
    made = room()
    for who, what in steps:
        with suppress(Refused):
            getattr(made, what)(who) if isinstance(what, str) else do(made, who, **what)
        assert made.is_readable
        assert Room(made.data, "kedja.yaml").checked.findings == made.checked.findings
    while made.undoable():
        step = made.undoable()[0]
        if step.after != made.data:
            return  # what is left was taken back in another order, by merging
        made.undo("a", step.number)
        assert made.data == step.before
    if all(what != "undo" for _, what in steps):
        assert made.data == CHAIN.encode()


def test_what_is_taken_back_is_kept_and_what_another_program_wrote_is_not_written_again():
    kept = []
    made = room(save=lambda before, after: kept.append((before, after)))
    do(made, do="drop", note="Vad säger facket?")
    without = made.data
    made.undo("a")
    assert kept == [(CHAIN.encode(), without), (without, CHAIN.encode())]
    made.replace(CHAIN.encode() + b"# mer\n")
    assert len(kept) == 2
