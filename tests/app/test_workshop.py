"""A whole workshop: forty notes, sorted, connected, obstacles, an opportunity, a rename, undo, save, reopen.

By mouse, by keyboard alone, and by what a screen reader is told: each time the saved file is byte for byte
what the same edits give without a browser, axe-core knows no fault at any step, and no title runs anything.
"""

from itertools import pairwise

import pytest

from nyttokedja.board.orders import order_from_data
from nyttokedja.board.room import Room
from nyttokedja.checking.check import check
from nyttokedja.writing.chain_file import to_yaml
from tests.app.hands import arrow_drawn, awake, dragged, drawn, file_of, keys, middle, opened, told
from tests.app.test_accessible import AXE, RUN, judged

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(not AXE.exists(), reason="needs axe-core, as the page's scripts have it"),
]

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "]]><svg onload=alert(3)>",
    "{{7*7}} ${alert(4)} javascript:alert(5)",
]
SORTED = {
    "Digitala lås i hemtjänsten": "change",
    "Färre nyckelhämtningar": "effect",
    "Kortare restid": "effect",
    "Frigjord tid för personalen": "benefit",
    "Tryggare brukare": "benefit",
    "Hållbar bemanning": "goal",
    "Facket är tveksamt": "obstacle",
    "Dålig mobiltäckning": "obstacle",
    "Samma lås till hemsjukvården": "opportunity",
}
REST = [f"Lapp nummer {n} om nattpatrullens schemaläggning" for n in range(40 - len(SORTED) - len(HOSTILE))]
NOTES = [*SORTED, *HOSTILE, *REST]
IDS = [
    "digitala_lås_i_hemtjänsten",
    "färre_nyckelhämtningar",
    "kortare_restid",
    "frigjord_tid_för_personalen",
]
GOAL, UNION, COVER, MORE = (
    "hållbar_bemanning",
    "facket_är_tveksamt",
    "dålig_mobiltäckning",
    "samma_lås_till_hemsjukvården",
)
LINKS = [
    *pairwise(IDS),
    (IDS[3], GOAL),
    (UNION, IDS[1]),
    (COVER, IDS[0]),
    (MORE, "tryggare_brukare"),
]
TITLE = "Mindre restid mellan besök"


def expected():
    """The file that the same orders give without any browser."""
    head = {"nyttokedja": 1, "title": "Namnlös kedja", "language": "sv", "stage": "draft"}
    room = Room(to_yaml(head, "sv").encode(), "namnlös_kedja.yaml")
    orders = [
        *({"do": "type", "text": note} for note in NOTES),
        *({"do": "sort", "note": note, "type": type} for note, type in SORTED.items()),
        *({"do": "link", "source": source, "target": target} for source, target in LINKS),
        {"do": "retitle", "id": IDS[2], "title": TITLE},
    ]
    for order in orders:
        room.carry_out(order_from_data(order), "me")
    return room.data.decode()


@pytest.fixture
def page(browser, request):
    """An empty board, where axe is; what opens a dialog of the browser is a fault."""
    made = awake(
        browser, scripts=(AXE.read_text("utf-8") + RUN,), width=1600, **getattr(request, "param", {})
    )
    made.on("dialog", lambda dialog: (made.errors.append(dialog.message), dialog.dismiss()))
    yield made
    assert made.errors == []
    made.context.close()


def faultless(page, wide=None):
    found = judged(page)
    assert found["found"] == []
    assert wide is None or found["wide"] == wide


def finished(page, tmp_path):
    """Saved, and opened again: the same bytes, and the board as it was."""
    text = file_of(page)
    assert text == expected()
    path = tmp_path / "kedjan.yaml"
    path.write_text(text, "utf-8")
    opened(page, path)
    drawn(page, IDS[2]).wait_for()
    assert file_of(page) == text
    assert not [found for found in check(text.encode()).findings if found.severity.word == "error"]
    assert TITLE in page.locator("#list").inner_text()
    for hostile in HOSTILE:
        assert page.locator("#notes .words", has_text=hostile).count() == 1


def listed(page, title):
    return page.locator("#list button", has_text=title)


def title_of(id):
    (found,) = (title for title in SORTED if id.startswith(title.lower().replace(" ", "_")[:20]))
    return found


