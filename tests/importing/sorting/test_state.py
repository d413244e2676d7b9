"""Notes sorted an answer at a time: the chain, what is remembered of its imports, and what is asked next."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.importing.returning import read_memory
from nyttokedja.importing.sorting import Asking, Sorting
from nyttokedja.reading.parsed import Parsed
from tests.importing.returning.walls import again, first, wall

WALL = ("F: E-tjänst -> E: Färre fel", "Frigjord tid", "vad säger facket?", "färre fel!")


def begun(*lines, refs=None):
    text, memory = first(wall(*(lines or WALL), refs=refs))
    return Sorting(text.encode(), read_memory(memory)[0])


def came_again(state, *lines, refs=None):
    return again(state.chain.decode(), wall(*lines, refs=refs), state.memory.to_bytes())


def test_a_note_becomes_a_box_and_is_asked_for_its_arrows():
    state = begun()
    assert state.note == "Frigjord tid"
    after = state.becomes("benefit")
    assert "nyttor:\n  frigjord_tid:" in after.chain.decode()
    assert "- Frigjord tid" not in after.chain.decode()
    assert after.rest == (Asking("into", "frigjord_tid"), Asking("out", "frigjord_tid"))
    assert [box.id for box in after.candidates()] == ["e_tjänst", "färre_fel"]
    linked = after.linked(["färre_fel"])
    assert "leder_till: frigjord_tid" in linked.chain.decode()
    assert linked.skipped().note == "vad säger facket?"


@pytest.mark.parametrize("kind", ["change", "effect", "behaviour", "benefit", "drawback", "goal", "cost",
                                  "precondition", "obstacle", "risk", "opportunity"])  # fmt: skip
def test_what_is_sorted_stays_so_when_the_notes_come_again(kind):
    state = begun().becomes(kind)
    while state.rest:
        state = state.linked(["färre_fel"]) if state.candidates() else state.skipped()
    assert Parsed(state.chain).is_sound
    result = came_again(state, *WALL)
    assert (result.chain, result.memory) == (state.chain, state.memory.to_bytes())
    assert not result.gone.spots


def test_what_was_merged_or_thrown_away_does_not_come_back():
    state = begun().dropped().dropped().merged_with("färre_fel")
    text = state.chain.decode()
    assert "lappar" not in text
    assert "färre fel!" not in text, "it says no more than the title"
    result = came_again(state, *WALL)
    assert result.chain == state.chain
    later = came_again(state, *WALL, "en ny lapp")
    assert "  - en ny lapp\n" in later.chain.decode()


def test_words_that_a_box_does_not_have_are_kept_in_it():
    merged = begun("F: A", "Andra ord\nsom är fler").merged_with("a")
    assert "Andra ord" in merged.chain.decode()
    assert "som är fler" in merged.chain.decode()
    again_ = Sorting(merged.chain.replace(b"\n\n", b"\nlappar: [mer]\n\n", 1)).merged_with("a")
    assert Parsed(again_.chain).normal_form["changes"]["a"]["text"] == "Andra ord\nsom är fler\nmer"


def test_a_note_is_known_again_by_its_name_on_the_board_though_it_is_reworded():
    refs = {"Frigjord tid": "7", "Mer tid frigjord": "7"}
    state = begun(*WALL, refs=refs).becomes("benefit").skipped().skipped()
    result = came_again(state, *WALL[:1], "Mer tid frigjord", *WALL[2:], refs=refs)
    assert not result.new
    assert "- Mer tid frigjord" not in result.chain.decode()
    dropped = begun(*WALL, refs=refs).dropped()
    assert "Mer tid" not in came_again(dropped, *WALL[:1], "Mer tid frigjord", refs=refs).chain.decode()


def test_a_note_that_the_wall_gives_a_type_after_it_was_sorted_is_the_same_box():
    state = begun().becomes("benefit").skipped().skipped()
    result = came_again(state, "F: E-tjänst -> E: Färre fel -> N: Frigjord tid", *WALL[2:])
    assert not result.new
    assert "leder_till: frigjord_tid" in result.chain.decode()


def test_where_a_note_came_from_and_its_lines_go_along():
    note = 'lappar:\n  - {text: "Tid\\nsom används", ursprung: Workshop 3, etiketter: [a]}   # vem?\n'
    after = Sorting(f"nyttokedja: 1\nrubrik: K\n{note}".encode()).becomes("effect")
    node = Parsed(after.chain).normal_form["effects"]["tid"]
    assert node == {"text": "som används", "origin": "Workshop 3", "tags": ["a"]}


def test_a_note_left_for_later_is_passed_and_the_others_keep_their_places():
    state = begun().skipped()
    assert state.note == "vad säger facket?"
    after = state.dropped()
    assert after.note == "färre fel!"
    assert "- Frigjord tid" in after.chain.decode()
    assert after.skipped().asking is None


def test_without_a_memory_the_chain_is_sorted_all_the_same():
    state = Sorting(begun().chain).becomes("goal")
    assert state.memory is None
    assert "mål:\n  frigjord_tid:" in state.chain.decode()


def test_a_chain_with_faults_is_refused():
    with pytest.raises(CannotEdit):
        _ = Sorting(b"nyttokedja: 1\nrubrik: K\nnyttor: 7\n").notes
