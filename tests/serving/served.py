"""A preview that is served in a thread, and what a browser would ask of it."""

import http.client
import json
import threading
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

from nyttokedja.checking.config import Config
from nyttokedja.checking.settings import Lookup
from nyttokedja.model.picture_settings import PLAIN
from nyttokedja.serving.app import app
from nyttokedja.serving.launch import serve
from nyttokedja.serving.preview import Preview
from nyttokedja.serving.watching import Files

PATIENCE = 60
"""Seconds after which a test gives up: machines that test are busy."""


class Client:
    """Somebody who has the address."""

    def __init__(self, address):
        parts = urlsplit(address)
        self.address = address
        self.host = parts.netloc
        answer = self._ask(f"/?{parts.query}")
        self.cookie = answer.getheader("set-cookie").partition(";")[0]
        self.place = answer.getheader("location").rstrip("/")
        answer.read()

    def _ask(self, path, headers=()):
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        connection.request("GET", path, headers={"connection": "close", **dict(headers)})
        return connection.getresponse()

    def get(self, path):
        answer = self._ask(self.place + path, [("cookie", self.cookie)])
        return answer.status, answer.read().decode()

    def events(self, path):
        """The states that are told, one after the other."""
        answer = self._ask(self.place + path, [("cookie", self.cookie)])
        assert answer.getheader("content-type").startswith("text/event-stream")
        return answer, states(answer)


def states(answer):
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


@contextmanager
def served(*paths, settings=PLAIN):
    """The address of some chains, and the preview itself."""
    preview = Preview(Files([str(path) for path in paths], lambda: Lookup(Config(picture=settings))))
    with listening(
        preview, lambda port, token: app(preview, port=port, token=token, language="en")
    ) as address:
        yield address, preview


@contextmanager
def listening(source, app_at):
    """The address of what is made for a port and a token, served in a thread until its source is closed."""
    ready, address = threading.Event(), []

    def say(where):
        address.append(where)
        ready.set()

    thread = threading.Thread(target=serve, args=(app_at, source, 0, say))
    thread.start()
    try:
        assert ready.wait(PATIENCE)
        yield address[0]
    finally:
        source.close()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def until(holds):
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never did"
        time.sleep(0.02)
