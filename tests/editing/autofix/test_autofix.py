"""Fixing a whole file: all that can be fixed at once, and nothing that makes a new finding."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.fixes import table
from nyttokedja.editing.autofix import _groups, fixed
from nyttokedja.reading.yaml_events import stop

HEAD = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"
BOXES = "nyttor: {g: G, h: H, ökad_trygghet: Ökad trygghet}\n"
WALL = """# på väggen
nyttokedja: 1
Rubrik: Digital nattillsyn: säkrare nätter
skede: Plan
förändringar:
  kameror: {ägre: Chef, när: 2027-1-15, leder_till: bättre_somn}   # ska bekräftas
effekter:
  bättre_sömn:
    rubrik: Sover bättre\u200b, se mål #1
    leder_till:
      - frigjord tid
      - frigjord tid
nyttor:
  frigjord tid:
    kategori: Omfördelning
    indikatorer: {i: {nollmätning: {värde: 2,5 %, datum: 2026-10-1}, målvärde: 1 200 %}}
"""
MENDED = """# på väggen
nyttokedja: 1
rubrik: "Digital nattillsyn: säkrare nätter"
skede: plan
förändringar:
  kameror: {ägare: Chef, när: 2027-01-15, leder_till: bättre_sömn}   # ska bekräftas
effekter:
  bättre_sömn:
    rubrik: "Sover bättre, se mål #1"
    leder_till:
      - frigjord_tid
nyttor:
  frigjord_tid:
    kategori: omfördelning
    indikatorer: {i: {enhet: "%", nollmätning: {värde: 2.5, datum: 2026-10-01}, målvärde: 1200}}
