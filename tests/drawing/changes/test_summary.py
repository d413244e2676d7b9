"""The title block of a change, and what screen readers read of it."""

from nyttokedja.comparing.relevant_part import neighbourhood
from nyttokedja.comparing.union import union
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.drawing.changes.statuses import arrow_statuses, box_overlays
from nyttokedja.drawing.changes.summary import DrawnChange, aria_title, summary, title_block
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.content.wording import picture_words
from tests.comparing.sides import compared
from tests.comparing.test_union import BASE

SV = picture_words("sv")
AFTER = BASE.replace("[a, b]", "a").replace("Färre körda mil", "Kortare körsträcka")


def change(after=AFTER, before=BASE, struck="", *, everything=False):
    comparison, words = compared(before, after), ComparisonWords("sv")
    both = union(comparison)
    shown = neighbourhood(comparison, both, everything=everything)
    boxes = box_overlays(comparison, both, SV, words)
    return DrawnChange(comparison, shown, boxes, arrow_statuses(comparison, both), SV, words, struck)


def test_boxes_and_arrows_by_status():
    one = change(everything=True)
    assert one.boxes_of(Status.CHANGED) == ["Kortare körsträcka"]
    assert one.arrows_of(Status.REMOVED) == ["Förändring → Kortare väntan"]
    assert one.boxes_of(Status.ADDED) == one.arrows_of(Status.ADDED) == []


def test_the_title_block_of_a_change():
    block = title_block(change(), ("förut\n", "nu"))
    assert block.title == "Prov"
    assert block.kind == SV.say("change", "kind")
    assert block.meta[0] == "förut → nu"
    assert len(block.meta) == 2
    counts = {one.sign: one.text for one in block.counts}
    assert counts["removed"] == "1 borttagen pil"
    assert counts["changed"].startswith("1 ändrad ruta")
    assert "added" not in counts
    assert all(one.strong for one in block.counts)
    assert block.labelled == ()


def test_new_findings_are_counted():
    counts = {one.sign: one.text for one in title_block(change(), ("", "")).counts}
    assert counts["missing"].split()[0] == str(len(change().comparison.findings.new))
    kept = title_block(change(BASE), ("", "")).counts
    assert kept == ()


def test_names_are_left_out_where_there_are_none():
    assert title_block(change(), ("", "nu")).meta[0] == "nu"
    assert len(title_block(change(), ("", "")).meta) == 1


def test_what_is_struck_out_is_said_in_place_of_the_verdict():
    one = change(struck="Kortare väntan")
    block = title_block(one, ("", ""))
    assert block.kind == SV.say("change", "struck_kind")
    assert block.meta == (SV.say("change", "struck", what="Kortare väntan"),)
    assert aria_title(one) == SV.say("change", "struck_title", title="Prov")
    assert summary(one).startswith("Utan Kortare väntan.")


def test_rows_say_what_has_changed_in_the_chain_and_what_is_not_drawn():
    block = title_block(change("om: {syfte: Trygghet}\n" + AFTER), ("", ""))
    assert [row.sign for row in block.rows] == ["added", "cut"]
    assert "Trygghet" in block.rows[0].text
    assert "visas inte" in block.rows[1].text
    assert title_block(change(everything=True), ("", "")).rows == ()


def test_the_summary_says_all_in_sentences():
    text = summary(change())
    assert aria_title(change()) == SV.say("change", "title", title="Prov")
    assert text.startswith(change().sentences.verdict(change().comparison))
    assert "Förändring → Kortare väntan" in text
    assert ".." not in text
    one = change()
    consequences = [one.sentences.consequence(each, struck=False) for each in one.comparison.consequences]
    assert consequences
    assert all(one in text for one in consequences)


def test_a_chain_without_a_title():
    one = change()
    untitled = DrawnChange(one.comparison, one.shown, {}, {}, SV, one.sentences)
    assert untitled.title == "Prov"
