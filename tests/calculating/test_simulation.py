"""What the varied factors do together, at the same points everywhere."""

from decimal import Decimal

import pytest

from nyttokedja.calculating import calculate
from nyttokedja.calculating.model import ALL, OWN, Options
from nyttokedja.model.chain import NodeType
from nyttokedja.model.graph import Graph
from tests.calculating.chains import benefit, box, chain, change, cost, factor
from tests.calculating.purchases import FACTORS, purchases


def simulation(made, **options):
    return calculate(Graph(made), Options(simulates=True, **options)).simulation


def small(*factors, yearly):
    return chain(change("n"), benefit("n", yearly), cost("k", "100"), factors=factors, horizon=1, rate=0)


def about(number):
    return pytest.approx(number, abs=0.01)


def test_the_worked_example():
    found = simulation(purchases())
    assert found.varied == ("andel", "min_digitalt")
    assert found.held == ()
    own, every = found.spreads[OWN], found.spreads[ALL]
    assert own.mean == about(1647113.98)
    assert (own.p10, own.p50, own.p90) == (about(1250969.11), about(1637769.86), about(2062272.26))
    assert own.below_zero == 0
    assert every.mean == about(611722.41)
    assert (every.p10, every.p50, every.p90) == (about(256676.25), about(605941.84), about(975550.73))
    assert every.below_zero == pytest.approx(0.001, abs=0.0001)


def test_the_mean_is_near_what_is_expected_exactly():
    found = simulation(purchases())
    assert found.spreads[OWN].mean == pytest.approx(1646655.03, rel=0.001)
    assert found.spreads[ALL].mean == pytest.approx(611207.51, rel=0.001)


def test_the_same_bytes_each_time():
    assert simulation(purchases()) == simulation(purchases())
    assert repr(simulation(purchases()).spreads[OWN].mean) == "1647113.9784329508"


def test_it_is_made_when_it_is_asked_for():
    assert calculate(Graph(purchases())).simulation is None
    assert simulation(purchases(), explores=False) is not None


def test_with_nothing_varied_every_point_is_the_likely_run():
    fixed = [factor(one.id, one.likely, formula=one.formula) for one in FACTORS]
    found = simulation(purchases(factors=fixed))
    assert (found.varied, found.held, found.left_out) == ((), (), ())
    own = found.spreads[OWN]
    assert own.mean == own.p10 == own.p50 == own.p90 == about(1736465.32)
    assert own.below_zero == 0
    same = [factor("a", 5, 5, 5)]
    assert simulation(small(*same, yearly="a")).varied == ()
    unused = simulation(small(factor("b", 5, 4, 6), yearly="3"))
    assert (unused.varied, unused.held, unused.left_out) == ((), (), ())
    assert unused.spreads[OWN].below_zero == 1


def test_where_nothing_is_summed_nothing_is_simulated():
    assert simulation(chain(horizon=None)) is None
    assert simulation(chain()) is None


def test_one_that_is_varied_alone():
    found = simulation(small(factor("a", 5, 4, 6), factor("b", 100), yearly="a * b"))
    assert found.varied == ("a",)
    spread = found.spreads[OWN]
    assert spread.p50 == pytest.approx(400, abs=0.5)
    assert spread.mean == pytest.approx(400, abs=0.5)
    assert spread.p10 == pytest.approx(100 * (4 + 0.2**0.5) - 100, abs=0.5)
    assert found.spreads[ALL] == spread


def test_one_limit_is_enough():
    found = simulation(small(factor("a", 5, highest=9), yearly="a"))
    assert found.varied == ("a",)
    assert found.spreads[OWN].mean == pytest.approx(5 + 4 / 3 - 100, abs=0.01)


def test_of_more_than_twelve_the_widest_are_varied_and_the_rest_held():
    factors = [factor(f"f{n:02}", 10, 10 - n / 10, 10 + n / 10) for n in range(1, 16)]
    found = simulation(small(*factors, yearly=" + ".join(one.id for one in factors)))
    assert found.held == ("f01", "f02", "f03")
    assert found.varied == tuple(f"f{n:02}" for n in range(4, 16))
    assert found.spreads[OWN].mean == pytest.approx(50, abs=0.05)


def test_bases_go_by_the_name_a_boxs_own_factor_after_its_box():
    own = {"yearly": "a + n + b", "factors": (factor("b", 5, 1, 6),)}
    nodes = (change("n"), benefit("n", own))
    factors = (factor("a", 5, 1, 6), factor("n", 5, 1, 6), factor("å", 5, 1, 6), factor("Z", 5, 1, 6))
    found = simulation(chain(*nodes, cost("k", "Z + å"), factors=factors))
    assert found.varied == ("Z", "a", "n", "n/b", "å")


def test_what_contradicts_itself_is_left_out():
    trap = [factor("min_digitalt", 35, 30, 40) if one.id == "min_digitalt" else one for one in FACTORS]
    found = simulation(purchases(factors=trap))
    assert (found.varied, found.held, found.left_out) == (("andel",), (), ("min_digitalt",))
    outside = [factor("andel", 0.9, 0.5, 0.8) if one.id == "andel" else one for one in FACTORS]
    found = simulation(purchases(factors=outside))
    assert (found.varied, found.held, found.left_out) == (("min_digitalt",), (), ("andel",))


def test_limits_are_wrong_where_a_warning_says_so_and_a_box_beside_the_sum_is_heard_too():
    nodes = (change("n"), benefit("n", "100 - a"), box("m", NodeType.OPPORTUNITY, ("h",)), benefit("h", "a"))
    found = simulation(chain(*nodes, factors=(factor("a", 10, 5, 20),)))
    assert (found.varied, found.left_out) == (("a",), ())
    found = simulation(chain(*nodes[:2], factors=(factor("a", 10, 5, 20),)))
    assert (found.varied, found.left_out) == ((), ("a",))


def test_a_factor_that_is_known_is_not_varied():
    found = simulation(purchases(), changed={"andel": Decimal("0.6")})
    assert (found.varied, found.held) == (("min_digitalt",), ())


def test_what_cannot_be_calculated_at_its_limits_is_left_out_and_at_a_point_is_not_simulated():
    found = simulation(small(factor("a", 5, 0, 10), factor("b", 5, 4, 6), yearly="100 / a + b"))
    assert (found.varied, found.left_out) == (("b",), ("a",))
    # at the point 0.75 a is 2
    assert simulation(small(factor("a", 0, highest=4), yearly="10 + 1 / (a - 2)")) is None


def test_limits_nearer_than_a_float_can_tell():
    tight = factor("a", "1.00000000000000000000001", 1, "1.00000000000000000000002")
    assert simulation(small(tight, yearly="a")).spreads[OWN].p50 == -99
