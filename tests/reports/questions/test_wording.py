import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.outcome import summed_up
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.schema import canonical
from nyttokedja.language.texts import texts
from nyttokedja.reports.questions import FORMATS
from nyttokedja.reports.questions.wording import question_words

from .told import report


def asked(text, name="a.yaml"):
    checked = check(f"nyttokedja: 1\ntitle: x\nlanguage: en\n{text}".encode(), name)
    return QuestionOutcome(summed_up(checked), ask(checked.chain, checked.graph, checked.findings))


@pytest.mark.parametrize(
    ("benefit", "number", "said"),
    [
        ("actions: [a, b, c]", 2, "a; b; c"),
        ("actions: [a, b, c, d, e]", 2, "a; b; c … and 2 more"),
        ("actions: [a, a]", 2, "a"),
        ("owner: Project manager", 3, "Project manager – in part: owned by a project, which ends"),
        ("actions: [{what: Train, who: Manager, due: 2027-01}]", 2, "Train (Manager, by 2027-01)"),
        ("owner: Head", 3, "Head"),
        ("when: 2027-Q4", 4, "2027-Q4"),
        ("", 4, "open"),
        ("indicators: {i: {title: x, source: s, every: once}}", 5, "s (once)"),
        ("indicators: {i: {title: x, every: two-years}}", 5, "every two years – missing: data source"),
        ("indicators: {i: {title: x, source: s}}", 5, "s – missing: how often"),
        ("indicators: {i: {title: x, judged_by: j, measured_by: m}}", 6, "j (measured by m)"),
        ("indicators: {i: {title: x, measured_by: m}}", 6, "measured by m – missing: who follows it up"),
        ("indicators: {i: {title: Visits, unit: a night}, j: Calls}", 7, "Visits (a night); Calls"),
    ],
)
def test_how_an_answer_is_said(benefit, number, said):
    chain = asked(f"stage: plan\nchanges: {{c: {{leads_to: b}}}}\nbenefits: {{b: {{{benefit}}}}}\n").answers
    assert question_words("en").answer(chain.benefits[0].answers[number - 1]) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_frequency_has_its_words(language):
    every = canonical()["$defs"]["indicator"]["properties"]["every"]["enum"]
    assert set(texts(language).group("questions/every")) == set(every)


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"json"}))
def test_a_reference_analysis_is_called_one(format):
    text = report(format, asked("reference: true\nbenefits: {b: }\n"))
    assert "a.yaml · reference analysis · 100% (1 of 1 expected answers)" in text


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"json"}))
def test_a_chain_from_standard_input_has_no_name(format):
    assert "\nplan · 28% (2 of 7 " in report(format, asked("stage: plan\nbenefits: {b: {when: 2027}}\n", "-"))


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"json", "matrix"}))
@pytest.mark.parametrize(("benefits", "ranked"), [("{b: }", False), ("{b: , c: }", True)])
def test_questions_are_ranked_where_there_are_several_benefits(format, benefits, ranked):
    assert ("oftast först" in report(format, asked(f"benefits: {benefits}\n"))) == ranked
