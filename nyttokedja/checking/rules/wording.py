"""NK7: words — titles that say two things, too much, the same or nothing, and words to leave."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import INFO, WARNING, Hit, Review, Rule, always, at, by_stage, rule
from nyttokedja.language.lexicon import Lexicon, lexicon
from nyttokedja.model.about import About
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.spelling import words_of

_LONGEST = 100
_CHOSEN = (NodeType.EFFECT, NodeType.BENEFIT, NodeType.GOAL)
_FROM_ANALYSIS = by_stage(analysis=INFO, plan=INFO, follow_up=INFO)


@rule("NK701", "compound-title", _FROM_ANALYSIS)
def compound_title(review: Review) -> Iterator[Hit]:
    """An effect, benefit or goal that says two things: "and" before a second comparative.

    Two things in one box have one owner, one indicator and the same arrows, although each has its own
    causes and comes at its own time. Two adjectives of one thing ("better and safer care") and shared
    endings ("work and shift planning") are one thing.

    Bad:

        benefits:
          better_work: Fewer deviations and happier staff

    Good:

        benefits:
          fewer_deviations: Fewer deviations in work and shift planning
          happier_staff: Better and safer work

    Source: Inera's user forum: one note per effect.
    """
    heard = lexicon(review.chain.language)
    for node in review.chain.of(*_CHOSEN):
        if heard.says_two_things(node.title):
            yield at(node, span=node.title_span)


@rule("NK702", "long-title", always(INFO))
def long_title(review: Review) -> Iterator[Hit]:
    """A title of more than 100 characters.

    A title is read in a box, in an arrow's sentence and in a list. What explains it belongs in the
    description (`text`), where there is room for it.

    Bad:

        benefits:
          freed_time: >-
            Freed time for the night staff in home care, since they no longer have to drive to each resident
            in the north

    Good:

        benefits:
          freed_time:
            title: Freed time for night staff
            text: They no longer have to drive to each resident.

    Source: legibility: two lines of a box.
    """
    for node in review.chain.nodes:
        if len(node.title) > _LONGEST:
            yield at(node, span=node.title_span, length=len(node.title), most=_LONGEST)


@rule("NK703", "same-words", always(WARNING))
def same_words(review: Review) -> Iterator[Hit]:
    """Two boxes of one type with the same words, case, punctuation and spacing aside.

    Either they are the same thing written twice, and should be one box with the arrows of both; or they
    differ in something that the reader cannot see, most often in whom they concern.

    Bad:

        benefits:
          freed_time_1: Freed time
          freed_time_2: freed time!

    Good:

        benefits:
          freed_time_1: Freed time for nurses
          freed_time_2: Freed time for planners

    Source: Inera's user forum: look for two boxes that say the same.
    """
    first: dict[tuple[NodeType, str], Node] = {}
    for node in review.chain.nodes:
        words = words_of(node.title)
        same = first.setdefault((node.type, words), node)
        if words and same is not node:
            yield at(node, span=node.title_span, first=same)


@rule("NK704", "vague-title", by_stage(plan=INFO, follow_up=INFO))
def vague_title(review: Review) -> Iterator[Hit]:
    """An effect, benefit or goal whose title could stand in any chain, and that nothing here measures.

    "Better quality" and "increased efficiency" are true of every change that anybody ever wanted. An
    indicator would say what is meant; so would a title that says what becomes different, and for whom.

    Bad:

        stage: plan
        benefits:
          quality: Better quality

    Good:

        stage: plan
        benefits:
          quality: Better quality of sleep
          efficiency: {title: Increased efficiency, indicators: {cases: Cases closed within a week}}

    Source: MSP, benefits maps.
    """
    heard = lexicon(review.chain.language)
    for node in review.chain.of(*_CHOSEN):
        if not node.indicators and not node.faulty and heard.is_vague(node.title):
            yield at(node, span=node.title_span)


@rule("NK705", "saved-money", by_stage(analysis=WARNING, plan=WARNING, follow_up=WARNING))
def saved_money(review: Review) -> Iterator[Hit]:
    """Redistribution that speaks of saved money.

    Freed time is worth something, but no money is left over: the staff are paid as before and do
    something else. Whoever reads "savings" takes it out of the budget, and then nobody has the time. The
    title, the description and the use are read; one that denies ("this is not saved money") is left.

    Bad:

        benefits:
          freed_time: {title: Lower cost of night visits, category: redistribution}

    Good:

        benefits:
          freed_time: {title: Freed time for night staff, category: redistribution}

    Source: Inera, nyttoanalys: omfördelning.
    """
    heard = lexicon(review.chain.language)
    for node in review.chain.of(NodeType.BENEFIT):
        if node.category != "redistribution":
            continue
        said = {"title": node.title, "text": node.text, "use": node.use}
        key = next((key for key, text in said.items() if _claims_money(heard, text)), None)
        if key is not None:
            yield at(node, span=node.title_span if key == "title" else node.span_of(key), key=key)


def _claims_money(heard: Lexicon, text: str) -> bool:
    return bool(text) and heard.speaks_of_money(text) and not heard.denies(text)


@rule("NK706", "retired-words", _FROM_ANALYSIS)
def retired_words(review: Review) -> Iterator[Hit]:
    """A word that the method has left.

    Methods change their words when the old ones are misunderstood. Whoever compares a chain with the
    guidance, or with another chain, should not have to know what things were called before. The words
    are Swedish; in Norwegian and English chains there are none yet.

    Bad:

        language: sv
        benefits:
          trygghet: Ökad trygghet för anhöriga

    Good:

        language: sv
        benefits:
          trygghet: Ökad trygghet för närstående

    Source: Inera, nyttoanalys.
    """
    heard = lexicon(review.chain.language)
    said = [(node, _texts(node)) for node in review.chain.nodes]
    in_any = any(heard.retired("\n".join(text for _, text in said)))  # most chains have none
    for node, text in said if in_any else ():
        for word, now in heard.retired(text):
            yield at(node, word=word, now=now)
    for word, now in heard.retired(_about(review.chain.about)):
        yield Hit(review.chain.span_of("about"), variant="about", particulars={"word": word, "now": now})


def _texts(node: Node) -> str:
    said = (node.title, node.text, node.receiver, node.use, node.consequence, node.requires, node.uncertain)
    reasons = (link.because for link in node.links)
    return "\n".join((*said, node.size_because, *reasons, *(one.title for one in node.indicators)))


def _about(about: About) -> str:
    said = (about.purpose, about.now, about.new, about.not_included, about.assumptions, about.method)
    unsure = (text for _, text in about.uncertainty.texts)
    rows = (text for row in (*about.behaviours, *about.technology) for text in (row.what, row.now, row.new))
    return "\n".join((*said, about.summary, *about.perspectives.values(), *unsure, *rows))


RULES: tuple[Rule, ...] = (
    compound_title,
    long_title,
    same_words,
    vague_title,
    saved_money,
    retired_words,
)
