"""Which trials are laid out, and in what order."""

import pytest

from nyttokedja.drawing.layout import trials as draft
from nyttokedja.drawing.layout.trials import READABLE, TRIALS, draft_of, drafts_of
from nyttokedja.model.chain import Chain
from tests.drawing.chains import FORTY, HUGE, MANY, SIXTY, TINY, effect
from tests.drawing.laid import subject_of


def likeness(one):
    return one.width, one.spacing, tuple(one.ranks.of.values())


@pytest.mark.parametrize("chain", [TINY, FORTY, SIXTY, MANY], ids=["tiny", "forty", "sixty", "many"])
def test_each_trial_once_and_the_hopeless_from_the_best(chain):
    subject = subject_of(chain)
    found = list(drafts_of(subject))
    assert {likeness(one) for one in found} == {likeness(draft_of(subject, trial)) for trial in TRIALS}
    assert len({likeness(one) for one in found}) == len(found)
    bounds = [one.best_print for one in found]
    hopeful = [bound for bound in bounds if bound >= READABLE]
    assert bounds[: len(hopeful)] == hopeful
    assert bounds[len(hopeful) :] == sorted(bounds[len(hopeful) :], reverse=True)


def test_a_trial_without_a_chance_is_not_measured(monkeypatch):
    measured = []
    typeset_box = draft.typeset_box
    monkeypatch.setattr(draft, "typeset_box", lambda *args: measured.append(args[2]) or typeset_box(*args))
    deep = [effect(f"e{number}", to=f"e{number + 1}" if number < 29 else "") for number in range(30)]
    best = next(drafts_of(subject_of(Chain("x", nodes=tuple(deep)))))
    assert best.best_print < READABLE
    assert set(measured) == {160}


def test_a_huge_chain_is_drawn_in_one_way():
    assert len(list(drafts_of(subject_of(HUGE)))) == 1
