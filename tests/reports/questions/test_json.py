"""The answers to the seven questions as JSON."""

import json

from nyttokedja.model.stage import Stage

from .told import BROKEN, CRASHED, MISSING, OTHER, asked, report


def read(*outcomes):
    return json.loads(report("json", *outcomes))


def test_files_have_a_status_and_a_message_where_they_failed():
    files = read(MISSING, CRASHED, OTHER, BROKEN, asked(complete=False))["files"]
    assert [(file["file"], file["status"], file["message"] is None) for file in files] == [
        ("nej.yaml", "cannot-open", False),
        ("krasch.yaml", "crashed", False),
        ("docker.yaml", "skipped", True),
        ("fel.yaml", "unreadable", False),
        ("a.yaml", "asked", True),
    ]
    assert [file["complete"] for file in files] == [False] * 5
    assert [file["chain"] is None for file in files] == [True, True, True, True, False]


def test_a_chain_has_its_stage_and_its_benefits():
    (file,) = read(asked(stage_said=False))["files"]
    chain = file["chain"]
    assert (file["complete"], file["language"]) == (True, "sv")
    assert (chain["stage"], chain["stage_said"], chain["reference"]) == ("plan", False, False)
    assert [benefit["id"] for benefit in chain["benefits"]] == ["b", "alone"]
    assert set(chain["questions"]) == {answer["question"] for answer in chain["benefits"][0]["answers"]}
    assert chain["completeness"]["expected"] == sum(
        benefit["completeness"]["expected"] for benefit in chain["benefits"]
    )


def test_an_answer_says_where_it_comes_from():
    (file,) = read(asked())["files"]
    answers = {answer["number"]: answer for answer in file["chain"]["benefits"][0]["answers"]}
    assert sorted(answers) == list(range(1, 8))
    via = [answer["via"] for answer in answers.values() if answer["via"]]
    assert {"id": "e", "type": "effect", "title": "Ökad trygghet"} in via
    assert all(answer["standing"] in ("answered", "partly", "open") for answer in answers.values())


def test_all_chains_are_summed_up():
    summary = read(asked(), asked(name="b.yaml", stage=Stage.DRAFT), MISSING)["summary"]
    assert (summary["chains"], summary["benefits"]) == (2, 4)
    assert summary["completeness"]["percent"] is not None
    assert read(MISSING)["summary"]["completeness"]["percent"] is None
