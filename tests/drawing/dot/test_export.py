"""The DOT of a chain: its columns hold, no text is anything but data, and Graphviz has no complaints."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from nyttokedja.checking.check import check
from nyttokedja.drawing.dot.export import to_dot
from nyttokedja.drawing.dot.styles import STYLES
from nyttokedja.importing.dot import import_dot
from nyttokedja.model.chain import Chain, Link, Node, NodeType, Note
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.graph import Graph

CHAINS = (
    "digital_lakemedelslista",
    "digital_nattillsyn",
    "digitala_las",
    "lakemedelsautomat",
    "velferdsteknologi",
)
HOSTILE = [
    *(
        "<b>fet</b>",
        "\\N \\G \\E \\L",
        'a"b',
        "a\\",
        "\\",
        '\\"',
        "a\\nb",
        "&amp; &lt; &#229; &",
        "<",
        ">",
        "<>",
        "a|b{c}",
    ),
    *(
        "]; x -> y [",
        "/* a */ // b",
        "javascript:alert(1)",
        '" onload="alert(1)',
        "]]>",
        "<!-- -->",
        "</svg><script>",
    ),
    *(
        "a\x07b",
        "\ufffe",
        "å ä ö 😀",
        "<<BR/>>",
        "%0A::error",
        "node",
        "rad ett\nrad två",
        "x" * 200,
        "\u202eabc",
    ),
]


def dot(text, format):
    run = subprocess.run(
        ["dot", f"-T{format}"], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    assert run.stderr == b""
    return run.stdout.decode()


def example(name):
    checked = check(Path(f"chains/{name}.yaml").read_bytes())
    return checked.chain, to_dot(checked.chain, checked.graph)


def with_text(text):
    effect = Node("e", NodeType.EFFECT, text, NOWHERE, owner=text, links=(Link("e", "b", NOWHERE),))
    benefit = Node("b", NodeType.BENEFIT, text, NOWHERE, owner=text, receiver=text)
    chain = Chain(text, nodes=(effect, benefit), notes=(Note(text, NOWHERE),))
    return to_dot(chain, Graph(chain))


def test_every_kind_of_box_looks_its_own_without_colour():
    shapes = {(look.shape, look.style, look.width, look.peripheries) for look in STYLES.values()}
    assert len(shapes) == len(STYLES)
    assert {kind.value for kind in NodeType} | {"behaviour", "note"} == set(STYLES)


@pytest.mark.parametrize("name", CHAINS)
def test_the_same_chain_gives_the_same_text_and_every_box_says_its_type(name):
    chain, text = example(name)
    assert text == example(name)[1]
    for node in chain.nodes:
        box = re.search(rf"^\t*\"?{node.id}\"? \[.*$", text, re.MULTILINE)[0]
        assert f"class={node.kind}" in box
        assert re.search(r"<B><FONT [^>]*>[A-ZÅÄÖØÆ · ]+</FONT></B>", box)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_title_survives_its_own_drawing(text):
    imported = import_dot(with_text(text).encode())
    cleaned = " ".join(
        text.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").replace("\u202e", "").split()
    )
    assert imported.data["title"] == cleaned
    assert imported.data["effects"]["e"].get("title") == cleaned
    assert imported.data["effects"]["e"]["leads_to"] == "b"
    assert imported.data["notes"] == [cleaned]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.program
@pytest.mark.skipif(shutil.which("dot") is None, reason="dot is not installed")
def test_graphviz_shows_any_title_as_it_is(text):
    root = ET.fromstring(dot(with_text(text), "svg"))
    shown = "".join("".join(part.itertext()) for part in root.iter("{http://www.w3.org/2000/svg}text"))
    wanted = "".join(text.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").replace("\u202e", "").split())
    assert re.sub(r"\s", "", shown).count(wanted) >= 4
    assert not [name for part in root.iter() for name in part.attrib if name.lower().startswith("on")]


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.program
@pytest.mark.skipif(shutil.which("dot") is None, reason="dot is not installed")
def test_columns_follow_each_other_and_boxes_do_not_overlap(name):
    chain, text = example(name)
    laid = {one["name"]: one for one in json.loads(dot(text, "json"))["objects"] if "pos" in one}
    boxes = {node.id: rectangle(laid[node.id]) for node in chain.nodes}
    edge = -1.0
    for kinds in (["change"], ["effect"], ["benefit", "drawback"], ["goal"]):
        column = [boxes[node.id] for node in chain.nodes if node.type in kinds]
        assert all(left > edge for left, _, _, _ in column)
        edge = max(right for _, right, _, _ in column)
    rectangles = list(boxes.values())
    for n, (left, right, low, high) in enumerate(rectangles):
        for other in rectangles[n + 1 :]:
            assert right <= other[0] or other[1] <= left or high <= other[2] or other[3] <= low


def rectangle(one):
    x, y = map(float, one["pos"].split(","))
    width, height = float(one["width"]) * 36, float(one["height"]) * 36
    return x - width, x + width, y - height, y + height


def test_arrows_that_hamper_and_links_by_their_strength():
    nodes = (
        Node("h", NodeType.OBSTACLE, "H", NOWHERE, hinders=()),
        Node("e", NodeType.EFFECT, "E", NOWHERE, links=(Link("e", "b", NOWHERE, strength="indirect"),)),
        Node("b", NodeType.BENEFIT, "B", NOWHERE),
    )
    chain = Chain("T", language="nb", nodes=nodes)
    assert re.search(r"e -> b \[label=indirekte? style=dashed\]", to_dot(chain, Graph(chain)))
    _, text = example("velferdsteknologi")
    assert re.search(r'vante_rutiner -> "?rykker_ut_ved_varsel"? \[arrowhead=tee', text)


def test_an_empty_chain_is_a_drawing_too():
    chain = Chain("Tom")
    assert import_dot(to_dot(chain, Graph(chain)).encode()).data["title"] == "Tom"
