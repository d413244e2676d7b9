"""What is served in a browser: whether that can be, and the browser itself."""

from __future__ import annotations

from importlib.util import find_spec
from threading import Thread

from nyttokedja.errors import CannotRead
from nyttokedja.extras import how_to_install

_NEEDED = ("starlette", "uvicorn")


def must_be_installed(sentence: str) -> None:
    """See to it that what serves is there.

    Args:
        sentence: what is said else, with the ``command`` that installs it.

    Raises:
        CannotRead: it is not.
    """
    if not all(map(find_spec, _NEEDED)):
        raise CannotRead(sentence, command=how_to_install("web"))


def open_in_browser(address: str) -> None:
    """Open an address without waiting for the browser, which may stay in the foreground."""
    import webbrowser

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
