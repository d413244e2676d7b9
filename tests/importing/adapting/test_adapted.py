"""A workshop beside a reference: the same, other, local and missing, and a chain of both."""

from nyttokedja.importing.adapting import adapted, started
from nyttokedja.importing.adapting.sentences import lines
from nyttokedja.importing.returning.said import boxes, parsed_of, said_by_file
from tests.importing.returning.walls import wall

REFERENCE = wall(
    "F: E-tjänst -> E: Färre kompletteringar",
    "E: Färre kompletteringar -> N: Snabbare besked {for=sökande; category=quality; owner=Chef; size=large}",
    "N: Frigjord tid {perspective=own}",
    "H: Vana -> F: E-tjänst",
    "vad kostar det?",
    title="Referens",
)
WORKSHOP = wall(
    "F: E-tjänst -> E: Färre kompleteringar",
    "F: E-tjänst -> N: Snabbare besked {for=sökande; category=financial; owner=Nämnd}",
    "E: Frigjord tid",
    "N: Lugnare kök",
    "H: vana. -> F: E-tjänst",
    "vad säger facket?",
    title="Vår wshop",
)


def said(imported):
    return said_by_file(parsed_of(imported.data))


def found():
    return adapted(said(REFERENCE), said(WORKSHOP))


def test_each_box_is_in_one_of_four_lists():
    one = found()
    titles = lambda some: sorted(box.title for box in some)  # noqa: E731
    assert titles(one.local) == ["Lugnare kök"]
    assert titles(one.missing) == []
    assert titles(box for box, _ in one.deviating) == [
        "E-tjänst", "Frigjord tid", "Färre kompleteringar", "Snabbare besked",
    ]  # fmt: skip
    assert titles(one.same) == ["vana."]
    assert one.near == (("Färre kompleteringar", "Färre kompletteringar"),)


def test_what_is_other_is_said_word_for_word():
    shown = list(lines(found(), "Referens", "Vår wshop", "sv"))
    for line in (
        "    en effekt; i referensen en nytta",
        "    kategori finansiell; i referensen kategori kvalitet",
        "    saknar en pil till ”Snabbare besked”",
        "    har en pil till ”Snabbare besked”, som referensen inte har",
        "Bara i workshopen: 1 ruta",
        "  ”Färre kompleteringar” – ”Färre kompletteringar”",
    ):
        assert line in shown, line


def test_the_same_chain_is_the_same_and_nothing_else():
    one = adapted(said(REFERENCE), said(REFERENCE))
    assert len(one.same) == len(list(boxes(said(REFERENCE))))
    assert (one.deviating, one.local, one.missing, one.near) == ((), (), (), ())


def test_what_only_one_of_them_says_is_no_deviation():
    one = adapted(said(wall("N: Tid {category=quality}")), said(wall("N: Tid")))
    assert not one.deviating


def test_of_two_that_are_alike_none_is_taken():
    one = adapted(said(wall("E: Färre samtal")), said(wall("E: Färre samtl", "E: Färre samta")))
    assert len(one.local) == 2
    assert len(one.missing) == 1


def test_a_start_has_both_without_what_is_only_the_references():
    chain, named = started(said(REFERENCE), said(WORKSHOP), found())
    parsed = parsed_of(chain)
    assert parsed.is_sound
    assert chain["title"] == "Vår wshop"
    assert chain["stage"] == "draft"
    benefit = chain["benefits"]["snabbare_besked"]
    assert benefit["origin"] == "Referens"
    assert benefit["category"] == "quality"
    assert benefit["owner"] == "Nämnd", "the workshop's own"
    assert "size" not in benefit
    assert "färre_kompleteringar" not in chain["effects"]
    assert [link["to"] for link in chain["changes"]["e_tjänst"]["leads_to"]] == [
        "färre_kompletteringar",
        "snabbare_besked",
    ]
    assert "origin" not in chain["benefits"]["lugnare_kök"]
    assert [note["text"] for note in chain["notes"]] == ["vad säger facket?"]
    assert "frigjord_tid" in chain["benefits"], "where they differ, the reference stands"
    assert "färre_kompletteringar" in named["effects"]


def test_a_box_of_the_workshop_gets_an_id_of_its_own():
    reference = wall("N: Tid", title="R")
    workshop = said(wall("H: Tid hos andra", title="W"))
    workshop["obstacles"] = {"tid": workshop["obstacles"]["tid_hos_andra"]}
    one = adapted(said(reference), workshop)
    chain, _ = started(said(reference), workshop, one)
    assert parsed_of(chain).is_sound
