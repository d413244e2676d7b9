"""Good chains with a slip, or several: fixing mends, guesses nothing, and never makes a new finding."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.editing.autofix import fixed
from tests.checking.fixes.breaking import EXAMPLES, SAMPLES, broken, slipped

SURE = ("key", "value", "pointer", "case", "zero width", "date", "again", "thousands")
"""Slips that leave one thing alone that can have been meant."""
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def kinds(checked):
    return Counter((f.code, f.variant, f.node, f.severity) for f in checked.findings)


def holds(data):
    """Fixing ends, can be done again with nothing to do, and changes no line without a fix."""
    done = fixed(data)
    again = fixed(done.after)
    assert (again.after, again.findings) == (done.after, ())
    assert kinds(again.checked) == kinds(done.checked)
    assert (done.after == data) is (done.findings == ())
    return done


@SLOW
@given(broken())
def test_a_fix_makes_no_new_finding(made):
    good, bad, _ = made
    done = holds(bad.encode())
    new = kinds(done.checked) - (kinds(check(good.encode())) | kinds(check(bad.encode())))
    # what a generated chain says may be odd in itself, and is judged when its arrows are read
    assert [kind for kind in new if kind[0] < "NK2" or good in EXAMPLES] == []


@SLOW
@given(broken(SAMPLES, SURE))
def test_a_sure_slip_is_mended_to_what_was_there(made):
    good, bad, slip = made
    assert fixed(bad.encode()).after.decode() == good, slip


@SLOW
@given(broken(SAMPLES), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_fix_leaves_all_other_lines_as_they_are(made, ends, mark):
    good, bad, _ = made
    data = (b"\xef\xbb\xbf" if mark else b"") + bad.replace("\n", ends).encode()
    done = fixed(data).after
    assert done.startswith(b"\xef\xbb\xbf") is mark
    before, after = (text.decode("utf-8-sig").split(ends) for text in (data, done))
    there = good.split("\n")
    assert len(before) == len(after) == len(there)
    changed = [n for n, line in enumerate(before) if line != there[n]]
    assert [n for n, line in enumerate(after) if line != there[n]] in ([], changed)


@SLOW
@given(st.data())
def test_several_slips_are_mended_too(choices):
    text = choices.draw(SAMPLES)
    for _ in range(choices.draw(st.integers(2, 4))):
        if check(text.encode()).chain is not None and (made := slipped(choices.draw, text)):
            text = made[0]
    done = holds(text.encode())
    assert not [f for f in done.checked.findings if f.code == "NK001"] or not check(text.encode()).chain


PIECES = [
    *("x", ": ", "\n", "[", "]", "{", "}", ", ", " #x", "\u200b", "\u2028", "\t", "\u00a0", "'", '"', "\\"),
    *("- ", "• ", "@", "*", "”", " -> ", "\r\n", "\r", "2,5", "22 %", " och ", "\ufeff", "a\u030a", "==="),
    "\x0b",
]


@SLOW
@given(st.data())
def test_a_chain_in_pieces_is_fixed_as_far_as_it_goes(choices):
    text = choices.draw(SAMPLES)
    for _ in range(choices.draw(st.integers(1, 5))):
        at = choices.draw(st.integers(0, len(text)))
        text = (
            text[:at] + choices.draw(st.sampled_from(PIECES)) + text[at + choices.draw(st.integers(0, 9)) :]
        )
    holds(text.encode())


@given(st.binary(max_size=300))
def test_any_bytes_can_be_fixed(data):
    holds(data)


@given(st.lists(st.sampled_from([*PIECES, "nyttor:\n", "  ", "rubrik: ", "a", "leder_till: "]), max_size=40))
def test_any_text_can_be_fixed(pieces):
    holds(("nyttokedja: 1\nrubrik: x\n" + "".join(pieces)).encode())
