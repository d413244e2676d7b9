"""An import into a chain that is there: what has been done in the chain stands, and nothing comes twice."""

import json

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.fitting import fitted
from nyttokedja.importing.model import Collected, CollectedNote
from nyttokedja.importing.returning import Memory, Origin, read_memory
from nyttokedja.importing.returning.sentences import Told
from nyttokedja.reading.parsed import Parsed
from tests.importing.returning.walls import again, first, wall

ONE = (
    "F: Ny e-tjänst -> E: Färre kompletteringar",
    "E: Färre kompletteringar -> N: Frigjord tid {for=handläggare}",
    "H: Låg digital vana -> F: Ny e-tjänst",
    "vad säger facket?",
)
TWO = (
    "F: Ny e-tjänst -> E: Färre kompletteringar från sökande",
    "E: Färre kompletteringar från sökande -> N: Snabbare besked {for=sökande}",
    "H: Låg digital vana -> F: Ny e-tjänst",
    "vad säger facket?",
    "gäller det även bolagen?",
)
BOARD = Origin("tavla.json", "mural")


def without_section(text, heading):
    """A chain whose section somebody has struck out."""
    start = text.index(f"\n{heading}:")
    following = text.find("\n\n", start + 1)
    return text[:start] + (text[following:] if following > 0 else "")


def test_the_same_import_changes_no_byte():
    text, memory = first(wall(*ONE))
    result = again(text, wall(*ONE), memory)
    assert result.chain == text.encode()
    assert result.memory == memory
    more = again(text, wall(*TWO), memory)
    twice = again(more.chain.decode(), wall(*TWO), more.memory)
    assert (twice.chain, twice.memory) == (more.chain, more.memory)


def test_what_was_done_in_the_chain_stands_when_the_notes_come_again():
    text, memory = first(wall(*ONE))
    text = without_section(text, "hinder").replace(
        "    berör: handläggare\n", "    # frågat på mötet\n    berör: handläggare\n    ägare: Enhetschef\n"
    )
    text = text.replace("rubrik: Ny e-tjänst", 'rubrik: "E-tjänst för ansökan"   # bättre')
    result = again(text, wall(*TWO), memory)
    after = result.chain.decode()
    for kept in ("# frågat på mötet", "ägare: Enhetschef", 'rubrik: "E-tjänst för ansökan"   # bättre'):
        assert kept in after
    assert "Låg digital vana" not in after
    assert result.struck == ("Låg digital vana",)
    assert "rubrik: Färre kompletteringar från sökande" in after, "the reworded note is the same box"
    assert "färre_kompletteringar:" in after
    assert "snabbare_besked:\n    rubrik: Snabbare besked\n    berör: sökande" in after
    assert "frigjord_tid:" in after
    assert result.gone.boxes == ("frigjord_tid",)
    assert result.new == ("snabbare_besked",)
    assert result.new_notes == ("gäller det även bolagen?",)
    assert not result.clashes


def test_a_box_that_got_another_id_in_the_chain_is_the_same():
    text, memory = first(wall(*ONE))
    text = text.replace("frigjord_tid", "tid_frigors")
    result = again(text, wall(*ONE), memory)
    assert result.chain == text.encode()
    assert not result.new
    assert '"tid_frigors"' in result.memory.decode()


def test_a_new_arrow_to_a_box_that_was_struck_is_left_out():
    text, memory = first(wall(*ONE))
    text = without_section(text, "nyttor").replace("    leder_till: frigjord_tid\n", "")
    result = again(text, wall(*ONE, "F: Ny e-tjänst -> N: Frigjord tid {for=handläggare}"), memory)
    assert result.chain == text.encode()
    assert result.struck == ("Frigjord tid",)


