"""A board that is served in a thread, and what a browser would ask of it."""

import http.client
import json
from contextlib import contextmanager
from uuid import uuid4

from nyttokedja.app.pieces import Pieces
from nyttokedja.checking.config import Config
from nyttokedja.serving.board.app import app
from nyttokedja.serving.board.desk import Opening
from nyttokedja.serving.board.table import Table
from tests.serving.served import PATIENCE, Client, listening

PLAIN = Pieces("<!DOCTYPE html>\n<html lang=sv>\n<head></head>\n<body></body>\n</html>", "p{}", "1;", {})


class Sitter(Client):
    """Somebody who sits at the board."""

    def __init__(self, address, who="a"):
        super().__init__(address)
        self.who = who

    def post(self, content, headers=()):
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE)
        own = {"cookie": self.cookie, "origin": f"http://{self.host}", "content-type": "application/json"}
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        connection.request("POST", f"{self.place}/ask", body, {**own, "connection": "close", **dict(headers)})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def ask(self, name, token=None, **more):
        status, text = self.post({"ask": name, "who": self.who, "token": token or uuid4().hex, **more})
        assert status == 200, text
        return json.loads(text)

    def order(self, token=None, **order):
        return self.ask("order", token, order=order)


@contextmanager
def seated(path, pieces=PLAIN, versions=None, *, is_new=False):
    """The address of a board, and the table itself."""
    table = Table(Opening(path, Config(), versions, is_new=is_new))
    with listening(table, lambda port, token: app(table, pieces, port=port, token=token)) as address:
        yield address, table
