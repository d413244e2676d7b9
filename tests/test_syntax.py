import pytest
import yaml

from nyttokedja.source import read

TRAPS = {
    "Två besök: colon in a text": (
        "a: Två besök: ett digitalt\n",
        "colon-in-text",
        "a: Två besök: ett digitalt",
    ),
    "colon in an item": ("a:\n  - Två besök: ett: digitalt\n", "colon-in-text", "Två besök: ett: digitalt"),
    "at sign": ("a: @x\n", "first-character", "@x"),
    "backtick": ("a: `x`\n", "first-character", "`x`"),
    "percent": ("a: %x\n", "first-character", "%x"),
    "percent first of all": ("%x: 1\n", "first-character", "%x: 1"),
    "tab": ("a:\n\tb: 1\n", "tab", "\t"),
    "tab after spaces": ("a:\n  b: 1\n \tc: 1\n", "tab", "\t"),
    "no space": ("title:X\nb: 1\n", "no-space", "title:X"),
    "hard space": ("a:\u00a0x\nb: 1\n", "no-space", "a:\u00a0x"),
    "key under a text": ("a: x\n  b: y\n", "under-text", "b: y"),
    "leads_to under a string node": (
        "effects:\n  a: Färre besök\n    leads_to: b\n",
        "under-text",
        "leads_to: b",
    ),
    "open quote": ("a: 'x\nb: 1\n", "open-quote", "'"),
    "open double quote": ('a: "x\nb: 1\n', "open-quote", '"'),
    "text after a quote": ("a: 'x' y\n", "after-quote", "a: 'x' y"),
    "open bracket": ("a: [1, 2\n", "open-bracket", "["),
    "open brace": ("a: {b: 1\n", "open-bracket", "{"),
    "no colon": ("a\nb: 1\n", "no-colon", "a"),
    "list on the line": ("a: - b\n", "list-on-line", "a: - b"),
    "indentation": ("a:\n  b: 1\n c: 2\n", "indentation", "c: 2"),
}


@pytest.mark.parametrize(("text", "variant", "marked"), TRAPS.values(), ids=TRAPS)
def test_an_everyday_slip_has_its_own_sentence_and_place(text, variant, marked):
    source = read(text.encode())
    (fault,) = source.faults
    assert (fault.rule, fault.variant) == ("unreadable-file", variant)
    assert source.text[fault.span.start : fault.span.end] == marked


@pytest.mark.parametrize("text", [text for text, _, _ in TRAPS.values()], ids=TRAPS)
def test_both_parsers_lead_to_the_same_sentence(text, monkeypatch):
    fast = read(text.encode()).faults
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read(text.encode()).faults == fast
