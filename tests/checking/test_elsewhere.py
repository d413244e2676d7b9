"""Arrows to boxes of other chains decide nothing in their own: the oracle is the same file without them."""

from pathlib import Path

import pytest

from nyttokedja.calculating.calculate import calculate
from nyttokedja.calculating.model import Options
from nyttokedja.checking.check import check
from nyttokedja.checking.questions.ask import ask
from nyttokedja.model.chain import NodeType
from nyttokedja.model.elsewhere import flaw_of, names_other_chain, parted, target_of
from nyttokedja.model.fingerprints import Strictness, fingerprint
from nyttokedja.writing.chain_file import to_yaml
from tests.everything import ALL

FILES = [
    *sorted(Path("chains").glob("*.yaml")),
    *sorted(Path("docs/examples/norrsalvik").glob("*.yaml")),
    *sorted(Path("tests/cases/field").glob("*.yaml")),
]


def with_pointers(data, words):
    """The text of a chain with an arrow to another chain out of each box that has none, in its own words."""
    lines = data.decode().splitlines(keepends=True)
    checked = check(data)
    nodes = [node for node in checked.chain.nodes if node.type in LEADING]
    made = 0
    for node in sorted(nodes, key=lambda node: -checked.source.place(node.span).line):
        line = checked.source.place(node.span).line - 1
        if not node.links and lines[line].rstrip().endswith(":") and line + 1 < len(lines):
            indent = len(lines[line + 1]) - len(lines[line + 1].lstrip())
            own = len(lines[line]) - len(lines[line].lstrip())
            if indent > own and "#" not in lines[line + 1]:
                pointer = f"{' ' * indent}{words}: [annan.yaml#ruta, ../mapp/tredje.yaml#{node.id}]\n"
                lines.insert(line + 1, pointer)
                made += 1
    return "".join(lines).encode(), made


LEADING = {
    NodeType.CHANGE,
    NodeType.EFFECT,
    NodeType.BENEFIT,
    NodeType.GOAL,
    NodeType.DRAWBACK,
    NodeType.OPPORTUNITY,
    NodeType.RISK,
}
WORDS = {"sv": "leder_till", "nb": "fører_til", "en": "leads_to"}


def verdicts(data):
    checked = check(data)
    graph = checked.graph
    calculated = calculate(graph, Options(explores=True))
    return {
        "findings": sorted(map(str, (fingerprint(one, Strictness.CONTENT) for one in checked.findings))),
        "possible": graph.possible,
        "expected": graph.expected,
        "hindered": graph.hindered,
        "questions": [
            (one.node.id, [(each.question, each.standing, each.n, each.lacks) for each in one.answers])
            for one in ask(checked.chain, graph, checked.findings).benefits
        ],
        "net": calculated.likely and {name: result.net for name, result in calculated.likely.results.items()},
        "standings": [(item.node.id, item.standing, item.yearly) for item in calculated.items],
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_verdict_is_the_same_with_and_without_arrows_to_other_chains(path):
    before = path.read_bytes()
    after, made = with_pointers(before, WORDS[check(before).keys])
    said, now = (sum(len(node.elsewhere) for node in check(one).chain.nodes) for one in (before, after))
    assert now == said + 2 * made
    assert verdicts(after) == verdicts(before)


def test_an_arrow_beside_others_takes_nothing_from_them():
    text = "nyttokedja: 1\nrubrik: A\nförändringar: {a: {leder_till: [b%s]}}\neffekter: {b: B}\n"
    plain, pointing = (check((text % more).encode()) for more in ("", ", x.yaml#b"))
    assert [link.target for link in pointing.chain.nodes[0].elsewhere] == ["x.yaml#b"]
    assert pointing.chain.nodes[0].links == plain.chain.nodes[0].links
    assert pointing.graph.possible == plain.graph.possible


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("a.yaml#b", True),
        ("a.yml#b", True),
        ("a b.YAML #b", True),
        ("a.yaml", True),
        ("a#b", True),
        ("a", False),
        ("mål #1", False),
        ("C#-kurs", False),
        ("#b", False),
        ("a -> b", False),
        ("", False),
    ],
)
def test_what_names_another_chain(written, names):
    assert names_other_chain(written) is names


@pytest.mark.parametrize(
    ("name", "written", "file"),
    [
        ("/r/a.yaml", "b.yaml#c", "/r/b.yaml"),
        ("/r/s/a.yaml", "../b.yaml#c", "/r/b.yaml"),
        ("/r/a.yaml", "../../../../b.yaml#c", "/b.yaml"),
        ("a.yaml", "../b.yaml#c", "../b.yaml"),
    ],
)
def test_where_a_pointer_leads(name, written, file):
    assert flaw_of(written) == ""
    assert target_of(name, written) == (file, "c")


def test_a_pointer_is_parted_at_its_first_sign():
    assert parted(" a.yaml # b#c ") == ("a.yaml", "b#c")
    assert flaw_of("a.yaml#b#c") == "form"


def test_no_id_is_taken_for_a_pointer():
    assert not any(names_other_chain(node.id) for node in check(to_yaml(ALL).encode()).chain.nodes)
