"""The pages around what is served: the list of chains, and the frame that a chain's page is shown in.

Addresses are relative, since only the gate knows below what path all is served.
"""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.language.texts import Texts, texts
from nyttokedja.serving.preview import Followed, Preview
from nyttokedja.writing.html import Node, html, tag


def list_page(preview: Preview, language: str) -> str:
    """All chains, in the language of the person."""
    said = texts(language)
    title = said.word("live/serve", "chains")
    rows = [_row(each, said) for each in sorted(preview, key=lambda each: each.file.name)]
    listed = tag("ul", *rows, class_="chains") if rows else tag("p", said.word("live/serve", "none"))
    lost = tag("p", said.word("live/serve", "lost"), id="lost", hidden=True, role="status")
    main = tag("main", lost, tag("h1", title), listed, data_events="events", class_="list")
    return _document(title, language, main, "")


def _row(each: Followed, said: Texts) -> Node:
    name = tag("a", each.title, href=f"chain/{each.id}", lang=each.language)
    parts: list[Node] = [name, tag("span", each.file.name, class_="file")]
    if (now := each.counted) is not None:
        counts = [said.count(word, n) for word, n in (("error", now.errors), ("warning", now.warnings)) if n]
        fine = said.word("live/serve", "fine")
        parts.append(tag("span", now.problem or (said.listed(counts) if counts else fine), class_="found"))
    return tag("li", *parts)


def frame_page(each: Followed, *, several: bool, language: str) -> str:
    """The page of one chain, in its own language, around a frame that gets a new page at each save."""
    said = texts(each.language)
    address = f"../page/{each.id}"
    parts = (
        tag("p", said.word("live/serve", "lost"), id="lost", hidden=True, role="status"),
        tag(
            "section",
            tag("h1", each.title, id="title"),
            tag("p", id="problem", role="alert"),
            tag("p", id="still"),
            tag("ul", id="remarks"),
            id="notice",
            hidden=True,
            aria_label=said.word("live/serve", "trouble"),
        ),
        tag("div", tag("p", said.word("live/serve", "waiting"), id="waiting", role="status"), id="stage"),
        tag("noscript", tag("a", said.word("live/serve", "alone"), href=address)),
    )
    main = tag(
        "main",
        *_home(several, language),
        *parts,
        data_events=f"../events/{each.id}",
        data_page=address,
        data_name=said.word("live/serve", "frame"),
        class_="chain",
    )
    return _document(each.title, each.language, main, "../")


def _home(several: bool, language: str) -> Iterator[Node]:
    if several:
        said = texts(language).word("live/serve", "chains")
        yield tag("nav", tag("a", f"← {said}", href="../"), lang=language)


def _document(title: str, language: str, main: Node, up: str) -> str:
    """A page; ``up`` is the way from it to the place of all."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="stylesheet", href=f"{up}live.css"),
        tag("script", src=f"{up}live.js", type="module"),
    )
    return "<!DOCTYPE html>\n" + html(tag("html", head, tag("body", main), lang=language)) + "\n"
