"""Notes are saved again and again while they are typed: at the end the chain is that of one import."""

import random

from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.returning import Origin
from nyttokedja.importing.returning.watching import Following, Written

ORIGIN = Origin("lappar.txt", "notes")
NOTHING = Written(None, None)
NAMES = ("Färre samtal", "Frigjord tid", "Snabbare besked", "Lägre stress", "Ökad trygghet")
LINES = (
    "titel: E-tjänst för ansökan",
    "F: Ansökan görs i e-tjänst",
    "  -> B: Sökande lämnar alla uppgifter",
    "     eftersom formuläret kräver det",
    *(f"    -> E: {name} {n}" for n in range(3) for name in NAMES),
    *(f"      -> N: {name} för grupp {n} (grupp {n})" for n in range(3) for name in NAMES),
    "  !- H: Låg digital vana",
    "  +- Ö: Samordna med grannkommunen",
    "M: Fler får hjälp i tid",
    "R: Driftstopp",
    "vad säger facket?",
)


def imported(text):
    return read_import(text.encode(), FORMATS["notes"], ImportOptions(language="sv"))


def saves(following, texts, there=NOTHING):
    for text in texts:
        if text.strip():
            there = following.follow(there, imported(text), ORIGIN, "lappar.yaml")
    return there


def typed(text):
    """The text letter by letter."""
    return (text[: n + 1] for n in range(len(text)))


def test_forty_notes_typed_letter_by_letter_are_one_import():
    text = "\n".join(LINES) + "\n"
    assert len(LINES) >= 39
    assert saves(Following(NOTHING), typed(text)) == saves(Following(NOTHING), [text])


def test_what_is_typed_in_the_middle_is_in_one_import_too():
    text = "\n".join(LINES) + "\n"
    following, chosen = Following(NOTHING), random.Random(12)
    there = saves(following, [text])
    for _ in range(4):
        lines = text.split("\n")
        at, word = chosen.randrange(3, len(lines) - 6), "    -> E: Köerna blir kortare\n"
        before, after = "\n".join(lines[:at]) + "\n", "\n".join(lines[at:])
        there = saves(following, (before + part + after for part in typed(word)), there)
        text = before + word + after
    assert there == saves(Following(NOTHING), [text])


def test_words_struck_out_again_leave_nothing_behind():
    text = "F: A\n  -> E: B\n"
    following = Following(NOTHING)
    there = saves(following, [text, f"{text}    -> N: Ångrad\nlapp\n", text])
    assert there == saves(Following(NOTHING), [text])


def test_what_was_there_before_is_treated_as_at_an_import():
    first = saves(Following(NOTHING), ["F: A\n  -> E: B\n"])
    there = saves(Following(first), ["F: A\n  -> E: B\n  -> E: C\n", "F: A\n  -> E: Dd\n"], first)
    assert there == saves(Following(first), ["F: A\n  -> E: Dd\n"], first)
    assert b"rubrik: B" in there.chain, "gone from the notes, and never taken away by itself"
    assert b"rubrik: C" not in there.chain


def test_what_people_write_in_the_chain_stays_and_what_they_left_alone_goes():
    following = Following(NOTHING)
    there = saves(following, ["F: A\n  -> N: Tid\n  -> N: Lugn\n"])
    own = there._replace(chain=there.chain.replace(b"rubrik: Tid", b"rubrik: Tid\n    \xc3\xa4gare: Chef"))
    there = saves(following, ["F: A\n  -> N: Tid\n  -> N: Lugn\n  -> N: Ro\n", "F: A\n  -> N: Lugn\n"], own)
    assert "ägare: Chef".encode() in there.chain, "somebody has touched it"
    assert b"rubrik: Ro" not in there.chain
    assert b"rubrik: Lugn" in there.chain
