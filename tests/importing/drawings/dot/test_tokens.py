"""DOT in the plainest DOT, each token on its line."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.dot.tokens import decoded, plain_dot


@pytest.mark.parametrize(
    ("text", "plain", "others"),
    [
        ("digraph {}", "digraph { }", 0),
        ("digraph { a -> b }", 'digraph { "a" -> "b" }', 0),
        ("digraph { a /* x */ // y\n# z\nb }", 'digraph { "a"\n\n"b" }', 0),
        ("digraph { ; a ; ; b; }", 'digraph { "a" ; "b" ; }', 0),
        ("digraph { a [x=1; y=2;] }", 'digraph { "a" [ "x" = "1" , "y" = "2" , ] }', 0),
        ("digraph { -1 -> .5 }", 'digraph { "-1" -> ".5" }', 0),
        ('digraph { "a\nb" c }', 'digraph { "a\nb" "c" }', 0),
        ("digraph { a [label=<x<b>y</b>>] }", 'digraph { "a" [ "label" = <x<b>y</b>> ] }', 0),
        ("strict GRAPH x { NODE [] } graph {} graph {}", 'strict GRAPH "x" { NODE [ ] }', 2),
    ],
)
def test_a_graph_is_written_plainly(text, plain, others):
    written, count, _ = plain_dot(text.encode())
    assert " ".join(written.split(" ")).strip() == plain
    assert count == others


def test_a_token_stays_on_its_line():
    text = 'digraph {\n\n "a\nb"\n /* c\n */ d\n}'
    assert [line.strip() for line in plain_dot(text.encode())[0].split("\n")] == [
        "digraph {",
        "",
        '"a',
        'b"',
        "",
        '"d"',
        "}",
    ]


def test_bytes_are_what_they_say_or_what_they_look_like():
    assert decoded("\ufeffå".encode()) == "å"
    assert decoded('charset="ISO-8859-1" å'.encode("latin-1")).endswith("å")
    for encoding in ("utf-16", "cp1252", "cp850"):
        assert decoded("möte på ön".encode(encoding)) == "möte på ön"


def braces(n):
    return f"digraph {'{' * n}{'}' * n}".encode()


def test_limits_are_where_they_are_said_to_be():
    plain_dot(braces(12))
    with pytest.raises(CannotRead, match="more than 12 braces"):
        plain_dot(braces(13))
    plain_dot(b'digraph { "' + b"x" * 19_998 + b'" }')
    with pytest.raises(CannotRead, match="more than 20000 characters"):
        plain_dot(b'digraph { "' + b"x" * 19_999 + b'" }')
    decoded(b" " * 5_000_000)
    with pytest.raises(CannotRead, match="larger than 5 MB"):
        decoded(b" " * 5_000_001)


def statements(n, depth=1):
    """Nodes with a name each."""
    return b"digraph " + b"{" * depth + b" ".join(b"a%d" % i for i in range(n)) + b"}" * depth


@pytest.mark.parametrize("again", [b"a ", b"{b} ", b"subgraph {} "])
def test_what_is_said_again_costs_more_each_time(again):
    plain_dot(b"digraph {" + again * 1_000 + b"}")
    with pytest.raises(CannotRead, match="too large to read"):
        plain_dot(b"digraph {" + again * 2_900 + b"}")


def test_a_node_with_thousands_of_arrows_is_said_once():
    plain_dot(b"digraph {" + b"".join(b"a -> b%d;" % i for i in range(4_000)) + b"}")


def test_work_is_counted_double_for_a_brace_and_less_in_brackets():
    # each token outside of brackets counts for four; the last one in the outermost braces stands outside
    plain_dot(statements(17_497))
    with pytest.raises(CannotRead, match="too large to read"):
        plain_dot(statements(17_498))
    plain_dot(b"digraph { a [" + b"a " * 60_000 + b"] }")
    with pytest.raises(CannotRead, match="too large"):
        plain_dot(statements(8_750, depth=2))


def test_nested_braces_are_parsed_with_remembering_so_that_depth_costs_nothing():
    assert not plain_dot(statements(1_000)).remembering
    assert plain_dot(braces(11)).remembering
    assert plain_dot(statements(8_700, depth=11)).remembering
    with pytest.raises(CannotRead, match="too large to read"):
        plain_dot(statements(8_750, depth=11))


def test_a_later_graph_costs_nothing():
    assert plain_dot(statements(1) + b" " + statements(40_000))[1] == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("digraph", "Line 1 of the drawing begins a graph that does not end"),
        ("\n\ndigraph {", "Line 3 of the drawing begins a graph that does not end"),
        ("digraph {} }", "Line 1 of the drawing is not DOT: no graph or digraph begins there"),
        ('"digraph" {}', "no graph or digraph begins there"),
        ("digraph { a\n ? }", "Line 2 of the drawing is not DOT: '\\?' cannot stand there"),
        ('digraph {\n"a', "Line 2 .* an open quote or comment"),
        ("digraph { a [label=\n<b }", "Line 2 of the drawing has an HTML label that does not end"),
        ("graph }", "Line 1 of the drawing has a } too many"),
    ],
)
def test_what_is_no_dot_is_said_with_its_line(text, message):
    with pytest.raises(CannotRead, match=message):
        plain_dot(text.encode())
