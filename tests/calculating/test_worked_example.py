"""The worked example: every number that it should give, and its variants."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nyttokedja.calculating import Options, calculate
from nyttokedja.calculating.model import ALL, OWN, Run, Standing
from nyttokedja.checking.check import check
from nyttokedja.editing.formatting.format import formatted
from nyttokedja.model.graph import Graph
from tests.calculating.chains import EXAMPLE, example

AS_IT_IS = Options()
KRONOR, RATIO = 0.01, 0.0001


@pytest.fixture(scope="module")
def calculated():
    return calculate(Graph(example()))


def close(number, expected, within=KRONOR):
    assert float(number) == pytest.approx(expected, abs=within * 0.501)


def result(party=OWN, run=Run.LIKELY, options=AS_IT_IS, **frame):
    return calculate(Graph(example(**frame)), options).runs[run].results[party]


@pytest.mark.parametrize(
    ("id", "hours", "yearly", "shares", "total"),
    [
        ("frigjord_tid", 1092, 392028, (0.5, 1, 1, 1, 1, 1), 1991387.45),
        ("lagre_drivmedel", None, 12737.09, (0.5, 1, 1, 1, 1, 1), 64700.68),
        ("leveransavgift", None, 214032, (0.5, 1, 1, 1, 1, 1), 1087219.89),
        ("surfplattor", None, 18000, (1, 1, 1, 1, 1, 1), 100434.73),
        ("forandringsledning", 252, 160020, (1, 0, 0, 0, 0, 0), 160020),
        ("utbildning", 90, 32310, (1, 0, 0, 0, 0, 0), 32310),
        ("information", 28, 10052, (1, 0, 0, 0, 0, 0), 10052),
        ("drift", 6, 3012, (1, 1, 1, 1, 1, 1), 16806.08),
    ],
)
def test_items(calculated, id, hours, yearly, shares, total):
    item = next(item for item in calculated.items if item.node.id == id)
    assert item.standing is Standing.SUMMED
    assert item.hours == hours
    assert tuple(map(float, item.shares)) == shares
    close(item.yearly, yearly)
    close(item.sum, total)


@pytest.mark.parametrize("keys", ["sv", "nb", "en"])
def test_the_words_of_the_file_change_nothing(calculated, keys):
    data = formatted(EXAMPLE.read_bytes(), keys=keys).after
    assert (b"beregning" in data) == (keys == "nb")
    again = calculate(check(data).graph)
    assert again.likely.results == calculated.likely.results


def test_before_and_after(calculated):
    freed = calculated.items[0]
    assert (freed.before, freed.after) == (3640, 2548)


def test_own_perspective_by_year(calculated):
    own = calculated.likely.results[OWN]
    benefits = (202382.54, 392975.81, 381529.92, 370417.39, 359628.54, 349153.92)
    costs = (223394.00, 20400.00, 19805.83, 19228.96, 18668.89, 18125.14)
    nets = (-21011.46, 351564.36, 713288.45, 1064476.89, 1405436.53, 1736465.32)
    for t in range(6):
        close(own.benefits_by_year[t], benefits[t])
        close(own.costs_by_year[t], costs[t])
        close(sum(own.benefits_by_year[: t + 1]) - sum(own.costs_by_year[: t + 1]), nets[t])


@pytest.mark.parametrize(
    ("party", "benefits", "costs", "net", "per_krona", "financial", "redistribution"),
    [
        (OWN, 2056088.13, 319622.81, 1736465.32, 5.4329, -35734.05, 1772199.37),
        (ALL, 2056088.13, 1406842.70, 649245.43, 0.4615, -1122953.94, 1772199.37),
    ],
)
def test_results(calculated, party, benefits, costs, net, per_krona, financial, redistribution):
    found = calculated.likely.results[party]
    for number, expected in (
        (found.benefits, benefits),
        (found.costs, costs),
        (found.net, net),
        (found.net_financial, financial),
        (found.net_redistribution, redistribution),
    ):
        close(number, expected)
    close(found.per_krona, per_krona, RATIO)
    assert found.net_financial + found.net_redistribution == pytest.approx(found.net)
    assert found.year == 2


def test_shares_of_categories(calculated):
    own, all = (calculated.likely.results[party] for party in (OWN, ALL))
    close(own.financial_benefits / own.benefits, 0.0315, RATIO)
    close(own.redistribution_benefits / own.benefits, 0.9685, RATIO)
    close(own.financial_costs / own.costs, 0.3142, RATIO)
    close(own.redistribution_costs / own.costs, 0.6858, RATIO)
    close(all.financial_costs / all.costs, 0.8442, RATIO)
    close(all.redistribution_costs / all.costs, 0.1558, RATIO)


def test_parties(calculated):
    assert list(calculated.likely.results) == [OWN, "residents", ALL]
    residents = calculated.likely.results["residents"]
    close(residents.net, -1087219.89)
    assert residents.benefits == 0
    assert residents.year is None


def test_net_financial_by_year_is_not_discounted(calculated):
    by_year = calculated.likely.results[OWN].financial_by_year
    close(by_year[0], -11631.46)
    for number in by_year[1:]:
        close(number, -5262.91)


def test_hours(calculated):
    own = calculated.likely.results[OWN]
    assert own.hours_freed == (546, 1092, 1092, 1092, 1092, 1092)
    assert own.hours_spent == (376, 6, 6, 6, 6, 6)
    close(calculated.items[0].hours / calculated.frame.work_year, 0.6424, RATIO)


def test_the_first_year_discounted():
    close(result(ALL, first_year="discounted").net, 630335.37)
    asked = result(ALL, options=Options(discounts_first=True))
    close(asked.net, 630335.37)
    close(asked.per_krona, 0.4615, RATIO)
    assert asked.year == 2


def test_undiscounted():
    for own, all in (
        [result(party, options=Options(rate=Decimal(0))) for party in (OWN, ALL)],
        [result(party, rate=0) for party in (OWN, ALL)],
    ):
        close(own.net, 1897753.98)
        close(own.per_krona, 5.7778, RATIO)
        close(all.net, 720577.98)
        close(all.per_krona, 0.4786, RATIO)
        assert own.year == all.year == 2


@pytest.mark.parametrize(("rate", "net"), [("0.04", 1687389.11), ("0.035", 1711653.84)])
def test_other_rates(rate, net):
    close(result(options=Options(rate=Decimal(rate))).net, net)
    close(result(rate=rate).net, net)


@pytest.mark.parametrize(
    ("run", "party", "net", "per_krona", "year"),
    [
        (Run.LOWEST, OWN, 723463.70, 2.6693, 2),
        (Run.LIKELY, OWN, 1736465.32, 5.4329, 2),
        (Run.HIGHEST, OWN, 2764519.98, 8.0383, 1),
        (Run.LOWEST, ALL, -53121.93, -0.0507, None),
        (Run.LIKELY, ALL, 649245.43, 0.4615, 2),
        (Run.HIGHEST, ALL, 1521982.97, 0.9594, 2),
    ],
)
def test_runs(calculated, run, party, net, per_krona, year):
    found = calculated.runs[run].results[party]
    close(found.net, net)
    close(found.per_krona, per_krona, RATIO)
    assert found.year == year


def test_the_freed_time_of_each_run(calculated):
    freed = [calculated.runs[run].items[0] for run in Run]
    assert [item.yearly for item in freed] == [186680, 392028, 597376]
    assert [item.hours for item in freed] == [520, 1092, 1664]


def test_minutes_that_are_ordered_by_their_size_turn_the_runs_around():
    whole = example()
    factors = [
        replace(each, lowest=each.highest, highest=each.lowest) if each.id == "min_digitalt" else each
        for each in whole.calculation.factors
    ]
    made = calculate(Graph(replace(whole, calculation=replace(whole.calculation, factors=tuple(factors)))))
    assert [made.runs[run].items[0].yearly for run in Run] == [373360, 392028, 298688]


def test_nothing_is_at_fault(calculated):
    assert calculated.faults == ()
    assert calculated.unvalued == ()


def test_a_factor_that_is_changed():
    options = Options(changed={"inkop": Decimal(0)})
    assert result(options=options).benefits == 0
    close(result(options=Options(changed={"min_digitalt": Decimal(40)})).net, 1072669.50)
    close(result(options=Options(changed={"andel": Decimal("0.5")})).net, 1197603.57)
    close(result(options=Options(changed={"personer": Decimal(120) * Decimal("0.88")})).net, 1510143.38)
