"""What screens are shown: findings with their steps, and a calm picture while notes are sorted."""

import json

from nyttokedja.batch.engines import layout_of
from nyttokedja.board.protocol import answer
from tests.board.rooms import CHAIN, room

PLAN = CHAIN.replace("rubrik: Digitala lås   #", "skede: plan\nrubrik: Digitala lås   #")


def findings(text):
    return answer({"ask": "state", "who": "a"}, room(text), layout_of())["state"]["findings"]


def picture(text, **more):
    return answer({"ask": "picture", "who": "a", **more}, room(text), layout_of())["svg"]


def test_a_finding_says_at_which_step_it_is_talked_about_and_whether_something_lacks():
    found = {one["code"]: one for one in findings(PLAN)}
    assert (found["NK401"]["step"], found["NK401"]["lacks"], found["NK401"]["acceptable"]) == (
        "measure",
        True,
        True,
    )
    faulty = {one["code"]: one for one in findings(CHAIN.replace("[tid]", "[borta]"))}
    assert (faulty["NK101"]["step"], faulty["NK101"]["lacks"]) == ("connect", False)
    assert not faulty["NK101"]["acceptable"]
    json.dumps(list(found.values()))


def test_what_is_accepted_need_not_be_accepted_again():
    decided = (
        PLAN + "undantag: [{regel: NK401, gäller: tid, varför: Utses i maj, beslutat_av: Verksamhetschef}]\n"
    )
    assert not any(
        one["acceptable"] for one in findings(decided) if one["nodes"] == ["tid"] and one["code"] == "NK401"
    )


def test_nothing_is_annotated_in_a_calm_picture_and_notes_stand_beside_it():
    loud, calm = picture(PLAN), picture(PLAN, calm=True)
    assert "Saknas" in loud
    assert "Vad säger facket?" in loud
    assert "Saknas" not in calm
    assert "Vad säger facket?" not in calm
    assert "Frigjord tid" in calm
    assert picture(PLAN, calm=False) == loud
