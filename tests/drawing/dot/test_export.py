"""The DOT of a chain: its columns hold, no text is anything but data, and Graphviz has no complaints."""

import json
import re
import shutil
import subprocess
import warnings
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from nyttokedja.checking.check import check
from nyttokedja.drawing.dot.export import to_dot
from nyttokedja.drawing.dot.styles import STYLES
from nyttokedja.importing.drawings.dot.graph import read_dot_graph
from nyttokedja.model.chain import Chain, Link, Node, NodeType, Note
from nyttokedja.model.findings import NOWHERE
from nyttokedja.model.graph import Graph
from nyttokedja.model.ids import is_id
from nyttokedja.model.picture_settings import PictureSettings
from tests.drawing.chains import FULL
from tests.hostile import IDS
from tests.importing.reading import import_dot

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
    *IDS.values(),
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
    assert {kind.value for kind in NodeType} | {"behaviour", "note", "elsewhere"} == set(STYLES)


@pytest.mark.parametrize("name", CHAINS)
def test_the_same_chain_gives_the_same_text_and_every_box_says_its_type(name):
    chain, text = example(name)
    assert text == example(name)[1]
    for node in chain.nodes:
        box = re.search(rf"^\t*n\d+ \[.* id=\"?{node.id}\"? .*$", text, re.MULTILINE)[0]
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
    laid = {one["id"]: one for one in laid.values() if "id" in one}
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
    assert re.search(r"n2 -> n3 \[label=indirekte? style=dashed\]", to_dot(chain, Graph(chain)))
    _, text = example("velferdsteknologi")
    name = {
        id: re.search(rf"(n\d+) \[.* id={id} ", text)[1] for id in ("vante_rutiner", "rykker_ut_ved_varsel")
    }
    assert f"{name['vante_rutiner']} -> {name['rykker_ut_ved_varsel']} [arrowhead=tee" in text


def test_an_empty_chain_is_a_drawing_too():
    chain = Chain("Tom")
    assert import_dot(to_dot(chain, Graph(chain)).encode()).data["title"] == "Tom"


def with_ids(first, second):
    nodes = (
        Node(first, NodeType.EFFECT, "E", NOWHERE, links=(Link(first, second, NOWHERE),)),
        Node(second, NodeType.BENEFIT, "B", NOWHERE),
        Node("k", NodeType.COST, "K", NOWHERE),
        Node(f"{first} k", NodeType.COST, "K2", NOWHERE),
    )
    chain = Chain("T", nodes=nodes)
    return to_dot(chain, Graph(chain))


@pytest.mark.parametrize("id", HOSTILE, ids=ascii)
def test_an_id_is_a_name_for_people_and_never_one_in_the_drawing(id):
    with warnings.catch_warnings(action="error"):
        text = with_ids(id, f"{id}x")
    ours = {"n1", "n2", "n3", "n4", "rank 0", "rank 1"}
    drawing = read_dot_graph(text)
    assert {box.name for box in drawing.boxes} <= ours
    assert [(arrow.tail, arrow.head) for arrow in drawing.arrows] == [("n1", "n2")]
    assert {box.said_id for box in drawing.boxes} <= {None, "", id, f"{id}x", "k"}
    assert not re.search(r"(?i)URL|href|pwn|port", text.replace("id=subgraphx", ""))
    data = import_dot(text.encode()).data
    assert list(data["effects"]) == [id if is_id(id) else "e"]


@pytest.mark.parametrize("id", IDS.values(), ids=IDS)
@pytest.mark.program
@pytest.mark.skipif(shutil.which("dot") is None, reason="dot is not installed")
def test_graphviz_makes_no_link_of_an_id(id):
    root = ET.fromstring(dot(with_ids(id, "b"), "svg"))
    assert not [name for part in root.iter() for name in part.attrib if name.endswith("href")]
    assert len([part for part in root.iter() if part.get("class", "").startswith("edge")]) == 1


def test_a_drawing_of_before_is_read_as_it_was():
    """Names in drawings have been ids."""
    text = "digraph { e [label=<<B>EFFEKT</B><BR/>E> class=effect] n1 [label=B class=benefit] e -> n1 }"
    data = import_dot(text.encode()).data
    assert (data["effects"]["e"]["leads_to"], list(data["benefits"])) == ("n1", ["n1"])


@pytest.mark.parametrize(
    ("direction", "rankdir", "shape"),
    [("right", "LR", "cds"), ("left", "RL", "larrow"), ("down", "TB", "invhouse")],
)
def test_dot_is_read_in_the_direction_that_is_chosen(direction, rankdir, shape):
    dot = to_dot(FULL, Graph(FULL), settings=PictureSettings(direction=direction))
    assert f"rankdir={rankdir}" in dot
    assert f"shape={shape}" in dot