def test_what_both_have_changed_stands_as_the_chain_has_it_and_is_told_once():
    text, memory = first(wall("N: Frigjord tid {owner=Enhetschef}"))
    text = text.replace("Enhetschef", "Områdeschef")
    result = again(text, wall("N: Frigjord tid {owner=Nämnden}"), memory)
    assert result.chain == text.encode()
    assert [(one.node, one.keys) for one in result.clashes] == [("frigjord_tid", ("owner",))]
    assert not again(text, wall("N: Frigjord tid {owner=Nämnden}"), result.memory).clashes


def test_what_changes_on_the_wall_alone_comes_along():
    text, memory = first(wall("N: Frigjord tid {owner=Enhetschef}"))
    after = again(text, wall("N: Frigjord tid {owner=Nämnden}"), memory).chain.decode()
    assert after == text.replace("Enhetschef", "Nämnden")


def test_another_type_on_the_wall_moves_the_box():
    text, memory = first(wall("F: A -> E: Färre fel"))
    after = again(text, wall("F: A -> N: Färre fel"), memory).chain.decode()
    assert "nyttor:\n  färre_fel:" in after
    assert after.count("färre_fel:") == 1
    own = text.replace("    rubrik: Färre fel\n", "    rubrik: Färre fel\n    beteende: ja\n")
    stands = again(own, wall("F: A -> N: Färre fel"), memory)
    assert stands.chain == own.encode(), "a benefit is no behaviour"
    assert stands.clashes


class TestVanished:
    def test_nothing_is_taken_away_by_itself_and_all_that_is_untouched_by_prune(self):
        text, memory = first(wall(*ONE))
        left = (ONE[0], "H: Låg digital vana -> F: Ny e-tjänst")
        kept = again(text, wall(*left), memory)
        assert kept.chain == text.encode()
        assert kept.gone.boxes == ("frigjord_tid",)
        assert kept.gone.notes == ("vad säger facket?",)
        pruned = again(text, wall(*left), kept.memory, prune=True)
        after = pruned.chain.decode()
        assert "frigjord" not in after
        assert "facket" not in after
        assert pruned.pruned.boxes == ("frigjord_tid",)
        assert not pruned.gone.spots
        assert again(after, wall(*left), pruned.memory, prune=True).chain == pruned.chain

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("    berör: handläggare\n", "    berör: handläggare\n    ägare: Enhetschef\n"),
            ("\nhinder:", "\nmål:\n  m:\n    rubrik: M\n\nrisker:\n  r:\n    vid: frigjord_tid\n\nhinder:"),
            (
                "leder_till: frigjord_tid",
                "leder_till: {till: frigjord_tid, eftersom: de slipper ringa}",
            ),
        ],
    )
    def test_prune_leaves_what_somebody_has_touched_with_what_points_at_it(self, old, new):
        text, memory = first(wall(*ONE))
        touched = text.replace(old, new)
        assert touched != text
        result = again(touched, wall(ONE[0], ONE[2], ONE[3]), memory, prune=True)
        assert result.chain == touched.encode()
        assert result.gone.boxes == ("frigjord_tid",)

    def test_an_arrow_that_was_moved_is_kept_and_listed(self):
        text, memory = first(wall("E: A -> N: Bättre", "N: Cykling"))
        result = again(text, wall("E: A -> N: Cykling", "N: Bättre"), memory)
        assert "[bättre, cykling]" in result.chain.decode()
        assert result.gone.arrows == (("a", "bättre"),)

    def test_a_box_of_several_sources_is_gone_when_it_is_gone_from_all(self):
        text, memory = first(wall(*ONE))
        both = again(
            text, wall("E: Färre kompletteringar -> N: Frigjord tid {for=handläggare}"), memory, BOARD
        )
        assert both.chain == text.encode()
        one = again(text, wall(ONE[0]), both.memory)
        assert "frigjord_tid" not in one.gone.boxes
        other = again(text, wall("E: Färre kompletteringar"), one.memory, BOARD)
        assert other.gone.boxes == ("frigjord_tid",)


