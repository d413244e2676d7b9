"""The rest of what hands do: details, striking out, accepting, the handle, arrows, size, waiting to draw."""

import re

import pytest

from tests.app.hands import (
    arrow_drawn,
    awake,
    drawn,
    file_of,
    focused,
    keys,
    middle,
    opened,
    told,
    typed,
    until,
)

pytestmark = pytest.mark.program
PANES = pytest.mark.parametrize("pane", ["picture", "list"])
CHAIN = """\
nyttokedja: 1
rubrik: Larm på natten
skede: plan
förändringar:
  larm: {leder_till: lugn}
effekter:
  lugn: {rubrik: Lugnare nätter, leder_till: sömn}
nyttor:
  sömn: {rubrik: Bättre sömn, leder_till: hälsa}
mål:
  hälsa:
hinder:
  nej: Facket säger nej
risker:
  fel: Falska larm
"""


@pytest.fixture
def page(shared, tmp_path):
    """The chain, opened anew."""
    path = tmp_path / "larm.yaml"
    path.write_text(CHAIN, "utf-8")
    keys(shared, "Escape")  # what a test before has left
    opened(shared, path)
    drawn(shared, "lugn").wait_for()
    yield shared
    assert shared.errors == []


@pytest.fixture(scope="module")
def shared(browser):
    made = awake(browser)
    yield made
    made.context.close()


@PANES
def test_details_are_filled_in(page, pane):
    focused(page, pane, "sömn")
    keys(page, "d")
    page.get_by_label("Nyttoägare").fill("Enhetschef natt")
    page.locator("#question").get_by_label("Kategori").select_option("kvalitet")
    page.get_by_role("button", name="Klart").click()
    told(page, "Bättre sömn")
    page.locator("#undo:enabled").wait_for()
    text = file_of(page)
    assert "ägare: Enhetschef natt" in text
    assert "kategori: kvalitet" in text
    focused(page, pane, "sömn")
    keys(page, "d")
    page.get_by_label("Nyttoägare").fill("")
    keys(page, "Enter")
    told(page, "har inte längre")
    assert "Enhetschef" not in file_of(page)


@PANES
def test_details_of_the_chain_where_no_box_is_chosen(page, pane):
    focused(page, pane, "sömn")
    keys(page, "Escape")
    if pane == "picture":
        keys(page, "d")
    else:
        page.locator("#box").get_by_role("button", name="Uppgifter").click()
    page.locator("#question").get_by_label("Kedjans rubrik").fill("Larm på dagen")
    keys(page, "Enter")
    page.locator("#title", has_text="Larm på dagen").wait_for()
    assert "rubrik: Larm på dagen" in file_of(page)


def test_details_that_cannot_stand_are_refused_in_a_sentence(page):
    focused(page, "list", "sömn")
    keys(page, "d")
    page.get_by_label("När").fill("snart kanske")
    keys(page, "Enter")
    page.locator("#question [role=alert]", has_text="snart kanske").wait_for()
    assert page.get_by_label("När").input_value() == "snart kanske"  # to be mended
    page.get_by_label("Nyttoägare").fill("Enhetschef natt")
    keys(page, "Escape")
    told(page, "snart kanske")
    assert file_of(page) == CHAIN


def test_a_finding_has_a_button_that_does_what_it_asks_or_opens_the_form(page):
    page.get_by_role("button", name="Skriv att inga kostnader är funna").click()
    told(page, "Gjort: Skriv att inga kostnader är funna.")
    assert "kostnader: inga" in file_of(page)
    page.locator("#findings li", has_text="Bättre sömn").get_by_role(
        "button", name="Lägg till en ägare"
    ).click()
    page.locator("#field_owner:focus").wait_for()
    page.keyboard.type("Enhetschef natt")
    keys(page, "Enter")
    told(page, "Enhetschef natt")
    assert "ägare: Enhetschef natt" in file_of(page)
    assert not re.search(r"”\w+: ", page.inner_text("#findings"))


def test_a_filled_form_is_one_step(page):
    focused(page, "list", "sömn")
    keys(page, "d")
    page.get_by_label("Nyttoägare").fill("Enhetschef natt")
    page.get_by_label("När").fill("2027")
    keys(page, "Enter")
    told(page, "Fyllde i 2 uppgifter om ”Bättre sömn”.")
    assert "2027" in file_of(page)
    page.click("#undo")
    told(page, "Ångrade: Fyllde i 2 uppgifter")
    assert file_of(page) == CHAIN


