"""The card is posted once, and updated from then on; no address is ever called here."""

import http.server
import importlib.util
import io
import json
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from nyttokedja.reports.comparison.markdown import MARKER

COMMENTS = "https://git.example.org/api/v1/repos/o/r/issues/12/comments"
CARD = f"{MARKER}\n\n## Resonemanget ändras.\n"


def comment(id, author="bot", body=CARD):
    return {"id": id, "user": {"login": author}, "body": body}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the script against a server that knows some comments; what it is asked to write is returned."""
    spec = importlib.util.spec_from_file_location("comment", Path("docs/ci/comment.py"))
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    file = tmp_path / "card.md"
    file.write_text(CARD, "utf-8")

    def run(known, *, pages=True, refuse=0, address=COMMENTS, **variables):
        written = []

        def urlopen(request, timeout):
            url, _, query = request.full_url.partition("?")
            assert "token t" in request.headers.values() or request.headers["Private-token"] == "t"
            if refuse:
                raise urllib.error.HTTPError(url, refuse, "No", {}, None)
            if request.method == "GET":
                n = int(query.rsplit("=", 1)[1])
                return io.BytesIO(json.dumps(known[100 * (n - 1) : 100 * n] if pages else known).encode())
            written.append((request.method, url, json.loads(request.data)["body"]))
            return io.BytesIO(b"{}")

        given = {"COMMENTS": address, "TOKEN": "t", "AUTHOR": "bot"} | variables
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(urllib.request, "urlopen", urlopen)
        return script.main(str(file)), written

    return run


def test_the_first_card_is_posted(run):
    others = [
        comment(1, "someone"),
        comment(2, body="Hej"),
        comment(3, body=f"x {MARKER}"),
        comment(4, body=None),
    ]
    assert run(others) == (0, [("POST", COMMENTS, CARD)])


@pytest.mark.parametrize("pages", [True, False])
def test_the_card_of_before_is_updated(run, pages):
    known = [comment(n, "someone") for n in range(250)] + [comment(777)]
    address = COMMENTS.replace("/12/comments", "/comments/777")
    assert run(known, pages=pages) == (0, [("PATCH", address, CARD)])


def test_many_comments_that_come_at_once_are_asked_for_once_more_at_most(run):
    assert run([comment(n, "someone") for n in range(250)], pages=False)[1] == [("POST", COMMENTS, CARD)]


def test_where_none_is_to_be_posted_one_is_only_updated(run):
    assert run([], POST="0") == (0, [])
    assert run([comment(5)], POST="0")[1][0][0] == "PATCH"


@pytest.mark.parametrize(("code", "exit_code"), [(401, 0), (403, 0), (404, 1), (500, 1)])
def test_who_may_not_write_is_told_so(run, capsys, code, exit_code):
    assert run([], refuse=code) == (exit_code, [])
    assert f"No comment was written: {code}" in capsys.readouterr().out


def test_a_token_is_sent_over_https_only(run):
    with pytest.raises(SystemExit, match="no https address"):
        run([], address="http://e.se/issues/1/comments")


def test_gitlab_is_asked_in_its_own_way(run, monkeypatch):
    notes = "https://git.example.org/api/v4/projects/3/merge_requests/7/notes"
    known = [{"id": 9, "author": {"username": "bot"}, "body": CARD}]
    assert run(known, address=notes) == (0, [("PUT", f"{notes}/9", CARD)])
    assert run([], address=notes) == (0, [("POST", notes, CARD)])


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_a_failure_and_gets_no_token(run, monkeypatch, tmp_path, capsys, code):
    """Against a server that leads on: nothing is asked where it leads."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked.append(self.path)
            self.send_response(code)
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
            self.end_headers()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

    real = urllib.request.urlopen  # which the script has told to follow nothing
    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        for method, data in (("GET", None), ("POST", b"{}")):
            request = urllib.request.Request(f"http://127.0.0.1:{server.server_port}/a", data, method=method)
            with pytest.raises(urllib.error.HTTPError) as refused:
                real(request, timeout=10)
            assert refused.value.code == code
            refused.value.close()
        server.shutdown()
        thread.join()
    assert asked == ["/a", "/a"]
