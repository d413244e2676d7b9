"""The seven questions, and that they never disagree with the rules that ask the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.model import (
    Claim,
    Completeness,
    Question,
    Standing,
    by_question,
    completeness,
)
from nyttokedja.model.stage import Stage

CODES = {
    Question.HOW: {"NK407"},
    Question.WHO: {"NK401"},
    Question.WHEN: {"NK406"},
    Question.FOLLOW_UP: {"NK504", "NK505"},
    Question.RESPONSIBLE: {"NK505"},
    Question.MEASURES: {"NK501"},
}
ASKED_BY_NK505 = {Question.FOLLOW_UP: {"every"}, Question.RESPONSIBLE: {"measured_by", "judged_by"}}


def asked(text):
    checked = check(text.encode())
    assert checked.complete
    return ask(checked.chain, checked.graph, checked.findings)


def of(text, id):
    """The answers of one benefit, by question."""
    chain = asked("nyttokedja: 1\ntitle: x\n" + text)
    return {a.question: a for b in chain.benefits if b.node.id == id for a in b.answers}


def told(finding, question):
    """Whether a finding says that a question is open."""
    if finding.code == "NK505":
        return bool(ASKED_BY_NK505.get(question, set()) & set(finding.particulars["lacks"]))
    return finding.code in CODES.get(question, ())


def agree(text):
    checked = check(text.encode())
    chain = ask(checked.chain, checked.graph, checked.findings)
    for benefit in chain.benefits:
        for answer in benefit.answers:
            at = answer.via or benefit.node
            if benefit.node.faulty or answer.claim in (Claim.UNREAD, Claim.NOT_COUNTED):
                continue
            if answer.question is Question.HOW and benefit.node.id not in checked.graph.possible:
                continue  # that nothing leads to it is what the rules say
            measured = answer.said or answer.lacks
            about = answer.question
            if about in ASKED_BY_NK505 and not measured:
                at, about = benefit.node, Question.MEASURES if about in chain.expected else None
            found = [f for f in checked.findings if f.node == at.id and told(f, about)]
            asks = answer.claim in (Claim.EXPECTED, Claim.ACCEPTED)
            doubtful = bool(answer.doubts) and not answer.lacks
            is_open = asks and answer.standing is not Standing.ANSWERED and not doubtful
            assert is_open == bool(found), (benefit.node.id, answer, found)
            if is_open:
                assert (answer.claim is Claim.ACCEPTED) == all(finding.accepted for finding in found)


CASES = [*Path("chains").glob("*.yaml"), *Path("tests/cases").rglob("*.yaml")]


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_examples_agree_with_the_rules_at_every_stage(path, stage):
    data = path.read_text("utf-8")
    head, *rest = data.splitlines(keepends=True)
    told = [line for line in rest if not line.startswith(("stage:", "skede:", "fase:"))]
    text = "".join([head, *told]) + f"\nstage: {stage}\n"
    checked = check(text.encode())
    if checked.chain is not None and checked.complete:
        agree(text)


IDS = ("c1", "c2", "e1", "e2", "b1", "b2", "d1", "o1")
SECTIONS = {"c": "changes", "e": "effects", "b": "benefits", "d": "drawbacks", "o": "opportunities"}
INDICATOR = st.fixed_dictionaries(
    {"title": st.just("Visits")},
    optional={
        "source": st.just("Rota"),
        "every": st.just("month"),
        "measured_by": st.just("Planner"),
        "judged_by": st.just("Head"),
    },
)
NODE = st.fixed_dictionaries(
    {"title": st.sampled_from(["A", "B"])},
    optional={
        "leads_to": st.lists(st.sampled_from(IDS), max_size=3, unique=True),
        "actions": st.just([{"what": "Train"}]),
        "indicators": st.dictionaries(st.sampled_from(["i", "j"]), INDICATOR, max_size=2),
        "owner": st.just("Head"),
        "when": st.just(2027),
        "wrong": st.just("x"),
    },
)
ALLOWED = {
    "c": {"title", "leads_to", "actions", "indicators", "owner", "when", "wrong"},
    "e": {"title", "leads_to", "actions", "indicators", "wrong"},
    "b": {"title", "leads_to", "actions", "indicators", "owner", "when", "wrong"},
    "d": {"title", "leads_to", "actions", "indicators"},
    "o": {"title", "leads_to"},
}
ACCEPTED = st.lists(
    st.fixed_dictionaries(
        {
            "rule": st.sampled_from(["NK401", "NK406", "NK407", "NK501", "NK504", "NK505"]),
            "at": st.sampled_from(IDS),
            "why": st.just("So"),
            "decided_by": st.just("Head"),
        }
    ),
    max_size=4,
)


@given(st.fixed_dictionaries(dict.fromkeys(IDS, NODE)), ACCEPTED, st.sampled_from(Stage), st.booleans())
def test_any_chain_agrees_with_the_rules(nodes, accepted, stage, reference):
    data = {"nyttokedja": 1, "title": "x", "stage": stage, "reference": reference, "accepted": accepted}
    for id, node in nodes.items():
        kept = {key: value for key, value in node.items() if key in ALLOWED[id[0]]}
        data.setdefault(SECTIONS[id[0]], {})[id] = kept
    agree(json.dumps(data))


FULL = "{title: Visits, unit: a night, source: Rota, every: month, measured_by: Planner, judged_by: Head}"


def test_a_benefit_answers_for_itself_before_anything_else_does():
    answers = of(
        f"""stage: plan
