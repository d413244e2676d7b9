"""How a measurement in words of a scale stands: by steps, with no course between the words."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.language.texts import texts
from nyttokedja.model.standings import Verdict, stands
from nyttokedja.reports.standings import standing_lines

CHAIN = """\
nyttokedja: 1
rubrik: A
förändringar:
  f: {{när: 2027-01, leder_till: e}}
effekter:
  e:
    indikatorer:
      i:
        skala: [Dålig, Ganska bra, Bra, Mycket bra]
        nollmätning: {{värde: Ganska bra, datum: 2026-10-01}}
        målvärde: {{värde: {target}, datum: 2028-12-31}}
        mätningar: {{{day}: {word}}}
"""


def stand(word, day="2028-01-31", target="Mycket bra"):
    graph = check(CHAIN.format(word=word, day=day, target=target).encode()).graph
    node = graph.nodes["e"]
    indicator = node.indicators[0]
    return stands(node, indicator, indicator.measurements[0], graph, 0.5), indicator


@pytest.mark.parametrize(
    ("word", "day", "verdict", "steps"),
    [
        ("Ganska bra", "2028-01-31", Verdict.SHORT, 2),
        ("Dålig", "2028-01-31", Verdict.WORSE, 3),
        ("Mycket bra", "2028-01-31", Verdict.REACHED, 0),
        ("Bra", "2028-12-31", Verdict.MISSED, 1),
        ("Bra", "2026-11-30", Verdict.BEFORE, None),
    ],
)
def test_it_is_judged_by_steps_whatever_the_tolerance(word, day, verdict, steps):
    found, _ = stand(word, day)
    assert (found.verdict, found.steps) == (verdict, steps)
    assert (found.course, found.deviation, found.attainment) == (None, None, None)


@pytest.mark.parametrize(
    ("word", "target", "said"),
    [
        (
            "Ganska bra",
            "Mycket bra",
            ["Målvärdet ”Mycket bra” är inte nått än.", "Det är 2 steg under målvärdet."],
        ),
        (
            "Bra",
            "Mycket bra",
            ["Målvärdet ”Mycket bra” är inte nått än.", "Det är ett steg under målvärdet."],
        ),
        ("Mycket bra", "Bra", ["Målvärdet ”Bra” är nått.", "Det är ett steg över målvärdet."]),
    ],
)
def test_it_is_said_in_words(word, target, said):
    found, indicator = stand(word, target=target)
    assert list(standing_lines(found, indicator, texts("sv"))) == said
