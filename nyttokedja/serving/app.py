"""The addresses that are served, behind the gate; each answer is made of what the preview knows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from nyttokedja.serving.events import State
from nyttokedja.serving.gate import App, Gate
from nyttokedja.serving.preview import PAUSE, Followed, Preview
from nyttokedja.serving.shells import frame_page, list_page

_PAGE_CSP = (
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; connect-src 'none'"
)
"""What is said besides what a page of a chain says of itself, whose script is known by its hash."""
_PATIENCE = 600
"""So many pauses a page is waited for."""
_KINDS = {"js": "text/javascript", "css": "text/css"}


def app(preview: Preview, *, port: int, token: str, language: str) -> App:
    """All that is served, as an ASGI application.

    Args:
        preview: what is shown.
        port: the one that is listened on.
        token: the key in the address.
        language: that of the list of chains.
    """
    answers = _Answers(preview, language)
    routes = [
        Route("/", answers.start),
        Route("/chain/{id}", answers.frame),
        Route("/page/{id}", answers.page),
        Route("/events", answers.list_events),
        Route("/events/{id}", answers.events),
        *(Route(f"/live.{ending}", _file(ending)) for ending in _KINDS),
    ]
    return Gate(Starlette(routes=routes), port, token)


class _Answers:
    """What is answered at each address."""

    def __init__(self, preview: Preview, language: str) -> None:
        self._preview = preview
        self._language = language

    async def start(self, request: Request) -> Response:
        """The list of chains, or the chain where there is one only."""
        chains = list(self._preview)
        if len(chains) == 1:
            return RedirectResponse(f"chain/{chains[0].id}", 303)
        self._preview.list_is_asked_for()
        return HTMLResponse(list_page(self._preview, self._language))

    async def frame(self, request: Request) -> Response:
        """The page around the page of a chain."""
        several = len(self._preview) > 1
        return HTMLResponse(frame_page(self._asked(request), several=several, language=self._language))

    async def page(self, request: Request) -> Response:
        """The last page that could be made of a chain."""
        each = self._asked(request)
        for _ in range(_PATIENCE):  # without a script, it is asked for before it is made
            if each.last is not None:
                break
            await asyncio.sleep(PAUSE)
        if not each.page:
            raise HTTPException(404)
        return HTMLResponse(each.page, headers={"content-security-policy": _PAGE_CSP})

    async def events(self, request: Request) -> Response:
        """The states of a chain."""
        each = self._asked(request)
        return stream(each.channel.listen(_at_once(each.state)))

    async def list_events(self, request: Request) -> Response:
        """Whenever the list is another."""
        return stream(self._preview.listing.listen(_at_once(self._preview.listed)))

    def _asked(self, request: Request) -> Followed:
        found = self._preview.get(request.path_params["id"])
        if found is None:
            raise HTTPException(404)
        return found


def _at_once(state: Callable[[], State | None]) -> Callable[[], Awaitable[State | None]]:
    """What is known already, for those who may have to wait for it."""

    async def known() -> State | None:
        return state()

    return known


def stream(events: AsyncIterator[str]) -> Response:
    """Events, as long as somebody listens."""
    return StreamingResponse(events, media_type="text/event-stream")


def _file(ending: str) -> Callable[[Request], Awaitable[Response]]:
    content = files("nyttokedja.serving").joinpath(f"live.{ending}").read_bytes()

    async def file(request: Request) -> Response:
        return Response(content, media_type=_KINDS[ending])

    return file
