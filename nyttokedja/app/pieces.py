"""The one file, taken apart: the same page for a server, or as a folder of files that a browser keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from gzip import decompress
from hashlib import sha256
from typing import NamedTuple

from nyttokedja.app.letters import bytes_of
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n')
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_PART = re.compile(r'<script type="text/plain" id="part-(\w+)">([^<]*)</script>\n')
_SCRIPT = '<script type="module">'
_END = "</script>"
_STATUS = '<p id="status" role="status" data-say="waking"></p>'
_WORKER = "worker"
_DIGITS = 12
OURS = re.compile(rf"nyttokedja-\w+-[0-9a-f]{{{_DIGITS}}}\.(js|css|bin)")
"""How the files of a folder are called, but for its page: by what they hold, so that browsers keep them."""

FOLDER_CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; "
    "img-src data: blob:; connect-src 'self' data: blob:; base-uri 'none'; form-action 'none'"
)
"""What the page of a folder may do: ask for the files beside it, and for nothing else."""


class Pieces(NamedTuple):
    """What the one file is put together of.

    `frame` is the page without the rest; `parts` are those of the engine, packed and written in letters;
    `script` is a module.
    """

    frame: str
    style: str
    script: str
    parts: Mapping[str, str]

    def page(self, host: str, script: str, style: str, more: str = "") -> str:
        """The page, whose script and style are files beside it.

        Args:
            host: what stands behind it: ``server`` or ``folder``.
            script: the address of the script.
            style: that of the style.
            more: further elements of its head.
        """
        linked = f'<link rel="stylesheet" href="{style}">\n<script type="module" src="{script}"></script>\n'
        page = self.frame.replace("<html ", f'<html data-host="{host}" ', 1)
        return page.replace("</head>", f"{more}{linked}</head>", 1)


def pieces(file: bytes) -> Pieces:
    """Take the one file apart."""
    text = file.decode("utf-16")  # whose mark is gone then
    parts = dict(_PART.findall(text))
    text = _POLICY.sub("", _PART.sub("", text), count=1)
    before, _, rest = text.partition(_SCRIPT)
    script, _, after = rest.rpartition(_END)
    style = _STYLE.search(before)
    assert style is not None
    frame = before[: style.start()].rstrip() + before[style.end() :] + after
    return Pieces(frame, style[1], script, parts)


def folder(pieces: Pieces) -> Mapping[str, bytes]:
    """Name → content of the files of a folder for a web server.

    Where they are opened without one, browsers run none of its scripts: then the page says that it needs one.
    """
    files: dict[str, bytes] = {}

    def put(stem: str, ending: str, content: bytes) -> str:
        name = f"nyttokedja-{stem}-{sha256(content).hexdigest()[:_DIGITS]}.{ending}"
        files[name] = content
        return name

    policy = f'<meta http-equiv="Content-Security-Policy" content="{FOLDER_CSP}">\n'
    links = "".join(_link(name, put, bytes_of(letters)) for name, letters in pieces.parts.items())
    script, style = put("app", "js", pieces.script.encode()), put("app", "css", pieces.style.encode())
    page = pieces.page("folder", script, style, policy + links)
    said = " ".join(texts(language).word("app/screen", "needs_server") for language in LANGUAGES)
    files["index.html"] = page.replace(_STATUS, _STATUS.replace("></p>", f">{said}</p>"), 1).encode()
    return files


def _link(name: str, put: Callable[[str, str, bytes], str], packed: bytes) -> str:
    """The element that names a part of the engine, which is fetched at once; a worker is a script."""
    if name == _WORKER:
        return f'<link id="part-{name}" rel="prefetch" href="{put(name, "js", decompress(packed))}">\n'
    address = put(name, "bin", packed)
    return f'<link id="part-{name}" rel="preload" as="fetch" crossorigin href="{address}">\n'