changes: {{c: {{leads_to: e, actions: [Inform]}}}}
effects: {{e: {{leads_to: b, indicators: {{i: {FULL}}}}}}}
benefits:
  b:
    text: Nobody waits
    owner: Head of care
    when: 2027-Q4
    actions: [{{what: Train, who: Manager, due: 2027-01}}]
    indicators: {{own: {{title: Waits, source: Log, every: year, measured_by: A, judged_by: B}}}}
""",
        "b",
    )
    assert {q: dict(a.said[0]) for q, a in answers.items()} == {
        Question.WHAT: {"text": "Nobody waits"},
        Question.HOW: {"what": "Train", "who": "Manager", "due": "2027-01"},
        Question.WHO: {"owner": "Head of care"},
        Question.WHEN: {"when": "2027-Q4"},
        Question.FOLLOW_UP: {"source": "Log", "every": "year"},
        Question.RESPONSIBLE: {"judged_by": "B", "measured_by": "A"},
        Question.MEASURES: {"title": "Waits"},
    }
    assert {a.via for a in answers.values()} == {None}
    assert completeness(answers.values()) == Completeness(7, 7)


def test_what_is_nearest_on_the_way_answers_where_the_benefit_does_not():
    answers = of(
        f"""stage: plan
changes: {{c: {{leads_to: far, actions: [Inform]}}}}
effects:
  far: {{leads_to: near, indicators: {{i: Far}}}}
  near: {{leads_to: [b, d], indicators: {{i: {FULL}}}}}
