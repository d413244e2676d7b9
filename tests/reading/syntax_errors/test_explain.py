import time

import pytest
import yaml

from nyttokedja.checking.check import check
from nyttokedja.language.texts import texts
from nyttokedja.reading.source import read
from nyttokedja.reading.yaml_events import loaders

HEAD = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"

TRAPS = {
    "colon in a text": ("a: Två besök: ett digitalt\n", "colon-in-text", "a: Två besök: ett digitalt"),
    "colon in an item": ("a:\n  - Två besök: ett: digitalt\n", "colon-in-text", "Två besök: ett: digitalt"),
    "colon in brackets": ("m: {rubrik: Mål 4: God vård}\n", "colon-in-text", "rubrik: Mål 4: God vård"),
    "colon in curly quotes": ("a: ”Två besök: x”\n", "curly-quotes", "a: ”Två besök: x”"),
    "colon in curly quotes in brackets": ("m: {a: ”Två: x”}\n", "curly-quotes", "a: ”Två: x”"),
    "a brace that was lost": (
        "effekter:\n  e: rubrik: Färre fel, leder_till: n}\n",
        "no-brace",
        "e: rubrik: Färre fel, leder_till: n}",
    ),
    "a fence from a chat": ("```yaml\na: 1\n```\n", "strokes", "```yaml"),
    "semicolon": ("ägare; Chef\nb: 1\n", "no-colon-after-key", "ägare; Chef"),
    "at sign": ("a: @x\n", "first-character", "@x"),
    "backtick": ("a: `x`\n", "first-character", "`x`"),
    "percent": ("a: %x\n", "first-character", "%x"),
    "percent first of all": ("%x: 1\n", "first-character", "%x: 1"),
    "asterisk": ("a: * viktigt\n", "first-character", "* viktigt"),
    "greater than": ("a: > 420\n", "first-character", "> 420"),
    "greater than in brackets": ("m: {värde: > 420}\n", "first-character", "> 420"),
    "comma": ("a: ,x\n", "first-character", ",x"),
    "closing bracket": ("a: ]x\n", "first-character", "]x"),
    "closing brace": ("a: }x\nb: 1\n", "first-character", "}x"),
    "tab": ("a:\n\tb: 1\n", "tab", "\t"),
    "tab after spaces": ("a:\n  b: 1\n \tc: 1\n", "tab", "\t"),
    "tab after a dash": ("a:\n  -\tb\n", "tab-after-dash", "\t"),
    "tab alone": ("a: b\n\t\nc: d\n", "tab-alone", "\t"),
    "hard spaces": ("a:\n\u00a0\u00a0b: c\n", "hard-space", "\u00a0\u00a0"),
    "hard spaces after others": ("a:\n  c: d\n\u00a0\u00a0b: c\n", "hard-space", "\u00a0\u00a0"),
    "hard space alone": ("a:\n  b: c\n\u00a0\nd: e\n", "hard-space", "\u00a0"),
    "strokes": ("a: b\n=======\nc: d\n", "strokes", "======="),
    "underlined": ("# x\na: b\nMål\n----\nc: d\n", "strokes", "----"),
    "underlined first": ("A\n----\na: b\n", "strokes", "----"),
    "strokes last": ("a: b\n====\n", "strokes", "===="),
    "asterisks": ("a: b\n***\nc: d\n", "strokes", "***"),
    "dots": ("a: b\n...\nc: d\n", "dots", "..."),
    "bullet": ("a:\n  • b\n  • c\n", "bullet", "• b"),
    "asterisk as bullet": ("a:\n  * b\n  * c\n", "bullet", "* b"),
    "dash as bullet": ("a:\n  – b\n  – c\n", "bullet", "– b"),
    "backslash": ('a: "Färre \\fel \\d"\n', "backslash", "\\d"),
    "backslash in a path": ('a: "C:\\bilder"\n', "backslash", "\\b"),
    "backslash last": ('a: "G:\\Projekt\\"\nb: c\n', "backslash", '\\"'),
    "escape beyond Unicode": (HEAD + 'beskrivning: "\\U00110000"\n', "backslash", "\\U"),
    "escape beyond numbers": ('a: "b \\" \\UFFFFFFFF"\n', "backslash", "\\U"),
    "surrogate": ('a: "\\ud800"\n', "backslash", "\\u"),
    "no space": ("title:X\nb: 1\n", "no-space", "title:X"),
    "hard space after colon": ("a:\u00a0x\nb: 1\n", "no-space", "a:\u00a0x"),
    "key under a text": ("a: x\n  b: y\n", "under-text", "b: y"),
    "leads_to under a string node": (
        "effects:\n  a: Färre besök\n    leads_to: b\n",
        "under-text",
        "leads_to: b",
    ),
    "key under a long text": (
        "m:\n  n: lång\n    text\n      leder_till: o\n",
        "under-text",
        "leder_till: o",
    ),
    "key under a quoted text": ('m:\n  n: "x"\n    leder_till: o\n', "under-text", "leder_till: o"),
    "key under brackets": ("m:\n  n: {a: b}\n    leder_till: o\n", "under-bracket", "leder_till: o"),
    "key under an item": ("m:\n  till:\n    - a\n      eftersom: x\n", "under-item", "eftersom: x"),
    "dashes under a list": ("m:\n  leder_till: [a]\n    - b\n", "under-list", "b"),
    "dashes beside a list": ("m:\n  leder_till: [a]\n  - b\n", "under-list", "b"),
    "key under a key": ("m:\n  n:\n    rubrik: E\n      leder_till: o\n", "too-far", "leder_till: o"),
    "first key too deep": ("m:\n  n:\n      rubrik: E\n    ägare: X\n", "too-far", "rubrik: E"),
    "first line": (" nyttokedja: 1\nrubrik: A\n", "first-line", " "),
    "indentation": ("a:\n  b: 1\n c: 2\n", "indentation", "c: 2"),
    "open quote": ("a: 'x\nb: 1\n", "open-quote", "'"),
    "open double quote": ('a: "x\nb: 1\n', "open-quote", '"'),
    "text after a quote": ("a: 'x' y\n", "after-quote", "a: 'x' y"),
    "quote in quotes": ("a: 'IVO's krav'\nb: 1\n", "after-quote", "a: 'IVO's krav'"),
    "text after a quote in brackets": ('m: {a: "b" c}\n', "after-quote", 'a: "b" c'),
    "open bracket": ("a: [1, 2\n", "open-bracket", "["),
    "open brace": ("a: {b: 1\n", "open-bracket", "{"),
    "open bracket before a key": ("m:\n  a: [b, c\n  d: x\n", "open-bracket", "["),
    "open bracket before a section": ("m:\n  a: [b, c\nn:\n  d: x\n", "open-bracket", "["),
    "open bracket last": ("nyttor: [", "open-bracket", "["),
    "open bracket in braces": ("m: {a: [b, c}\n", "open-bracket", "["),
    "open brace over lines": ("a: {\n  b: c,\n  d: e\nf: g\n", "open-bracket", "{"),
    "wrong bracket": ("m: [a, b}\nn: 1\n", "wrong-bracket", "}"),
    "bracket too many": ("m: {a: b}}\n", "extra-bracket", "}"),
    "text after a bracket": ("a: [utkast] E\nb: 1\n", "after-bracket", "E"),
    "text after a brace": ("m: {a: b} viktigt\n", "after-bracket", "viktigt"),
    "comma too many": ("m: [a,, b]\n", "extra-comma", ","),
    "comma missing": ("m: {rubrik: God vård ägare: Chef}\n", "missing-comma", "ägare"),
    "comma missing between lines": ("a: {\n  b: c\n  d: e\n}\nf: g\n", "missing-comma", "d"),
    "number sign in brackets": (
        "a: {rubrik: Mål #1, beslutat_i: Plan}\n",
        "number-sign",
        "#1, beslutat_i: Plan}",
    ),
    "number sign first in brackets": ("a: [#facket, b]\n", "number-sign", "#facket, b]"),
    "comment in brackets": ("a: [b, c # slut]\nd: e\n", "number-sign", "# slut]"),
    "no colon": ("a\nb: 1\n", "no-colon", "a"),
    "no colon before a value": ("m:\n  ägare Chef\n  rubrik: x\n", "no-colon-after-key", "ägare Chef"),
    "no colon further down": ("m:\n  rubrik: x\n  ägare Chef\n", "no-colon-after-key", "ägare Chef"),
    "equals sign": ("m:\n  rubrik: x\n  b = c\n  d: e\n", "no-colon-after-key", "b = c"),
    "no key": ("a: b\n:\nc: d\n", "no-key", ":"),
    "no dash": ("m:\n  - a\n  b\n  - c\n", "no-dash", "b"),
    "no dash last": ("m:\n  - a\n  b\n", "no-dash", "b"),
    "list on the line": ("a: - b\n", "list-on-line", "a: - b"),
}
OPEN_ABOVE = {
    "double": 'a: "öppen\nb: "stängd"\nc: d\n',
    "single": "a: 'öppen\nb: 'stängd'\nc: d\n",
    "in brackets": 'm:\n  a: [b, "c]\n  d: "X"\n',
    "two lines below": 'm: "a\nb: c\nd: "e"\n',
}
# what the remedy says must be written
SHOWN = {
    "a quoted word": ('a: Två "besök": x\n', """'Två "besök": x'"""),
    "both quotes": ('a: Två "besök": IVO\'s\n', "'Två \"besök\": IVO''s'"),
    "an apostrophe": ("a: 'IVO's krav'\nb: 1\n", '"IVO\'s krav"'),
    "curly quotes": ("a: ”Två besök: x”\n", '"Två besök: x"'),
    "a bracket in a text": ("a: [utkast] E\n", '"[utkast] E"'),
    "a comment stays outside": ("a: Två: x: y # z\n", '"Två: x: y"'),
    "a path": ('a: "G:\\D\\e"\n', "'G:\\D\\e'"),
    "a key": ("m:\n  ägare Chef\n  rubrik: x\n", "ägare: Chef"),
    "an equals sign": ("m:\n  ägare = Chef\n  rubrik: x\n", "ägare: Chef"),
    "an item": ("m:\n  - a\n  b\n", "- b"),
    "a bullet": ("a:\n  • b\n", "- b"),
    "a list": ("a: - Två: b\n", '["Två: b"]'),
    "a closing bracket": ("nyttor: [", "]"),
    "a number sign in brackets": ("a: {rubrik: Mål #1, beslutat_i: Plan}\n", '"Mål #1"'),
    "an indent": ("m:\n  n:\n      rubrik: E\n    ägare: X\n", "4"),
}


