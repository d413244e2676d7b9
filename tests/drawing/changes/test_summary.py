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
    assert block.closing == "förut → nu"
    assert block.meta == ("Resonemanget ändras.",)
    assert sorted(one.text for one in block.meaning) == sorted(
        change().sentences.consequence(one) for one in change().comparison.consequences
    )
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
    assert title_block(change(), ("", "nu")).closing == "nu"
    assert title_block(change(), ("", "")).closing == ""


MANY = """nyttokedja: 1
rubrik: Prov
förändringar: {{c: {{rubrik: Lås, leder_till: {c}}}}}
effekter: {{e: {{rubrik: Färre resor, leder_till: [n0, n1, n2, n3, n4, n5, n6, n7]}}}}
nyttor:
  n0: {{rubrik: Tid, ägare: Chef, leder_till: m}}
  n1: {{rubrik: Pengar}}
  n2: {{rubrik: Lugn}}
  n3: {{rubrik: Ro}}
  n4: {{rubrik: Hälsa}}
  n5: {{rubrik: Miljö}}
  n6: {{rubrik: Trygghet}}
  n7: {{rubrik: Sömn}}
mål: {{m: {{rubrik: Budget i balans}}}}
"""


def test_what_many_goals_and_benefits_have_in_common_is_one_sentence_goals_first():
    meaning = title_block(change(MANY.format(c="[]"), MANY.format(c="e")), ("", "")).meaning
    assert meaning[0].text.startswith("Ingen väg leder längre från någon förändring till: Budget i balans; ")
    assert meaning[0].text.endswith("; Tid; Pengar; Lugn; Ro; och 4 till")
    assert meaning[0].sign == "worse"
    back = title_block(change(MANY.format(c="e"), MANY.format(c="[]")), ("", "")).meaning
    assert back[0].sign == "better"
    assert back[0].text.startswith("Nu leder en väg från en förändring till: Budget i balans; ")


def test_a_change_that_means_nothing_says_so_in_the_place_of_what_it_means():
    block = title_block(change(BASE), ("a", "b"))
    assert [one.text for one in block.meaning] == ["Kedjan säger detsamma som förut."]
    assert block.meta == ()


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
