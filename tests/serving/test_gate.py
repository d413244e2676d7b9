"""The gate: who is let in, and what is said of every answer."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.serving.gate import CSP, LARGEST, Gate
from tests.serving.asking import COOKIE, HOST, PLACE, PORT, TOKEN, ask, scope, sent

IN = [("host", HOST), ("cookie", COOKIE)]


async def inside(scope, receive, send):
    """What is behind the gate."""
    if scope["type"] == "lifespan":
        await send({"type": "lifespan.startup.complete"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"inside"})


GATE = Gate(inside, PORT, TOKEN)


def with_(*headers, without=()):
    return [pair for pair in IN if pair[0] not in without] + list(headers)


REQUESTS = {
    "the browser": (200, {"headers": IN}),
    "by localhost": (200, {"headers": with_(("host", f"localhost:{PORT}"), without=["host"])}),
    "by IPv6's name": (200, {"headers": with_(("host", f"[::1]:{PORT}"), without=["host"])}),
    "typed into the address bar": (200, {"headers": with_(("sec-fetch-site", "none"))}),
    "a script of ours": (
        200,
        {"headers": with_(("sec-fetch-site", "same-origin"), ("origin", f"http://{HOST}"))},
    ),
    "one cookie of many": (
        200,
        {"headers": with_(("cookie", f"a=b; {COOKIE}; nyttokedja-1=x"), without=["cookie"])},
    ),
    "a head": (200, {"headers": IN, "method": "HEAD"}),
    "no cookie": (403, {"headers": with_(without=["cookie"])}),
    "a wrong cookie": (403, {"headers": with_(("cookie", COOKIE + "x"), without=["cookie"])}),
    "the cookie of another port": (
        403,
        {"headers": with_(("cookie", f"nyttokedja-1={TOKEN}"), without=["cookie"])},
    ),
    "an empty cookie": (403, {"headers": with_(("cookie", f"nyttokedja-{PORT}="), without=["cookie"])}),
    "a cookie that is no text": (403, {"headers": with_(("cookie", "\xff;;=\xfe"), without=["cookie"])}),
    "no host": (403, {"headers": with_(without=["host"])}),
    "two hosts": (403, {"headers": with_(("host", HOST))}),
    "a host that is bound anew": (
        403,
        {"headers": with_(("host", f"evil.example:{PORT}"), without=["host"])},
    ),
    "a host without port": (403, {"headers": with_(("host", "127.0.0.1"), without=["host"])}),
    "a host with a dot at its end": (
        403,
        {"headers": with_(("host", f"localhost.:{PORT}"), without=["host"])},
    ),
    "the host of another port": (403, {"headers": with_(("host", "127.0.0.1:1"), without=["host"])}),
    "this machine by another number": (403, {"headers": with_(("host", f"127.1:{PORT}"), without=["host"])}),
    "a foreign origin": (403, {"headers": with_(("origin", "https://evil.example"))}),
    "the origin of a file": (403, {"headers": with_(("origin", "null"))}),
    "another port's origin": (403, {"headers": with_(("origin", "http://127.0.0.1:1"))}),
    "ours by https": (403, {"headers": with_(("origin", f"https://{HOST}"))}),
    "two origins": (403, {"headers": with_(("origin", f"http://{HOST}"), ("origin", f"http://{HOST}"))}),
    "a foreign page's script": (
        403,
        {
            "headers": with_(("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "script")),
            "path": f"{PLACE}/live.js",
        },
    ),
    "another port's page": (403, {"headers": with_(("sec-fetch-site", "same-site"))}),
    "a link on a foreign page": (
        403,
        {"headers": with_(("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"))},
    ),
    "a link on a foreign page, as a browser follows it": (
        403,
        {
            "headers": with_(
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-dest", "document"),
            )
        },
    ),
    "the cookie without the place": (403, {"headers": IN, "path": "/"}),
    "the cookie at a file without the place": (403, {"headers": IN, "path": "/live.js"}),
    "the cookie at another place": (403, {"headers": IN, "path": f"/{'0' * len(PLACE[1:])}/"}),
    "the cookie at a place that begins so": (403, {"headers": IN, "path": f"{PLACE}x/"}),
    "the place without the cookie": (403, {"headers": with_(without=["cookie"]), "path": f"{PLACE}/live.js"}),
    "a write": (405, {"headers": with_(("origin", f"http://{HOST}")), "method": "POST"}),
    "a write of a stranger": (403, {"headers": with_(without=["cookie"]), "method": "POST"}),
    "a method that nobody knows": (405, {"headers": IN, "method": "BREW"}),
    "too much": (413, {"headers": with_(("content-length", str(LARGEST + 1))), "method": "POST"}),
    "a length that is too long": (413, {"headers": with_(("content-length", "9" * 5000))}),
    "a length that is none": (413, {"headers": with_(("content-length", "-1"))}),
    "a wrong key": (403, {"headers": [("host", HOST)], "query": b"key=x"}),
    "a wrong key beside the cookie": (403, {"headers": IN, "query": b"key=x"}),
    "the key at another address": (
        403,
        {"headers": [("host", HOST)], "query": b"key=" + TOKEN.encode(), "path": "/x"},
    ),
    "many keys": (403, {"headers": [("host", HOST)], "query": b"key=x&" * 100}),
    "the key in a foreign frame": (
        403,
        {
            "headers": [
                ("host", HOST),
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-dest", "iframe"),
            ],
            "query": b"key=" + TOKEN.encode(),
        },
    ),
}


@pytest.mark.parametrize(("status", "asked"), REQUESTS.values(), ids=REQUESTS.keys())
def test_who_is_let_in(status, asked):
    answer = ask(GATE, **asked)
    assert answer.status == status
    assert (answer.body == b"inside") is (status == 200)
    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert TOKEN not in str(answer), "only who has it already gets it"


LINK = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")]


@pytest.mark.parametrize("more", [[], LINK])
def test_the_address_gives_the_cookie_and_is_left(more):
    answer = ask(GATE, headers=[("host", HOST), *more], query=b"key=" + TOKEN.encode())
    assert (answer.status, answer.headers["location"]) == (303, f"{PLACE}/")
    assert answer.headers["set-cookie"] == f"{COOKIE}; HttpOnly; SameSite=Strict; Path={PLACE}/"


def test_no_other_kind_of_connection_is_opened():
    closed = sent(GATE, scope(kind="websocket", headers=IN))
    assert [message["type"] for message in closed] == ["websocket.close"]
    assert sent(GATE, {"type": "something-new"}) == []
    assert sent(GATE, {"type": "lifespan"}) == [{"type": "lifespan.startup.complete"}]


def test_an_answer_keeps_the_policy_that_it_has():
    async def own(scope, receive, send):
        headers = [(b"Content-Security-Policy", b"default-src 'none'")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    (message, _) = sent(Gate(own, PORT, TOKEN), scope(headers=IN))
    names = [name.lower() for name, _ in message["headers"]]
    assert names.count(b"content-security-policy") == 1


TEXT = st.text(st.characters(max_codepoint=255), max_size=40)
NAMES = st.sampled_from(["host", "cookie", "origin", "sec-fetch-site", "content-length", "x"])


@given(
    st.lists(st.tuples(NAMES, TEXT | st.sampled_from([HOST, COOKIE])), max_size=6),
    TEXT,
    st.binary(max_size=40),
)
def test_nothing_that_is_asked_makes_it_fall(headers, path, query):
    answer = ask(GATE, headers=headers, path="/" + path, query=query)
    assert answer.status in (200, 403, 413)
    if answer.status == 200:
        assert ("host", HOST) in headers


def test_80_is_not_said_by_browsers():
    gate = Gate(inside, 80, TOKEN)
    headers = [("host", "127.0.0.1"), ("cookie", f"nyttokedja-80={TOKEN}")]
    assert ask(gate, headers=headers).status == 200


WRITING = Gate(inside, PORT, TOKEN, writes=True)
OURS = ("origin", f"http://{HOST}")
JSON = ("content-type", "application/json")
WRITES = {
    "a page of ours": (200, {"headers": with_(OURS, JSON)}),
    "with the letters named": (
        200,
        {"headers": with_(OURS, ("content-type", "Application/JSON; charset=utf-8"))},
    ),
    "without origin": (403, {"headers": with_(JSON)}),
    "of a foreign origin": (403, {"headers": with_(JSON, ("origin", "https://evil.example"))}),
    "from a file": (403, {"headers": with_(JSON, ("origin", "null"))}),
    "another port's page": (403, {"headers": with_(OURS, JSON, ("sec-fetch-site", "same-site"))}),
    "without the cookie": (403, {"headers": with_(OURS, JSON, without=["cookie"])}),
    "without a kind": (403, {"headers": with_(OURS)}),
    "a form": (403, {"headers": with_(OURS, ("content-type", "text/plain"))}),
    "two kinds": (403, {"headers": with_(OURS, JSON, ("content-type", "text/plain"))}),
    "with the key": (403, {"headers": [("host", HOST), OURS, JSON], "query": b"key=" + TOKEN.encode()}),
    "too much said": (413, {"headers": with_(OURS, JSON, ("content-length", str(LARGEST + 1)))}),
    "another method": (405, {"headers": with_(OURS, JSON), "method": "PUT"}),
}


@pytest.mark.parametrize(("status", "asked"), WRITES.values(), ids=WRITES.keys())
def test_who_may_write(status, asked):
    answer = ask(WRITING, **{"method": "POST", **asked})
    assert answer.status == status
    assert (answer.body == b"inside") is (status == 200)
    assert answer.headers["content-security-policy"] == CSP
    if status == 405:
        assert answer.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    ("pieces", "status"),
    [
        ([b"{}"], 200),
        ([b"{", b"", b"}"], 200),
        ([b"x" * LARGEST], 200),
        ([b"x" * LARGEST, b"x"], 413),
        ([b"{", None], 400),
    ],
    ids=["whole", "in pieces", "as much as may be", "more than was said", "cut off"],
)
def test_what_is_written_comes_whole_or_not_at_all(pieces, status):
    got, answered = [], []

    async def behind(scope, receive, send):
        got.append((await receive())["body"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    left = list(pieces)

    async def receive():
        body = left.pop(0)
        if body is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": body, "more_body": bool(left)}

    async def send(message):
        answered.append(message)

    gate = Gate(behind, PORT, TOKEN, writes=True)
    asyncio.run(gate(scope(method="POST", headers=with_(OURS, JSON)), receive, send))
    assert answered[0]["status"] == status
    assert got == ([b"".join(pieces)] if status == 200 else [])
