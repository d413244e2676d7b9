"""A click that is meant is done, whatever the engine answers between press and release."""

import pytest

from tests.app.hands import awake, drawn, middle

pytestmark = pytest.mark.program
NOTE = "Vad säger facket?"


@pytest.fixture
def page(browser):
    made = awake(browser)
    made.fill("#entry", "F: Digitala lås -> E: Färre nyckelhämtningar -> N: Frigjord tid")
    made.press("#entry", "Enter")
    drawn(made, "frigjord_tid").wait_for()
    yield made
    assert made.errors == []
    made.context.close()


@pytest.mark.parametrize("place", ["list", "picture"])
def test_a_press_holds_what_it_is_on(page, place):
    at = {"list": page.locator("#list button[data-id=frigjord_tid]"), "picture": drawn(page, "frigjord_tid")}
    x, y = middle(at[place])
    page.fill("#entry", NOTE)
    page.mouse.move(x, y)
    page.mouse.down()
    page.locator("#typing").dispatch_event("submit")
    page.wait_for_timeout(1500)
    assert page.locator("#notes li").count() == 0
    page.mouse.up()
    page.locator("#notes li", has_text=NOTE).wait_for()
    page.locator("#list button[data-id=frigjord_tid][aria-current]").wait_for()
    assert page.input_value("#box_title") == "Frigjord tid"


def test_a_title_that_is_left_by_a_click_takes_neither_the_click_nor_the_choice(page):
    page.click("#list button[data-id=digitala_lås]")
    page.fill("#box_title", "Nya lås")
    page.mouse.move(*middle(page.locator("#list button[data-id=frigjord_tid]")))
    page.mouse.down()
    page.wait_for_timeout(1000)
    page.mouse.up()
    page.locator("#list button", has_text="Nya lås").wait_for()
    page.locator("#list button[data-id=frigjord_tid][aria-current]").wait_for()
    assert page.input_value("#box_title") == "Frigjord tid"


def test_a_box_that_is_chosen_before_the_answer_comes_stays_chosen(page):
    page.click("#list button[data-id=digitala_lås]")
    page.fill("#box_title", "Nya lås")
    page.click("#list button[data-id=frigjord_tid]")
    page.locator("#list button", has_text="Nya lås").wait_for()
    assert page.locator("#list [aria-current]").inner_text() == "Frigjord tid"