"""


def form(checked):
    return [(f.code, f.variant) for f in checked.findings if f.code < "NK2"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_file_from_a_workshop_is_mended_whole(mark, ends):
    done = fixed(mark + WALL.replace("\n", ends).encode(), "a.yaml")
    assert done.after == mark + MENDED.replace("\n", ends).encode()
    assert done.before == mark + WALL.replace("\n", ends).encode()
    assert form(done.checked) == []
    assert done.checked.findings == check(done.after, "a.yaml").findings
    assert fixed(done.after).findings == ()
    assert len(done.findings) == 14


@pytest.mark.parametrize("path", sorted(Path("chains").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_good_chain_is_left_alone(path):
    data = path.read_bytes()
    done = fixed(data)
    assert (done.after, done.findings) == (data, ())


def test_what_overlaps_is_fixed_in_turn():
    frame = "nyttor: {{a: {{indikatorer: {{i: {{{}}}}}}}}}\n"
    done = fixed((HEAD + frame.format("nollmätning: 22 %, målvärde: 30 %")).encode())
    assert done.after.decode() == HEAD + frame.format('enhet: "%", nollmätning: 22, målvärde: 30')
    assert [f.variant for f in done.findings] == ["unit", "unit"]


def bad_fix(monkeypatch, kind, text):
    """Have the fix of a kind write a text, whatever was meant."""
    monkeypatch.setitem(table.FIXES, kind, lambda _, span, __: ((span, text),))


THREE = HEAD + "nyttor:\n  a: {ägre: x}\n  b: {när: 2027-1}\n  c: {kategori: Kvalitet}\n  d: {etiketter: f}\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (("NK003", "meant"), "blomma"),  # another fault
        (("NK003", "meant"), "kategori"),  # the value does not fit
        (("NK003", "meant"), "a: {b"),  # no YAML
        (("NK003", "meant"), "ä\ufffe"),  # no text
        (("NK004", "date-form"), "[2027]"),
        (("NK004", "list"), "{a: b}"),
    ],
)
def test_a_fix_that_makes_a_new_finding_is_dropped_and_the_others_are_made(monkeypatch, kind, text):
    every = [(f.code, f.variant) for f in fixed(THREE.encode()).findings]
    assert kind in every
    bad_fix(monkeypatch, kind, text)
    done = fixed(THREE.encode())
    if kind != ("NK004", "date-form"):  # whose value is read for the first time
        assert sorted((f.code, f.variant) for f in done.findings) == sorted(set(every) - {kind})
        assert form(done.checked) == [kind]
    assert done.checked.chain is not None


def test_a_wrong_guess_at_what_was_understood_is_a_new_finding(monkeypatch):
    text = HEAD + "förändringar: {f: {leder_till: e}}\neffekter: {e: {leder_till: okad_trygghet}}\n" + BOXES
    assert form(fixed(text.encode()).checked) == []
    bad_fix(monkeypatch, ("NK101", "meant"), "f")  # back to the change
    done = fixed(text.encode())
    assert (done.after, done.findings) == (text.encode(), ())


def test_what_was_understood_is_judged_by_itself(monkeypatch):
    text = (
        HEAD + "förändringar: {f: {leder_till: e, när: 2027-1}}\neffekter: {e: {leder_till: okad_trygghet}}\n"
    )
    bad_fix(monkeypatch, ("NK101", "meant"), "f")  # back to the change
    done = fixed((text + BOXES).encode())
    assert [f.variant for f in done.findings] == ["date-form"]


def test_what_is_read_for_the_first_time_may_have_faults_of_its_own():
    done = fixed((HEAD + "nyttor:\n  a:\n    när:i vår\n  b: {rubrik: 1}\n").encode())
    assert done.after.decode() == HEAD + 'nyttor:\n  a:\n    när: i vår\n  b: {rubrik: "1"}\n'
    assert form(done.checked) == [("NK004", "no-date")]


def test_what_was_left_out_may_not_bring_a_fault_of_form(monkeypatch):
    text = HEAD + "effekter: {e: {beteende: yes}}\n"
    assert form(fixed(text.encode()).checked) == []
    bad_fix(monkeypatch, ("NK004", "boolean"), "ja, leder_till: finns_inte")
    assert fixed(text.encode()).findings == ()


def test_in_a_file_with_nodes_left_out_the_rules_of_the_whole_speak_afterwards():
    done = fixed((HEAD + "effekter: {e: {leder_till: finns_inte}}\nnyttor: {a: 5}\n").encode())
    assert 'nyttor: {a: "5"}' in done.after.decode()
    assert form(done.checked) == [("NK101", "")]


def test_in_a_file_with_more_faults_than_are_shown_all_are_fixed():
    done = fixed((HEAD + "nyttor:\n" + "".join(f"  b{n}: {{ägre: x}}\n" for n in range(300))).encode())
    assert done.after.decode().count("ägare: x") == 300
    assert len(done.findings) == 300


def test_an_empty_mapping_is_left_so():
    assert fixed(b"{}\n").findings == ()


def test_what_a_fault_kept_from_being_seen_is_no_new_finding():
    plan = HEAD.replace("utkast", "plan")
    node = plan + "nyttor: {a: {kategory: kvalitet}}\n"
    assert "NK401" not in {f.code for f in check(node.encode()).findings}
    done = fixed(node.encode())
    assert "kategori: kvalitet" in done.after.decode()
    assert "NK401" in {f.code for f in done.checked.findings}
    change = plan + "förändringar: {f: {titel: F, leder_till: g}}\n" + BOXES
    done = fixed(change.encode())
    assert "rubrik: F" in done.after.decode()
    assert "NK407" not in {f.code for f in check(change.encode()).findings}
    assert "NK407" in {f.code for f in done.checked.findings}
    arrow = plan + "förändringar: {f: {leder_till: f -> g}}\n" + BOXES
    done = fixed(arrow.encode())
    assert "leder_till: g" in done.after.decode()
    assert "NK208" in {f.code for f in done.checked.findings} - {
        f.code for f in check(arrow.encode()).findings
    }


def test_an_id_is_renamed_also_where_more_is_wrong_at_its_box():
    text = HEAD + "effekter: {a b: {leder_till: finns_inte}}\n"
    done = fixed(text.encode())
    assert done.after.decode() == text.replace("a b", "a_b")
    assert form(done.checked) == [("NK101", "")]
    hidden = HEAD + "effekter: {a\u200bb: {leder_till: finns_inte}}\n"
    assert fixed(hidden.encode()).after.decode() == hidden.replace("\u200b", "")


def test_in_a_file_that_cannot_be_read_one_fault_after_the_other_is_mended():
    text = HEAD + "".join(f"n{n}: Två: x{n}\n" for n in range(30)) + "nyttor: {a: {ägre: x}}\n"
    done = fixed(text.encode())
    assert len(done.findings) == 31
    assert 'n29: "Två: x29"\nnyttor: {a: {ägare: x}}' in done.after.decode()


@pytest.mark.parametrize(
    "text",
    [
        "nyttor:\n  a: Två: x\n  b: Tre: y\n   fel: [\n",
        "nyttor: {a: {rubrik: Mål 4: God vård, beskrivning: @x}}\n",
        "nyttor:\n\u00a0\u00a0a: Två: x\n",
        "lappar:\n  • Två: a: b\n  • c\n",
        "nyttor:\n  a: b\x0bc\nx-a: x: y\n",
        "x-a: x: y\nnyttor:\n  a: b\x0bc\n",
    ],
)
def test_a_file_that_is_still_not_readable_has_come_further(text):
    done = fixed((HEAD + text).encode())
    assert done.findings
    assert fixed(done.after).after == done.after


def test_a_fix_after_which_no_more_can_be_read_is_dropped(monkeypatch):
    text = HEAD + "nyttor:\n  a: Två: x\n  b: Tre: y\n"
    bad_fix(monkeypatch, ("NK001", "colon-in-text"), "c: d: e")
    done = fixed(text.encode())
    assert (done.after, done.findings) == (text.encode(), ())


def test_what_has_been_accepted_is_not_fixed():
    (finding,) = [f for f in check((HEAD + "nytor: {a}\n").encode()).findings if f.fix]
    assert [len(group) for group in _groups([finding])] == [1, 0, 0]
    assert not any(_groups([replace(finding, accepted=True)]))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        *(("a: b\n", None), ("a: b: c\n", 4), ("a: [b\n", 6), ("[" * 200, 100), ('a: "\\d"', 5)),
        *(("a: \u2028b: c", 5), ("a: b\x0b", 0)),
    ],
)
def test_where_the_parser_gives_up(text, at):
    assert stop(text) == at


@pytest.mark.parametrize(
    "text",
    [
        "nyttor:\n" + "".join(f"  b{n}: {{ägre: x}}\n" for n in range(150)),
        "effekter:\n" + "".join(f"  effekt{n}: {{leder_till: efekt{n}}}\n" for n in range(2000)),
        "effekter: {e: {leder_till: [" + "okad_trygghet, " * 20_000 + "]}}\n" + BOXES,
        "effekter: {e: {leder_till: [" + "g, " * 20_000 + "]}}\n" + BOXES,
        "nyttor:\n" + "".join(f"  a b{n}: {{leder_till: a b{n + 1}}}\n" for n in range(190)),
        "nyttor:\n  a: " + "\u200b" * 15_000 + "\n",
        "".join(f"n{n}: Två: x\n" for n in range(500)),
        "a: " + "[" * 50_000 + "b: c: d\n",
        "rubrik: " + "a: b " * 3_000 + "\n",
        "nyttor:\n" + "\tb: c\n" * 5_000,
    ],
    ids=range(10),
)
def test_a_hostile_file_takes_no_hostile_time(text):
    start = time.monotonic()
    done = fixed((HEAD + text).encode())
    assert time.monotonic() - start < 30
    assert done.after.decode().startswith("nyttokedja: 1")


def checks_of(monkeypatch, text):
    """What came of fixing a file, and how often it was checked."""
    sizes = []

    def counted(data, *rest):
        sizes.append(len(data))
        return check(data, *rest)

    monkeypatch.setattr("nyttokedja.editing.autofix.check", counted)
    return fixed(text.encode()), len(sizes)


MANY = HEAD + "nyttor:\n" + "".join(f"  b{n}: {{ägre: x, nyckl: y}}\n" for n in range(18_000))
"""Faults of which each check tells two hundred."""


def test_a_large_file_with_thousands_of_faults_is_checked_three_or_four_times_and_says_so(monkeypatch):
    done, n = checks_of(monkeypatch, MANY)
    assert (n <= 5, done.stopped) == (True, True)
    assert 0 < len(done.findings) < 18_000
    assert done.checked.chain is not None
    assert any(finding.fix for finding in done.checked.findings)


def test_a_fix_that_is_bad_is_not_sought_among_hundreds_for_ever(monkeypatch):
    bad_fix(monkeypatch, ("NK003", "meant"), "a: {b")
    text = HEAD + "# " + "x" * 100_000 + "\nnyttor:\n" + "".join(f"  b{n}: {{ägre: x}}\n" for n in range(150))
    done, n = checks_of(monkeypatch, text)
    assert (n < 25, done.stopped, done.findings) == (True, True, ())


def test_a_file_of_ordinary_size_is_fixed_to_the_end(monkeypatch):
    text = HEAD + "nyttor:\n" + "".join(f"  b{n}: Mål: x\n" for n in range(100))  # one is told at a time
    done, _ = checks_of(monkeypatch, text)
    assert (done.stopped, done.checked.chain is not None) == (False, True)


def test_what_nothing_more_can_be_fixed_in_has_not_been_stopped():
    assert not fixed((HEAD + BOXES).encode()).stopped
    assert not fixed(b"nyttokedja: 1\n[").stopped
