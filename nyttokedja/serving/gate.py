"""The gate in front of all that is served: who may ask, and what the browser may do with the answer.

A server on 127.0.0.1 can be reached by every page that the person has open and by every program of every user
of the machine. So: only names of this machine as Host (else a foreign name could be bound to it), no foreign
Origin, nothing that another site's page has asked for, a key that only the address printed has, and reading
alone; where writing is allowed, only what a page from here says in JSON. Connections that are not HTTP are
closed.

A browser sends cookies to every port of a machine, so the program of somebody else that listens on another
port would be given ours. What it is never given is the cookie of a place that it cannot name: all is served
below one that is made by chance, and the cookie is for that place alone. Who reads the place off a screen has
no cookie.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from hashlib import sha256
from hmac import compare_digest
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
"""An application by the ASGI specification."""

LARGEST = 256 * 1024
"""Octets of a request's body."""
_PLACE = 32
"""Signs of the path below which all is served."""
_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_READING = ("GET", "HEAD")
_WRITING = "POST"
_JSON = b"application/json"
_SAID = {
    403: b"Open the address that nyttokedja has printed.\n",
    400: b"That was cut off.\n",
    405: b"That cannot be done here.\n",
    413: b"That is too much.\n",
}

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
"""What a page of ours may do, where an answer says nothing else."""

_HEADERS = {
    b"content-security-policy": CSP.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
}


def place_of(token: str) -> str:
    """The path below which all is served, which tells nobody the key."""
    return "/" + sha256(f"the place of {token}".encode()).hexdigest()[:_PLACE]


class Gate:
    """An application that lets through to another only what may be asked.

    The other one finds the place in ``root_path``, as ASGI has it.

    Args:
        app: what answers.
        port: the one that is listened on.
        token: the key in the address, and then in a cookie.
        writes: whether more than reading may be asked; who answers that gets all of a request at once.
    """

    def __init__(self, app: App, port: int, token: str, *, writes: bool = False) -> None:
        self._app = app
        self._methods = (*_READING, *([_WRITING] if writes else []))
        self._token = token.encode()
        self._cookie = f"nyttokedja-{port}".encode()
        self._place = place_of(token)
        suffixes = (f":{port}", "") if port == 80 else (f":{port}",)
        self._hosts = {f"{host}{suffix}".encode() for host in _HOSTS for suffix in suffixes}
        self._origins = {b"http://" + host for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http":
            await self._answer(scope, receive, _guarded(send))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = _key(scope)
        if refused := self._refused(scope, key):
            await _say(send, refused, self._allowed if refused == 405 else ())
        elif key is not None:  # from now on the cookie, so that the key is gone from the address
            there = f"{self._place}/".encode()
            cookie = self._cookie + b"=" + self._token + b"; HttpOnly; SameSite=Strict; Path=" + there
            await _say(send, 303, [(b"location", there), (b"set-cookie", cookie)])
        elif scope["method"] == _WRITING:
            body = await _body(receive)
            if isinstance(body, int):
                await _say(send, body)
            else:
                await self._app({**scope, "root_path": self._place}, _given(body, receive), send)
        else:
            await self._app({**scope, "root_path": self._place}, receive, send)

    @property
    def _allowed(self) -> list[tuple[bytes, bytes]]:
        return [(b"allow", ", ".join(self._methods).encode())]

    def _refused(self, scope: Scope, key: bytes | None) -> int:
        """The status of a request that is refused; 0 of one that is let in."""
        is_entry = key is not None
        if not is_entry and not scope["path"].startswith(f"{self._place}/"):
            return 403
        if not self._comes_from_here(scope, is_entry=is_entry) or not self._has_key(scope, key):
            return 403
        length = _only(scope, b"content-length") or b"0"
        if len(length) > len(str(LARGEST)) or not length.isdigit() or int(length) > LARGEST:
            return 413
        if scope["method"] not in self._methods:
            return 405
        return 403 if scope["method"] == _WRITING and (is_entry or not _is_written_here(scope)) else 0

    def _comes_from_here(self, scope: Scope, *, is_entry: bool) -> bool:
        if _only(scope, b"host") not in self._hosts:
            return False
        if list(_values(scope, b"origin")) and _only(scope, b"origin") not in self._origins:
            return False
        site = list(_values(scope, b"sec-fetch-site"))
        if not site or site in ([b"none"], [b"same-origin"]):
            return True
        # the address may have come by mail or chat: a link that a person follows, and no frame or script
        opened = (_only(scope, b"sec-fetch-mode"), _only(scope, b"sec-fetch-dest"))
        return is_entry and opened == (b"navigate", b"document")

    def _has_key(self, scope: Scope, key: bytes | None) -> bool:
        if key is not None:
            return compare_digest(key, self._token)
        pairs = (
            pair.strip().partition(b"=") for line in _values(scope, b"cookie") for pair in line.split(b";")
        )
        return any(name == self._cookie and compare_digest(value, self._token) for name, _, value in pairs)


def _key(scope: Scope) -> bytes | None:
    """The key of a request to enter; None of all others."""
    if scope["path"] != "/":
        return None
    try:
        asked = parse_qs(scope["query_string"], keep_blank_values=True, max_num_fields=10)
    except ValueError:
        return b""
    keys: list[bytes] = asked.get(b"key", [])
    return keys[0] if keys else None


def _is_written_here(scope: Scope) -> bool:
    """Whether a request to write says that it comes from a page, and in JSON, which no form can say."""
    kind = (_only(scope, b"content-type") or b"").partition(b";")[0].strip().lower()
    return _only(scope, b"origin") is not None and kind == _JSON


async def _body(receive: Receive) -> bytes | int:
    """What a request holds, or the status with which it is refused."""
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return 400
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return 413
        if not message.get("more_body", False):
            return body


def _given(body: bytes, receive: Receive) -> Receive:
    """What gives a request that has been read already, and then whatever comes."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def given() -> Message:
        return left.pop() if left else await receive()

    return given


def _values(scope: Scope, name: bytes) -> Iterable[bytes]:
    return (value for key, value in scope["headers"] if key.lower() == name)


def _only(scope: Scope, name: bytes) -> bytes | None:
    """The value of a header that is there once."""
    values = list(_values(scope, name))
    return values[0] if len(values) == 1 else None


def _guarded(send: Send) -> Send:
    """What sends each answer with the headers that it has not got itself."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = list(message.get("headers", ()))
            named = {name.lower() for name, _ in own}
            missing = [(name, value) for name, value in _HEADERS.items() if name not in named]
            message = {**message, "headers": [*own, *missing]}
        await send(message)

    return guarded


async def _say(send: Send, status: int, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
    """A whole answer of the gate itself."""
    body = _SAID.get(status, b"")
    own = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*own, *headers]})
    await send({"type": "http.response.body", "body": body})
