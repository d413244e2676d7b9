"""What is served in a browser: whether that can be, and the browser itself."""

from __future__ import annotations

from importlib.util import find_spec
from threading import Thread

_NEEDED = ("starlette", "uvicorn")


def can_serve() -> bool:
    """Whether what serves is installed."""
    return all(map(find_spec, _NEEDED))


def open_in_browser(address: str) -> None:
    """Open an address without waiting for the browser, which may stay in the foreground."""
    import webbrowser

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
