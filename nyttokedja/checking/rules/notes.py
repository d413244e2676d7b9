"""NK8: what has been left unsorted."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, by_stage, rule


@rule("NK801", "unsorted-notes", by_stage(analysis=INFO, plan=WARNING, follow_up=WARNING))
def unsorted_notes(review: Review) -> Iterator[Hit]:
    """Notes that have not become boxes.

    The notes are the workshop's waiting room: questions, ideas, things that nobody could place. When the
    chain becomes a plan each of them is a box, an assumption, a question that has been answered, or gone.
    One finding a chain, with their number.

    Bad:

        changes:
          night_camera: Camera in the home
        notes: [What does the union say?]

    Good:

        changes:
          night_camera: Camera in the home
        about: {assumptions: The union supports the change.}

    Source: workshop practice, Inera's user forum.
    """
    count = len(review.chain.notes)
    if count:
        span = review.chain.span_of("notes")
        yield Hit(span, variant="one" if count == 1 else "", particulars={"n": count})


RULES: tuple[Rule, ...] = (unsorted_notes,)
