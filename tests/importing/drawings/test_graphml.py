"""Drawings in GraphML: of yEd, and of programs that only name their nodes."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Mark, Rect
from nyttokedja.importing.drawings.graphml import read_graphml
from nyttokedja.importing.model import ImportOptions
from tests.importing.reading import imported

YED = """<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
 <key id="d5" for="node" attr.name="description"/><key id="d6" for="node" yfiles.type="nodegraphics"/>
 <key id="d9" for="edge" yfiles.type="edgegraphics"/>
 <graph edgedefault="directed" id="G">
  <node id="g" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
    <y:GroupNode><y:NodeLabel>Nyttor</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Mapp</y:NodeLabel></y:GroupNode>
   </y:Realizers></y:ProxyAutoBoundsNode></data>
   <graph id="g:"><node id="g::a"><data key="d5">Inom en dag</data><data key="d6"><y:ShapeNode>
     <y:Geometry x="1.5" y="2" width="30" height="40"/><y:Fill color="#FFCC00"/>
     <y:NodeLabel>Snabbare<y:X/>
besked</y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node></graph></node>
  <node id="b"><data key="d6"><y:GenericNode>
    <y:NodeLabel>Ett</y:NodeLabel><y:NodeLabel>Två</y:NodeLabel></y:GenericNode></data></node>
  <edge id="e" source="b" target="g::a"><data key="d9"><y:PolyLineEdge><y:LineStyle type="dashed"/>
    <y:Arrows source="none" target="standard"/>
    <y:EdgeLabel>därför</y:EdgeLabel></y:PolyLineEdge></data></edge>
  <edge source="g::a" target="b"><data key="d9"><y:PolyLineEdge>
    <y:Arrows source="t_shape" target="none"/></y:PolyLineEdge></data></edge>
 </graph></graphml>"""
PLAIN = """<graphml><key id="n" for="node" attr.name="Label"/><graph edgedefault="{}">
 <node id="1"><data key="n">Färre besök</data></node><node id="2"/>
 <edge source="1" target="2"/></graph></graphml>"""


def page(text):
    (one,) = read_graphml(text.encode(), ImportOptions()).pages
    return one


def test_what_yed_draws():
    one = page(YED)
    first, second = one.shapes
    assert (first.lines, first.note, first.groups) == (("Snabbare", "besked"), "Inom en dag", ("g",))
    assert (first.place, first.looks) == (Rect(1.5, 2, 30, 40), {"fill": "#ffcc00", "shape": "ellipse"})
    assert second.lines == ("Ett", "Två")
    assert [(group.lines, group.sort) for group in one.groups] == [(("Nyttor",), "frame")]
    arrow, bar = one.connectors
    assert (arrow.tail, arrow.head, arrow.marks) == ("b", "g::a", (Mark.NONE, Mark.ARROW))
    assert (arrow.lines, arrow.looks) == (("därför",), {"dashed": "1"})
    assert bar.marks == (Mark.BAR, Mark.NONE)


def test_a_group_of_yed_called_after_a_type_gives_it():
    assert "snabbare_besked" in imported(YED.encode(), "graphml").data["benefits"]


@pytest.mark.parametrize(("default", "head"), [("directed", Mark.ARROW), ("undirected", Mark.NONE)])
def test_what_only_names_its_nodes(default, head):
    one = page(PLAIN.format(default))
    assert [shape.lines for shape in one.shapes] == [("Färre besök",), ()]
    assert [arrow.marks for arrow in one.connectors] == [(Mark.NONE, head)]


@pytest.mark.parametrize("text", ["<graphml>", '<!DOCTYPE x [<!ENTITY a "b">]><graphml/>', "x"])
def test_what_is_damaged_is_a_sentence(text):
    with pytest.raises(CannotRead):
        page(text)


def test_numbers_that_are_none_are_no_place():
    assert page(YED.replace('x="1.5"', 'x="?"')).shapes[0].place is None


def test_nodes_of_programs_that_draw_nothing_are_called_by_their_ids():
    text = """<graphml><graph edgedefault="directed"><node id="Färre samtal"/><node id="Tid"/>
    <edge source="Färre samtal" target="Tid"/></graph></graphml>"""
    (one,) = read_graphml(text.encode(), ImportOptions()).pages
    assert [shape.lines for shape in one.shapes] == [("Färre samtal",), ("Tid",)]


def test_the_description_of_a_group_is_kept():
    text = """<graphml><key id="d" for="node" attr.name="description"/><graph edgedefault="directed">
    <node id="g"><data key="d">Mätt i höstas</data>
    <graph edgedefault="directed"><node id="Tid"/></graph></node>
    </graph></graphml>"""
    (one,) = read_graphml(text.encode(), ImportOptions()).pages
    assert [(shape.lines, shape.groups) for shape in one.shapes] == [
        (("Mätt i höstas",), ("g",)),
        (("Tid",), ("g",)),
    ]


def test_what_else_is_said_of_a_node_is_in_its_text_and_of_an_arrow_is_counted():
    text = """<graphml><key id="l" for="node" attr.name="label"/><key id="o" for="node" attr.name="Owner"/>
<key id="w" for="edge" attr.name="weight"/><graph edgedefault="directed">
<node id="a"><data key="l">Ring</data><data key="o">Chef</data></node>
<node id="b"><data key="l">Besök</data></node>
<edge source="a" target="b"><data key="w">0.5</data></edge></graph></graphml>"""
    chain = imported(text.encode(), "graphml")
    assert chain.data["effects"]["ring"]["text"] == "Owner: Chef"
    assert "text" not in chain.data["effects"].get("besök", {})
    assert {one.key: one.particulars for one in chain.remarks}["unread-arrow-data"] == {"n": 1}
