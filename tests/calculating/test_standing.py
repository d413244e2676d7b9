"""What falls if what nobody sees to stays in the way, and what the net is then."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.model import ALL, OWN
from nyttokedja.model.chain import Action, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.graph import Graph
from nyttokedja.model.periods import parse
from nyttokedja.model.pointers import Reference
from nyttokedja.model.stage import Stage
from tests.calculating.chains import benefit, box, chain, change, cost, drawback
from tests.calculating.purchases import boxes, obstacle, purchases


def standing(made, today=None, **options):
    return calculate(Graph(made, today), Options(**options)).if_standing


def told(made, today=None):
    return {one.obstacle.id: [node.id for node in one.falls] for one in standing(made, today)}


def bare(id):
    return replace(boxes()[id], owner="", actions=())


def small(*others, leads_to=("n", "d")):
    """A benefit of 100 and a drawback of 30 that come of an effect, and a cost of 20."""
    nodes = (
        change("e"),
        box("e", NodeType.EFFECT, leads_to),
        benefit("n", "100"),
        drawback("d", "30"),
        cost("k", "20"),
    )
    return replace(chain(*nodes, *others, horizon=1, rate=0), said_stage=Stage.PLAN)


def kr(number):
    return pytest.approx(Decimal(number), abs=Decimal("0.01"))


def test_the_worked_example_where_the_user_does_not_want_to():
    (found,) = standing(purchases(vill_inte=bare("vill_inte")))
    assert found.obstacle.id == "vill_inte"
    assert [node.id for node in found.falls] == ["frigjord_tid", "lagre_drivmedel", "leveransavgift"]
    assert (found.net[OWN], found.net[ALL]) == (kr("-319622.81"), kr("-319622.81"))
    assert found.share == 1


def test_the_worked_example_where_the_shop_does_not_deliver():
    (found,) = standing(purchases(levererar_inte=bare("levererar_inte")))
    assert [node.id for node in found.falls] == ["lagre_drivmedel"]
    assert found.net[OWN] == kr("1671764.64")
    assert found.net["residents"] == kr("-1087219.89")


def test_what_is_seen_to_is_not_told_of():
    assert told(purchases()) == {}
    assert calculate(Graph(purchases(vill_inte=bare("vill_inte"))), Options(explores=False)).if_standing == ()


@pytest.mark.parametrize(
    ("share", "net"), [(0.25, "32.5"), (0.0, "50"), (1.0, "-20"), (7.0, "-20"), (-1.0, "50")]
)
def test_only_a_share_may_be_lost(share, net):
    (found,) = standing(small(obstacle("o", "e", share=share)))
    assert [node.id for node in found.falls] == ["n", "d"]
    assert found.net == {OWN: Decimal(net), ALL: Decimal(net)}


def test_what_has_another_way_does_not_fall():
    made = small(obstacle("o", "e"), box("c", NodeType.CHANGE, ("n",)))
    assert told(made) == {"o": ["d"]}
    assert told(small(obstacle("o", "e", "andring"), box("c", NodeType.CHANGE, ("n",)))) == {"o": ["d"]}


def test_a_way_through_a_decision_or_a_drawback_is_no_way():
    assert told(small(obstacle("o", "e"), box("m", NodeType.OPPORTUNITY, ("n", "d")))) == {"o": ["n", "d"]}
    made = small(obstacle("o", "e"), box("c", NodeType.CHANGE, ("d2",)), drawback("d2", leads_to=("n", "d")))
    assert told(made) == {"o": ["n"]}, "one drawback may follow from another"


def test_a_drawback_that_comes_anyway_is_not_taken_from_the_sum():
    assert told(small(obstacle("o", "e"), leads_to=("n",))) == {"o": ["n"]}
    risk = box("r", NodeType.RISK, ("d",), owner="Någon")
    assert told(small(obstacle("o", "e"), risk)) == {"o": ["n"]}
    assert told(small(obstacle("o", "d"), risk)) == {"o": ["d"]}


def test_circles_come_to_an_end_and_do_not_hold_themselves_up():
    made = small(obstacle("o", "andring"), box("f", NodeType.EFFECT, ("e",)), leads_to=("n", "d", "f"))
    assert told(made) == {"o": ["n", "d"]}


def test_what_hinders_nothing_is_not_told_of_and_what_takes_nothing_away_is():
    assert told(small(obstacle("o", "ingenting"), box("o2", NodeType.OBSTACLE))) == {}
    made = small(obstacle("o", "f"), box("f", NodeType.EFFECT))
    assert told(made) == {"o": []}
    assert standing(made)[0].net[OWN] == 50


def test_a_risk_is_told_of_where_it_hinders_something_and_nobody_has_it():
    assert told(small(obstacle("r", "e", type=NodeType.RISK))) == {"r": ["n", "d"]}
    assert told(small(obstacle("r", "e", type=NodeType.RISK, owner="Chef"))) == {}
    assert told(small(box("r", NodeType.RISK, at=(Reference("e", NOWHERE),)))) == {}


def test_a_precondition_is_told_of_where_it_is_nobodys_or_late():
    def precondition(**said):
        return small(box("f", NodeType.PRECONDITION, needed_for=("e",), **said))

    falls = {"f": ["n", "d"]}
    assert told(precondition()) == falls
    assert told(precondition(who="IT")) == {}
    assert told(precondition(actions=(Action("Köp", NOWHERE),))) == {}
    assert told(precondition(met=True)) == {}
    late = precondition(who="IT", met=False, due=parse("2027-01"))
    assert told(late) == {}
    assert told(late, date(2027, 1, 31)) == {}
    assert told(late, date(2027, 2, 1)) == falls


def test_an_obstacle_that_was_to_be_dealt_with_and_was_not():
    late = Action("Prova", NOWHERE, who="Chef", due=parse("2027-01"))
    made = replace(small(obstacle("o", "e", actions=(late,))), said_stage=Stage.FOLLOW_UP)
    assert told(made, date(2027, 1, 31)) == {}
    assert told(made, date(2027, 2, 1)) == {"o": ["n", "d"]}


def test_what_does_not_fit_the_format_is_not_said_to_be_missing():
    assert told(small(obstacle("r", "e", type=NodeType.RISK, faulty=True))) == {}


def test_in_file_order_each_by_itself():
    made = small(obstacle("b", "n"), obstacle("a", "d"))
    assert told(made) == {"b": ["n"], "a": ["d"]}
    assert [one.net[OWN] for one in standing(made)] == [-50, 80]
