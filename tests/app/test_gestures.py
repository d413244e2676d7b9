"""What a workshop does to notes and boxes: by keys alone, and by pointer; both give the same orders."""

import re

import pytest

from tests.app.hands import awake, dragged, drawn, file_of, keys, middle, told, typed

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def page(browser):
    made = awake(browser)
    made.fill("#entry", "F: Digitala lås -> E: Färre nyckelhämtningar -> N: Frigjord tid")
    made.press("#entry", "Enter")
    made.wait_for_selector("#picture svg")
    yield made
    assert made.errors == []
    made.context.close()


@pytest.mark.parametrize("pane", ["picture", "list"])
def test_boxes_by_keys_alone(page, pane):
    """Each key of the map, in the picture and in the list, from the entry line to an empty chain of steps."""
    first = f"Facket säger nej {pane}"
    page.focus("#entry")
    typed(page, first)
    keys(page, "F6")  # the notes
    keys(page, "5")
    told(page, first)
    page.locator("#list button", has_text=first).wait_for()
    page.focus("#picture .view" if pane == "picture" else "#list button[tabindex='0']")
    keys(page, "/")
    page.keyboard.type(first)
    keys(page, "Enter", "l")
    page.keyboard.type("färre")
    keys(page, "Enter")
    page.get_by_role("button", name="Ta bort pilen: Färre nyckelhämtningar").wait_for()
    keys(page, "ArrowRight")
    told(page, "Färre nyckelhämtningar. Pilar ut:")
    keys(page, "a")
    page.keyboard.type(f"Lugnare morgnar {pane}")
    keys(page, "Enter")
    told(page, "Lugnare morgnar")
    keys(page, "t", "2")
    page.locator("#box p", has_text="Effekt").wait_for()
    keys(page, "F2")
    page.keyboard.type(f"Lugn {pane}")
    keys(page, "Enter")
    told(page, f"Lugn {pane}")
    keys(page, "b")
    page.keyboard.type(f"Nytt schema {pane}")
    keys(page, "Enter")
    told(page, "Nytt schema")
    keys(page, "k", "Enter")
    told(page, "pilen")
    keys(page, "Delete")
    page.get_by_text(f"Ta bort ”Nytt schema {pane}”").wait_for()
    keys(page, "Enter")
    page.locator("#list button", has_text=f"Nytt schema {pane}").wait_for(state="detached")
    keys(page, "Home", "u")
    page.locator("#notes .words", has_text="Digitala lås").wait_for()
    keys(page, "Control+z")
    page.locator("#list button", has_text="Digitala lås").wait_for()
    text = file_of(page)
    assert f"Lugn {pane}" in text
    assert "hindrar: färre_nyckelhämtningar" in text


def test_letters_can_be_turned_off(page):
    page.focus("#picture .view")
    keys(page, "?", "Shift+Tab", "Space", "Escape", "n")
    assert page.locator("#picture .view:focus").count() == 1
    keys(page, "F6", "F6", "F6", "F6", "F6", "Tab")
    page.click(".menu summary")
    page.click("#keys")
    keys(page, "Shift+Tab", "Space", "Escape")
    page.click(".menu summary")
    page.focus("#picture .view")
    keys(page, "n")
    assert page.locator("#entry:focus").count() == 1


def test_notes_and_boxes_by_pointer(page):
    """A note is let go on a type and on a box, a box on a type and among the notes, and an arrow is drawn."""
    typed(page, "Nycklar tappas bort")
    note = page.locator("#notes li", has_text="Nycklar tappas bort").locator(".words")
    dragged(page, middle(note), lambda: middle(page.locator("#zones [data-type=effect]")))
    drawn(page, "nycklar_tappas_bort").wait_for()
    typed(page, "Färre larm")
    note = page.locator("#notes li", has_text="Färre larm").locator(".words")
    dragged(page, middle(note), middle(drawn(page, "frigjord_tid")))
    page.keyboard.press("Enter")  # an effect, as is proposed
    drawn(page, "färre_larm").wait_for()
    box = drawn(page, "nycklar_tappas_bort")
    page.mouse.move(*middle(box))
    dragged(page, middle(page.locator("#handle")), middle(drawn(page, "frigjord_tid")))
    page.locator("#picture [data-source=nycklar_tappas_bort]").first.wait_for(state="attached")
    dragged(
        page, middle(drawn(page, "färre_larm")), lambda: middle(page.locator("#zones [data-type=benefit]"))
    )
    page.locator("#box p", has_text="Nytta").wait_for()
    dragged(page, middle(drawn(page, "nycklar_tappas_bort")), middle(page.locator("#notes h2")))
    page.locator("#notes .words", has_text="Nycklar tappas bort").wait_for()
    text = file_of(page)
    assert "färre_larm:" in text.partition("nyttor:")[2]
    assert "leder_till: frigjord_tid" in text


def test_findings_are_calm_while_notes_are_unsorted(page):
    """What is lacking is folded, with how much it is; once all is sorted it stands there."""
    expect = pytest.importorskip("playwright.sync_api").expect
    keys(page, "Escape")
    page.focus("#picture .view")
    keys(page, "Escape")
    page.locator("#chain_stage").select_option("plan")
    told(page, "skede: ”plan”")
    typed(page, "En lapp till")
    folded = page.locator("#findings .lacking")
    expect(folded.locator("summary")).to_have_text(re.compile(r"^\d+ saker att fylla i$"))
    assert not folded.locator("li").first.is_visible()
    assert page.locator("#findings.calm").count() == 1
    wrong = page.locator("#picture svg text", has_text=re.compile("ägare saknas|utan indikator|Saknas:"))
    expect(wrong).to_have_count(0)  # nor is anything red in the picture
    for _ in range(page.locator("#notes .words").count()):
        page.locator("#notes .words").first.focus()
        left = page.locator("#notes .words").count()
        keys(page, "Delete")
        expect(page.locator("#notes .words")).to_have_count(left - 1)
    expect(folded).to_have_count(0)
    page.locator("#findings li[data-code=NK401], #findings li[data-code=NK501]").first.wait_for()
    expect(wrong).not_to_have_count(0)


def test_a_step_chooses_what_is_asked_and_which_findings_are_in_front(page):
    page.click("[data-step=measure]")
    page.get_by_text("Vem ansvarar för varje nytta").wait_for()
    codes = page.locator("#findings > div > ul > li").all()
    assert codes
    assert all(one.get_attribute("data-code")[2] in "0458" for one in codes)
    page.locator("#findings .others summary").click()
    assert page.locator("#findings .others li").first.is_visible()
    page.click("[data-step=measure]")
    page.get_by_text("Börja var ni vill").wait_for()
    assert page.locator("#findings .others").count() == 0


def test_focus_and_place_are_kept_when_the_picture_is_drawn_anew(page):
    page.set_viewport_size({"width": 1500, "height": 700})  # the picture is scrolled
    box = drawn(page, "frigjord_tid")
    box.click()
    was = middle(box)
    page.focus("#picture .view")
    keys(page, "b")
    page.keyboard.type("Färre avbrott i arbetet")
    keys(page, "Enter")
    drawn(page, "färre_avbrott_i_arbetet").wait_for()
    place = drawn(page, "frigjord_tid").bounding_box()
    assert abs(place["y"] + place["height"] / 2 - was[1]) < 3
    assert page.locator("#picture .view:focus").count() == 1
    page.focus("#box_connect")
    page.locator("#box_connect").select_option("digitala_lås")
    page.get_by_role("button", name="Ta bort pilen: Digitala lås").wait_for()
    assert page.locator("#box_connect:focus").count() == 1
