"""The encodings that notes and tables come in."""

import pytest

from nyttokedja.importing.text_decoding import decode_text

TEXT = "F: Ansökan görs i e-tjänst\n  -> N: Färre möten på åtta år (”snabbt”)\n"
NORWEGIAN = "EN: Færre møter på åtte år\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("text", [TEXT, NORWEGIAN])
def test_text_is_read_whatever_saved_it(text, encoding):
    assert decode_text(text.encode(encoding))[0] == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize(
    "word", ["Ansökan", "Åtgärd", "möte på ön", "Färre besök", "Økt kvalitet", "Færre møter"]
)
def test_a_word_is_enough_to_tell_old_encodings_apart(word, encoding):
    assert decode_text(word.encode(encoding)) == (word, encoding)


def test_line_breaks_are_one_character():
    assert decode_text(b"a\r\nb\rc\n")[0] == "a\nb\nc\n"


def test_what_is_no_text_is_read_too():
    assert decode_text(b"\x80\x81\xff\x00")[0]
    assert decode_text(b"") == ("", "utf-8")
