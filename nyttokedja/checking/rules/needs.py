"""NK220: what needs all that leads to it, and has too little to need."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, Hit, Review, Rule, always, at, rule


@rule("NK220", "few-needs", always(INFO))
def few_needs(review: Review) -> Iterator[Hit]:
    """A box that needs all that leads to it, where fewer than two arrows do.

    To need all says something only where there are several: is an arrow missing, or can the line be taken
    away?

    Bad:

        changes:
          night_camera: {leads_to: fewer_visits}
        effects:
          fewer_visits: {needs_all: true, leads_to: freed_time}
        benefits:
          freed_time:

    Good:

        changes:
          night_camera: {leads_to: fewer_visits}
          new_routes: {leads_to: fewer_visits}
        effects:
          fewer_visits: {needs_all: true, leads_to: freed_time}
        benefits:
          freed_time:

    Source: our own proposal.
    """
    for node in review.chain.nodes:
        if node.needs_all and len(review.graph.entering[node.id]) < 2:
            yield at(node, "one" if review.graph.entering[node.id] else "", span=node.span_of("needs_all"))


RULES: tuple[Rule, ...] = (few_needs,)
