"""The preview in Chromium: a tab follows saves with what is looked at kept, and foreign pages get nothing."""

import http.server
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser import browser as started
from tests.browser import needs_chromium
from tests.pages.test_accessibility import AXE, needs_axe, violations
from tests.serving.served import served, until

pytestmark = [
    pytest.mark.program,
    needs_chromium,
    # what playwright leaves behind when it ends is its own
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
CHAIN = Path("chains/digitala_las.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def browser():
    with started() as opened:
        yield opened


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 1000, "height": 600})
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def chain(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(CHAIN, "utf-8")
    return path


STRUCK = """[".marks .cross", ".arrows .cut"].map((name) => document.querySelectorAll(name).length).concat(
  document.querySelector(".aside h3 + p").textContent)"""
VIEW = """document.querySelector("figure svg").getAttribute("viewBox").split(" ").map(Number)"""


def retitled(title):
    return CHAIN.replace("\nrubrik: Digitala lås i hemtjänsten", f"\nrubrik: {title}")


def picture(tab):
    """The frame with the picture that is shown."""
    frame = tab.query_selector("iframe:not(.coming)")
    return frame and frame.content_frame()


def shows(tab, text):
    def holds():
        frame = picture(tab)
        tab.wait_for_timeout(50)
        return frame is not None and text in (frame.title() or "")

    until(holds)
    return picture(tab)


def test_a_tab_follows_a_save_and_keeps_what_is_looked_at(tab, chain):
    with served(chain) as (address, _):
        tab.goto(address)
        before = shows(tab, "Digitala lås")
        assert "key=" not in tab.url
        box = before.evaluate("document.querySelector('[data-node]').getAttribute('data-node')")
        before.evaluate(
            """(box) => {
                location.hash = box;
                const svg = document.querySelector("figure svg"), at = svg.getBoundingClientRect();
                const zoom = {deltaY: -400, ctrlKey: true, bubbles: true, cancelable: true};
                const here = {clientX: at.left + 99, clientY: at.top + 80};
                svg.dispatchEvent(new WheelEvent("wheel", {...zoom, ...here}));
                document.querySelector(".boxes a[data-to=lägre_nyckelkostnad]").dispatchEvent(
                    new KeyboardEvent("keydown", {key: "s", bubbles: true}));
                document.querySelector("[data-node]").dispatchEvent(new MouseEvent("click", {bubbles: true}));
                document.querySelector(".aside .bar button:nth-of-type(2)").click();
                document.scrollingElement.scrollTo(0, 420);
            }""",
            box,
        )
        before.wait_for_timeout(100)
        chosen = before.evaluate("location.hash")
        view = before.evaluate(VIEW)
        struck = before.evaluate(STRUCK)
        assert struck[0] == 1
        assert "→" in struck[2], "an arrow too"
        whole = before.evaluate("document.querySelector('figure svg').classList.contains('zoomed')")
        assert whole, "it is zoomed"
        chain.write_text(retitled("Efter en ändring"), "utf-8")
        after = shows(tab, "Efter en ändring")
        seen = after.evaluate("[location.hash, document.scrollingElement.scrollTop]")
        assert seen == [chosen, 420]
        assert after.evaluate(VIEW) == pytest.approx(view, abs=0.5)
        assert after.evaluate(STRUCK) == struck
        after.evaluate("document.querySelector('[data-do=larger]').click()")
        assert after.evaluate(VIEW)[2] < view[2], "the page itself knows where it is"

        chain.write_text(CHAIN + "\nx: [\n", "utf-8")
        tab.wait_for_selector("#notice:not([hidden])")
        assert tab.inner_text("#problem") == "Filen går inte att läsa."
        assert tab.inner_text("#remarks").startswith("Rad ")
        assert picture(tab).title().startswith("Efter en ändring"), "the last good picture stays"

        chain.write_text(retitled("Rättad igen"), "utf-8")
        mended = shows(tab, "Rättad igen")
        assert tab.is_hidden("#notice")
        assert mended.evaluate("document.scrollingElement.scrollTop") == 420
        assert tab.query_selector_all("iframe").__len__() == 1
        assert tab.said == []


def test_a_hostile_title_runs_nothing(tab, chain):
    hostile = "'</title></script><script>alert(1)</script><img src=x onerror=alert(1)>'"
    dialogs = []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    chain.write_text(retitled(hostile), "utf-8")
    chain.with_name("b.yaml").write_text(retitled(hostile) + "\nx: [\n", "utf-8")
    with served(chain.parent) as (address, _):
        tab.goto(address)
        tab.wait_for_selector("text=<script>alert(1)")
        tab.click(".chains a >> nth=0")
        shows(tab, "alert(1)")
        chain.write_text(retitled(hostile) + "\n<img src=x onerror=alert(1)>: [\n", "utf-8")
        tab.wait_for_selector("#notice:not([hidden])")
        assert dialogs == []


def test_a_tab_that_nobody_sees_gives_its_connection_back(tab, chain):
    with served(chain) as (address, preview):
        tab.goto(address)
        shows(tab, "Digitala lås")
        (each,) = preview
        until(lambda: len(each.channel) == 1)
        hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
        hide += "document.dispatchEvent(new Event('visibilitychange'))"
        tab.evaluate(hide % "true")
        until(lambda: len(each.channel) == 0)
        chain.write_text(retitled("Medan ingen såg"), "utf-8")
        tab.evaluate(hide % "false")
        shows(tab, "Medan ingen såg")


def test_when_the_server_has_gone_the_tab_says_so(tab, chain):
    with served(chain) as (address, _):
        tab.goto(address)
        shows(tab, "Digitala lås")
    tab.wait_for_selector("#lost:not([hidden])")
    assert "Digitala lås" in picture(tab).title()


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, chain, scheme):
    chain.with_name("b.yaml").write_text(CHAIN + "\nx: [\n", "utf-8")
    with served(chain.parent) as (address, _):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".found >> nth=1")
        page.evaluate(AXE.read_text("utf-8"))
        assert violations(page) == []
        page.click(".chains a >> nth=1")
        page.wait_for_selector("#notice:not([hidden])")
        page.evaluate(AXE.read_text("utf-8"))
        assert violations(page) == []
        context.close()


