"""What each order comes to in the file, and what is said of it."""

import pytest

from nyttokedja.board import Refused
from nyttokedja.board.state import state_of
from nyttokedja.language.tables import table
from tests.board.rooms import CHAIN, do, room

NOTE = "  - Vad säger facket?   # fråga Ann\n"


@pytest.mark.parametrize(
    ("order", "before", "after", "said"),
    [
        (
            {"do": "sort", "note": "Vad säger facket?", "type": "hinder", "targets": ["tid"]},
            NOTE,
            "",
            "Lappen ”Vad säger facket?” är nu ett hinder.",
        ),
        ({"do": "drop", "note": "Vad säger facket?"}, NOTE, "", "Tog bort lappen ”Vad säger facket?”."),
        (
            {"do": "merge", "note": "Nycklar: var?", "id": "färre_nycklar"},
            '  - "Nycklar: var?"\n',
            '    rubrik: Färre nyckelhämtningar\n    beskrivning: "Nycklar: var?"\n',
            "Lappen ”Nycklar: var?” ingår nu i ”Färre nyckelhämtningar”.",
        ),
        (
            {"do": "retitle", "id": "tid", "title": "Mer tid"},
            "  tid: Frigjord tid\n",
            "  tid: Mer tid\n",
            "”Frigjord tid” heter nu ”Mer tid”.",
        ),
        (
            {"do": "unlink", "source": "färre_nycklar", "target": "tid"},
            "    leder_till: [tid]\n",
            "",
            "Tog bort pilen från ”Färre nyckelhämtningar” till ”Frigjord tid”.",
        ),
    ],
)
def test_an_order_changes_what_it_is_about(order, before, after, said):
    made = room()
    answer = do(made, **order)
    assert answer.said[0] == said
    text = made.parsed.text
    assert before not in text
    assert after in text
    assert "# på väggen" in text
    assert "# köpt" in text


def test_a_sorted_note_is_connected_at_once():
    made = room()
    answer = do(made, do="sort", note="Nycklar: var?", type="effekt", sources=["lås"], targets=["tid"])
    assert len(answer.said) == 3
    (id,) = made.checked.graph.nodes.keys() - room().checked.graph.nodes.keys()
    assert (id, "tid") in made.checked.graph.arrow_between
    assert ("lås", id) in made.checked.graph.arrow_between
    assert id in answer.touched


def test_a_box_becomes_a_note_with_its_words():
    made = room()
    do(made, do="set", id="tid", key="text", value="Två timmar")
    answer = do(made, do="unsort", id="tid")
    assert made.checked.chain.notes[-1].text == "Frigjord tid\nTvå timmar"
    assert "tid" not in made.checked.graph.nodes
    assert "lapp igen" in answer.said[0]


def test_the_first_note_of_a_chain():
    made = room("nyttokedja: 1\ntitle: T\nlanguage: en\nbenefits: {a: A}\n")
    do(made, do="unsort", id="a")
    assert [note.text for note in made.checked.chain.notes] == ["A"]


def test_what_is_typed_in_the_notation_is_put_on_the_wall():
    made = room()
    answer = do(
        made, do="type", text="E: Färre nyckelhämtningar -> N: Trygghet\nHinder: Dålig täckning\nMer?"
    )
    assert answer.said == (
        "La till nyttan ”Trygghet”.",
        "La till hindret ”Dålig täckning”.",
        "La till lappen ”Mer?”.",
        "Skrev mer vid ”Färre nyckelhämtningar”.",
    )
    assert ("färre_nycklar", "trygghet") in made.checked.graph.arrow_between
    assert do(made, do="type", text="Mer?").said == ("Det står redan på tavlan.",)


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ({"do": "drop", "note": "Finns inte"}, "ingen lapp"),
        ({"do": "merge", "note": "Vad säger facket?", "id": "nej"}, "nej"),
        ({"do": "unsort", "id": "nej"}, "nej"),
        ({"do": "sort", "note": "Vad säger facket?", "type": "sak"}, "sak"),
        ({"do": "sort", "note": "Vad säger facket?", "type": "effekt", "targets": ["nej"]}, "nej"),
        ({"do": "link", "source": "lås", "target": "tidd"}, "Menas ”tid”"),
        ({"do": "retitle", "id": "tid", "title": "  "}, "tom"),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(order, why):
    made = room()
    with pytest.raises(Refused, match=why):
        do(made, **order)
    assert made.parsed.text == CHAIN
    assert not made.steps


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_every_sentence_of_the_commands_has_one_for_the_board(language):
    commands = table(language, "editing")["done"].keys() - {
        "adds-errors",
        "dry-run",
        "named-elsewhere",
        "same",
    }
    assert commands <= table(language, "board")["done"].keys()
    assert not [text for text in table(language, "board")["done"].values() if "{file" in str(text)]


def test_what_is_typed_of_the_chain_itself_is_told_and_no_title_is_passed_over():
    made = room()
    answer = do(made, do="type", text="Titel: Larm på natten\nSyfte: Mindre spring")
    assert answer.said == (
        "Skrev mer om kedjan.",
        "Kedjan heter ”Digitala lås”, och inte ”Larm på natten”: dess rubrik ändras i fältet för den.",
    )
    assert made.checked.chain.about.purpose == "Mindre spring"
    assert do(made, do="type", text="Titel: Digitala lås").said == ("Det står redan på tavlan.",)


def test_a_box_that_is_new_is_not_told_as_changed_too():
    answer = do(room(), do="type", text="E: Lugnare nätter -> N: Frigjord tid\nN: Trygghet")
    assert answer.said == ("La till effekten ”Lugnare nätter”.", "La till nyttan ”Trygghet”.")


def test_a_filled_form_is_one_step_or_none():
    made = room()
    before = made.data
    answer = do(made, do="fill", id="tid", values={"owner": "Enhetschef", "when": "2027"})
    assert answer.said[0] == "Fyllde i 2 uppgifter om ”Frigjord tid”."
    assert "ägare: Enhetschef" in made.parsed.text
    assert len(made.undoable("a")) == 1
    answer = do(made, do="fill", id="tid", values={"owner": ""})
    assert answer.said[0].startswith("”Frigjord tid” har inte längre")
    made.undo("a")
    made.undo("a")
    assert made.data == before
    with pytest.raises(Refused, match="snart kanske"):
        do(made, do="fill", id="tid", values={"owner": "Enhetschef", "when": "snart kanske"})
    assert made.data == before
    answer = do(made, do="fill", id="", values={"title": "Nya lås", "stage": "plan"})
    assert answer.said[0] == "Fyllde i 2 uppgifter om kedjan."
    assert do(made, do="fill", id="tid", values={}).said == ("Det står redan på tavlan.",)


def test_what_a_finding_asks_is_done_in_the_way_that_its_button_says():
    made = room()
    (asked,) = [one for one in state_of(made, "a")["findings"] if one["code"] == "NK213"]
    (way,) = [one["label"] for one in asked["ways"] if one["ready"]]
    order = {"do": "mend", "rule": "NK213", "message": asked["message"], "way": way}
    assert do(made, **order).said == ("Gjort: Skriv att inga risker är funna.",)
    assert "risker: inga" in made.parsed.text
    assert do(made, **order).said == ("Det är redan rättat.",)
    assert len(made.undoable("a")) == 1