@pytest.mark.parametrize("hand", ["mouse", "keys"])
def test_a_step_is_chosen_by_its_name_and_undone(page, hand):
    typed(page, "Den första lappen")
    typed(page, "Den andra lappen")
    if hand == "mouse":
        page.get_by_role("button", name="Ångra ett visst steg").click()
        page.locator("[role=option]", has_text="Den första lappen").click()
    else:
        page.focus("#picture .view")
        keys(page, "z", "ArrowDown", "Enter")
    told(page, "Ångrade: La till lappen ”Den första lappen”.")
    page.locator("#notes li", has_text="Den första lappen").wait_for(state="detached")
    assert page.locator("#notes li", has_text="Den andra lappen").count() == 1
    page.keyboard.press("z") if hand == "keys" else page.click("#undo_one")
    assert page.locator("[role=option]").count() == 1
    keys(page, "Escape")
    assert page.locator("#undo_one:focus, #picture .view:focus").count() == 1


@PANES
def test_a_box_is_struck_out_to_see_what_falls_and_nothing_is_saved(page, pane):
    focused(page, pane, "lugn")
    keys(page, "s")
    told(page, "Mål och nyttor som faller: 2.")
    page.locator("#struck li", has_text="Bättre sömn").wait_for()
    assert page.locator("#picture .cross").count() == 1
    assert page.locator("#picture .ring.lost").count() == 2
    assert page.locator("#picture .cut").count() > 0
    keys(page, "Escape")
    told(page, "Det strukna är tillbaka.")
    assert page.locator("#picture .cross, #picture .ring").count() == 0
    assert file_of(page) == CHAIN
    page.get_by_role("button", name="Stryk på prov").click()
    page.locator("#struck li", has_text="Bättre sömn").wait_for()
    typed(page, "En lapp")  # what is done takes it back
    page.locator("#struck").wait_for(state="hidden")


@PANES
def test_a_finding_is_accepted_with_a_reason(page, pane):
    focused(page, pane, "sömn")
    keys(page, "g")
    page.locator("[role=option]", has_text="ägare").first.click()
    keys(page, "Enter")  # nothing is accepted without a reason
    page.get_by_label("Varför får det vara så?").fill("Utses i maj")
    page.get_by_label("Beslutat av").fill("Verksamhetschef")
    page.get_by_label("Till och med").fill("2027-12-31")
    page.get_by_role("button", name="Klart").click()
    told(page, "Godtog")
    text = file_of(page)
    assert re.search(r"gäller: sömn", text)
    assert "Utses i maj" in text
    assert "2027-12-31" in text


def test_what_has_no_finding_has_none_to_accept(page):
    focused(page, "list", "lugn")
    left = page.locator("#box").get_by_role("button", name="Godta")
    keys(page, "g")
    if left.count() == 0:
        told(page, "ingen anmärkning att godta")
    else:
        page.locator("#question[open]").wait_for()
        keys(page, "Escape")


@PANES
def test_the_picture_is_made_larger_and_smaller(page, pane):
    def wide():
        return page.locator("#picture svg").bounding_box()["width"]

    focused(page, pane, "lugn")
    was = wide()
    keys(page, "+")
    told(page, "av sin storlek")
    larger = wide()
    keys(page, "-")
    back = wide()
    keys(page, "0")
    view, all_of_it = (
        page.locator("#picture .view").bounding_box(),
        page.locator("#picture svg").bounding_box(),
    )
    assert was * 1.2 < larger < was * 1.3
    assert abs(back - was) < 2
    assert all_of_it["width"] <= view["width"] + 1
    assert all_of_it["height"] <= view["height"] + 1


def test_the_handle_let_go_on_empty_ground_makes_a_box_of_that_column(page):
    column = drawn(page, "sömn").bounding_box()
    below = page.locator("#picture .view").bounding_box()
    svg = page.locator("#picture svg").bounding_box()
    ground = (column["x"] + 20, min(below["y"] + below["height"], svg["y"] + svg["height"]) - 25)
    arrow_drawn(page, "lugn", ground)
    page.get_by_text("Vad följer av ”Lugnare nätter”?").wait_for()
    assert page.locator("#question select").input_value() == "benefit"
    page.keyboard.type("Färre olyckor")
    keys(page, "Enter")
    drawn(page, "färre_olyckor").wait_for()
    assert "leder_till: [sömn, färre_olyckor]" in file_of(page)