drawbacks: {{d: {{leads_to: b, actions: [Carried no further], indicators: {{i: Nor this}}}}}}
benefits: {{b: }}
""",
        "b",
    )
    assert answers[Question.HOW].via.id == "c"
    later = (Question.FOLLOW_UP, Question.RESPONSIBLE, Question.MEASURES)
    assert {answers[question].via.id for question in later} == {"near"}
    assert answers[Question.MEASURES].said == ({"title": "Visits", "unit": "a night"},)


def test_a_benefit_beside_the_chain_answers_for_itself():
    text = "stage: plan\nbenefits: {b: {beside: true, indicators: {i: Calm}}, other: {beside: true}}\n"
    assert of(text, "b")[Question.MEASURES].standing is Standing.ANSWERED
    assert of(text, "other")[Question.MEASURES].standing is Standing.OPEN
    assert of(text, "b")[Question.HOW].claim is Claim.EXPECTED  # that nothing leads to it is no excuse


@pytest.mark.parametrize(
    ("indicators", "follow_up", "responsible"),
    [
        ("{i: {title: x, source: s, every: month, measured_by: m, judged_by: j}}", "answered", "answered"),
        ("{i: {title: x, source: s, judged_by: j}}", "partly", "partly"),
        ("{i: {title: x, every: year, measured_by: m}}", "partly", "partly"),
        ("{i: x}", "open", "open"),
        ("{i: x, j: {title: y, source: s, every: month, judged_by: j}}", "partly", "partly"),
    ],
)
def test_an_answer_of_which_a_part_is_missing_is_partly_there(indicators, follow_up, responsible):
    answers = of(f"stage: plan\nbenefits: {{b: {{indicators: {indicators}}}}}\n", "b")
    assert answers[Question.FOLLOW_UP].standing == follow_up
    assert answers[Question.RESPONSIBLE].standing == responsible
    assert answers[Question.MEASURES].standing is Standing.ANSWERED


def test_partly_says_what_is_missing_and_is_counted_apart():
    answers = of("stage: plan\nbenefits: {b: {indicators: {i: {title: x, source: s}}}}\n", "b")
    assert answers[Question.FOLLOW_UP].lacks == ("every",)
    assert completeness([answers[Question.FOLLOW_UP]]) == Completeness(0, 1, partly=1)


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("stage: draft", []),
        ("stage: analysis", [1]),
        ("stage: plan", [1, 2, 3, 4, 5, 6, 7]),
        ("stage: follow-up", [1, 2, 3, 4, 5, 6, 7]),
        ("stage: plan\nreference: true", [1]),
        ("", [1, 3, 7]),
    ],
)
def test_each_stage_expects_its_own_questions(head, numbers):
    chain = asked(f"nyttokedja: 1\ntitle: x\n{head}\nchanges: {{c: {{leads_to: b}}}}\nbenefits: {{b: }}\n")
    assert [question.number for question in chain.expected] == numbers
    assert completeness(chain.answers) == Completeness(1 if numbers else 0, len(numbers))


def test_an_analysis_shows_what_it_need_not_answer_and_does_not_count_it():
    answers = of("stage: analysis\nchanges: {c: {leads_to: b}}\nbenefits: {b: {owner: Head}}\n", "b")
    shown = {question for question, answer in answers.items() if answer.claim is Claim.NOT_COUNTED}
    assert shown == {Question.WHO, Question.MEASURES}
    assert completeness(answers.values()) == Completeness(1, 1)


STEPS = """stage: plan
changes: {{both: {{leads_to: near, actions: [{both}]}}, one: {{leads_to: far, actions: [{one}]}}}}
effects: {{near: {{leads_to: [b, other]}}, far: {{leads_to: farther}}, farther: {{leads_to: b}}}}
benefits: {{b: , other: {{leads_to: more, actions: [{other}]}}, more: }}
"""
OF_CHANGE, OF_STEP = ("both", ["change-alone"]), ("other", ["shared-step"])


@pytest.mark.parametrize(
    ("acting", "said"),
    [
        ([], {"b": (None, []), "other": (None, []), "more": (None, [])}),
        (["both"], dict.fromkeys(("b", "other", "more"), OF_CHANGE)),
        (["both", "other"], {"b": OF_CHANGE, "other": (None, []), "more": OF_STEP}),
        (["both", "one"], {"b": ("one", []), "other": OF_CHANGE, "more": OF_CHANGE}),
    ],
)
def test_an_action_answers_whole_where_it_leads_to_one_benefit(acting, said):
    text = STEPS.format(**{id: "Train" if id in acting else "" for id in ("both", "one", "other")})
    for id, (via, doubts) in said.items():
        answer = of(text, id)[Question.HOW]
        assert (answer.via.id if answer.via else None, list(answer.doubts)) == (via, doubts)
        standing = Standing.PARTLY if doubts else Standing.ANSWERED if answer.said else Standing.OPEN
        assert answer.standing is standing


def test_the_change_answers_whole_where_it_leads_to_one_benefit():
    answers = of("stage: plan\nchanges: {c: {leads_to: b, actions: [Train]}}\nbenefits: {b: }\n", "b")
    assert answers[Question.HOW].standing is Standing.ANSWERED


@pytest.mark.parametrize(
    ("head", "question", "doubts"),
    [
        ("{title: Calmer nights and safer days}", Question.WHAT, ["two-benefits"]),
        ("{owner: The project manager}", Question.WHO, ["project"]),
        ("{owner: a.b@example.org}", Question.WHO, ["address"]),
        ("{owner: Project manager a.b@example.org}", Question.WHO, ["project", "address"]),
        (
            "{indicators: {i: {title: x, measured_by: a.b@example.org, judged_by: a.b@example.org}}}",
            Question.RESPONSIBLE,
            ["address"],
        ),
    ],
)
def test_what_a_check_doubts_is_no_whole_answer(head, question, doubts):
    text = f"language: en\nstage: plan\nchanges: {{c: {{leads_to: b}}}}\nbenefits: {{b: {head}}}\n"
    answer = of(text, "b")[question]
    assert (answer.standing, list(answer.doubts)) == (Standing.PARTLY, doubts)
    assert completeness([answer]) == Completeness(0, 1, partly=1)


def test_what_a_check_doubts_and_the_chain_has_accepted_is_a_whole_answer():
    text = """language: en
stage: plan
benefits: {b: {owner: The project manager}}
accepted: [{rule: NK402, at: b, why: It stays, decided_by: Board}]
"""
    assert of(text, "b")[Question.WHO].standing is Standing.ANSWERED


@pytest.mark.parametrize(
    ("accepted", "standing"), [("[]", "partly"), ("[{rule: NK513, at: b, why: x}]", "answered")]
)
def test_to_measure_the_use_alone_is_a_part_of_an_answer(accepted, standing):
    text = f"""stage: plan