@pytest.mark.parametrize(("text", "variant", "marked"), TRAPS.values(), ids=TRAPS)
def test_an_everyday_slip_has_its_own_sentence_and_place(text, variant, marked):
    source = read(text.encode())
    (fault,) = source.faults
    assert (fault.rule, fault.variant) == ("unreadable-file", variant)
    assert source.text[fault.span.start : fault.span.end] == marked


@pytest.mark.parametrize("text", OPEN_ABOVE.values(), ids=OPEN_ABOVE)
def test_a_quote_that_a_later_one_closes_is_blamed_where_it_was_opened(text):
    (fault,) = read(text.encode()).faults
    first = min(text.find(mark) for mark in "'\"" if mark in text)
    assert (fault.variant, fault.span.start) == ("open-quote", first)


ALL = [text for text, _, _ in TRAPS.values()] + [*OPEN_ABOVE.values()] + [text for text, _ in SHOWN.values()]


@pytest.mark.parametrize("text", ALL)
def test_both_parsers_lead_to_the_same_sentence(text, monkeypatch):
    fast = read(text.encode()).faults
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert loaders(0) == (yaml.SafeLoader,)
    assert read(text.encode()).faults == fast


@pytest.mark.parametrize("text", ALL)
def test_what_the_fast_parser_alone_says_of_a_large_file_leads_to_a_sentence(text):
    (fault,) = read((text + "# x\n" * 150_000).encode()).faults
    assert fault.rule == "unreadable-file"


