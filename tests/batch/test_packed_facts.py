from pathlib import Path

import pytest

from nyttokedja.batch.packed_facts import packed, takes_part, title_marks, unpacked
from nyttokedja.checking.check import check
from nyttokedja.checking.gathering import facts_of

HEAD = "nyttokedja: 1\nrubrik: Å\nspråk: sv\nskede: plan\n"
POINTING = HEAD + "förändringar: {start: {rubrik: Start, leder_till: [n, b.yaml#m]}}\nnyttor: {n: Tid}\n"
CLAIMING = (
    HEAD + "förändringar: {start: {leder_till: n}}\nnyttor: {n: {rubrik: Tid, kategori: omfördelning, "
    "värde: {timmar: 0.1, pott: hemtjänst}}}\nkalkyl: {startår: 2027, tidshorisont: 2}\n"
)
BROKEN = HEAD + "effekter: [en, två]\nnyttor: {n: Tid}\n"


def facts(text, name="a.yaml"):
    return facts_of(check(text.encode(), name))


@pytest.mark.parametrize(
    "text",
    [HEAD, POINTING, CLAIMING, BROKEN, *(path.read_text("utf-8") for path in Path("chains").glob("*.yaml"))],
)
def test_facts_come_back_as_they_were_under_the_name_of_now(text):
    known = facts(text)
    assert not known.accepted
    assert unpacked(packed(known), "a.yaml") == known
    assert unpacked(packed(known), "b.yaml") == known._replace(name="b.yaml")


@pytest.mark.parametrize(("text", "does"), [(HEAD, False), (POINTING, True), (CLAIMING, True)])
def test_what_names_another_chain_or_counts_on_a_pool_takes_part(text, does):
    assert takes_part(facts(text)) is does


def test_what_is_accepted_over_files_is_not_kept():
    known = facts(HEAD + "nyttor: {n: Tid}\naccepterat: [{regel: NK709, gäller: n, varför: Samma}]\n")
    assert known.accepted
    with pytest.raises(ValueError, match="accepted"):
        packed(known)


def test_titles_have_the_same_marks_where_they_say_the_same():
    one, same, two, other = (
        title_marks(facts(HEAD + f"nyttor: {{{boxes}}}\n"))
        for boxes in ("n: Ökad tid", "m: ökad  TID.", "n: Ökad tid, m: Ökad tid", "n: Ökad ro")
    )
    assert len(one) == 8
    assert one == same == two != other
    assert title_marks(facts(HEAD)) == b""
