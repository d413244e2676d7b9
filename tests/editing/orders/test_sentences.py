"""What is said once edits are made."""

from nyttokedja.checking.check import check
from nyttokedja.editing.orders.plan import BoxAfter, BoxBefore, Plan, Statement
from nyttokedja.editing.orders.sentences import sentence, sentences

BEFORE = check("nyttokedja: 1\nrubrik: T\nmål:\n  m: Före\n  n: N\n".encode(), "k.yaml")
AFTER = check("nyttokedja: 1\nrubrik: T\nmål:\n  m: Efter\n  n: N\n".encode(), "k.yaml")


def told(name, **particulars):
    return sentences(Plan((), (Statement(name, particulars),)), BEFORE, AFTER)


def test_a_box_is_named_as_it_was_or_as_it_is():
    assert told("unlink", source=BoxBefore("m"), target=BoxAfter("m")) == [
        "”Före” pekar inte längre på ”Efter” i k.yaml."
    ]


def test_a_box_that_is_not_there_is_named_by_its_id():
    assert told("link", source=BoxAfter("x"), target=BoxBefore("y")) == ["”x” pekar nu på ”y” i k.yaml."]
    unread = check(b"a: b: c\n", "k.yaml")
    plan = Plan((), (Statement("remove", {"node": BoxAfter("m")}),))
    assert (
        "m"
        in sentences(
            Plan((), (Statement("link", {"source": BoxAfter("m"), "target": "z"}),)), BEFORE, unread
        )[0]
    )
    assert plan.renamed == {}


def test_a_new_title_is_said_only_where_it_is_new():
    assert told("retitled", old=BoxBefore("m"), new=BoxAfter("m")) == [
        "Rutan har ingen egen rubrik, så i bilden står det nu ”Efter” i stället för ”Före”."
    ]
    assert told("retitled", old=BoxBefore("n"), new=BoxAfter("n")) == []
    assert told("retitled", old=BoxBefore("x"), new=BoxAfter("m")) == []
    assert told("retitled", old=BoxBefore("m"), new=BoxAfter("x")) == []


def test_one_and_several():
    assert sentence("en", "pointed", n=1) == "This pointed there and was removed too:"
    assert sentence("en", "pointed", n=2) == "These 2 pointed there and were removed too:"
    assert sentence("nb", "same").endswith(".")
