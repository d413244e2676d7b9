"""Chains that have been asked, made without any file."""

from nyttokedja.checking.outcome import Outcome
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.model.chain import Action, Chain, Link, Node, NodeType
from nyttokedja.model.findings import NOWHERE, Finding, Place
from nyttokedja.model.graph import Graph
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions import reporter

SETTING = ReportContext("sv", "1.2.3")

MISSING = QuestionOutcome(Outcome("nej.yaml", trouble="not-found"))
CRASHED = QuestionOutcome(Outcome("krasch.yaml", trouble="ZeroDivisionError: oops", crashed=True))
OTHER = QuestionOutcome(Outcome("docker.yaml", is_chain=False))
BROKEN = QuestionOutcome(
    Outcome(
        "fel.yaml",
        findings=(
            Finding("NK001", "unreadable-file", Severity.ERROR, "fel.yaml", Place(2, 1), {}, "not-a-chain"),
        ),
    )
)


def asked(text="Ökad trygghet", name="a.yaml", language="sv", stage=Stage.PLAN, **more):
    """A chain of a change, an effect and two benefits, where everything that can be said says the same."""
    action = Action(text, NOWHERE, who=text)
    whole = Indicator("i", text, NOWHERE, unit=text, source=text, every="month", judged_by=text)
    nodes = (
        Node("c", NodeType.CHANGE, text, NOWHERE, actions=(action,), links=(Link("c", "e", NOWHERE),)),
        Node("e", NodeType.EFFECT, text, NOWHERE, indicators=(whole,), links=(Link("e", "b", NOWHERE),)),
        Node("b", NodeType.BENEFIT, text, NOWHERE, owner=text),
        Node("alone", NodeType.BENEFIT, "Ensam", NOWHERE),
    )
    return of(Chain(text, language, stage, nodes=nodes), name, **more)


def of(chain, name="a.yaml", **more):
    """A chain with its answers."""
    outcome = Outcome(name, language=chain.language, **more)
    return QuestionOutcome(outcome, ask(chain, Graph(chain)))


def report(format, *asked, setting=SETTING):
    """A report as text."""
    return reporter(format)(asked, setting)