class TestNotes:
    def test_a_note_that_the_board_has_reworded_is_the_same(self):
        text, memory = first(wall("vad säger facket?", "kostnad?", refs={"vad säger facket?": "7"}))
        after = again(
            text, wall("vad säger skyddsombudet?", "kostnad?", refs={"vad säger skyddsombudet?": "7"}), memory
        )
        assert "facket" not in after.chain.decode()
        assert "vad säger skyddsombudet?" in after.chain.decode()

    def test_a_note_that_got_a_type_on_the_wall_stands_once(self):
        text, memory = first(wall("F: A", "Frigjord tid"))
        after = again(text, wall("F: A -> N: Frigjord tid"), memory)
        assert "lappar" not in after.chain.decode()
        assert after.new == ("frigjord_tid",)

    def test_a_note_that_was_struck_stays_so(self):
        text, memory = first(wall("F: A", "vad säger facket?"))
        struck = text.replace("\nlappar:\n  - vad säger facket?\n", "")
        assert again(struck, wall("F: A", "vad säger facket?"), memory).chain == struck.encode()

    def test_a_note_that_the_wall_has_twice_changes_nothing_at_the_next_import(self):
        note = CollectedNote("1", "fler?"), CollectedNote("2", "fler?")
        imported = fitted(Collected("V", (), note))
        text, memory = first(imported)
        result = again(text, imported, memory)
        assert (result.chain, result.memory) == (text.encode(), memory)

    def test_a_note_that_stands_twice_is_one(self):
        text, memory = first(wall("F: A", "fler?"))
        twice = text + "  - fler?   # två röster\n"
        after = again(twice, wall("F: A", "fler?", "ny"), memory).chain.decode()
        assert after.count("fler?") in (1, 2)
        assert "  - ny\n" in after


def test_a_chain_that_was_never_imported_keeps_all_that_it_says():
    nodes = "nyttor:\n  tid:\n    rubrik: FRIGJORD TID\n    ägare: Chef\n"
    text = f"nyttokedja: 1\nrubrik: Min kedja\nskede: plan\n{nodes}"
    result = again(text, wall("E: Färre fel -> N: Frigjord tid {owner=Nämnden; for=chefer}"), None)
    after = result.chain.decode()
    assert "rubrik: Min kedja\nskede: plan\n" in after
    assert "  tid:\n    rubrik: FRIGJORD TID\n    berör: chefer\n    ägare: Chef\n" in after
    assert "leder_till: tid" in after
    assert [(one.node, one.keys) for one in result.clashes] == [("tid", ("owner",))]


def test_a_section_that_was_said_to_be_empty_is_filled_and_that_is_told():
    text = "nyttokedja: 1\nrubrik: K\nhinder: inga\nförändringar:\n  a: A\n"
    result = again(text, wall("H: Vana -> F: A"), None)
    assert "hinder:\n  vana:" in result.chain.decode()
    assert [one.reason for one in result.clashes] == ["none"]


def test_words_that_several_boxes_have_are_a_new_box_and_said():
    text, memory = first(wall("N: Frigjord tid {for=chefer}", "N: Frigjord tid {for=personal}"))
    result = again(text, wall("N: Frigjord tid {for=brukare}"), memory)
    assert len(result.new) == 1
    assert result.matched.twins == ("Frigjord tid",)


def test_a_near_title_is_said_and_not_merged():
    text, memory = first(wall("E: Färre kompletteringar"))
    result = again(text, wall("E: Färre kompletteringar", "E: Färre kompleteringar"), memory)
    assert result.new == ("färre_kompleteringar",)
    assert result.matched.near == (("Färre kompleteringar", "Färre kompletteringar"),)


def test_another_note_in_the_same_place_is_another_box():
    text, memory = first(wall("E: A -> N: Frigjord tid {for=chefer}"))
    result = again(text, wall("E: A -> N: Lägre stress {for=chefer}"), memory)
    assert result.new == ("lägre_stress",)
    assert ("Lägre stress", "Frigjord tid") in result.matched.near


