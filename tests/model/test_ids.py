"""What an id may be, and the ids made of texts that are none."""

import re
import sys

import pytest

from nyttokedja.language.schema import canonical
from nyttokedja.model.ids import ARROW, UniqueIds, as_id, ascii_id, is_id

PATTERN = re.compile(canonical()["$defs"]["id"]["pattern"])


def test_every_character_is_allowed_where_the_schema_allows_it():
    """Over all of Unicode: what `is_id` takes, the schema's pattern takes too."""
    for number in range(sys.maxunicode + 1):
        if not 0xD800 <= number < 0xE000:
            for text in (chr(number), f"a{chr(number)}"):
                assert not is_id(text) or PATTERN.search(text), hex(number)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        *(("färre_besök", True), ("a-1", True), ("ökning", True), ("a" * 64, True), (7, True)),
        *(("", False), ("1a", False), ("_a", False), ("-a", False), ("a b", False), ("a" * 65, False)),
        *(("a\n", False), ("a.b", False), ("a\ufe0f", False), ("\u2e2fa", False)),
    ],
)
def test_an_id_is_a_letter_and_then_letters_digits_and_two_signs(text, allowed):
    assert is_id(text) is allowed


@pytest.mark.parametrize(
    ("text", "id"),
    [
        *(
            ("Färre besök!", "färre_besök"),
            ("1 a", "n1_a"),
            ("!!", "n1"),
            ("0", "n0"),
            ("", "n1"),
            ("a  --  b", "a_b"),
        ),
        *(("x" * 70, "x" * 64), ("a\ufe0fb", "a_b")),
    ],
)
def test_any_text_becomes_an_id(text, id):
    assert as_id(text) == id
    assert is_id(id)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        *(("Digital nattillsyn!", "digital_nattillsyn"), ("Ærlig økning é", "aerlig_okning_e")),
        *(
            ("2027", "kedja_2027"),
            ("COM1", "kedja_com1"),
            ("com10", "com10"),
            ("LPT9", "kedja_lpt9"),
            ("中", "kedja"),
            ("a" * 60, "a" * 50),
        ),
    ],
)
def test_a_title_becomes_a_file_name(title, name):
    assert ascii_id(title) == name


def test_what_is_too_long_is_cut_where_a_word_ends():
    title = "Ansökan görs i e-tjänst i stället för på pappersblankett som skickas med posten till kommunen"
    assert ascii_id(title) == "ansokan_gors_i_e_tjanst_i_stallet_for_pa"
    assert as_id(title) == "ansökan_görs_i_e_tjänst_i_stället_för_på_pappersblankett_som"
    assert UniqueIds().make(title) == "ansökan_görs_i_e_tjänst_i_stället_för_på_pappersblankett"
    exact = "_".join(["abcd"] * 10)
    assert ascii_id(exact + "_x") == exact
    assert ascii_id(f"{'a' * 24}_{'b' * 25}") == f"{'a' * 24}_{'b' * 25}"
    assert ascii_id(f"{'a' * 24}_{'b' * 26}") == "a" * 24


def test_like_labels_get_ids_of_their_own():
    ids = UniqueIds()
    assert ids.keep("nytta")
    assert not ids.keep("nytta")
    assert not ids.keep("två ord")
    assert [ids.make(label) for label in ("Nytta", "nytta!", "Två ord", "3 ting", "?")] == [
        *("nytta_2", "nytta_3", "två_ord", "nr_3_ting", "box"),
    ]
    long = ids.make("ett mycket långt ord och så ännu ett mycket långt ord till här")
    assert len(long) <= 56
    assert long.startswith("ett_mycket_långt_ord")


@pytest.mark.parametrize(
    "text", ["a -> b", "a->b", "a --> b", "a → b", "a => b", "a – > b".replace("– ", "–")]
)
def test_arrows_are_taken_as_typed(text):
    assert ARROW.split(text) == ["a", "b"]
