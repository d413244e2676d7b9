"""What chains come to together: nothing unlike is added, and what is not in a sum is known."""

from contextlib import closing
from pathlib import Path

from nyttokedja.checking.check import check
from nyttokedja.model.pool import Pool
from nyttokedja.portfolio.overview import overview
from nyttokedja.portfolio.store import created
from nyttokedja.portfolio.sums import NOTHING, Spot, Terms
from nyttokedja.portfolio.tables import Origin, rows_of, unread_rows

POOLS = (Pool("Hemtjänst", 9000),)


def chain(title, value, calculation="start: 2027, horisont: 2", more="", owner="Enhetschef"):
    return f"""nyttokedja: 1
rubrik: {title}
språk: sv
skede: analys
förändringar: {{a: {{rubrik: Slingor {title}, leder_till: n}}}}
nyttor: {{n: {{rubrik: Nytta {title}, ägare: "{owner}", {value}, leder_till: m}}}}
mål: {{m: Ekonomi i balans}}
kalkyl: {{{calculation}}}
{more}
"""


def held(*texts, unread=()):
    with closing(created(Path(":memory:"), "sqlite_file")) as store:
        for n, text in enumerate(texts):
            origin = Origin(f"{n}.yaml", f"{n}.yaml", pools=POOLS)
            store.put([rows_of(check(text.encode(), f"{n}.yaml"), origin)])
        store.put([unread_rows(Origin(name, name), "trasig") for name in unread])
        return overview(store)


def money(amount, currency="SEK"):
    value = f"kategori: finansiell, perspektiv: egen, värde: {{per_år: {amount}}}"
    return value, f"start: 2027, horisont: 2, valuta: {currency}"


HOURS = "kategori: omfördelning, perspektiv: egen, värde: {timmar: 6000, pott: hemtjänst}"


def test_currencies_and_price_levels_are_never_added():
    texts = [
        chain("A", *money(1000)),
        chain("B", *money(200)),
        chain("C", *money(30, "NOK")),
        chain("D", money(4)[0], "start: 2027, horisont: 2, prisår: 2025"),
    ]
    found = held(*texts)
    first = {terms: years[0].money.gained for terms, years in found.years.items()}
    assert first == {Terms("SEK", None): 1200, Terms("NOK", None): 30, Terms("SEK", 2025): 4}
    (goal,), (owner,) = found.goals, found.owners
    for one in (goal, owner):
        assert {terms: held.gained for terms, held in one.worth.items()} == first
    assert sorted(years[0].chains for years in found.years.values()) == [1, 1, 2]


def test_hours_are_no_money_and_pools_are_held_against_their_size():
    found = held(chain("A", HOURS), chain("B", HOURS))
    assert found.years == {}
    assert [(one.year, one.freed, one.chains) for one in found.hours] == [(2027, 12000, 2), (2028, 12000, 2)]
    (pool,) = found.pools
    assert (pool.name, pool.size, pool.year, pool.hours, pool.over) == ("Hemtjänst", 9000, 2027, 12000, 3000)
    assert pool.taken == ((Spot("0.yaml", "n"), 6000), (Spot("1.yaml", "n"), 6000))
    (owner,) = found.owners
    assert (owner.hours, owner.worth, owner.unvalued) == (12000, {}, 0)


def test_what_falls_to_others_is_in_no_sum_and_is_counted():
    value, calculation = money(1000)
    found = held(chain("A", value.replace("egen", "invånare"), calculation), chain("B", value, calculation))
    assert found.others == 1
    assert [one.money.gained if one.money else None for one in found.chains] == [None, 2000]
    (owner,) = found.owners
    assert (owner.benefits, owner.unvalued, owner.worth[Terms("SEK", None)].gained) == (2, 1, 1000)


def test_a_goal_is_one_however_it_is_written_and_a_benefit_is_counted_once_there():
    value, calculation = money(1000)
    one = chain("A", value, calculation)
    other = chain("B", value, calculation).replace("Ekonomi i balans", "en ekonomi i BALANS")
    (goal,) = held(one, other).goals
    assert goal.spots == [Spot("0.yaml", "m"), Spot("1.yaml", "m")]
    assert (goal.benefits, goal.worth[Terms("SEK", None)].gained) == (2, 2000)


def test_years_without_a_calendar_are_in_no_year_and_what_cannot_be_read_says_so():
    value, _ = money(1000)
    found = held(chain("A", value, "horisont: 3"), unread=("trasig.yaml",))
    assert (found.years, found.hours) == ({}, ())
    assert [(one.is_readable, one.money and one.money.gained) for one in found.chains] == [
        (True, 3000),
        (False, None),
    ]
    assert (found.chains[0].first, found.chains[0].years) == (1, 3)


def test_what_nobody_owns_stands_by_itself_and_the_same_title_is_told_once():
    value, calculation = money(1000)
    texts = [chain("A", value, calculation, owner=owner) for owner in ("", "Rektor")]
    found = held(*texts)
    assert [one.title for one in found.owners] == ["Rektor"]
    assert found.ownerless.spots == [Spot("0.yaml", "n")]
    assert {(one.type, one.title) for one in found.same} == {("change", "Slingor A"), ("benefit", "Nytta A")}


def test_of_no_chain_there_is_nothing():
    assert held() == NOTHING


def test_a_chain_adds_up_to_its_years_and_freed_time_stands_beside_money():
    cost = "kostnader: {k: {rubrik: Licens, kategori: finansiell, behövs_för: a, värde: {per_år: 70}}}"
    value, calculation = money(1000)
    timed = "kategori: omfördelning, perspektiv: egen, värde: {per_år: 400}"
    found = held(chain("A", value, calculation, cost), chain("B", timed, calculation))
    for part, whole in (("gained", 2000), ("freed", 800), ("paid", 140), ("net", 2660)):
        assert sum(getattr(one.money, part) for one in found.chains) == whole, part
        by_year = sum(getattr(one.money, part) for years in found.years.values() for one in years)
        assert by_year == whole, part
