"""Forty cases of notes typed live, and more of the same kinds."""

import re
from pathlib import Path

import pytest

from nyttokedja.model.chain import SECTIONS
from tests.importing.notation.short_form import imported, lines_of, lines_said

SIGNS = {
    "⇥": "\t",
    "⍽": "\u00a0",
    "⟨U+0308⟩": "\u0308",
    "⟨BOM⟩": "\ufeff",
    "⟨CR⟩": "\r",
    "⟨U+200B⟩": "\u200b",
}
CASE = re.compile(r"### ([^\n]*)\n(.*?)\n=>\n(.*?)\n((?:! \d+\n)*)(?=\n|\Z)", re.DOTALL)
TABLES = ("cases.txt", "further_cases.txt")
CASES = [
    match.groups()
    for name in TABLES
    for match in CASE.finditer((Path(__file__).parent / name).read_text("utf-8"))
]


def typed(text):
    for sign, character in SIGNS.items():
        text = text.replace(sign, character)
    return text


@pytest.mark.parametrize(("name", "notes", "chain", "said"), CASES, ids=[case[0] for case in CASES])
def test_what_notes_become(name, notes, chain, said):
    made = imported(typed(notes))
    assert sorted(lines_of(made)) == sorted(chain.split("\n"))
    assert set(map(int, re.findall(r"\d+", said))) <= set(lines_said(made))


@pytest.mark.parametrize(("name", "notes", "chain", "said"), CASES, ids=[case[0] for case in CASES])
def test_boxes_stand_in_the_order_in_which_they_are_named(name, notes, chain, said):
    def by_kind(lines):
        return sorted((line for line in lines if not line.startswith(" ")), key=lambda line: line.split()[0])

    if "behaviour" not in name:
        assert by_kind(lines_of(imported(typed(notes)))) == by_kind(chain.split("\n"))


def test_there_are_forty_cases():
    assert len([name for name, *_ in CASES if name[:2].isdigit()]) == 39  # the fortieth is the empty file


@pytest.mark.parametrize("notes", ["", "\n \n\t\n", "// kladd\n", "titel: A\nspråk: nb\n\n---\n", "->\n"])
def test_what_has_no_note_in_it_makes_no_chain(notes):
    made = imported(notes)
    assert not {*SECTIONS, "notes"} & set(made.data)
