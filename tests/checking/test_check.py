import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.checking import rules
from nyttokedja.checking.check import Checked, check, check_guarded
from nyttokedja.checking.config import Config
from nyttokedja.language.texts import texts
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage
from nyttokedja.reading.limits import Limits

CHAINS = {path.stem: path.read_bytes() for path in sorted(Path("chains").glob("*.yaml"))}
HEAD = "nyttokedja: 1\ntitle: x\n"
PLAN = HEAD + "stage: plan\nbenefits: {a: A}\n"


def codes(text, config=None):
    return [finding.code for finding in check(text.encode(), config=config).findings if not finding.accepted]


def said(checked: Checked):
    """Every finding in full prose: what is found must also be sayable."""
    for finding in checked.findings:
        speaker = texts(finding.language)
        yield speaker.message(finding), speaker.remedy(finding)


def holds(data):
    checked = check(data)
    assert all(message and remedy for message, remedy in said(checked))
    for finding in checked.findings:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        line = checked.source.line(finding.place.line)
        assert finding.place.column <= len(line) + 1


@given(st.binary(max_size=300))
def test_any_bytes_give_findings(data):
    holds(data)


ALPHABET = st.sampled_from(
    [*"ab:-#\n\n  {}[],'\"|>&*!%@`\t\\?", "nyttokedja: 1\n", "rubrik: ", "nyttor:\n", "å", "\u2028", "🙂"]
)


@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_any_text_gives_findings(text):
    holds(text.encode())
    holds((HEAD + text).encode())


@settings(max_examples=150)
@given(st.data())
def test_a_broken_chain_gives_findings(choices):
    """A real chain with pieces cut out, doubled or replaced."""
    data = choices.draw(st.sampled_from(list(CHAINS.values())))
    for _ in range(choices.draw(st.integers(1, 4))):
        start = choices.draw(st.integers(0, len(data)))
        end = start + choices.draw(st.integers(0, 40))
        data = (
            data[:start]
            + choices.draw(st.sampled_from([b"", b"x", b": ", b"\n", b"[", data[start:end] * 2]))
            + data[end:]
        )
    holds(data)


@pytest.mark.parametrize(
    "data",
    [
        b"a: " + b"[" * 100_000,
        b"a: " + b"{b: " * 50_000,
        b"x" * 2_000_000,
        b"a: 'x" * 100_000,
        b"- " * 100_000,
        b"nyttokedja: 1\ntitle: x\nbenefits: {" + b"a: , " * 20_000 + b"}",
        (
            "nyttokedja: 1\ntitle: x\nbenefits:\n" + "".join(f"  b{n}: {{ownr: x}}\n" for n in range(3000))
        ).encode(),
        (
            "nyttokedja: 1\ntitle: x\neffects:\n"
            + "".join(f"  e{n}: {{leads_to: q{n}}}\n" for n in range(3000))
        ).encode(),
        (
            "nyttokedja: 1\ntitle: x\neffects:\n"
            + "".join(f"  e{n}: {{leads_to: [e{n - 1}, e{n + 1}]}}\n" for n in range(3000))
        ).encode(),
    ],
    ids=range(9),
)
def test_a_hostile_file_takes_no_hostile_time(data):
    start = time.monotonic()
    holds(data)
    assert time.monotonic() - start < 20  # generous: what is caught here takes minutes


def test_a_fault_stops_only_what_it_must():
    text = HEAD + "changes: {a: {leads_to: b, ownr: x}}\nbenefits: {c: C}\n"
    assert {"NK003", "NK101", "NK204"} <= set(codes(text))


def test_where_nodes_may_be_gone_the_chain_is_not_judged():
    checked = check((HEAD + "benefits: {a: A}\nflowers: {b: {leads_to: a}}\n").encode())
    assert not checked.complete
    assert {finding.code[:3] for finding in checked.findings} == {"NK0"}


def test_a_node_with_a_fault_is_not_asked_for_what_may_only_be_misspelt():
    assert "NK401" in codes(PLAN)
    assert "NK401" not in codes(PLAN.replace("a: A", "a: {ownr: Head}"))


@pytest.mark.parametrize(
    ("text", "config", "code", "there"),
    [
        (PLAN, Config(), "NK401", True),
        (PLAN, Config(ignore=frozenset(["NK401"])), "NK401", False),
        (PLAN, Config(ignore=frozenset(["NK4"])), "NK401", False),
        (PLAN, Config(ignore=frozenset(["missing-owner"])), "NK401", False),
        (PLAN, Config(select=frozenset(["NK212"])), "NK212", False),
        (PLAN.replace("plan", "draft"), Config(), "NK401", False),
        (HEAD + "benefits: {a: A}\n", Config(stage=Stage.DRAFT), "NK401", False),
        (PLAN, Config(stage=Stage.DRAFT), "NK401", True),
        (PLAN + "reference: true\n", Config(), "NK401", False),
        (PLAN + "accepted: [{rule: NK401, at: a}]\n", Config(), "NK401", False),
        (PLAN + "accepted: [{rule: NK401, at: b}]\n", Config(), "NK401", True),
        (PLAN + "accepted: [{rule: NK501, at: a}]\n", Config(), "NK401", True),
        (HEAD + "effects: {a: {leads_to: b}}\naccepted: [{rule: NK101, at: a}]\n", Config(), "NK101", True),
    ],
)
def test_stage_choices_and_decisions_say_what_holds(text, config, code, there):
    assert (code in codes(text, config)) is there