@pytest.mark.parametrize(("format", "new"), [("mural", ()), ("pptx", ("bättre_luft",))])
def test_a_weak_name_counts_only_where_the_words_are_alike(format, new):
    origin = Origin("tavla", format)
    text, memory = first(wall("E: Färre fel", refs={"Färre fel": "4"}), origin)
    assert again(text, wall("E: Bättre luft", refs={"Bättre luft": "4"}), memory, origin).new == new


class TestMemory:
    def test_it_names_nobody_and_has_no_clock(self):
        imported = wall("N: Frigjord tid {owner=Anna Ek; text=@Anna Ek}", "H: Vana {owner=Anna Ek}")
        text, memory = first(imported)
        assert b"Anna" not in memory
        assert again(text, imported, memory).chain == text.encode()
        gone = again(text, wall("H: Vana {owner=Anna Ek}"), memory)
        assert b"Anna" not in gone.memory
        assert (
            "frigjord_tid"
            not in again(text, wall("H: Vana {owner=Anna Ek}"), gone.memory, prune=True).chain.decode()
        )

    @pytest.mark.parametrize(
        ("content", "lost"),
        [
            (b"{", "damaged"),
            (b"[]", "damaged"),
            (b'{"nyttokedja-import": 1, "sources": {"a": {"format": "x", "data": {"goals": 7}}}}', "damaged"),
            (b'{"nyttokedja-import": 1, "sources": {"a": []}}', "damaged"),
            (b"[" * 100_000, "damaged"),
            (b"\xff\xfe", "damaged"),
            (b'{\n<<<<<<< HEAD\n"a": 1\n=======\n>>>>>>> b\n}', "conflict"),
            (b'{"nyttokedja-import": 2}', "version"),
        ],
    )
    def test_what_cannot_be_used_counts_as_lost(self, content, lost):
        memory, why = read_memory(content)
        assert why == lost
        assert not memory.sources

    def test_without_it_nothing_is_lost_or_doubled(self):
        text, _ = first(wall(*ONE))
        own = text.replace("Frigjord tid", "Frigjord Tid").replace("handläggare", "handläggare   # här")
        result = again(own, wall(*ONE), None)
        assert result.chain == own.encode()

    def test_an_import_that_was_taken_back_is_forgotten(self):
        text, memory = first(wall(*ONE))
        result = again(text, wall(*TWO), memory)
        back = again(text, wall(*TWO), result.memory)
        assert back.chain == result.chain, "nothing was struck by going back"
        assert json.loads(back.memory) == json.loads(result.memory)

    def test_after_a_run_that_was_killed_between_the_files_the_pair_is_whole_again(self):
        text, memory = first(wall(*ONE))
        result = again(text, wall(*TWO), memory)
        mended = again(result.chain.decode(), wall(*TWO), memory)
        assert mended.chain == result.chain
        assert again(mended.chain.decode(), wall(*TWO), mended.memory).chain == result.chain


def test_line_ends_and_a_byte_order_mark_stay():
    text, memory = first(wall(*ONE))
    written = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    from nyttokedja.importing.returning import returned
    from tests.importing.returning.walls import NOTES

    result = returned(written, wall(*TWO), NOTES, read_memory(memory)[0], name="k.yaml")
    assert result.chain.startswith(b"\xef\xbb\xbf")
    assert result.chain.count(b"\n") == result.chain.count(b"\r\n") > written.count(b"\r\n")
    assert Parsed(result.chain).is_sound


@pytest.mark.parametrize("text", ["nyttokedja: 1\nrubrik: K\nnyttor: 7\n", "- a\n", "nyttokedja: [\n"])
def test_a_chain_with_faults_is_refused(text):
    with pytest.raises(CannotRead, match=r"nyttokedja check k\.yaml"):
        again(text, wall(*ONE), None)


