"""What is handled: at each stage, and on each day."""

from datetime import date

import pytest

from nyttokedja.model.chain import Action, Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.handling import is_done, is_handled, is_late, is_wanting
from nyttokedja.model.periods import parse
from nyttokedja.model.stage import Stage

TODAY = date(2026, 11, 1)
EARLY, LATE = (Stage.DRAFT, Stage.ANALYSIS), (Stage.PLAN, Stage.FOLLOW_UP)


def action(who="", due=None, done=None):
    said = done if isinstance(done, bool | None) else parse(done)
    return Action("Do it", NOWHERE, who, parse(due) if due else None, said)


def handled(stage, *actions, kind=NodeType.OBSTACLE, owner="", today=TODAY):
    return is_handled(Node("o", kind, "O", NOWHERE, owner=owner, actions=actions), stage, today)


@pytest.mark.parametrize("stage", EARLY)
@pytest.mark.parametrize("kind", [NodeType.OBSTACLE, NodeType.RISK])
def test_before_a_plan_an_action_or_an_owner_is_enough(stage, kind):
    assert not handled(stage, kind=kind)
    assert handled(stage, kind=kind, owner="Head")
    assert handled(stage, action(due="2020"), kind=kind)


@pytest.mark.parametrize("stage", LATE)
def test_from_a_plan_on_somebody_must_answer_for_an_action(stage):
    assert not handled(stage, owner="Head")
    assert not handled(stage, action())
    assert handled(stage, action(who="Installer"))
    assert handled(stage, action(), owner="Head")
    assert handled(stage, action(done=True))


@pytest.mark.parametrize("stage", LATE)
def test_a_risk_is_handled_by_an_owner_too(stage):
    assert handled(stage, kind=NodeType.RISK, owner="Head")
    assert handled(stage, action(), kind=NodeType.RISK)
    assert not handled(stage, kind=NodeType.RISK)


def test_in_a_follow_up_what_should_have_been_done_handles_nothing():
    late = action(who="Installer", due="2020-01")
    assert handled(Stage.PLAN, late)
    assert not handled(Stage.FOLLOW_UP, late)
    assert handled(Stage.FOLLOW_UP, late, today=None)
    assert handled(Stage.FOLLOW_UP, late, action(who="Installer", due="2027"))
    assert not handled(Stage.FOLLOW_UP, late, kind=NodeType.RISK)


@pytest.mark.parametrize(
    ("due", "done", "late"),
    [
        ("2020-01", None, True),
        ("2020-01", False, True),
        ("2020-01", True, False),
        ("2020-01", "2020-05", False),
        ("2020-01", "2026-11", False),
        ("2020-01", "2026-12", True),  # it cannot have been done on a day to come
        ("2026", None, False),
        ("2026-10", None, True),
        ("2026-11-01", None, False),
        (None, None, False),
    ],
)
def test_an_action_is_late_the_day_after_its_last(due, done, late):
    assert is_late(action(due=due, done=done), TODAY) is late
    assert not is_late(action(due=due, done=done), None)


def test_without_a_day_what_is_said_to_be_done_is():
    assert is_done(action(done="2099"), None)
    assert not is_done(action(done=False), None)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("met", [None, False, True])
@pytest.mark.parametrize("due", [None, "2026-10", "2027"])
def test_a_precondition_is_wanting_when_its_day_has_gone_or_it_was_needed_already(stage, begun, met, due):
    node = Node("p", NodeType.PRECONDITION, "P", NOWHERE, met=met, due=parse(due) if due else None)
    past = due == "2026-10" and (met is False or (met is None and stage is Stage.FOLLOW_UP))
    needed = stage is Stage.FOLLOW_UP and begun and met is False
    assert is_wanting(node, stage, TODAY, begun=begun) is (past or needed)
    assert not is_wanting(node, stage, None, begun=begun)