def test_by_mouse(page, tmp_path):
    faultless(page)
    for text in NOTES:
        page.fill("#entry", text)
        page.get_by_role("button", name="Lägg till").click()
        page.locator("#notes li", has_text=text).last.wait_for()
    faultless(page)
    for text, type in SORTED.items():
        words = page.locator("#notes li", has_text=text).locator(".words").first
        dragged(page, middle(words), lambda kind=type: middle(page.locator(f"#zones [data-type={kind}]")))
        listed(page, text).wait_for()
    faultless(page)
    page.get_by_role("button", name="Bara bilden").click()
    for source, target in LINKS:
        arrow_drawn(page, source, lambda target=target: middle(drawn(page, target)))
        told(page, f"Kopplade ”{title_of(source)}” till ”{title_of(target)}”")
        named = f"[data-node='{source}'][aria-label*='{title_of(target)}']"  # an obstacle has no arrow
        page.locator(f"#picture [data-source='{source}'], #picture {named}").first.wait_for(state="attached")
    page.get_by_role("button", name="Bara bilden").click()
    faultless(page)
    drawn(page, IDS[2]).dblclick()
    page.locator("#box_title:focus").fill(TITLE)
    keys(page, "Enter")
    told(page, TITLE)
    page.get_by_role("button", name="Ångra", exact=True).click()
    told(page, "Ångrade")
    page.get_by_role("button", name="Gör om").click()
    told(page, "Gjorde om")
    faultless(page)
    finished(page, tmp_path)
    faultless(page)


@pytest.mark.parametrize("page", [{"forced_colors": "active"}], indirect=True)
def test_by_keyboard_alone(page, tmp_path):
    """Where colours are forced and nothing moves; no key is pressed that the list of keys does not tell."""
    for text in NOTES:
        page.keyboard.type(text)
        keys(page, "Enter")
        page.locator("#notes li", has_text=text).last.wait_for()
    faultless(page)
    keys(page, "F6")
    page.locator("#notes .words:focus").wait_for()
    digits = {"change": "1", "effect": "2", "benefit": "3", "goal": "4", "obstacle": "5", "opportunity": "8"}
    for text, type in SORTED.items():
        keys(page, digits[type])
        listed(page, text).wait_for()
        page.locator("#notes .words:focus").wait_for()
    faultless(page)
    keys(page, "F6")
    page.locator("#picture .view:focus").wait_for()
    for source, target in LINKS:
        keys(page, "/")
        page.keyboard.type(title_of(source))
        keys(page, "Enter", "l")
        page.keyboard.type(title_of(target))
        keys(page, "Enter")
        page.get_by_role("button", name=f"Ta bort pilen: {title_of(target)}").wait_for()
    faultless(page)
    keys(page, "/")
    page.keyboard.type(title_of(IDS[2]))
    keys(page, "Enter", "F2")
    page.keyboard.type(TITLE)
    keys(page, "Enter")
    told(page, TITLE)
    keys(page, "Control+z")
    told(page, "Ångrade")
    keys(page, "Control+y")
    told(page, "Gjorde om")
    faultless(page)
    finished(page, tmp_path)


def test_by_what_a_screen_reader_is_told(page, tmp_path):
    """Roles and names alone, in the list, as narrow as a telephone or 400 per cent."""
    page.set_viewport_size({"width": 320, "height": 900})
    entry = page.get_by_role("textbox", name="Skriv en lapp, eller flera med pilar emellan")
    for text in NOTES:
        entry.fill(text)
        entry.press("Enter")
        page.get_by_role("region", name="Lappar").get_by_role("button", name=text, exact=True).wait_for()
    faultless(page, 320)
    boxes = page.get_by_role("region", name="Lista")
    types = {"change": "förändring", "effect": "effekt", "benefit": "nytta", "goal": "mål"}
    types |= {"obstacle": "hinder", "opportunity": "möjlighet"}
    for text, type in SORTED.items():
        page.get_by_role("combobox", name=f"Vad är lappen ”{text}”?").select_option(types[type])
        boxes.get_by_role("button", name=text).wait_for()
    faultless(page, 320)
    for source, target in LINKS:
        boxes.get_by_role("button", name=title_of(source)).click()
        choice = page.get_by_role("combobox", name="Koppla till …")
        label = choice.get_by_role("option", name=title_of(target), include_hidden=True)
        choice.select_option(label.get_attribute("value"))
        page.get_by_role("button", name=f"Ta bort pilen: {title_of(target)}").wait_for()
    faultless(page, 320)
    boxes.get_by_role("button", name=title_of(IDS[2])).click()
    page.get_by_role("textbox", name="Rubrik", exact=True).fill(TITLE)
    page.get_by_role("textbox", name="Rubrik", exact=True).press("Enter")
    page.get_by_role("status").filter(has_text=TITLE).wait_for()
    page.get_by_role("button", name="Ångra", exact=True).click()
    page.get_by_role("status").filter(has_text="Ångrade").wait_for()
    page.get_by_role("button", name="Gör om").click()
    page.get_by_role("status").filter(has_text="Gjorde om").wait_for()
    faultless(page, 320)
    finished(page, tmp_path)
    faultless(page, 320)
