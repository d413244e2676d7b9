"""Nothing typed is lost, and nothing that can be typed stops the reader."""

import time
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.errors import CannotRead
from nyttokedja.importing import FORMATS
from nyttokedja.importing.model import ImportOptions, remark_sentences
from nyttokedja.importing.notation import boxes
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.validators import verdict
from nyttokedja.writing.chain_file import to_yaml
from tests.importing.notation.short_form import imported
from tests.importing.notation.test_cases import CASES

MARKS = [
    *("F: ", "E: ", "B: ", "N: ", "KK: ", "M: ", "KR: ", "FS: ", "H: ", "R: ", "Ö: ", "K: ", "L: ", "G: "),
    *("EN: ", "Nytta: ", "[Risk] ", "hinder – ", "förä: ", "**Mål:** ", "🎯 M: ", "N ", "", "", "", ""),
]
ARROWS = ["-> ", "-> -> ", "<- ", "!- ", "+- ", "→ ", "> ", "! ", "", "", "", ""]
BULLETS = ["- ", "• ", "o\t", "1. ", "- [ ] ", "* ", "", "", "", ""]
INDENTS = ["", "  ", "   ", "    ", "\t", "\t\t", "\u00a0\u00a0"]
TAILS = [" (X)", " @X", " #X", " [X]", " (kräver X)", " (ca 20 % X)", "?", "...", ".", "", "", ""]
KEYS = [
    "ägare: ",
    "när: ",
    "följd: ",
    "eftersom ",
    "för att ",
    "fordi N: ",
    "kategori: ",
    "beteende: ",
    "// ",
]
JOINTS = [" -> ", " <- ", "; N: ", ", ", "; ", " → "]


@st.composite
def notes(draw):
    """Lines made of everything the notation has, each word of which is said nowhere else."""
    names = count()

    def word():
        form = draw(st.sampled_from(["ord{}", "Ord{}", '"ord{}"', "”ord{}”", "**ord{}**", "(ord{})"]))
        return form.format("abcdefghij"[next(names) % 10] + str(next(names)) + "w")

    def note():
        words = " ".join(word() for _ in range(draw(st.integers(1, 3))))
        tail = draw(st.sampled_from(TAILS))
        return draw(st.sampled_from(MARKS)) + words + (tail.replace("X", word()) if "X" in tail else tail)

    def line():
        start = draw(st.sampled_from(INDENTS))
        if draw(st.integers(0, 4)) == 0:
            return start + draw(st.sampled_from(KEYS)) + word()
        said = note()
        while draw(st.integers(0, 3)) == 0:
            said += draw(st.sampled_from(JOINTS)) + note()
        return start + draw(st.sampled_from(BULLETS)) + draw(st.sampled_from(ARROWS)) + said

    again = [line() for _ in range(draw(st.integers(1, 9)))]
    return "\n".join(again + draw(st.lists(st.sampled_from(again), max_size=2)))


def all_words(value):
    if isinstance(value, dict):
        return " ".join(map(all_words, value.values()))
    return " ".join(map(all_words, value)) if isinstance(value, list) else str(value)


@given(notes(), st.sampled_from(LANGUAGES), st.sampled_from(["", "leads-to", "contributes"]))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_word_is_in_the_boxes_the_notes_the_remarks_or_the_comments(text, language, indent):
    made = imported(text, language, indent=indent)
    kept = " ".join([all_words(made.data), *made.comments, *(remark.item for remark in made.remarks)]).lower()
    lost = [
        word
        for word in "".join(char if char.isalnum() else " " for char in text.lower()).split()
        if word.startswith("ord") and word not in kept
    ]
    assert not lost


@given(notes(), st.sampled_from(LANGUAGES))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_chain_can_be_read(text, language):
    made = imported(text, language)
    assert verdict().is_valid(made.data)
    checked = check(to_yaml(made.data, made.data["language"], titles=True).encode())
    assert {finding.code for finding in checked.findings} & {f"NK00{n}" for n in range(1, 7)} == set()
    assert checked.chain is not None


ANYTHING = st.lists(
    st.sampled_from(
        [*MARKS, *ARROWS, *BULLETS, *INDENTS, *TAILS, *KEYS, *JOINTS, "\n", "\r", '"', "ö", "#", "(", ")"]
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)


@given(ANYTHING | st.binary(max_size=60))
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_typed_stops_the_reader(text):
    assert imported(text).data["nyttokedja"] == 1


def many(n):
    """Notes of as many lines, the half of which are met again."""
    return "\n".join(
        f"F: Förändring {n}\n  -> E: Färre samtal om {n}\n    -> N: Frigjord tid {n} (vakter)\n"
        f"E: färre samtal om {n}\n  -> färre samtal om {n + 1}"
        for n in range(n // 5)
    )


def test_the_work_grows_with_the_lines(monkeypatch):
    asked = []
    identity = boxes.identity
    monkeypatch.setattr(boxes, "identity", lambda words: asked.append(words) or identity(words))
    sizes = []
    for lines in (500, 1_000):
        asked.clear()
        FORMATS["notes"].read(many(lines).encode(), ImportOptions(language="sv"))
        sizes.append(len(asked))
    assert sizes[1] <= 2.1 * sizes[0]
    assert sizes[0] < 500 * 4


@pytest.mark.parametrize(
    ("text", "why"),
    [("x\n" * 20_001, "20,000 lines"), ("x" * 5_000_001, "5 MB"), ("\n\n" + "x" * 10_001, "Line 3 has more")],
)
def test_what_is_too_large_is_one_sentence(text, why):
    with pytest.raises(CannotRead, match=why):
        imported(text)


@pytest.mark.parametrize("part", ["(", '"', "-> ", "; N: a", "*_", "[", "@a #b ", "  ", "N: ", "! ", "å"])
def test_a_long_line_of_anything_is_read_at_once(part):
    text = "\n".join([f"N: {part * (9_000 // len(part))}"] * 5)
    before = time.process_time()
    imported(text)
    assert time.process_time() - before < 5


def test_words_that_stand_in_a_remark_alone_are_all_said():
    made = imported(
        "".join(f"// kladd nummer {n} {'och mer ' * 20}slut{n}\n" for n in range(20)) + "F: A\nRisker"
    )
    (comments, headings) = remark_sentences(made.remarks, "sv")
    assert all(f"slut{n} " in comments for n in range(20))
    assert "Risker" in headings


@pytest.mark.parametrize("text", [notes for _, notes, *_ in CASES])
def test_notes_are_read_at_every_letter(text):
    for end in range(0, len(text), 3):
        assert imported(text[:end]).data["nyttokedja"] == 1
