"""The text of a DOT graph as nodes and edges with all they inherit."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.dot.graph import (
    AttributeValue,
    DrawnArrow,
    DrawnBox,
    DrawnGroup,
    read_dot_graph,
)
from nyttokedja.importing.drawings.dot.tokens import plain_dot

A, B, C = (DrawnBox(name, {}) for name in "abc")


def read(statements, kind="digraph"):
    return read_dot_graph(f"{kind} {{ {statements} }}")


def texts(box):
    return {name: value.text for name, value in box.attributes.items()}


def test_a_graph_has_its_name_direction_and_label():
    graph = read_dot_graph('digraph "två ord" { label="x" a -> b }')
    assert (graph.name, graph.directed, graph.label) == ("två ord", True, AttributeValue("x"))
    assert graph.boxes == (A, B)
    assert graph.arrows == (DrawnArrow("a", "b", {}),)
    assert (read("a -- b", "graph").directed, read("").name, read("").label) == (
        False,
        "",
        AttributeValue(""),
    )
    assert read("graph [label=x]; graph [label=y]").label.text == "y"


def test_values_lose_their_quotes_and_keep_their_escapes():
    (box,) = read(r""""a \"b\"" [label="x \"y\" \n", xlabel=<<i>z</i>>, SHAPE=box]""").boxes
    assert box.name == 'a "b"'
    assert box.attributes == {
        "label": AttributeValue('x "y" \\n'),
        "xlabel": AttributeValue("<i>z</i>", html=True),
        "shape": AttributeValue("box"),
    }


def test_defaults_hold_for_what_follows_in_their_group_and_inside_it():
    graph = read("a; node [shape=x]; subgraph s { b; node [shape=y]; c } d; b [shape=z]; a -> d")
    assert {box.name: texts(box) for box in graph.boxes} == {
        "a": {},
        "b": {"shape": "z"},
        "c": {"shape": "y"},
        "d": {"shape": "x"},
    }
    first, second = read("a -> b; edge [dir=back, style=x]; a -> b [dir=both]").arrows
    assert (texts(first), texts(second)) == ({}, {"dir": "both", "style": "x"})


def test_boxes_know_their_groups_from_the_outermost():
    graph = read('subgraph cluster_x { label="X"; a; subgraph y { b } { c } }')
    outer, inner = DrawnGroup("cluster_x", AttributeValue("X")), DrawnGroup("y", AttributeValue(""))
    assert [box.groups for box in graph.boxes] == [(outer,), (outer, inner), (outer,)]


def test_an_edge_to_a_group_goes_to_each_box_in_it():
    ends = [(arrow.tail, arrow.head) for arrow in read("{a b} -> subgraph x { c d }").arrows]
    assert ends == [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]
    assert [(arrow.tail, arrow.head) for arrow in read('"a":"p":"n" -> "b":q').arrows] == [("a", "b")]


@pytest.fixture
def tried(monkeypatch):
    """How often the parser has tried something, counted."""
    from pyparsing import ParserElement

    counted = []
    one = ParserElement._parseNoCache

    def counting(self, *args, **named):
        counted.append(self)
        return one(self, *args, **named)

    read("a")  # the grammar is made once
    monkeypatch.setattr(ParserElement, "_parseNoCache", counting)
    monkeypatch.setattr(ParserElement, "_parse", counting)
    return counted


@pytest.mark.parametrize("statement", ["a -> {}", "{}", "{} -> a", "subgraph x {}", "{{}; {{}}}"])
def test_remembering_makes_a_brace_cost_no_more_than_the_last(tried, statement):
    def work(depth):
        tried.clear()
        nested = statement.replace("{}", "{" * depth + "b" + "}" * depth)
        read_dot_graph(f"digraph {{ {nested} }}", remembering=True)
        return len(tried)

    four, seven, ten = work(4), work(7), work(10)
    assert ten - seven < 1.2 * (seven - four)


@pytest.mark.parametrize(
    "statements",
    [
        "a -> {{b c} d} -> {e -> {f}}; node [class=x]; {edge [label=y]; {g -> h [label=z]}}",
        'subgraph cluster_a { label="A"; subgraph cluster_b { label="B"; {a} -> {{b}} } c } a; a',
    ],
)
def test_remembering_changes_nothing_in_what_is_read(statements):
    text = f"digraph {{ {statements} }}"
    assert read_dot_graph(text, remembering=True) == read_dot_graph(text)


def test_names_in_braces_may_have_commas_between_them():
    drawing = read_dot_graph(plain_dot(b"digraph { node [class=x]; edge [label=y]; a -> {b, c} }").text)
    assert [(arrow.tail, arrow.head) for arrow in drawing.arrows] == [("a", "b"), ("a", "c")]
    assert {box.name: texts(box) for box in drawing.boxes} == {name: {"class": "x"} for name in "abc"}
    assert [texts(arrow) for arrow in drawing.arrows] == [{"label": "y"}] * 2


def test_what_is_invisible_is_left_out_with_its_edges():
    graph = read('a [style="filled,INVIS"]; b [style=filled]; a -> b; b -> c [style=invis]; b -> c')
    assert [box.name for box in graph.boxes] == ["b", "c"]
    assert graph.arrows == (DrawnArrow("b", "c", {}),)


def test_there_may_be_twenty_thousand_arrows():
    def each_to_each(tails, heads):
        boxes = (" ".join(f"{end}{n}" for n in range(count)) for end, count in (("a", tails), ("b", heads)))
        return " -> ".join(f"{{{listed}}}" for listed in boxes)

    assert len(read(each_to_each(100, 200)).arrows) == 20_000
    with pytest.raises(CannotRead, match="more than 20000 arrows"):
        read(f"x -> y; {each_to_each(100, 200)}")


def test_what_pydot_cannot_read_is_said_with_its_line_and_nothing_is_printed(capsys):
    with pytest.raises(CannotRead, match="Line 2 of the drawing cannot be read as DOT"):
        read_dot_graph("digraph {\n a -> -> b }")
    assert capsys.readouterr() == ("", "")