@PANES
def test_an_obstacle_points_at_an_arrow_by_the_handle_and_by_keys_at_a_box(page, pane):
    if pane == "picture":
        arrow = page.locator("#picture path[data-source=lugn][data-target=sömn]").first
        arrow = until(arrow.bounding_box)
        near = (arrow["x"] + arrow["width"] / 2, arrow["y"] + arrow["height"] / 2 + 7)  # nobody hits a hair
        arrow_drawn(page, "nej", near)
        told(page, "Facket säger nej")
        assert "hindrar: lugn -> sömn" in file_of(page)
    else:
        focused(page, pane, "nej")
        keys(page, "l")
        page.keyboard.type("bättre")
        keys(page, "Enter")
        told(page, "Facket säger nej")
        assert "hindrar: sömn" in file_of(page)


def test_an_arrow_is_clicked_away_and_what_falls_is_told(page):
    arrow = until(page.locator("#picture path[data-source=lugn][data-target=sömn]").first.bounding_box)
    page.mouse.click(arrow["x"] + arrow["width"] / 2, arrow["y"] + 6)
    page.get_by_text("Ta bort pilen från ”Lugnare nätter” till ”Bättre sömn”?").wait_for()
    page.locator("#question li", has_text="Bättre sömn").first.wait_for()
    page.locator("#question").get_by_role("button", name="Ta bort").click()
    told(page, "Tog bort pilen")
    assert "leder_till: sömn" not in file_of(page)


def test_a_double_click_gives_a_box_another_title(page):
    drawn(page, "lugn").dblclick()
    page.locator("#box_title:focus").wait_for()
    page.keyboard.type("Tystare nätter")
    keys(page, "Enter")
    told(page, "Tystare nätter")
    assert "rubrik: Tystare nätter" in file_of(page)
    page.get_by_role("button", name="Bara bilden").click()
    drawn(page, "lugn").dblclick()
    page.locator("#question input").fill("Lugn i huset")
    keys(page, "Enter")
    told(page, "Lugn i huset")
    page.get_by_role("button", name="Bara bilden").click()


def test_a_large_chain_waits_to_be_drawn_and_what_moved_is_told(shared, tmp_path):
    page = shared
    boxes = [
        f"  e{n}: {{leder_till: [e{(n * 7 + 3) % 40 + 40}, e{(n * 3 + 1) % 40 + 40}]}}" for n in range(40)
    ]
    rest = [f"  e{n}: {{leder_till: n{n % 9}}}" for n in range(40, 80)]
    ends = [f"  n{n}: Nytta {n}" for n in range(9)]
    text = "\n".join(
        ["nyttokedja: 1", "rubrik: Stor", "skede: utkast", "effekter:", *boxes, *rest, "nyttor:", *ends]
    )
    path = tmp_path / "stor.yaml"
    path.write_text(text + "\n", "utf-8")
    opened(page, path)
    drawn(page, "e1").wait_for()
    page.get_by_role("button", name="Vänta med att rita om").click()
    focused(page, "list", "n1")
    for title in ("Lugnare", "Tryggare"):
        keys(page, "a")
        page.locator("#question select").select_option("goal")
        page.fill("#written", title)
        keys(page, "Enter")
        page.locator("#list button", has_text=title).wait_for()
        focused(page, "list", "n1")
    page.locator("#late", has_text="2 ändringar är inte ritade än.").wait_for()
    assert page.locator("#picture [data-node=lugnare]").count() == 0
    page.get_by_role("button", name="Vänta med att rita om").click()
    drawn(page, "tryggare").wait_for()
    assert page.locator("#late").inner_text() == ""
    focused(page, "list", "e0")
    keys(page, "Delete")
    page.locator("#question").get_by_role("button", name="Ta bort").click()
    told(page, "rutor flyttade sig i bilden.")


def test_boxes_glide_to_their_places_where_people_want_that_and_the_one_acted_on_stays(browser, tmp_path):
    page = awake(browser, height=560, reduced_motion="no-preference")  # the picture is larger than its place
    path = tmp_path / "larm.yaml"
    path.write_text(CHAIN, "utf-8")
    opened(page, path)
    focused(page, "picture", "sömn")
    was = middle(drawn(page, "sömn"))
    keys(page, "b")
    page.keyboard.type("Färre larm")
    keys(page, "Enter")
    drawn(page, "färre_larm").wait_for()
    assert until(lambda: abs(middle(drawn(page, "sömn"))[1] - was[1]) < 3)
    assert page.errors == []
    page.context.close()


def test_every_key_is_told(shared):
    shared.focus("#picture .view")
    keys(shared, "?")
    shown = shared.locator("#question kbd").all_inner_texts()
    keys(shared, "Escape")
    wanted = ["N", "L", "T", "U", "K", "D", "S", "G", "Enter", "Delete", "/", "Esc", "F6", "?"]
    assert [key for key in wanted if not any(key in one for one in shown)] == []