def test_an_accepted_finding_is_kept_but_weighs_nothing():
    checked = check((PLAN + "costs: none\nrisks: none\naccepted: [{rule: NK401, at: a}]\n").encode())
    assert [finding.accepted for finding in checked.findings if finding.code == "NK401"] == [True]
    only = check(
        (PLAN + "accepted: [{rule: NK401, at: a, why: x, decided_by: C}]\n").encode(),
        config=Config(ignore=frozenset(["NK2", "NK3", "NK406", "NK412", "NK5"])),
    )
    assert only.worst is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nyttokedja: 1\ntitle: x\nlanguage: nb\n", "nb"),
        ("nyttokedja: 1\ntittel: x\n", "nb"),
        ("nyttokedja: 1\ntitle: x\n", "en"),
        ("nyttokedja: 1\nrubrik: x\n", "sv"),
        ("nyttokedja: 1\nrubrik: x: y\nspråk: nb\n", "nb"),
        ("title: x: y\n", "en"),
        ("tittel: x: y\n", "nb"),
        ("x: y: z\n", "sv"),
    ],
)
def test_findings_speak_the_language_of_the_chain(text, language):
    checked = check(text.encode())
    assert checked.language == language
    assert {finding.language for finding in checked.findings} <= {language}


def test_too_many_nodes_are_refused():
    checked = check((HEAD + "benefits: {a: , b: , c: }\n").encode(), config=Config(limits=Limits(nodes=2)))
    assert [(f.code, f.variant) for f in checked.findings] == [("NK001", "too-many-nodes")]


@pytest.mark.parametrize("name", CHAINS)
def test_findings_do_not_depend_on_the_order_of_rules(name, monkeypatch):
    broken = CHAINS[name].replace(b"leder_till", b"leder_till", 1).replace(b": plan", b": utkast")
    before = check(broken).findings
    shuffled = list(rules.RULES)
    random.Random(1).shuffle(shuffled)
    monkeypatch.setattr("nyttokedja.checking.check.RULES", tuple(shuffled))
    assert check(broken).findings == before


def test_findings_are_in_the_order_of_the_file():
    findings = check((HEAD + "benefits: {c: C, a: A}\neffects: {b: B}\n").encode()).findings
    assert [f.place for f in findings] == sorted(f.place for f in findings)
    assert check(PLAN.encode()).worst is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "effects:\n  x-a: {leads_to: b}\n  b:\n  x-c: C\n",
        "changes: {s: {leads_to: act}}\ngoals: {act: }\ncosts: {rent: }\n"
        "obstacles: {h: {hinders: [act, rent]}}\n",
    ],
    ids=["an id that begins as a key of one's own", "an obstacle to a goal and a cost"],
)
def test_what_is_unusual_is_checked_like_anything_else(text):
    checked = check(f"nyttokedja: 1\ntitle: T\n{text}".encode())
    assert checked.graph is not None
    assert not {"NK003", "NK004"} & {finding.code for finding in checked.findings}


def test_the_language_spoken_changes_nothing_of_what_is_found():
    text = b"nyttokedja: 1\nrubrik: A\nnyttor:\n  a: {rubrik: Frigjord tid, kategori: finansiell}\n"
    spoken = {language: check(text, config=Config(language=language)) for language in ("sv", "nb", "en")}
    assert len({tuple(f.code for f in checked.findings) for checked in spoken.values()}) == 1
    assert "NK308" in {f.code for f in spoken["en"].findings}
    assert {f.language for f in spoken["en"].findings} == {"en"}


@pytest.mark.parametrize("id", ["01", "007", '"+1"', '"-1"', "1", '"00"'])
@pytest.mark.parametrize("section", ["effects", "benefits", "risks"])
def test_a_node_may_be_called_by_digits(id, section):
    checked = check(f"nyttokedja: 1\ntitle: T\n{section}:\n  {id}: {{titel: x}}\n".encode())
    assert {"NK003", "NK004"} <= {finding.code for finding in checked.findings}


def test_a_fault_of_ours_is_told_as_a_file_that_cannot_be_read(monkeypatch):
    def fails(*args):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("nyttokedja.checking.check.build", fails)
    with pytest.raises(ZeroDivisionError):
        check(PLAN.encode())
    checked = check_guarded(PLAN.encode(), "a.yaml")
    assert checked.failed
    assert checked.chain is None
    assert [(f.file, f.code, f.variant, f.particulars["reason"]) for f in checked.findings] == [
        ("a.yaml", "NK001", "our-fault", "ZeroDivisionError: oops")
    ]


@pytest.mark.parametrize("path", sorted(Path("tests/cases").rglob("*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("config", [Config(), Config(severity={"NK401": Severity.ERROR})])
def test_who_asks_for_errors_alone_gets_the_same_errors(path, config):
    data = path.read_bytes()
    every = check(data, "", config)
    grave = check(data, "", replace(config, least=Severity.ERROR))
    assert [f for f in grave.findings if f.severity is Severity.ERROR] == [
        f for f in every.findings if f.severity is Severity.ERROR
    ]


def test_who_asks_for_errors_alone_has_no_other_rules_asked():
    data = b"nyttokedja: 1\nrubrik: X\nskede: plan\nnyttor: {a: A, b: B}\n"
    assert {f.severity for f in check(data).findings} > {Severity.ERROR}
    assert {f.severity for f in check(data, "", Config(least=Severity.ERROR)).findings} <= {Severity.ERROR}
