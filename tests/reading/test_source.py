import pytest
import yaml

from nyttokedja.reading.limits import Limits
from nyttokedja.reading.parts import ScalarPart, plain, span_of
from nyttokedja.reading.source import invisible, read
from nyttokedja.reading.yaml_events import events


def faults(data, **limits):
    source = read(data if isinstance(data, bytes) else data.encode(), limits=Limits(**limits))
    return [(fault.rule, fault.variant) for fault in source.faults]


@pytest.fixture(params=["the C parser", "the pure parser"])
def parser(request, monkeypatch):
    if request.param == "the pure parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def parts(part):
    yield part
    for child in getattr(part, "items", ()) if not isinstance(part, ScalarPart) else ():
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
        if isinstance(part, ScalarPart) and not part.style:
            assert source.text[part.start : part.end] == part.written
    two = source.root.entries[1].value.items[1]
    assert source.place(span_of(two)) == (2, 8, 2, 13)
    assert source.line(2) == "b: [1, 'två', {c: d}]"
    assert source.line(99) == ""


def test_line_breaks_of_old_yaml_break_no_line(parser):
    source = read("a: x\u2028y\x85z\nb: 1\n".encode())
    assert plain(source.root) == {"a": "x\u2028y\x85z", "b": 1}
    assert source.place(span_of(source.root.entries[1].key)).line == 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a: [Batteribyten?]", ["Batteribyten?"]),
        ('a: [Batteribyten?, "Hur?", Vem vet? Ingen]', ["Batteribyten?", "Hur?", "Vem vet? Ingen"]),
        ("a: {b: Vem?, c?: d}", {"b": "Vem?", "c?": "d"}),
        ("a: [x\n  y? z]", ["x y? z"]),
    ],
)
def test_a_word_in_brackets_may_ask(parser, text, meant):
    assert plain(read(text.encode()).root) == {"a": meant}


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
    ("text", "lost"),
    [
        ("Nå mål #1 och #2", "#1 och #2"),
        ("Nå mål #1  # och 2", "#1"),
        ("Nå mål #1 #", "#1"),
        ("Nå #1#2", "#1#2"),
    ],
)
def test_a_comment_after_what_is_lost_is_still_a_comment(text, lost):
    (fault,) = read(f"a: {text}\n".encode()).faults
    whole = text[: text.index(lost) + len(lost)]
    assert fault.particulars == {"lost": lost, "quoted": f': "{whole}"'}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: Nå mål #1 i planen\n", ["swallowed-text"]),
        ("a: b # en kommentar\n", []),
        ('a: "Nå mål #1"\n', []),
        ("a: b#1\n", []),
        ("m: #1 i planen\n", ["swallowed-text"]),
        ("rubrik: #Färre fel\nb: 1\n", ["swallowed-text"]),
        ("a:\n  - #facket\n  - b\n", ["swallowed-text"]),
        ("a: # en kommentar\nb: #! x\n", []),
        ("a: #ett avsnitt\n  b: c\n", []),
        ("a:\n  #b\nc: d\n", []),
        ("a: x\u034fy\n", ["invisible-character"]),
        ("a: x\u3164\n", ["invisible-character"]),
        ("a: \u2800x\n", ["invisible-character"]),
        ("a: x\ufff9y\ufffb\n", ["invisible-character"]),
        ("a: x\U000e0041\n", ["invisible-character"]),
        ("a: 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f Skottland\n", []),
        ('a: "G:\\Projekt\\ny"\n', ["invisible-character"]),
        ('a: "G:\\ny"\n', ["invisible-character"]),
        ('a: "en\\ntvå \\\\N \\" \\xE5"\n', []),
        ("a:\n  – Nu räcker det, sa hon.\n", []),
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


def test_a_backslash_is_told_from_a_pasted_character():
    assert faults('a: "G:\\Projekt"\n') == [("invisible-character", "backslash")]
    assert faults('a: "x\\u200By"\n') == [("invisible-character", "")]
    source = read(b'a: "G:\\Projekt"\n')
    assert source.text[slice(*source.faults[0].span)] == "\\P"


def test_the_lost_text_is_pointed_at():
    source = read(b"m: #1 i planen\n")
    assert source.text[slice(*source.faults[0].span)] == "#1 i planen"


def test_no_character_of_the_text_is_taken_for_a_line_break(parser):
    text = "x\u2028y\x85\ue085\ue028\ue029\ue000z"
    assert plain(read(f"a: {text}\n".encode()).root) == {"a": text}
    assert plain(read('a: "\u2028\\uE001\\uE000"\n'.encode()).root) == {"a": "\u2028\ue001\ue000"}


def test_too_many_parts_are_refused_early(parser):
    assert faults("a: {" + "b, " * 20 + "}\n", entries=9) == [("unreadable-file", "too-many-entries")]
    assert faults("a: [" + "b, " * 20 + "]\n", entries=9) == [("unreadable-file", "too-many-entries")]
    assert faults("a: {" + "b: c, " * 9 + "}\n", entries=9) == []
    assert faults("a: [[b, c], [d, e], [f, g]]\n", parts=9) == [("unreadable-file", "too-many-parts")]
    assert faults("a: [[b, c], [d, e]]\n", parts=9) == []


def test_a_file_of_millions_of_parts_is_read_no_further_than_its_limits(monkeypatch):
    said = []

    def counted(*given):
        for event in events(*given):
            said.append(1)
            yield event

    monkeypatch.setattr("nyttokedja.reading.source.events", counted)
    assert faults("a: {" + "a," * 2_000_000 + "}") == [("unreadable-file", "too-many-entries")]
    assert 100_000 < len(said) < 100_020  # of a key and its value each
    said.clear()
    many = "a:\n" + ("  - [" + "b," * 4_000 + "]\n") * 300
    assert faults(many, parts=100_000) == [("unreadable-file", "too-many-parts")]
    assert 100_000 < len(said) < 100_100
    assert Limits().parts == 1_000_000


def test_twenty_thousand_nodes_with_all_that_a_node_can_hold_are_read():
    node = "{" + ", ".join(f"k{n}: v" for n in range(22)) + "}"
    text = "a:\n" + "".join(f"  n{n}: {node}\n" for n in range(20_000))
    assert faults(text) == []


@pytest.mark.parametrize("data", [b'a: "\\U00110000"', b'a: "\\UFFFFFFFF"', b'"\\U00110000', b'- "\\ud800"'])
def test_nothing_that_a_parser_raises_gets_out(parser, data):
    assert read(data).faults


def test_invisible_characters_are_named():
    assert invisible("a\u200bb\u202ec") == ("U+200B", "U+202E")
    assert invisible("👨\u200d👩\u200d👧") == ()
