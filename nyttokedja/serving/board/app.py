"""The addresses of a board, behind the gate: the page, its script and style, the states, and questions."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from nyttokedja.app.pieces import Pieces
from nyttokedja.board.protocol import MalformedMessage
from nyttokedja.serving.app import stream
from nyttokedja.serving.board.desk import as_json
from nyttokedja.serving.board.table import Table, is_name
from nyttokedja.serving.events import State
from nyttokedja.serving.gate import App, Gate

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types nyttokedja"
)
"""What the page may do: a picture is parsed as XML by the one policy of its script."""


def app(table: Table, pieces: Pieces, *, port: int, token: str) -> App:
    """All that is served, as an ASGI application.

    Args:
        table: the board.
        pieces: the page, its script and its style.
        port: the one that is listened on.
        token: the key in the address.
    """
    answers = _Answers(table, pieces)
    routes = [
        Route("/", answers.page),
        Route("/app.js", _content(pieces.script, "text/javascript")),
        Route("/app.css", _content(pieces.style, "text/css")),
        Route("/events", answers.events),
        Route("/ask", answers.ask, methods=["POST"]),
    ]
    return Gate(Starlette(routes=routes), port, token, writes=True)


class _Answers:
    """What is answered at each address."""

    def __init__(self, table: Table, pieces: Pieces) -> None:
        self._table = table
        self._page = pieces.page("server", "app.js", "app.css")

    async def page(self, request: Request) -> Response:
        """The board."""
        return HTMLResponse(self._page, headers={"content-security-policy": CSP})

    async def events(self, request: Request) -> Response:
        """The states, as they are shown to one tab."""
        who = request.query_params.get("who", "")
        if not is_name(who):
            raise HTTPException(400)

        async def state() -> State | None:
            return await self._table.state(who)

        return stream(self._table.channel.listen(state))

    async def ask(self, request: Request) -> Response:
        """The answer to a question or an order."""
        try:
            told = await self._table.answer(json.loads(await request.body()))
        except (MalformedMessage, ValueError, RecursionError) as error:
            why = str(error) if isinstance(error, MalformedMessage) else "That is no JSON."
            return _json(as_json({"answer": "mistake", "why": why}), 400)
        return _json(told.text, 400 if told.is_mistake else 200)


def _json(text: str, status: int) -> Response:
    return Response(text.encode("utf-8", "replace"), status, media_type="application/json")


def _content(content: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return Response(content, media_type=kind)

    return answer
