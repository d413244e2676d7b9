"""The app as a folder for a web server: what is in it, that it works there, and what it says on a disk."""

import http.server
import threading
from contextlib import contextmanager
from functools import partial
from gzip import decompress

import pytest

from nyttokedja.app.letters import bytes_of
from nyttokedja.app.pieces import FOLDER_CSP, OURS, folder, pieces
from nyttokedja.cli.runs.app_folder import write_folder
from tests.app.conftest import BUILT
from tests.browser import browser, needs_chromium

SLOW = 180_000
LARGEST = 17_000_000
built = pytest.mark.skipif(not BUILT.exists(), reason="needs the app, built")


@built
def test_it_holds_what_the_file_holds_and_no_more_than_that():
    taken = pieces(BUILT.read_bytes())
    files = folder(taken)
    assert sum(map(len, files.values())) < LARGEST
    page = files["index.html"].decode()
    others = sorted(name for name in files if name != "index.html")
    assert all(OURS.fullmatch(name) and f'"{name}"' in page for name in others)
    assert len(others) == len(taken.parts) + 2
    assert FOLDER_CSP in page
    assert "<style" not in page
    assert page.count("<script") == 2  # the script's address, and the licences, which are data
    assert "dubbelklicka på den" in page
    worker = next(content for name, content in files.items() if "worker" in name)
    assert worker == decompress(bytes_of(taken.parts["worker"]))
    assert folder(taken) == files


@built
def test_an_earlier_version_is_taken_away_and_nothing_else(tmp_path):
    old = tmp_path / "nyttokedja-app-0123456789ab.js"
    theirs = tmp_path / "app-0123456789ab.js"
    for path in (old, theirs):
        path.write_text("1;")
    write_folder(tmp_path, BUILT.read_bytes())
    assert not old.exists()
    assert theirs.exists()
    assert (tmp_path / "index.html").exists()


class Strict(http.server.SimpleHTTPRequestHandler):
    """A server of files that sends the policy with each."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", FOLDER_CSP)
        super().end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def serving(path):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=path))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.program
@needs_chromium
@built
def test_it_works_on_an_intranet_under_a_policy_and_says_on_a_disk_that_it_does_not(tmp_path):
    write_folder(tmp_path, BUILT.read_bytes())
    named = "--host-resolver-rules=MAP intranet.example 127.0.0.1"
    with serving(tmp_path) as port, browser(named) as started:
        page = started.new_context(locale="sv-SE").new_page()
        errors, asked = [], []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://intranet.example:{port}/index.html")  # by plain http, where less is allowed
        page.fill("#entry", "F: Digitala lås -> N: Frigjord tid")
        page.press("#entry", "Enter")
        page.locator("#picture [data-node]").first.wait_for(timeout=SLOW)
        assert errors == []
        ours = (f"http://intranet.example:{port}/", "data:", "blob:")
        assert [url for url in asked if not url.startswith(ours)] == []
        on_disk = started.new_context(locale="sv-SE").new_page()
        on_disk.goto((tmp_path / "index.html").as_uri())
        on_disk.locator("#status", has_text="ska ligga på en webbserver").wait_for()