FOREIGN = """<!DOCTYPE html><title>foreign</title><script type="module">
const ours = %(ours)s, told = {};
const tried = async (name, work) => {
  try { told[name] = await work(); } catch (error) { told[name] = "refused"; }
};
await tried("read", async () => (await fetch(ours + "/", {credentials: "include"})).text());
await tried("opaque", async () => (await fetch(ours + "/", {mode: "no-cors", credentials: "include"})).type);
const written = {method: "POST", credentials: "include", body: "x"};
await tried("write", async () => (await fetch(ours + "/", written)).text());
await tried("events", () => new Promise((yes, no) => {
  const source = new EventSource(ours + "/events", {withCredentials: true});
  source.onopen = () => yes("open"); source.onerror = no;
}));
await tried("socket", () => new Promise((yes, no) => {
  const socket = new WebSocket(ours.replace("http", "ws") + "/events");
  socket.onopen = () => yes("open"); socket.onerror = no;
}));
await tried("script", () => new Promise((yes, no) => {
  const script = document.createElement("script");
  script.src = ours + "/live.js"; script.onload = () => yes("run"); script.onerror = no;
  document.head.append(script);
}));
await tried("frame", () => new Promise((yes) => {
  const frame = document.createElement("iframe");
  frame.src = ours + "/"; document.body.append(frame);
  setTimeout(() => { try { yes(frame.contentDocument.body.innerText); } catch { yes("refused"); } }, 600);
}));
window.told = told; window.done = true;
</script><body>"""


@contextmanager
def foreign(ours):
    """A page of another program on this machine, the nearest that a stranger can come; and its cookies."""
    given = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            given.append(self.headers["cookie"])
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write((FOREIGN % {"ours": repr(ours)}).encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", given
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_foreign_page_reads_nothing_and_steers_nothing(tab, chain):
    with served(chain) as (address, preview):
        tab.goto(address)  # the browser has the cookie, and sends it along from another port of this machine
        shows(tab, "Digitala lås")
        ours = tab.url.partition("/chain/")[0]  # as if somebody had read it off the screen
        stranger = tab.context.new_page()
        with foreign(ours) as (there, given):
            stranger.goto(there)
            until(lambda: (stranger.wait_for_timeout(50), stranger.evaluate("window.done === true"))[1])
            told = stranger.evaluate("window.told")
            assert given
            assert set(given) == {None}, "the browser has no cookie of ours for another port"
        assert told.pop("opaque") in ("refused", "opaque")
        assert set(told.values()) == {"refused"}, told
        frames = [frame for frame in stranger.frames if frame.url.startswith(ours)]
        assert all("Digitala" not in frame.content() for frame in frames)
        assert len(preview.listing) == 0
