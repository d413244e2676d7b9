"""Flow charts in Mermaid, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.board import Mark
from nyttokedja.importing.drawings.mermaid.reader import read_mermaid
from nyttokedja.importing.model import ImportOptions
from tests.importing.reading import imported


def board(text):
    return read_mermaid(text.encode(), ImportOptions())


def page(body):
    (one,) = board(f"flowchart LR\n{body}").pages
    return one


def shapes(body):
    return {shape.id: " ".join(shape.lines) for shape in page(body).shapes}


def arrows(body):
    return [(one.tail, one.head, " ".join(one.lines)) for one in page(body).connectors]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("a", {"a": "a"}),
        ("a[Färre besök]", {"a": "Färre besök"}),
        (
            "a(A) --> b([B]) --> c[[C]] --> d[(D)] --> e((E))",
            {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E"},
        ),
        (
            "a>A] --> b{B} --> c{{C}} --> d[/D/] --> e[\\E\\] --> f(((F)))",
            dict(zip("abcdef", "ABCDEF", strict=True)),
        ),
        ('a["Två (2) [x] --> y"]', {"a": "Två (2) [x] --> y"}),
        ('a["Två\nrader"]', {"a": "Två rader"}),
        ("a[Två<br/>rader]", {"a": "Två rader"}),
        ('a["`Det är **viktigt**`"]', {"a": "Det är viktigt"}),
        ('a["#quot;Ja#quot; #35;1"]', {"a": '"Ja" #1'}),
        ("a --> b\na[Senare]", {"a": "Senare", "b": "b"}),
        ('a@{ shape: rect, label: "Ny sort" }', {"a": "Ny sort"}),
        ("a:::nytta --> b", {"a": "a", "b": "b"}),
        ("a-b[Med streck] --> c_d.e", {"a-b": "Med streck", "c_d.e": "c_d.e"}),
        ("a-->b-->c", {"a": "a", "b": "b", "c": "c"}),
        ("%% kommentar\na;b", {"a": "a", "b": "b"}),
        ("style1[A] --> classy[B]", {"style1": "A", "classy": "B"}),
        ('click a href "x"\nlinkStyle 0 stroke:red\ndirection LR\na', {"a": "a"}),
        ("å[Ä] --> 1[Ett]", {"å": "Ä", "1": "Ett"}),
    ],
)
def test_nodes(body, words):
    assert shapes(body) == words


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a --> b", [("a", "b", "")]),
        ("a-->|därför|b", [("a", "b", "därför")]),
        ("a -- därför --> b", [("a", "b", "därför")]),
        ("a == därför ==> b", [("a", "b", "därför")]),
        ("a -. därför .-> b", [("a", "b", "därför")]),
        ("a & b --> c & d", [("a", "c", ""), ("a", "d", ""), ("b", "c", ""), ("b", "d", "")]),
        ("a --> b --> c", [("a", "b", ""), ("b", "c", "")]),
        ("a ~~~ b", []),
        ("a ----> b", [("a", "b", "")]),
        ("a e1@--> b", [("a", "b", "")]),
        ("a\n--> b", [("a", "b", "")]),
        ('a -->|"(x) --> y"| b', [("a", "b", "(x) --> y")]),
    ],
)
def test_links(body, expected):
    assert arrows(body) == expected


@pytest.mark.parametrize(
    ("link", "marks"),
    [
        ("-->", (Mark.NONE, Mark.ARROW)),
        ("---", (Mark.NONE, Mark.NONE)),
        ("<-->", (Mark.ARROW, Mark.ARROW)),
        ("--x", (Mark.NONE, Mark.BAR)),
        ("--o", (Mark.NONE, Mark.OTHER)),
        ("-.->", (Mark.NONE, Mark.ARROW)),
        ("==>", (Mark.NONE, Mark.ARROW)),
        ("===", (Mark.NONE, Mark.NONE)),
    ],
)
def test_marks(link, marks):
    (arrow,) = page(f"a {link} b").connectors
    assert arrow.marks == marks
    assert ("dashed" in arrow.looks) is ("." in link)


def test_groups_in_groups_and_looks():
    one = page(
        "subgraph yttre [Nyttor]\n a[A]\n subgraph inre\n  b[B]\n end\nend\nc[C]\n"
        "classDef gul fill:#FF0,stroke:#333;\nclass a,b gul\nstyle c fill:#0f0\na:::gul"
    )
    assert [(group.id, group.lines, group.groups) for group in one.groups] == [
        ("yttre", ("Nyttor",), ()),
        ("inre", ("inre",), ("yttre",)),
    ]
    looks = {shape.id: shape.looks for shape in one.shapes}
    assert (looks["a"]["fill"], looks["a"]["line"], looks["b"]["class"]) == ("#ff0", "#333", "gul")
    assert looks["c"]["fill"] == "#0f0"
    assert {shape.id: shape.groups for shape in one.shapes} == {
        "a": ("yttre",),
        "b": ("yttre", "inre"),
        "c": (),
    }


def test_a_group_called_after_a_type_gives_it():
    chain = imported(b"graph TD\nsubgraph Nyttor\na[Snabbare besked]\nend", "mermaid")
    assert [*chain.data["benefits"]] == ["snabbare_besked"]


def test_diagrams_in_markdown_are_pages_and_others_are_counted():
    made = board(
        "# Rubrik\n```mermaid\ngraph LR\na-->b\n```\n"
        "~~~mermaid\n---\ntitle: Två\n---\nflowchart TD\nc\n~~~\n```mermaid\nsequenceDiagram\n```"
    )
    assert [page.name for page in made.pages] == ["1", "Två"]
    assert (made.title, made.unread) == ("Rubrik", {"diagrams": 1})


def test_no_flow_chart_is_a_sentence():
    with pytest.raises(CannotRead, match="no flow chart"):
        board("```mermaid\nsequenceDiagram\n```")


PIECES = [
    "a",
    "b",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    '"',
    "-->",
    "---",
    "-.",
    ".->",
    "|",
    "&",
    "\n",
    " ",
    ";",
    "subgraph ",
    "end",
    ":::",
    "@{",
    "x",
    "==",
    "~~~",
    "style ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_anything_ends(body):
    page(body)


@given(st.text("abåÄ ?!.,", min_size=1, max_size=30).filter(str.strip))
def test_every_word_in_quotes_is_read(words):
    assert shapes(f'n["{words}"]')["n"] == " ".join(words.split())


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ('B("Färre \\"samtal\\"")', '("Färre "samtal"")'),
        ("A[oavslutad --> B", "[oavslutad --> B"),
        ("A --> (ingen)", "(ingen)"),
        ("A --> B\n!! Fråga facket", "!! Fråga facket"),
    ],
)
def test_words_that_are_no_statement_are_kept_as_a_text(body, kept):
    assert kept in shapes(body).values()
    assert kept in str(imported(f"flowchart LR\n{body}".encode(), "mermaid").data["notes"])


def test_a_line_of_signs_alone_is_nothing():
    assert shapes("A --> B\n}}}\n---") == {"A": "A", "B": "B"}


def test_words_on_a_link_need_no_spaces_round_them():
    assert arrows("A--ja-->B\nB==nej==>C\nC-.kanske.->D") == [
        ("A", "B", "ja"),
        ("B", "C", "nej"),
        ("C", "D", "kanske"),
    ]


def test_a_head_may_stand_next_to_the_node():
    assert [(one.head, one.marks[1]) for one in page("A--oB\nA--xC\nA---ops").connectors] == [
        ("B", Mark.OTHER),
        ("C", Mark.BAR),
        ("ops", Mark.NONE),
    ]
