"""The boxes: a list of links a kind, and what the file says of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nyttokedja.drawing.content.details import title_of
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.findings import Finding
from nyttokedja.pages.subject import PageSubject
from nyttokedja.reports.chain_facts import Fact
from nyttokedja.writing.html import Node as Markup
from nyttokedja.writing.html import Tag, tag

_FIRST = (
    *(NodeType.CHANGE, NodeType.EFFECT, NodeType.BENEFIT, NodeType.DRAWBACK, NodeType.GOAL),
    *(NodeType.OBSTACLE, NodeType.RISK, NodeType.OPPORTUNITY, NodeType.PRECONDITION, NodeType.COST),
)
"""The order in which a chain is read, from change to goal, and then what stands beside it."""


def box_lists(subject: PageSubject) -> Iterator[Tag]:
    """A list of links for each kind of box that there is."""
    for type in _FIRST:
        if nodes := tuple(subject.chain.of(type)):
            links = (tag("li", subject.link(node)) for node in nodes)
            heading = _capitalised(subject.said.word("types", type.value))
            yield tag("div", tag("h3", heading), tag("ul", *links), class_="column")


def box_details(subject: PageSubject) -> Iterator[Tag]:
    """What there is to know of each box, in the order of the lists."""
    for type in _FIRST:
        yield from (_article(node, subject) for node in subject.chain.of(type))


def _article(node: Node, subject: PageSubject) -> Tag:
    def headed(name: str, nodes: Iterable[Node]) -> Iterator[Tag]:
        if found := tuple(nodes):
            yield tag("div", tag("dt", subject.word("details", name)), tag("dd", *subject.links(found)))

    facts = list(fact_rows(subject.facts.nodes.get(node.id, ()), subject))
    if worth := subject.pictured.worths.get(node.id):
        facts.append(tag("div", tag("dt", subject.word("details", "worth")), tag("dd", worth)))
    facts += headed("follows", (arrow.source for arrow in subject.graph.entering[node.id]))
    facts += headed("beside", subject.beside.get(node.id, ()))
    remarks = [tag("li", *finding_words(found)) for found in subject.findings.get(node.id, ())]
    return tag(
        "article",
        tag("p", subject.kind(node), class_="kind"),
        tag("h3", title_of(node)),
        *([tag("dl", *facts)] if facts else []),
        *([tag("ul", *remarks, class_="remarks")] if remarks else []),
        id=node.id,
        class_=f"box {node.kind}",
    )


def finding_words(found: Finding) -> Iterator[Markup]:
    """A finding: how grave it is, what it is, and what to do about it."""
    said = texts(found.language)
    yield tag("b", _capitalised(said.word("severity", found.severity.word)), class_=found.severity.word)
    yield f" {said.message(found)} "
    if remedy := said.remedy(found):
        yield tag("span", remedy, class_="remedy")


def fact_rows(facts: Iterable[Fact], subject: PageSubject) -> Iterator[Tag]:
    """Facts as the rows of a list of descriptions."""
    for fact in facts:
        value: list[Markup] = list(_targets(fact, subject))
        if fact.value:
            value.append(tag("p", fact.value) if "\n" in fact.value else fact.value)
        if inner := list(fact_rows(fact.facts, subject)):
            value.append(tag("dl", *inner))
        yield tag("div", tag("dt", fact.label), tag("dd", *value))


def _targets(fact: Fact, subject: PageSubject) -> Iterator[Markup]:
    for n, id in enumerate(fact.targets):
        node = subject.graph.find(id).node
        if n:
            yield " → "
        yield subject.elsewhere(id) if node is None else subject.link(node)


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
