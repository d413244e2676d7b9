"""The page that follows a workshop: the picture of a chain, and what is to be known of its notes.

It loads itself anew from the disk, so that it is opened once and stays on the wall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from nyttokedja.language.texts import texts

SIGN = '<meta name="generator" content="nyttokedja watch">'
"""What every such page has: one without it was made by somebody else."""


def live_page(title: str, picture: str, remarks: Sequence[str], language: str) -> str:
    """The page as HTML.

    Args:
        title: that of the chain.
        picture: the chain as SVG, with its title and its notes; "" where there is none.
        remarks: sentences on what was guessed or left out.
        language: that of the chain: sv, nb or en.
    """
    body = "\n".join(_body(title, picture, remarks, language))
    version = sha256(body.encode()).hexdigest()[:16]
    template = files("nyttokedja.pages").joinpath("live.html").read_text("utf-8")
    return template.format(language=language, title=escape(title), version=version, body=body)


def _body(title: str, picture: str, remarks: Sequence[str], language: str) -> Iterator[str]:
    said = texts(language)
    yield (
        f'<div class="picture">{picture[picture.index("<svg") :]}</div>'
        if picture
        else f"<h1>{escape(title)}</h1>"
    )
    if remarks:
        yield f"<h2>{escape(said.word('live/', 'remarks'))}</h2>"
        yield "<ul>{}</ul>".format("".join(f"<li>{escape(remark)}</li>" for remark in remarks))
    yield f'<p class="still">{escape(said.word("live/", "still"))}</p>'
