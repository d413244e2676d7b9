"""What has been found in the chain: a list, what is alike told once; and what has been accepted."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.language.texts import texts
from nyttokedja.pages.subject import PageSubject
from nyttokedja.reports.findings.groups import Group, groups
from nyttokedja.writing.html import Node as Markup
from nyttokedja.writing.html import Tag, tag


def remarks(subject: PageSubject) -> Iterator[Tag]:
    """The findings, or that there are none."""
    found = [tag("li", *_told(group, subject)) for group in groups(subject.outcome)]
    yield tag("ul", *found, class_="remarks") if found else tag("p", subject.word("remarks", "none"))
    accepted = [one for one in subject.checked.findings if one.accepted]
    if accepted:
        yield tag("h3", subject.word("remarks", "accepted"))
        yield tag("ul", *(tag("li", texts(one.language).message(one), *_why(one.why)) for one in accepted))


def _told(group: Group, subject: PageSubject) -> Iterator[Markup]:
    word = texts(group.first.language).word("severity", group.first.severity.word)
    yield tag("b", word[:1].upper() + word[1:], class_=group.first.severity.word)
    yield f" {group.message} "
    yield tag("span", group.remedy, class_="remedy")
    ids = dict.fromkeys(one.node for one in group.findings if one.node in subject.graph.nodes)
    if ids:
        yield tag("span", *subject.links(subject.graph.nodes[id] for id in ids), class_="at")


def _why(why: str) -> Iterator[Markup]:
    if why:
        yield tag("span", why, class_="remedy")
