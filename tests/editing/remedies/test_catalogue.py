"""Every finding of the catalogue: what its remedy asks for is done in its own examples, and helps."""

from collections import Counter

import pytest

from nyttokedja.checking.fixes.table import READ_FIRST
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.remedies import carried_out, remedies_of
from nyttokedja.editing.remedies.table import LOST_BY_FIX, REMEDIES
from nyttokedja.model.fingerprints import Strictness, fingerprint, new_findings
from nyttokedja.model.severity import Severity
from tests.editing.remedies.answers import answers
from tests.editing.remedies.examples import examples, good, kinds, words
from tests.editing.remedies.without import ANSWERS, STAYS, WITHOUT

KINDS = kinds()


_READ_FIRST = {*READ_FIRST, ("NK003", "arrow"), ("NK003", "comma-in-text"), ("NK101", "several")}
"""What is mended so that arrows can be read, which may lead nowhere."""


def id_of(kind):
    return "/".join(filter(None, kind))


def is_gone(finding, before, after):
    """Whether a finding is no more, or weighs less; a file that cannot be read shows one at a time."""
    if before.chain is None and before.findings[0].code == "NK001":
        return all((one.variant, one.place) != (finding.variant, finding.place) for one in after.findings)
    if finding.severity is Severity.INFO and (finding.code, finding.variant) in STAYS:
        return True
    marks = [
        Counter(fingerprint(one, Strictness.GRAVITY) for one in checked.findings)
        for checked in (before, after)
    ]
    mark = fingerprint(finding, Strictness.GRAVITY)
    return marks[1][mark] < marks[0][mark]


def was_seen(finding, mended, before):
    """Whether a finding could have been seen before: one below where reading stopped could not."""
    if before.chain is None and mended.code == "NK001":
        return finding.code < "NK1" and not (finding.code == "NK001" and finding.place > mended.place)
    if finding.code > "NK2" and mended.code < "NK1":
        return before.complete and all(node.id != finding.node for node in before.chain.nodes if node.faulty)
    return finding.code > "NK2" or (mended.code, mended.variant) not in _READ_FIRST


def harm(remedy, example, said):
    """What is wrong with a file after a remedy; "" if it is better."""
    before = example.checked(example.data)
    parsed = example.parsed
    try:
        mended = carried_out(remedy, parsed, *said)
    except CannotEdit as error:
        return f"refused: {error}"
    after = example.checked(mended.data)
    lost = Counter(words(parsed.text)) - Counter(words(mended.text)) - Counter(words(remedy.loses))
    new = [
        (one.code, one.variant, one.node, one.place.line)
        for one in new_findings(before.findings, after.findings, Strictness.GRAVITY)
        if one.severity >= Severity.WARNING and was_seen(one, remedy.finding, before)
    ]
    if lost:
        return f"loses {list(lost)}:\n{mended.text}"
    if not is_gone(remedy.finding, before, after):
        return f"is still found:\n{mended.text}"
    return f"makes {new}:\n{mended.text}" if new else ""


def best(remedy, example):
    """What is wrong with a file after a remedy, with the best answers that are tried."""
    kind = (remedy.finding.code, remedy.finding.variant)
    worst = "nothing to answer"
    for said in answers(remedy, example.checked(example.data), good(kind[0]), ANSWERS.get(kind, ())):
        worst = harm(remedy, example, said)
        if not worst:
            return ""
    return worst


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WITHOUT], ids=id_of)
def test_what_a_remedy_asks_for_helps_and_loses_no_word(kind):
    """Each way helps in some example of its finding, and each example is helped by some way."""
    assert faults_of(kind) == []


def faults_of(kind):
    """What is wrong with the remedies of a kind."""
    if not examples()[kind]:
        return ["no example"]
    return faults_in(examples()[kind], REMEDIES.get(kind, ()))


def faults_in(found, ways):
    """What is wrong with remedies in examples, each with its finding; every way must help somewhere."""
    faults, told, helped = [], {}, set()
    for example, finding in found:
        remedies = remedies_of(finding, example.parsed)
        new = [n for n in range(len(remedies)) if n not in helped or remedies[n].finding.fix]
        told_here = {n: best(remedies[n], example) for n in new}
        if all(told_here.values()):  # what has helped elsewhere may help here
            told_here |= {n: best(one, example) for n, one in enumerate(remedies) if n not in told_here}
        if all(told_here.values()):
            tried = [(remedies[n].way, fault) for n, fault in told_here.items()]
            faults.append((f"no way helps in {example.where}: {dict(finding.particulars)}", tried))
        if finding.fix is None:
            told |= told_here
            helped |= {n for n, fault in told_here.items() if not fault}
    return [*faults, *((way, told.get(n)) for n, way in enumerate(ways) if n not in helped)]


@pytest.mark.parametrize("kind", WITHOUT, ids=id_of)
def test_what_is_said_to_have_no_remedy_has_none(kind):
    """The list can only become shorter: who adds a remedy takes its kind out of it."""
    assert kind in KINDS
    assert kind not in REMEDIES
    assert not any(remedies_of(finding, example.parsed) for example, finding in examples()[kind])


def test_there_is_a_remedy_of_nothing_else():
    assert {*REMEDIES, *LOST_BY_FIX} <= set(KINDS)