def test_the_fast_parser_alone_finds_most_slips_in_a_large_file():
    same = [
        read((text + "# x\n" * 150_000).encode()).faults[0].variant == variant
        for text, variant, _ in TRAPS.values()
        if text.endswith("\n")
    ]
    assert sum(same) >= 0.8 * len(same)


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_remedy_shows_what_to_write(text, shown, language):
    (finding,) = check(text.encode()).findings
    assert shown in texts(language).remedy(finding)


@pytest.mark.parametrize(
    "text",
    [
        "a: Mål {}: y\n",
        "a: @{}\n",
        "a: 'x' {}\n",
        "a:{}\nb: c\n",
        "m:\n  - a\n  {}\n  - b\n",
        "a:\n  • {}\n",
        "{}\na: b\n",
        "m:\n  n: {}\n    leder_till: o\n",
        "a: b #{}\n",
        "a: #{}\n",
    ],
)
def test_a_remedy_never_shows_a_text_cut_short(text):
    for finding in check(text.format("x" * 150).encode()).findings:
        remedy = texts("sv").remedy(finding)
        if finding.code in ("NK001", "NK005"):
            assert "…" not in remedy.replace(": …”", "")
            assert remedy.endswith(".")


MENDED = {
    "quotes": 'a: Två "besök": x\n',
    "path": 'a: "G:\\D\\e"\n',
    "apostrophe": "a: 'IVO's krav'\n",
    "curly": "a: ”Två: x”\n",
    "swallowed": "a: Nå mål #1 i planen\n",
    "sign": "a: @x\n",
}


