import re

import pytest

from nyttokedja.comparing import Kind
from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.language.safe_text import utf_16_length
from nyttokedja.model.chain import Node, NodeType
from nyttokedja.model.findings import NOWHERE
from nyttokedja.reports.comparison.chart_items import ChartArrow, ChartBox
from nyttokedja.reports.comparison.mermaid import MAX_ARROWS, flowchart
from tests.reports.findings.told import HOSTILE

WORDS = ComparisonWords("sv")


def box(id, title="Titel", **more):
    return ChartBox(id, Node(id, NodeType.EFFECT, title, NOWHERE), **more)


def test_signs_say_what_colours_say():
    items = [
        box("a", kind=Kind.ADDED, good=True),
        box("b", kind=Kind.REMOVED, good=False),
        box("c", "Annan", kind=Kind.CHANGED),
        ChartBox("d", None),
        ChartArrow(("a", "c"), Kind.ADDED),
        ChartArrow(("a", "b"), Kind.REMOVED),
        ChartArrow(("b", "c"), Kind.CHANGED, doubted=True),
        ChartArrow(("c", "d"), pointer=True),
        ChartArrow(("d", "a")),
    ]
    drawn = flowchart(items, WORDS)
    assert (drawn.boxes, drawn.arrows) == (4, 5)
    assert drawn.signs == ("+", "✓", "−", "✗", "Δ", "?", "~")
    assert (
        drawn.text
        == """\
flowchart LR
  n1["+ ✓ effekt<br/>Titel"]
  n2["− ✗ effekt<br/>Titel"]
  n3["Δ effekt<br/>Annan"]
  n4["?<br/>d"]
  n1 ==>|"+"| n3
  n1 -.->|"−"| n2
  n2 -->|"Δ ~"| n3
  n3 --o n4
  n4 --> n1
  classDef added fill:#dafbe1,stroke:#1a7f37,color:#1f2328
  class n1 added
  classDef good stroke:#1a7f37,stroke-width:4px
  class n1 good
  classDef removed fill:#ffebe9,stroke:#cf222e,color:#1f2328,stroke-dasharray:4
  class n2 removed
  classDef bad stroke:#cf222e,stroke-width:4px
  class n2 bad
  classDef changed fill:#fff8c5,stroke:#9a6700,color:#1f2328
  class n3 changed
  classDef loose stroke-dasharray:2
  class n4 loose
  linkStyle 0 stroke:#1a7f37
  linkStyle 1 stroke:#cf222e
  linkStyle 2 stroke:#9a6700"""
    )


OTHER = {
    "directive": "%%{init: {'securityLevel': 'loose'}}%%",
    "click": '"] click n1 href "javascript:x"',
    "entity": "#quot; &#34; ﬂ°°34¶ß",
    "icon": "fa:fa-car",
    "formula": "$$x$$",
    "style": "style x:#a; classDef y:#b;",
}


@pytest.mark.parametrize("title", (HOSTILE | OTHER).values(), ids=HOSTILE | OTHER)
def test_no_title_is_syntax(title):
    for items in ([box(title, title)], [ChartBox(title, None)]):
        lines = flowchart(items, WORDS).text.split("\n")
        label = re.fullmatch(r'  n1\["(?:effekt|\?)<br/>(.*)"\]', lines[1])[1]
        assert len(lines) == 2 + 2 * (items[0].node is None)
        assert re.fullmatch(r"(?:[^\W_]| |#\d+;)*", label)
        assert "ﬂ" not in label
        assert not re.search(r"#(?:58|36);(?!#8203;)", label)


@pytest.mark.parametrize("room", [0, 20, 60, 200, 1_000, 60_000])
def test_there_are_as_many_as_there_is_room_for(room):
    items = [box(f"e{n}", "😀" * 120) for n in range(200)]
    drawn = flowchart(items, WORDS, room)
    if drawn is None:
        assert room < 1_000
        return
    assert utf_16_length(drawn.text) <= min(room, 50_000)
    one = utf_16_length(flowchart(items[:1], WORDS).text)
    assert utf_16_length(drawn.text) + one > min(room, 50_000)


def test_there_are_not_too_many_arrows():
    items = [box("a"), box("b"), *(ChartArrow(("a", "b")) for _ in range(MAX_ARROWS + 1)), box("c")]
    drawn = flowchart(items, WORDS)
    assert (drawn.boxes, drawn.arrows) == (2, MAX_ARROWS)
