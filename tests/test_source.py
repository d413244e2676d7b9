import pytest
import yaml

from nyttokedja.source import Limits, Scalar, invisible, plain, read, span_of


def faults(data, **limits):
    source = read(data if isinstance(data, bytes) else data.encode(), limits=Limits(**limits))
    return [(fault.rule, fault.variant) for fault in source.faults]


@pytest.fixture(params=["the C parser", "the pure parser"])
def parser(request, monkeypatch):
    if request.param == "the pure parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def parts(part):
    yield part
    for child in getattr(part, "items", ()) if not isinstance(part, Scalar) else ():
        yield from parts(child)
    for key, value in getattr(part, "entries", ()):
        yield key
        yield from parts(value)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_every_part_knows_its_place(parser, newline, mark):
    text = newline.join(["å: 👩‍⚕️", "b: [1, 'två', {c: d}]", "e:", "  f: >", "    g", ""])
    source = read(mark + text.encode())
    assert plain(source.root) == {"å": "👩‍⚕️", "b": [1, "två", {"c": "d"}], "e": {"f": "g\n"}}
    for part in parts(source.root):
        if isinstance(part, Scalar) and not part.style:
            assert source.text[part.start : part.end] == part.written
    two = source.root.entries[1].value.items[1]
    assert source.place(span_of(two)) == (2, 8, 2, 13)
    assert source.line(2) == "b: [1, 'två', {c: d}]"
    assert source.line(99) == ""


def test_line_breaks_of_old_yaml_break_no_line(parser):
    source = read("a: x\u2028y\x85z\nb: 1\n".encode())
    assert plain(source.root) == {"a": "x\u2028y\x85z", "b": 1}
    assert source.place(span_of(source.root.entries[1].key)).line == 2


def test_decomposed_letters_are_composed():
    source = read("a\u030a: o\u0308\n".encode())
    assert plain(source.root) == {"å": "ö"}


@pytest.mark.parametrize(
    ("data", "variant"),
    [
        (b"", "empty"),
        (b"# only a comment\n", "empty"),
        (b"- a\n", "not-a-mapping"),
        ("a: å\n".encode("cp1252"), "cp1252"),
        ("a: b\n".encode("utf-16"), "utf-16"),
        ("a: b\n".encode("utf-16-le"), "utf-16"),
        (b"a: \x81\x8d\n", "cp1252"),
        (b"a: \xc0\xae\n", "cp1252"),
        (b"a: \x07\n", "control-character"),
        ("a: \ufffe\n".encode(), "control-character"),
        (b'a: "\\x07"\n', "control-character"),
        (b"a: &b c\n", "anchor"),
        (b"a: *b\n", "alias"),
        (b"a: !!str b\n", "tag"),
        (b"a: !!timestamp x\n", "tag"),
        (b"%YAML 1.1\n---\na: b\n", "directive"),
        (b"a: b\n---\nc: d\n", "several-documents"),
        (b"a: {<<: {b: c}}\n", "merge-key"),
        (b"? [a]\n: b\n", "complex-key"),
        (b"a: " + b"[" * 100_000, "too-deep"),
        (b"a: " + b"{a: " * 100_000, "too-deep"),
        (b"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "conflict-marker"),
        (b"a: &x [1,1]\nb: &y [*x,*x,*x,*x,*x,*x,*x,*x]\nc: [*y,*y,*y,*y,*y]\n", "anchor"),
    ],
)
def test_what_no_chain_may_hold_is_refused(parser, data, variant):
    assert faults(data) == [("unreadable-file", variant)]


def test_a_limit_is_said_in_megabytes():
    source = read(b"a: b" * 1_000_000, limits=Limits(file=3_000_000))
    assert source.faults[0].particulars == {"limit": 3}


def test_limits_are_kept():
    assert faults("a: " + "b" * 50, scalar=40) == [("unreadable-file", "too-long")]
    assert faults("a: " + "b" * 50, file=40) == [("unreadable-file", "too-large")]
    assert faults("a: {b: {c: d}}", depth=2) == [("unreadable-file", "too-deep")]
    assert faults("a: {b: c}", depth=2) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: Nå mål #1 i planen\n", ["swallowed-text"]),
        ("a: b # en kommentar\n", []),
        ('a: "Nå mål #1"\n', []),
        ("a: b#1\n", []),
        ("a: x\u200by\n", ["invisible-character"]),
        ("a: x\u00ady\n", ["invisible-character"]),
        ("a: 👩\u200d⚕️ hälsa\n", []),
        ("a: x\u200dy\n", ["invisible-character"]),
        ("a\u200b: y\n", ["invisible-character"]),
        ("a: " + "1" * 5000 + "\n", ["wrong-value"]),
    ],
)
def test_texts_that_are_not_what_they_look_like(parser, text, rule):
    assert [rule for rule, _ in faults(text)] == rule


def test_invisible_characters_are_named():
    assert invisible("a\u200bb\u202ec") == ("U+200B", "U+202E")
    assert invisible("👨\u200d👩\u200d👧") == ()
