"""A file that no chain could be read from → a page that says why, in place of the page of its chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import Texts, texts
from nyttokedja.reports.findings.groups import Group, groups
from nyttokedja.reports.findings.text import failure_sentence
from nyttokedja.writing.html import Node, Tag, tag
from nyttokedja.writing.html_page import built, page


def unread_page(
    outcome: Outcome, name: str, failure: str = "", above: Sequence[Node] = (), style: str = ""
) -> str:
    """The page, in the language of the file as far as it is known.

    Args:
        outcome: what came of the file.
        name: what people call it.
        failure: why no page could be made of it, where the file is not to blame.
        above: what stands before all else, as the ways to the other pages of a site.
        style: the styles of that.
    """
    said = texts(outcome.language)
    body = [*above, *_body(outcome, name, failure, said)]
    if not above and not failure and not outcome.trouble:
        body.append(tag("p", said.word("page/unread", "again")))
    return page(name, outcome.language, body, style=built("page.css") + style)


def _body(outcome: Outcome, name: str, failure: str, said: Texts) -> Iterator[Node]:
    yield tag("header", tag("h1", name))
    found = [tag("li", *_told(group, said)) for group in groups(outcome)]
    why = failure or (failure_sentence(outcome) if outcome.trouble else "")
    lead = why or said.word("page/unread", "why" if found else "no_chain")
    parts = [tag("p", lead, class_="notice")]
    if found:
        parts.append(tag("ul", *found, class_="remarks"))
    yield tag("main", *parts, id=".content", tabindex="-1")


def _told(group: Group, said: Texts) -> Iterator[Node]:
    severity = group.first.severity.word
    yield _word(said, severity)
    yield f" {said.say('page/unread', 'line', line=group.first.place.line)}: {group.message} "
    yield tag("span", group.remedy, class_="remedy")


def _word(said: Texts, severity: str) -> Tag:
    word = said.word("severity", severity)
    return tag("b", word[:1].upper() + word[1:], class_=severity)
