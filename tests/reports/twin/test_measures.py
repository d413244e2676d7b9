"""How what is measured stands is told as in the picture; what may stand in the way is told in full once."""

from datetime import date

import pytest

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config

FOLLOWED = """nyttokedja: 1
rubrik: Uppföljt
skede: {stage}
förändringar: {{a: {{rubrik: Ny rutin, när: 2026, leder_till: [b, c, d]}}}}
nyttor:
  b:
    rubrik: Snabbare beslut
    indikatorer:
      dagar:
        nollmätning: {{värde: 21, datum: 2026-01}}
        målvärde: {{värde: 10, datum: 2027-12}}
        mätningar: {{2027-06: 15, 2027-12: {last}}}
  c: {{rubrik: Nöjdare sökande}}
  d: {{rubrik: Färre fel, indikatorer: {{fel: {{målvärde: {{värde: 1, datum: 2027-12}}}}}}}}
hinder:
  ovana: {{rubrik: Ovana, hindrar: a}}
  bredband: {{rubrik: Inget bredband, hindrar: a}}
  konto: {{rubrik: Inga konton, hindrar: b}}
"""


def told(stage="uppföljning", last=14, today=date(2028, 2, 1)):
    checked = check(FOLLOWED.format(stage=stage, last=last).encode(), "a.yaml", Config(today=today))
    (text,) = FORMATS["text"]([checked], "auto")
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("last", "said"), [(14, "14 (2027-12), målvärdet är missat"), (9, "9 (2027-12), målvärdet är nått")]
)
def test_at_follow_up_each_indicator_says_how_it_stands(last, said):
    assert f"senast uppmätt {said}" in told(last=last)
    assert "Fel, till 1 (2027-12), inte mätt än" in told(last=last)
    assert "Målvärdet är nått" not in told(last=last), "it is said where it is measured, and not again"


def test_what_is_measured_later_than_the_day_is_not_known_on_it():
    assert "senast uppmätt 15 (2027-06)" in told(today=date(2027, 9, 1))
    assert "senast uppmätt 14 (2027-12)" in told(today=None)


def test_before_follow_up_it_is_said_what_has_been_reached():
    plan = told(stage="plan", last=9)
    assert "Målvärdet är nått" in plan
    assert "målvärdet är nått" not in plan


def test_what_may_stand_in_the_way_is_told_in_full_once():
    text = told()
    assert text.count("hindret ”Inget bredband” (vid") == 1
    assert "Det som kan stå i vägen: detsamma som vid nyttan ”Nöjdare sökande”" in text
