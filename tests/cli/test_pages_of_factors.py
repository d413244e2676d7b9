"""The pages with factors to copy: what is copied out of them is a calculation that the check accepts."""

import re
from pathlib import Path

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.model.stage import Stage

PAGES = {"sv": ("docs/kalkylfaktorer.md", "rubrik"), "nb": ("docs/beregningsfaktorer.md", "tittel")}


def chains(language, change=lambda text: text):
    page, title = PAGES[language]
    for block in re.findall(r"```yaml\n(.*?)```", Path(page).read_text("utf-8"), re.DOTALL):
        head = f"nyttokedja: 1\n{title}: Prov\nspråk: {language}\n"
        checked = check((head + change(block)).encode(), "x.yaml", Config(stage=Stage.PLAN))
        yield (
            checked,
            [one for one in checked.findings if one.code[:4] in ("NK00", "NK81") and one.code != "NK822"],
        )


def test_the_swedish_factors_are_complete():
    made = list(chains("sv"))
    assert [found for _, found in made] == [[], []]
    factors = [one for checked, _ in made for one in checked.chain.calculation.factors if not one.formula]
    assert len(factors) == 20
    assert all(one.likely and one.source and one.unit and one.title != one.id for one in factors)
    assert all(one.as_of for one in factors if one.kind == "standard")


def test_the_norwegian_factors_say_that_they_are_to_be_filled_in():
    ((_, found),) = chains("nb")
    assert {one.code for one in found} == {"NK004"}
    assert len(found) == 7


def test_the_norwegian_factors_are_complete_when_they_are_filled_in():
    def filled(text):
        return text.replace("sannsynlig: ,", "sannsynlig: 2,").replace('kilde: ""', "kilde: Egen")

    ((_, found),) = chains("nb", filled)
    assert found == []
