"""The tools of a page: hidden, until the scripts that they need are running."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.pages.subject import PageSubject
from nyttokedja.reports.island import island, island_text, nodes_of
from nyttokedja.writing.html import Raw, Tag, tag

_FILTERS = ("kind", "owner", "category", "receiver")
"""What the boxes shown may be chosen by; named as in the data of the page."""


def above_picture(subject: PageSubject) -> Tag:
    """Search and size, in the order of the tab key."""
    search = tag("input", type="search", id=".search", autocomplete="off", spellcheck="false")
    return tag(
        "div",
        tag("label", subject.word("tools", "search"), " ", search),
        tag("button", "+", type="button", data_do="larger", aria_label=_signed("+", "larger", subject)),
        tag("button", "−", type="button", data_do="smaller", aria_label=_signed("−", "smaller", subject)),
        _button("fit", subject),
        tag("span", role="status", id=".status"),
        class_="tools",
        hidden=True,
    )


def below_picture(subject: PageSubject) -> Tag:
    """What is chosen and struck out, filters, and what takes the picture elsewhere."""
    return tag(
        "div",
        tag("div", class_="aside", id=".aside", tabindex="-1", role="region", hidden=True,
            aria_label=subject.word("tools", "chosen")),
        tag("div", *_filters(subject), _button("copy", subject), _button("print", subject), class_="bar"),
        tag("p", subject.word("tools", "keys"), class_="keys"),
        class_="tools below",
        hidden=True,
    )  # fmt: skip


def data_of(subject: PageSubject) -> Tag:
    """The data that the scripts read."""
    return tag(
        "script",
        Raw(island_text(island(subject.whole, subject.pictured))),
        type="application/json",
        id=".chain",
    )


def _filters(subject: PageSubject) -> Iterator[Tag]:
    nodes = [node for node in nodes_of(subject.whole, subject.pictured) if node["id"] in subject.graph.nodes]
    for name in _FILTERS:
        values = sorted({node[name] for node in nodes if name in node}, key=str.casefold)
        if len(values) > 1:
            options = [tag("option", value, value=value) for value in values]
            first = tag("option", subject.word("tools", "all"), value=" ")
            chooser = tag("select", first, *options, id=f".by_{name}", data_filter=name)
            yield tag("label", subject.word("tools", name), " ", chooser)


def _button(name: str, subject: PageSubject) -> Tag:
    return tag("button", subject.word("tools", name), type="button", data_do=name)


def _signed(sign: str, name: str, subject: PageSubject) -> str:
    """The name of a button that shows only a sign: it begins with what is seen."""
    return f"{sign} {subject.word('tools', name)}"
