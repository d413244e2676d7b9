"""Parts → the HTML of a page, and the policy for it: what may run is what it holds itself, by its hash."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from nyttokedja.writing.html import Node, Raw, Tag, html, tag

_POLICY = "default-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'"


def page(title: str, language: str, body: Iterable[Node], *, script: str = "", style: str = "") -> str:
    """The whole page.

    Args:
        title: what the browser calls it.
        language: its code.
        body: what is in it.
        script: a module; "" for none.
        style: its styles.
    """
    policy = f"{_POLICY}; style-src {_hash(style)}" + (f"; script-src {_hash(script)}" if script else "")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="nyttokedja"),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
        tag("style", Raw(style)),
    )
    run = [tag("script", Raw(script), type="module")] if script else []
    return f"<!DOCTYPE html>\n{html(tag('html', head, tag('body', *body, *run), lang=language))}\n"


@cache
def built(name: str) -> str:
    """A script or a style as `build.mjs` has bundled it."""
    return files("nyttokedja.pages").joinpath("built", name).read_text("utf-8").replace("\r\n", "\n")


@cache
def _hash(text: str) -> str:
    """How a policy names what may run: browsers take the hash of it with all breaks of lines as one sign."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