class TestOrigin:
    def test_that_a_box_comes_again_does_not_change_where_it_came_from(self):
        text, memory = first(wall("N: Tid {origin=Workshop 1}", "H: Vana {origin=Workshop 1}"))
        struck = without_section(text, "hinder")
        lines = ("N: Tid {origin=Workshop 2}", "H: Vana {origin=Workshop 2}", "N: Ro {origin=Workshop 2}")
        result = again(struck, wall(*lines), memory)
        after = result.chain.decode()
        assert "  tid:\n    rubrik: Tid\n    ursprung: Workshop 1\n" in after
        assert "  ro:\n    rubrik: Ro\n    ursprung: Workshop 2\n" in after
        assert not result.clashes
        assert not result.gone.spots

    def test_a_chain_without_language_and_stage_is_remembered_whole(self):
        result = again("nyttokedja: 1\nrubrik: K\neffekter:\n  a: A\n", wall("E: A", "N: Tid"), None)
        assert read_memory(result.memory)[1] == ""
        assert "skede" not in result.chain.decode()
        assert "språk" not in result.chain.decode()


def test_a_box_that_was_struck_and_is_reworded_on_the_wall_stays_struck_and_is_told():
    text, memory = first(wall("N: Tid", "H: Låg vana vid datorer"))
    result = again(
        without_section(text, "hinder"), wall("N: Tid", "H: Låg vana vid datorer {owner=Chef}"), memory
    )
    assert "hinder" not in result.chain.decode()
    told = list(Told(result, "k.yaml", "v.txt").lines())
    assert "  ”Låg vana vid datorer” är struken i kedjan, men har ändrats i inläsningen." in told


class TestAnotherFile:
    """The wall again, saved under another name, or another workshop about the same."""

    LATER = Origin("vaggen (1).json", "mural")

    def test_what_was_struck_retitled_or_changed_since_the_first_stands(self):
        text, memory = first(wall(*ONE), BOARD)
        text = (
            without_section(text, "hinder")
            .replace("Frigjord tid", "Mer tid")
            .replace("  - vad säger facket?\n", "")
        )
        text = text.replace("\nlappar:\n", "")
        result = again(text, wall(*ONE, "ny lapp"), memory, self.LATER)
        assert result.chain.decode().strip() == text.rstrip("\n") + "\n\nlappar:\n  - ny lapp"
        assert set(result.struck) == {"Låg digital vana", "vad säger facket?"}
        assert not result.clashes
        assert not result.gone.spots

    def test_names_of_a_board_hold_in_a_file_of_another_name(self):
        text, memory = first(wall("E: Färre fel", "hur?", refs={"Färre fel": "1", "hur?": "2"}), BOARD)
        later = wall("E: Bättre luft", "när?", refs={"Bättre luft": "1", "när?": "2"})
        result = again(text, later, memory, self.LATER)
        assert not result.new
        assert "rubrik: Färre fel" in result.chain.decode(), "the first file still says so"
        assert [one.node for one in result.clashes] == ["färre_fel"]

    def test_what_a_second_file_says_no_more_is_gone_only_where_the_first_says_it_not(self):
        text, memory = first(wall(*ONE), BOARD)
        both = again(text, wall(ONE[0], "N: Eget"), memory, self.LATER)
        less = again(both.chain.decode(), wall(ONE[0]), both.memory, self.LATER)
        assert less.gone.boxes == ("eget",)
        assert again(less.chain.decode(), wall(*ONE), less.memory, BOARD).gone.boxes == ()


@pytest.mark.parametrize("data", [[], None, 5, "x", {}, [["a"]]])
def test_a_memory_that_is_no_chain_is_damaged_and_nothing_worse(data):
    held = {"nyttokedja-import": 1, "sources": {"a.txt": {"data": data, "format": "notes"}}}
    assert read_memory(json.dumps(held).encode()) == (Memory(), "damaged")
