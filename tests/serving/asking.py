"""Asking an application without a socket."""

import asyncio
from typing import NamedTuple

from nyttokedja.serving.gate import place_of

PORT = 8765
TOKEN = "a-key-that-nobody-guesses"
COOKIE = f"nyttokedja-{PORT}={TOKEN}"
PLACE = place_of(TOKEN)
HOST = f"127.0.0.1:{PORT}"


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes


def scope(path=None, method="GET", headers=(), query=b"", kind="http"):
    path = path or ("/" if query else f"{PLACE}/")
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    return {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query,
        "root_path": "",
        "scheme": "http",
        "headers": raw,
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", PORT),
    }


def sent(app, asked):
    """All that an application sends in answer."""
    messages = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        messages.append(message)

    asyncio.run(app(asked, receive, send))
    return messages


def ask(app, **asked):
    first, *rest = sent(app, scope(**asked))
    assert first["type"] == "http.response.start"
    headers = {name.decode(): value.decode() for name, value in first["headers"]}
    return Answer(first["status"], headers, b"".join(message.get("body", b"") for message in rest))
