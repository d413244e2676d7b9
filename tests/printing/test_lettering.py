"""Characters without a glyph are found, replaced and named; all others stay."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nyttokedja.printing.lettering import SUBSTITUTE, lettering_of
from nyttokedja.printing.typst import has_glyphs


def test_what_no_font_has_is_replaced():
    lettering = lettering_of(["Hej 😀", "漢字 och Ångström"])
    assert lettering.missing == ("字", "漢", "😀")
    assert lettering("Hej 😀 漢") == f"Hej {SUBSTITUTE} {SUBSTITUTE}"
    assert lettering("Ångström") == "Ångström"


def test_what_is_not_seen_is_no_character_that_is_missing():
    lettering = lettering_of(["a\u200bb\u202ec\ufe0f\u2028d\te"])
    assert lettering.missing == ()
    assert lettering("a\u200bb\u202ec\ufe0f\u2028d\te") == "abc d e"


def test_a_hyphen_that_does_not_break_is_a_hyphen():
    assert lettering_of(["fast\u2011stad"]).missing == ()


def test_what_cannot_be_read_out_of_a_pdf_is_replaced_where_it_stands_together():
    lettering = lettering_of(["שָׁלוֹם og שלום", "x\u20dd", "世न त"])
    assert lettering("שָׁלוֹם og שלום") == f"{SUBSTITUTE * 7} og שלום"
    assert lettering("x\u20dd") == f"x{SUBSTITUTE}"
    assert lettering("世न त") == f"{SUBSTITUTE}न त"
    assert {"ש", "\u20dd", "世"} <= {*lettering.missing}
    assert "न" not in lettering.missing
    assert lettering_of(["שָׁלוֹם"], tagged=False).missing == ()


@settings(max_examples=30)
@given(st.text(max_size=12))
@example("नमस्ते दुनिया")
@example("🏥👩🏽\u200d⚕️ a\u0336b")
def test_whatever_is_written_can_be_set(text):
    assert has_glyphs(lettering_of([text])(text))


def test_the_substitute_has_a_glyph():
    assert has_glyphs(SUBSTITUTE)
