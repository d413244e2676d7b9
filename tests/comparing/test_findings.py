"""Findings that are new, gone, or stand at another box."""

from dataclasses import replace

from nyttokedja.checking.settings import SettingChange
from nyttokedja.comparing import compare
from nyttokedja.comparing.findings import findings, judged_apart
from nyttokedja.comparing.model import FindingChanges
from nyttokedja.model.findings import Mention, Place
from nyttokedja.model.severity import Severity
from tests.comparing.sides import side
from tests.reports.findings.told import finding

EMPTY = side("nyttor: {a: A}\n")
ONE = finding()


def at(id, **more):
    return replace(ONE, node=id, particulars={"node": Mention(id, "T", "benefit", Place())}, **more)


def changes(before, after, renamed=None, texts=None):
    sides = (replace(EMPTY, findings=tuple(found)) for found in (before, after))
    found = findings(*sides, renamed or {}, texts or {})
    return list(found.new), list(found.gone), list(found.moved)


def test_what_stands_elsewhere_in_the_file_is_the_same():
    assert changes([at("a")], [at("a", place=Place(99))]) == ([], [], [])


def test_a_finding_is_new_or_gone():
    other = at("b", code="NK999")
    assert changes([], [ONE]) == ([ONE], [], [])
    assert changes([ONE], []) == ([], [ONE], [])
    assert changes([ONE], [other]) == ([other], [ONE], [])


def test_of_several_alike_one_may_be_new():
    assert changes([at("a")], [at("a"), at("a")]) == ([at("a")], [], [])


def test_a_finding_of_one_rule_that_goes_and_comes_has_moved():
    assert changes([at("a")], [at("b")]) == ([], [], [(at("a"), at("b"))])


def test_of_several_none_is_known_to_have_moved():
    new, gone, moved = changes([at("a"), at("b")], [at("c"), at("d")])
    assert ([f.node for f in new], [f.node for f in gone], moved) == (["c", "d"], ["a", "b"], [])
    assert changes([at("a")], [at("c"), at("d")])[2] == []


def test_at_the_same_box_it_is_another_finding():
    one, other = at("a"), at("a", variant="other")
    assert changes([one], [other]) == ([other], [one], [])


def test_a_renamed_box_has_its_findings_still():
    assert changes([at("a")], [at("b")], {"a": "b"}) == ([], [], [])


def test_what_speaks_of_a_text_that_is_put_otherwise_is_the_same():
    was, now = (replace(ONE, node="a", particulars={"indicator": text}) for text in ("Tid", "Restid"))
    assert changes([was], [now], texts={"a": {"Tid": "Restid"}}) == ([], [], [])
    assert changes([was], [now], texts={"b": {"Tid": "Restid"}}) == ([now], [was], [])
    assert changes([was], [now, now], texts={"a": {"Tid": "Restid"}}) == ([now], [], [])


LATE = """
nyttor:
  a:
    rubrik: Kortare väntan
    indikatorer:
      tid:
        rubrik: {title}
        bättre: lägre
        nollmätning: {{värde: 10, datum: 2024-01-31}}
        målvärde: {{värde: 5, datum: 2025-12-31}}
        mätningar: {{2025-12-31: 9}}
"""


def test_an_indicator_that_is_put_otherwise_has_its_findings_still():
    was, now = (side(LATE.format(title=title)) for title in ("Väntetid", "Dagar i väntan på besked"))
    assert any("Väntetid" in found.particulars.values() for found in was.findings)
    found = compare(was, now).findings
    assert (found.new, found.gone) == ((), ())


def test_what_is_accepted_is_as_if_it_were_not_there():
    accepted = at("a", accepted=True)
    assert changes([accepted], []) == changes([], [accepted]) == ([], [], [])
    assert changes([at("a")], [accepted]) == ([], [at("a")], [])


def test_a_side_without_a_file_has_no_findings():
    there = replace(EMPTY, findings=(ONE,))
    assert findings(None, there, {}, {}).new == findings(there, None, {}, {}).gone == (ONE,)
    assert findings(None, None, {}, {}).new == ()


class TestSettings:
    """Each side judged by settings of its own."""

    @staticmethod
    def apart(before, as_before, after):
        sides = (replace(EMPTY, findings=tuple(found)) for found in (before, after, as_before))
        found, settings = judged_apart(*sides, (SettingChange("ignore"),), {}, {})
        return list(found.new), list(found.gone), list(settings.hidden), list(settings.added)

    def test_what_settings_hide_is_not_mended(self):
        assert self.apart([at("a"), at("b")], [at("a")], []) == ([], [at("b")], [at("a")], [])

    def test_what_is_new_and_hidden_at_once_is_told_as_hidden(self):
        assert self.apart([], [at("a")], []) == ([], [], [at("a")], [])

    def test_what_settings_add_is_not_new(self):
        assert self.apart([], [at("a")], [at("a"), at("b")]) == ([at("a")], [], [], [at("b")])

    def test_what_is_mended_is_gone_whatever_the_settings_say(self):
        assert self.apart([at("a")], [], []) == ([], [at("a")], [], [])
        assert self.apart([at("a")], [], [at("a")]) == ([], [], [], [at("a")])

    def test_what_weighs_something_else_is_told_with_both(self):
        light = at("a", severity=Severity.INFO)
        sides = (replace(EMPTY, findings=(one,)) for one in (at("a"), light, at("a")))
        found, settings = judged_apart(*sides, (SettingChange("severity"),), {}, {})
        assert (found, settings.weighed) == (FindingChanges(), ((at("a"), light),))
