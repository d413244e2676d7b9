"""The board in Chromium, in two browsers at once, as it was built."""

import json
import re
import time
from pathlib import Path

import pytest

from nyttokedja.app.pieces import pieces
from nyttokedja.checking.check import check
from nyttokedja.model.chain import NodeType
from nyttokedja.writing.template import starting_chain
from tests.app.conftest import BUILT
from tests.app.hands import middle
from tests.app.test_accessible import AXE, RUN
from tests.browser import browser as started
from tests.browser import needs_chromium
from tests.serving.board.boards import seated

pytestmark = [
    pytest.mark.program,
    needs_chromium,
    pytest.mark.skipif(not BUILT.exists(), reason="needs the app, built"),
    # what playwright leaves behind when it ends is its own
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
CHAIN = Path("chains/digitala_las.yaml").read_text("utf-8")
TITLE = check(CHAIN.encode(), "x").chain.title
SOON = 10_000
"""Milliseconds that a busy machine may take."""
HOSTILE = "<img src=x onerror=document.title='bad'><script>document.title='bad'</script>"


@pytest.fixture(scope="module")
def browser():
    with started() as opened:
        yield opened


@pytest.fixture
def chain(tmp_path):
    path = tmp_path / "kedja.yaml"
    path.write_text(CHAIN, "utf-8")
    return path


@pytest.fixture
def sit(browser, chain):
    """Somebody new at the board, in a browser of their own."""
    contexts, said = [], []
    with seated(chain, pieces(BUILT.read_bytes())) as (address, _):

        def sit():
            context = browser.new_context(
                locale="sv-SE", viewport={"width": 1500, "height": 1000}, reduced_motion="reduce"
            )
            contexts.append(context)
            if AXE.exists():
                context.add_init_script(AXE.read_text("utf-8") + RUN)
            page = context.new_page()
            page.set_default_timeout(SOON)
            page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(address)
            page.locator("#picture svg [data-node]").first.wait_for(timeout=3 * SOON)  # processes start
            return page

        yield sit
        for context in contexts:
            context.close()
    assert said == []


def typed(page, text):
    page.fill("#entry", text)
    page.press("#entry", "Enter")


def note(page, text):
    return page.locator("#notes .words", has_text=text)


def told(page, text):
    page.locator("#status", has_text=text).wait_for()


def test_two_browsers_work_on_one_chain(sit, chain):
    mine, yours = sit(), sit()
    assert "key=" not in mine.url
    told(mine, "sparas direkt i kedja.yaml")
    assert not mine.locator("#save").is_visible()

    typed(mine, "Vad säger facket?")
    note(mine, "Vad säger facket?").wait_for()
    begun = time.monotonic()
    note(yours, "Vad säger facket?").wait_for()
    assert time.monotonic() - begun < 1
    told(yours, "Någon annan: La till lappen ”Vad säger facket?”.")

    typed(yours, "N: Lugnare nätter")
    mine.locator("#list button", has_text="Lugnare nätter").wait_for()
    mine.locator('#picture [data-node="lugnare_nätter"]').first.wait_for()
    mine.click("#undo")  # of mine, which leaves yours
    told(mine, "Ångrade")
    note(yours, "Vad säger facket?").wait_for(state="detached")
    assert mine.locator("#undo").is_disabled()
    yours.locator("#list button", has_text="Lugnare nätter").wait_for()
    assert "Lugnare nätter" in chain.read_text("utf-8")
    yours.click("#undo")
    mine.locator("#list button", has_text="Lugnare nätter").wait_for(state="detached")
    assert chain.read_text("utf-8") == CHAIN


def test_a_title_that_is_typed_stays_while_others_work(sit):
    mine, yours = sit(), sit()
    mine.locator("#list button").first.click()
    mine.fill("#box_title", "Halvskriv")
    typed(yours, "Vad säger facket?")
    note(mine, "Vad säger facket?").wait_for()
    assert mine.input_value("#box_title") == "Halvskriv"
    mine.press("#box_title", "End")
    mine.keyboard.type("et")
    mine.press("#box_title", "Enter")
    yours.locator("#list button", has_text="Halvskrivet").wait_for()


def test_a_title_in_a_window_does_not_overwrite_that_of_another(sit, chain):
    mine, yours = sit(), sit()
    first = mine.locator("#list button").first
    first.click()
    mine.click("#wide")  # where there is no field for it beside
    mine.focus("#picture .view")
    mine.keyboard.press("F2")
    mine.fill("#written", "Mitt namn")
    yours.locator("#list button").first.click()
    yours.fill("#box_title", "Ditt namn")
    yours.press("#box_title", "Enter")
    told(mine, "heter nu ”Ditt namn”")
    mine.press("#written", "Enter")
    told(mine, "Någon annan har nyss ändrat rubriken till ”Ditt namn”. Det du skrev, ”Mitt namn”")
    assert "Mitt namn" not in chain.read_text("utf-8")


def test_a_new_chain_is_asked_for_its_title_once(browser, tmp_path):
    path = tmp_path / "hemtjanst.yaml"
    path.write_text(starting_chain("Hemtjanst", "sv", path.name), "utf-8")
    with seated(path, pieces(BUILT.read_bytes()), is_new=True) as (address, _):
        context = browser.new_context(locale="sv-SE")
        page = context.new_page()
        page.set_default_timeout(SOON)
        page.goto(address)
        page.get_by_role("textbox", name="Vad heter kedjan?").wait_for()
        assert page.locator("#written:focus").input_value() == "Hemtjanst"
        page.keyboard.type("Hemtjänst på natten")
        page.keyboard.press("Enter")
        page.locator("#title", has_text="Hemtjänst på natten").wait_for()
        assert page.locator("#entry:focus").count() == 1
        assert "Hemtjänst på natten" in path.read_text("utf-8")
        page.reload()
        page.locator("#title", has_text="Hemtjänst på natten").wait_for()
        assert page.locator("#question[open]").count() == 0
        context.close()


def test_a_title_that_another_has_changed_meanwhile_is_not_overwritten(sit, chain):
    mine, yours = sit(), sit()
    for page in (mine, yours):
        page.locator("#list button").first.click()
    mine.fill("#box_title", "Mitt namn")
    yours.fill("#box_title", "Ditt namn")
    yours.press("#box_title", "Enter")
    mine.locator("#list button", has_text="Ditt namn").wait_for()
    mine.press("#box_title", "Enter")
    told(mine, "Någon annan har nyss ändrat rubriken till ”Ditt namn”. Det du skrev, ”Mitt namn”")
    assert mine.input_value("#box_title") == "Ditt namn"
    assert "Mitt namn" not in chain.read_text("utf-8")


def test_what_others_do_between_press_and_release_takes_no_click(sit, chain):
    mine, yours = sit(), sit()
    button = mine.locator("#list button").nth(1)
    mine.mouse.move(*middle(button))
    mine.mouse.down()
    typed(yours, "Vad säger facket?")
    note(yours, "Vad säger facket?").wait_for()
    mine.wait_for_timeout(1000)
    assert note(mine, "Vad säger facket?").count() == 0  # nothing moves under the pointer
    mine.mouse.up()
    note(mine, "Vad säger facket?").wait_for()
    mine.locator("#list button").nth(1).and_(mine.locator("[aria-current]")).wait_for()
    told(mine, "Någon annan")


def test_an_answer_that_comes_late_takes_nothing_away_that_others_have_done_since(sit):
    mine, yours = sit(), sit()

    def late(route):
        answer = route.fetch()
        typed(yours, "Ett svar till")
        note(mine, "Ett svar till").wait_for()
        route.fulfill(response=answer)

    mine.route("**/ask", late, times=1)
    typed(mine, "Vad säger facket?")
    told(mine, "La till lappen ”Vad säger facket?”.")
    note(mine, "Vad säger facket?").wait_for()
    assert note(mine, "Ett svar till").count() == 1


def test_changes_from_outside_are_seen_and_a_broken_file_keeps_the_last_picture(sit, chain):
    page = sit()
    boxes = page.locator("#picture [data-node]").count()
    begun = time.monotonic()
    chain.write_text(CHAIN.replace(TITLE, "Lås på nytt sätt", 1), "utf-8")
    page.locator("#title", has_text="Lås på nytt sätt").wait_for()
    assert time.monotonic() - begun < 1.5
    told(page, "Filen ändrades utanför tavlan")
    chain.write_text("nyttokedja: 1\nrubrik: [", "utf-8")
    page.locator("#findings .error").first.wait_for()
    assert page.locator("#picture [data-node]").count() == boxes
    typed(page, "Vad säger facket?")
    told(page, "Filen går inte att läsa, så inget har ändrats.")
    assert page.input_value("#entry") == "Vad säger facket?"
    page.click("#undo")
    page.locator("#title", has_text="Lås på nytt sätt").wait_for()
    page.click("#undo")
    page.locator("#title", has_text=TITLE).wait_for()
    assert chain.read_text("utf-8") == CHAIN


def test_a_hidden_tab_gives_its_connection_back_and_takes_it_up_again(sit):
    page, other = sit(), sit()
    session = page.context.new_cdp_session(page)  # past the page's policy

    def hide(is_hidden):
        seen = f"{{ configurable: true, get: () => {json.dumps(is_hidden)} }}"
        script = f"Object.defineProperty(document, 'hidden', {seen});"
        script += "document.dispatchEvent(new Event('visibilitychange'))"
        session.send("Runtime.evaluate", {"expression": script})

    hide(is_hidden=True)
    typed(other, "Vad säger facket?")
    note(other, "Vad säger facket?").wait_for()
    page.wait_for_timeout(1000)
    assert note(page, "Vad säger facket?").count() == 0
    hide(is_hidden=False)
    note(page, "Vad säger facket?").wait_for()


def test_hostile_words_run_nothing(sit, chain):
    page = sit()
    typed(page, HOSTILE)
    note(page, "onerror").wait_for()
    page.locator("#notes li", has_text="onerror").locator("select").select_option("benefit")
    page.locator("#list button", has_text="onerror").click()
    chain.write_text(chain.read_text("utf-8").replace(TITLE, json.dumps(HOSTILE), 1), "utf-8")
    page.locator("#title", has_text="onerror").wait_for()
    page.locator("#picture svg", has_text=re.compile("onerror")).wait_for()
    assert page.locator("img").count() == 0
    assert page.title() != "bad"


@pytest.mark.skipif(not AXE.exists(), reason="needs axe-core, as the page's scripts have it")
def test_axe_finds_nothing(sit):
    page, other = sit(), sit()
    typed(other, "Vad säger facket?")
    note(page, "Vad säger facket?").wait_for()
    page.locator("#list button").first.click()
    page.click(".menu summary")
    page.locator("body").dispatch_event("axe")
    page.locator("html[data-axe]").wait_for()
    assert json.loads(page.locator("html").get_attribute("data-axe"))["found"] == []


def test_the_file_is_what_the_command_line_would_have_made(sit, chain, tmp_path, capsys):
    from nyttokedja.cli import main

    page = sit()
    graph = check(CHAIN.encode(), "x").graph
    source, target = next(
        (arrow.source, arrow.target) for arrow in graph.arrows if arrow.source.type is NodeType.EFFECT
    )
    page.locator(f'#list button[data-id="{source.id}"]').click()
    page.get_by_role("button", name=f"Ta bort pilen: {target.title}").first.click()
    told(page, target.title)
    page.fill("#box_title", "Ett nytt: namn")
    page.press("#box_title", "Enter")
    page.locator("#list button", has_text="Ett nytt: namn").wait_for()
    page.locator("#box_connect").select_option(target.id)
    page.get_by_role("button", name=f"Ta bort pilen: {target.title}").first.wait_for()

    same = tmp_path / "samma.yaml"
    same.write_text(CHAIN, "utf-8")
    for command, *given in (
        ("unlink", source.id, target.id),
        ("set", source.id, "rubrik", "Ett nytt: namn"),
        ("link", source.id, target.id),
    ):
        with pytest.raises(SystemExit) as ended:
            raise SystemExit(main([command, "--force", *given, str(same)]))
        assert not ended.value.code, capsys.readouterr().err
    assert chain.read_bytes() == same.read_bytes() != CHAIN.encode()


def test_another_value_of_a_factor_is_tried_and_used_while_others_work(sit, chain):
    before = Path("chains/lakemedelsautomat.yaml").read_text("utf-8")
    chain.write_text(before, "utf-8")
    mine, yours = sit(), sit()
    mine.click("#chain_worth")
    mine.fill("[id='try_brukare']", "70,5")
    told(mine, "Ingenting är sparat.")
    assert "→" in mine.locator("#worth_result dd").first.inner_text()
    assert chain.read_text("utf-8") == before
    typed(yours, "Vad säger facket?")
    note(mine, "Vad säger facket?").wait_for()
    assert mine.input_value("[id='try_brukare']") == "70,5"
    mine.click("[id='use_brukare']")
    told(yours, "70,5")
    assert "likely: 70.5" in chain.read_text("utf-8")
    yours.click("#chain_worth")
    assert yours.input_value("[id='try_brukare']") == "70,5"
