"""The one file that holds the app, where it has been built."""

from __future__ import annotations

from importlib.resources import files

from nyttokedja.errors import CannotRead

NAME = "nyttokedja.html"


def app_file() -> bytes:
    """The file, as the build of a release has made it.

    Raises:
        CannotRead: it has not been built here; the sentence says how.
    """
    built = files("nyttokedja.app").joinpath("built", NAME)
    if not built.is_file():
        raise CannotRead(
            "The app has not been built here. In the folder of the source, run: "
            "(cd nyttokedja/app/scripts && npm ci --ignore-scripts && python3 build.py)"
        )
    return built.read_bytes()
