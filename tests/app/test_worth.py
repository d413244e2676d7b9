"""Other values of factors tried at the board: it says what the commands say, and writes nothing."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.hands import awake, file_of, keys, opened, told, typed

pytestmark = pytest.mark.program

CHAIN = "chains/lakemedelsautomat.yaml"
EXPECT = pytest.importorskip("playwright.sync_api").expect
OWN = """\
nyttokedja: 1
title: Two parties
language: en
stage: analysis
changes: {locks: {title: Digital locks, leads_to: [fewer]}}
effects: {fewer: {title: Fewer keys, leads_to: [time]}}
benefits:
  time:
    title: Freed time
    category: financial
    perspective: residents
    value: {factors: {price: {likely: 0.5, title: Price}, half: {formula: price / 2}}, yearly: wage * price}
calculation:
  price_year: 2026
  horizon: 2
  rate: 0
  factors: {wage: {title: <b>Wage</b>, likely: 300, unit: SEK/h, source: Measured}}
"""


@pytest.fixture(scope="module")
def started(browser):
    made = awake(browser)
    yield made
    assert made.errors == []
    made.context.close()


@pytest.fixture
def page(started):
    opened(started, CHAIN)
    started.locator("#picture svg").wait_for()
    started.locator("#list button").first.wait_for()
    return started


def command(*words):
    return subprocess.run(
        [sys.executable, "-m", "nyttokedja", *words], capture_output=True, encoding="utf-8", check=False
    )


def calculated(*options, path=CHAIN):
    ran = command("calculate", "--format", "json", *options, path)
    return json.loads(ran.stdout)["chains"][0]


def likely(*options):
    return round(calculated(*options)["results"]["own"]["likely"]["net"])


def numbers(text):
    """The amounts of a line, in order."""
    return [int(re.sub(r"\D", "", one)) for one in text.split("→")]


def net(page):
    return numbers(page.locator("#worth_result dd").first.inner_text())


def field(page, name):
    return page.locator(f"[id='try_{name}']")


def tried(page, name, value):
    field(page, name).fill(value)
    told(page, "Ingenting är sparat.")


def test_a_value_is_tried_and_used_by_keys_alone(page, tmp_path):
    before = Path(CHAIN).read_text("utf-8")
    page.focus("#list button[tabindex='0']")
    keys(page, "v")
    EXPECT(field(page, "brukare")).to_be_focused()
    assert net(page) == [likely()]
    page.keyboard.type("70,5")  # what stood there was chosen
    told(page, "Ingenting är sparat.")
    now = likely("--with", "brukare=70,5")
    assert net(page) == numbers(page.locator("#status").inner_text().partition(".")[0]) == [likely(), now]
    assert now != likely()
    assert file_of(page) == before
    field(page, "brukare").focus()
    keys(page, "Tab", "Enter")
    told(page, "70,5")
    EXPECT(page.locator("[id='use_brukare']")).to_be_disabled()
    EXPECT(page.locator("#worth_result dd").first).not_to_contain_text("→")
    EXPECT(field(page, "brukare")).to_be_focused()
    assert net(page) == [now]
    copy = tmp_path / "kedja.yaml"
    copy.write_text(before, "utf-8")
    ran = command("set", ".", "calculation.factors.brukare.likely", "70,5", str(copy))
    assert (ran.returncode, copy.read_text("utf-8") != before) == (0, True)
    assert file_of(page) == copy.read_text("utf-8")
    field(page, "brukare").focus()
    keys(page, "Escape")
    EXPECT(page.locator("#worth")).to_be_hidden()
    EXPECT(page.locator("#list button[tabindex='0']")).to_be_focused()
    keys(page, "Control+z")
    told(page, "Ångrade")
    assert file_of(page) == before


def test_several_are_tried_and_taken_back_by_pointer(page):
    page.click("#chain_worth")
    tried(page, "brukare", "70,5")
    field(page, "besok_efter").fill("260")
    both = calculated("--with", "brukare=70,5", "--with", "besok_efter=260")
    now = round(both["results"]["own"]["likely"]["net"])
    EXPECT(page.locator("#status")).to_contain_text(re.compile(r"\s".join(f"{now:,}".split(","))))
    assert net(page) == [likely(), now]
    page.click("#worth summary")
    rows = dict(
        zip(*(page.locator(f"#worth_more {one}").all_inner_texts() for one in ("dt", "dd")), strict=True)
    )
    years = both["years"]["own"]
    by_year = [round(gain - cost) for gain, cost in zip(years["benefits"], years["costs"], strict=True)]
    assert [numbers(rows[f"Netto {2027 + n}"])[-1] for n in range(6)] == by_year
    assert numbers(rows["Om alla tal är som lägst"])[-1] == round(both["results"]["own"]["lowest"]["net"])
    typed(page, "En lapp till")  # the file is another, and what is tried stays
    page.locator("#picture svg").wait_for()
    assert (field(page, "brukare").input_value(), net(page)) == ("70,5", [likely(), now])
    page.click("#worth_back")
    told(page, "Kalkylen är som i filen.")
    assert (field(page, "brukare").input_value(), net(page)) == ("80", [likely()])
    EXPECT(page.locator("#worth_back")).to_be_disabled()
    page.click("#worth_close")
    EXPECT(page.locator("#chain_worth")).to_be_focused()


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("många", "Det går inte att räkna med ”många”"),
        ("", "Det går inte att räkna med ””"),
        ("-5", "under noll"),
    ],
)
def test_what_cannot_be_calculated_with_is_refused_in_a_sentence(page, value, why):
    page.click("#chain_worth")
    field(page, "minuter").fill("13")
    field(page, "brukare").fill(value)
    told(page, why)
    EXPECT(page.locator("#worth_refused")).to_contain_text(why)
    EXPECT(field(page, "brukare")).to_have_attribute("aria-invalid", "true")
    assert field(page, "minuter").get_attribute("aria-invalid") is None
    EXPECT(page.locator("[id='use_brukare']")).to_be_disabled()
    assert page.locator("#worth dd").count() == 0
    field(page, "brukare").fill("81")
    told(page, "Ingenting är sparat.")
    assert page.locator("#worth [aria-invalid], #worth_refused").count() == 0
    page.click("#worth_close")


def test_per_cent_is_used_as_the_number_that_it_is(page, tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    opened(page, path)
    page.click("#chain_worth")
    EXPECT(page.locator("#worth_result dt").first).to_have_text(
        "Nettonytta, alla parter"
    )  # the own one has none
    assert page.locator("#worth label").first.inner_text() == "<b>Wage</b>"
    assert page.locator("#worth label").nth(1).inner_text() == "Price · Freed time"
    assert field(page, "time/half").input_value() == ""
    assert page.locator("[id='use_time/half']").count() == 0  # by a formula
    field(page, "time/price").fill("60 %")
    told(page, "Ingenting är sparat.")
    now = calculated("--with", "time/price=60 %", path=str(path))
    assert net(page) == [300, 360]
    assert now["results"]["all"]["likely"]["net"] == 360
    assert page.locator("#worth_result dd").all_inner_texts()[1] == "år 1"
    page.click("[id='use_time/price']")
    EXPECT(field(page, "time/price")).to_have_value("0,6")
    assert file_of(page) == OWN.replace("likely: 0.5", "likely: 0.6")
    page.click("#worth_close")


def test_a_chain_without_a_calculation_says_so(page):
    opened(page, "chains/digitala_las.yaml")
    page.click("#chain_worth")
    told(page, "Kedjan har ingen kalkyl med faktorer att pröva.")
    EXPECT(page.locator("#worth")).to_be_hidden()


def test_where_the_picture_is_alone_it_makes_room(page):
    page.click("#wide")
    page.focus("#picture .view")
    keys(page, "v")
    EXPECT(field(page, "brukare")).to_be_focused()
    assert page.locator("main.wide").count() == 0
    opened(page, CHAIN)  # another chain begins without it
    EXPECT(page.locator("#worth")).to_be_hidden()


def test_the_own_organisation_is_told_beside_all_parties(page, tmp_path):
    path = tmp_path / "own.yaml"
    cost = "costs: {training: {title: Training, category: financial, needed_for: locks, value: 1000}}\n"
    path.write_text(OWN.replace("calculation:\n", f"{cost}calculation:\n"), "utf-8")
    assert calculated(path=str(path))["results"]["own"]["likely"]["net"] == -2000
    opened(page, path)
    page.click("#chain_worth")
    shown = page.locator("#worth_result")
    EXPECT(shown.locator("dd")).to_have_count(3)
    told_of = dict(
        zip(shown.locator("dt").all_inner_texts(), shown.locator("dd").all_inner_texts(), strict=True)
    )
    assert [re.sub(r"\D", "", value) for value in told_of.values()] == ["2000", "1700", "2"]
    assert list(told_of)[:2] == ["Nettonytta, den egna organisationen", "Nettonytta, alla parter"]
    assert told_of["Nyttorna större från"] == "inte på 2 år"
    page.click("#worth_close")
