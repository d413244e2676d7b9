"""What stands below the columns: bands, opportunities, what was looked for, the legend."""

from dataclasses import replace
from itertools import combinations

import pytest

from nyttokedja.model.chain import Chain
from nyttokedja.model.stage import Stage
from tests.drawing.chains import (
    ALL,
    FULL,
    OFFERS,
    TINY,
    benefit,
    change,
    cost,
    opportunity,
    precondition,
    tangled,
)
from tests.drawing.laid import all_rects, drawn, laid_out, texts


def cards(picture):
    return [rect for band in picture.bands for _, rect in band.cards]


@pytest.mark.parametrize(
    "chain", [*ALL.values(), *map(tangled, range(12))], ids=lambda chain: chain.title[:20]
)
def test_cards_keep_apart_and_inside(chain):
    picture = laid_out(chain)
    below = [rect for id, rect in all_rects(picture).items() if id[0] == "o"] + cards(picture)
    for a, b in combinations(below, 2):
        assert a.right <= b.x or b.right <= a.x or a.foot <= b.y or b.foot <= a.y
    assert all(rect.right <= picture.right + 0.1 for rect in cards(picture))


def test_many_cards_break_into_rows():
    chain = Chain("x", nodes=(change("c"), *(cost(f"k{n}") for n in range(11))))
    picture = laid_out(chain)
    assert len({rect.y for rect in cards(picture)}) > 1
    assert len(cards(picture)) == 11
    assert max(rect.right for rect in cards(picture)) <= picture.right


def test_many_opportunities_break_into_rows():
    opportunities = tuple(opportunity(f"o{n}", to="n") for n in range(9))
    picture = laid_out(Chain("x", nodes=(change("c", to="n"), benefit("n"), *opportunities)))
    assert len({rect.y for rect in picture.opportunities.rects.values()}) > 1


@pytest.mark.parametrize("stage", list(Stage))
def test_notes_stand_there_at_every_stage(stage):
    assert "Vad säger facket?" in texts(drawn(replace(TINY, said_stage=stage)))


def test_what_was_looked_for():
    said = texts(drawn(FULL))
    assert "Vi har letat efter" in said
    assert "Konsekvenskostnader: inga funna" in said
    assert "Vi har letat efter" not in texts(drawn(TINY))


def test_a_chain_of_bands_alone():
    said = texts(drawn(Chain("x", nodes=(precondition("p", "Täckning", met=True), opportunity("o", "Larm")))))
    assert {"Täckning", "uppfylld", "Larm"} <= set(said)


@pytest.mark.parametrize(
    ("chain", "there", "not_there"),
    [
        (
            TINY,
            {"Förändring", "Nytta", "leder till"},
            {"Mål", "Hinder", "hindrar", "direkt koppling", "saknas"},
        ),
        (
            FULL,
            {
                "direkt koppling",
                "vid sidan av kedjan",
                "möjlighet, se samma nummer nedanför: kräver nytt beslut",
            },
            {"leder tillbaka"},
        ),
        (OFFERS, {"leder tillbaka", "begränsad koppling", "Effektmål"}, {"saknas"}),
    ],
    ids=["tiny", "full", "offers"],
)
def test_the_legend_holds_what_is_used(chain, there, not_there):
    said = texts(drawn(chain))
    legend = set(said[said.index("Teckenförklaring") :])
    assert there <= legend
    assert not not_there & legend