changes: {{c: {{leads_to: use}}}}
effects: {{use: {{behaviour: true, leads_to: b, indicators: {{i: {FULL}}}}}}}
benefits: {{b: }}
accepted: {accepted}
"""
    later = (Question.FOLLOW_UP, Question.RESPONSIBLE, Question.MEASURES)
    assert {of(text, "b")[question].standing.value for question in later} == {standing}
    better = text.replace("behaviour: true, leads_to: b", "behaviour: true, leads_to: e").replace(
        "}}\nbenefits", "}, e: {leads_to: b, indicators: {i: Fewer calls}}}\nbenefits"
    )
    assert of(better, "b")[Question.MEASURES].via.id == "e"
    assert of(better, "b")[Question.MEASURES].standing is Standing.ANSWERED


def test_what_the_chain_has_decided_about_stays_among_the_expected():
    text = """stage: plan
changes: {c: {leads_to: b}}
benefits: {b: {owner: Head}}
accepted: [{rule: NK501, at: b, why: Not worth it, decided_by: Board}]
"""
    claims = {question: answer.claim for question, answer in of(text, "b").items()}
    later = {Question.FOLLOW_UP, Question.RESPONSIBLE, Question.MEASURES}
    assert {question for question, claim in claims.items() if claim is Claim.ACCEPTED} == later
    assert completeness(of(text, "b").values()) == Completeness(2, 7, accepted=3)


@pytest.mark.parametrize(
    ("indicator", "rules", "follow_up", "responsible"),
    [
        ("{title: x, every: month}", ["NK504"], "accepted", "expected"),
        ("{title: x}", ["NK504"], "expected", "expected"),
        ("{title: x}", ["NK505"], "expected", "accepted"),
        ("{title: x}", ["NK504", "NK505"], "accepted", "accepted"),
        ("{title: x}", ["NK501"], "expected", "expected"),
    ],
)
def test_a_decision_is_about_what_its_rule_asks(indicator, rules, follow_up, responsible):
    text = (
        f"stage: plan\neffects: {{e: {{leads_to: b, indicators: {{i: {indicator}}}}}}}\nbenefits: {{b: }}\n"
    )
    decided = ", ".join(f"{{rule: {rule}, at: e, why: x, decided_by: y}}" for rule in rules)
    answers = of(f"{text}accepted: [{decided}]\n", "b")
    assert (answers[Question.FOLLOW_UP].claim, answers[Question.RESPONSIBLE].claim) == (
        follow_up,
        responsible,
    )


def test_an_indicator_at_a_change_measures_its_use_and_no_benefit():
    answers = of("changes: {c: {leads_to: b, indicators: {i: x}}}\nbenefits: {b: }\n", "b")
    assert answers[Question.MEASURES].standing is Standing.OPEN


def test_an_indicator_in_a_faulty_box_is_not_said_to_lack_anything():
    text = "stage: plan\neffects: {e: {leads_to: b, strange: x, indicators: {i: x}}}\nbenefits: {b: }\n"
    answers = of(text, "b")
    assert answers[Question.FOLLOW_UP].claim is Claim.UNREAD
    assert answers[Question.MEASURES].claim is Claim.EXPECTED


def test_what_could_not_be_read_is_not_said_to_be_missing():
    text = "stage: plan\nchanges: {c: {leads_to: b, strange: x}}\nbenefits: {b: {strange: x, when: 2027}}\n"
    answers = of(text, "b")
    assert answers[Question.WHO].claim is Claim.UNREAD
    assert answers[Question.WHEN].claim is Claim.EXPECTED
    sound = of(text.replace("{strange: x, when: 2027}", "{when: 2027}"), "b")
    assert (sound[Question.WHO].claim, sound[Question.HOW].claim) == (Claim.EXPECTED, Claim.UNREAD)


def test_of_many_actions_the_first_are_told_and_all_are_counted():
    many = ", ".join(f"a{n}" for n in range(40))
    answer = of(f"benefits: {{b: {{actions: [{many}]}}}}\n", "b")[Question.HOW]
    assert (len(answer.said), answer.n) == (12, 40)


@pytest.mark.parametrize(
    ("answered", "expected", "percent"), [(0, 0, None), (0, 3, 0), (199, 200, 99), (200, 200, 100)]
)
def test_a_hundred_percent_is_all_of_it(answered, expected, percent):
    assert Completeness(answered, expected).percent == percent


def test_questions_are_counted_by_themselves():
    chain = asked(
        "nyttokedja: 1\ntitle: x\nchanges: {c: {leads_to: [a, b]}}\nbenefits: {a: {owner: Head}, b: }\n"
    )
    counted = by_question(chain.answers)
    assert counted[Question.WHAT] == Completeness(2, 2)
    assert counted[Question.WHO] == Completeness(1, 2)
    assert counted[Question.WHEN] == Completeness(0, 0)
    assert counted[Question.WHO].open == 1
