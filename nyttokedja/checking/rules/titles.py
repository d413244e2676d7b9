"""NK707–NK709: titles that say something else than what becomes better, or what another chain says."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, at, by_stage, rule
from nyttokedja.checking.rules.together import Together
from nyttokedja.language.lexicon import lexicon
from nyttokedja.model.chain import NodeType


@rule("NK707", "solution-as-benefit", by_stage(analysis=INFO, plan=INFO, follow_up=INFO))
def solution_as_benefit(review: Review) -> Iterator[Hit]:
    """A benefit whose title names a solution: what is bought, built or introduced.

    A new app is what somebody has decided to do, and so a change. The benefit is what becomes better when
    the app is used, and for whom.

    Bad:

        benefits:
          app: New app for residents

    Good:

        benefits:
          answers: Residents get an answer the same day

    Source: Inera, nyttoanalys: a benefit is valuable in itself.
    """
    heard = lexicon(review.chain.language)
    for node in review.chain.of(NodeType.BENEFIT):
        if heard.names_solution(node.title):
            yield at(node, span=node.title_span)


@rule("NK708", "untouched-template", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def untouched_template(review: Review) -> Iterator[Hit]:
    """Boxes that still say what `nyttokedja new` wrote in them.

    The questions in the first file are there to be answered. Left in an analysis or a plan, they stand
    in the picture among what the group means. One finding names them all.

    Bad:

        obstacles:
          in_the_way: {title: What may stand in the way?, hinders: fewer_visits}
        effects:
          fewer_visits:

    Good:

        obstacles:
          no_coverage: {title: No coverage in the cellar, hinders: fewer_visits}
        effects:
          fewer_visits:

    Source: the chain that `nyttokedja new` writes.
    """
    asked = lexicon(review.chain.language).template_titles
    left = tuple(node for node in review.chain.nodes if node.title.strip().casefold() in asked)
    if left:
        yield Hit(left[0].span, particulars={"boxes": left, "n": len(left)})


@rule("NK709", "shared-title", by_stage(analysis=INFO, plan=INFO, follow_up=INFO), over_files=True)
def shared_title(together: Together) -> Iterator[Hit]:
    """A box with the same title as one of the same kind in another chain.

    Both chains may count on the same benefit, or one may lead to what the other begins with: then an arrow
    can say so (`leads_to: other_chain.yaml#id`). Where they are two things, whoever reads all the chains
    cannot see which is which. Goals are meant to be shared, and are not told. It is said once, at the first
    of the chains.

    Bad:

        benefits:
          freed_time: Freed time for nurses
        # other.yaml
        benefits:
          time: Freed time for nurses

    Good:

        benefits:
          freed_time: Freed time for nurses, medicine
        # other.yaml
        benefits:
          time: Freed time for nurses, night

    Source: our own proposal.
    """
    for node, others in together.run.same_titles.get(together.own.facts.name, ()):
        chains = tuple(dict.fromkeys(other.title or other.name for other in others))
        particulars = {"node": node, "chains": chains, "n": len(others)}
        yield Hit(node=node.id, particulars=particulars, place=node.place)


RULES: tuple[Rule, ...] = (solution_as_benefit, untouched_template, shared_title)