@pytest.mark.parametrize("text", MENDED.values(), ids=MENDED)
def test_what_the_remedy_shows_can_be_read(text):
    source = read(text.encode())
    mended = f"a{source.faults[0].particulars['quoted']}\n"
    assert read(mended.encode()).faults == ()


def test_indents_that_a_line_can_have_are_named():
    (fault,) = read(b"a:\n  b: 1\n c: 2\n").faults
    assert fault.particulars == {"indent": 1, "columns": (0, 2)}
    (fault,) = read(b"a:\n   b: 1\n   c: 2\n  d: 2\n").faults
    assert fault.variant == "indentation"


@pytest.mark.parametrize("text", ["a: b\tc\n", "a:\tb\n", "a: b\t# c\n", "a: b\t\nc: d\n", "- a:\tb\n"])
def test_a_tab_after_a_word_stops_neither_parser(text, monkeypatch):
    source = read(("x:\n" + text if text[0] == "-" else text).encode())
    assert source.faults == ()
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    again = read(source.text.encode())
    assert again.faults == ()
    assert len(again.root.entries) == len(source.root.entries)


def test_a_tab_after_a_word_is_not_blamed_for_a_slip_below():
    (fault,) = read(b"a: b\tc\nd: e: f\n").faults
    assert fault.variant == "colon-in-text"


@pytest.mark.parametrize("text", ["m: {rubrik: x, hindrar:}\n", "mål: {hindrar:}\n"])
def test_a_key_without_value_in_brackets_is_fine_by_both_parsers(text, monkeypatch):
    assert read(text.encode()).faults == ()
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read(text.encode()).faults == ()


@pytest.mark.parametrize(
    "text",
    [
        " " * 20_000 + "x: : y\n",
        "- " * 20_000,
        "- " * 20_000 + "x: : y\n",
        "a: " + "b: " * 130_000,
        "a: {b: " + "b " * 9_000 + ": : c\n",
        'a: "' + "\\\\" * 100_000 + '\\d"\n',
        "a = " + " " * 20_000 + "\nb: c\n",
        "a" + " " * 20_000 + "\nb: c\n",
        "a: [b, " + " #x\n" * 50_000,
    ],
    ids=range(9),
)
def test_a_long_line_takes_no_long_time(text):
    start = time.monotonic()
    assert read((HEAD + text).encode()).faults
    assert time.monotonic() - start < 3
