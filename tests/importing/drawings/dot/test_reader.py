"""Old drawings become chains; whatever is thrown at it, the result fits or it says CannotRead."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.drawing.dot.export import to_dot
from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.stages import node_types
from nyttokedja.language.validators import verdict
from nyttokedja.writing.chain_file import to_yaml
from tests.importing.reading import import_dot

DRAWINGS = Path(__file__).parent.parent / "files"
EACH_TO_EACH = "digraph {{ {{ {} }} -> {{ {} }} }}".format(
    *(" ".join(f"{end}{n}" for n in range(150)) for end in "ab")
).encode()
CHAINS = (
    "digital_lakemedelslista",
    "digital_nattillsyn",
    "digitala_las",
    "lakemedelsautomat",
    "velferdsteknologi",
)


def drawn(name, **options):
    imported = import_dot((DRAWINGS / f"{name}.dot").read_bytes(), **options)
    assert verdict().is_valid(imported.data)
    return imported


def of(text, **options):
    imported = import_dot(f"digraph {{ {text} }}".encode(), **options)
    assert verdict().is_valid(imported.data)
    return imported


def remarks(imported):
    return Counter(remark.key for remark in imported.remarks)


def test_boxes_in_clusters_with_words_in_swedish():
    chain = drawn("kluster")
    assert dict(chain.data) == {
        "nyttokedja": 1,
        "title": "Trygghetskameror i ordinärt boende",
        "language": "sv",
        "stage": "draft",
        "changes": {
            "tillsyn_med_kamera": {
                "title": "Tillsyn med kamera",
                "leads_to": ["brukaren_störs_inte", "färre_besök"],
            }
        },
        "effects": {
            "brukaren_störs_inte": {"title": "Brukaren störs inte", "leads_to": "bättre_nattsömn"},
            "färre_besök": {
                "title": "Färre besök",
                "leads_to": {"to": "frigjord_nattid", "because": "Ett besök tar 20 minuter"},
            },
            "bättre_nattsömn": {"title": "Bättre nattsömn", "leads_to": "bättre_hälsa_välmående"},
        },
        "benefits": {
            "bättre_hälsa_välmående": {"title": "Bättre hälsa & välmående", "leads_to": "bo_kvar_hemma"},
            "frigjord_nattid": {
                "title": 'Frigjord "nattid"',
                "leads_to": {"to": "bo_kvar_hemma", "link": "indirect"},
            },
        },
        "goals": {"bo_kvar_hemma": {"title": "Bo kvar hemma"}},
        "obstacles": {"dåligt_bredband": {"title": "Dåligt bredband", "hinders": "tillsyn_med_kamera"}},
        "risks": {"oro_för_integritet": {"title": "Oro för integritet", "at": "bättre_nattsömn"}},
    }
    assert not chain.remarks


def test_looks_mean_what_the_mapping_says():
    mapping = node_types.parse_mapping(
        [
            "shape=box3d:förändring",
            "fillcolor=GOLD:beteende",
            "style=bold:gevinst",
            "d:drawback",
            "shape=star:mål",
        ]
    )
    chain = drawn("farger", mapping=mapping, title="Lås")
    assert chain.data["title"] == "Lås"
    assert chain.data["changes"]["digitala_lås"]["leads_to"] == ["öppnar_med_mobilen", "tid_för_support"]
    assert chain.data["effects"] == {
        "öppnar_med_mobilen": {
            "title": "Öppnar med mobilen",
            "behaviour": True,
            "leads_to": "ökad_trygghet",
        },
        "fråga_anna": {"title": "Fråga Anna", "leads_to": "tid_för_support"},
    }
    assert list(chain.data["benefits"]) == ["ökad_trygghet"]
    assert list(chain.data["drawbacks"]) == ["tid_för_support"]
    assert remarks(chain) == {
        "kind-by-arrows": 1,
        "no-direction": 1,
        "both-ways": 1,
        "arrow-self": 1,
        "mapping-unused": 1,
    }


def test_norwegian_words_and_arrows_that_stand_beside_the_chain():
    chain = drawn("norsk", language="nb")
    assert chain.data["changes"] == {
        "sensor_om_natten": {
            "title": "Sensor om natten",
            "leads_to": ["ansatte_rykker_ut_ved_varsel", "bedre_søvn"],
        }
    }
    effect = chain.data["effects"]["ansatte_rykker_ut_ved_varsel"]
    assert effect["behaviour"]
    assert effect["leads_to"] == ["frigjort_tid", "flere_varsler", "bruk_i_sykehjem"]
    assert chain.data["drawbacks"] == {"flere_varsler": {"title": "Flere varsler"}}
    assert chain.data["preconditions"] == {
        "mobildekning": {"title": "Mobildekning", "needed_for": "sensor_om_natten"}
    }
    assert chain.data["costs"] == {"lisenser": {"title": "Lisenser"}}
    assert chain.data["opportunities"]["bruk_i_sykehjem"]["leads_to"] == "bedre_søvn"
    assert remarks(chain) == {"arrow-cost": 1, "arrow-from-goal": 1}
    assert to_yaml(chain.data, "nb").startswith(
        "nyttokedja: 1\ntittel: Digitalt tilsyn\nspråk: nb\nfase: utkast\n"
    )


def test_labels_of_every_make():
    chain = drawn("html")
    assert chain.data["effects"] == {
        "köer_5_min_färre_samtal": {
            "title": "Köer < 5 min & färre samtal",
            "leads_to": {"to": "nöjda_glada_invånare", "because": "Enkät 2024"},
        }
    }
    assert chain.data["benefits"]["nöjda_glada_invånare"]["title"] == "Nöjda | glada invånare"
    assert chain.data["goals"] == {"god_service": {"title": "God service"}}
    assert chain.data["notes"] == ["nod med mellanslag är html Effekten \\n"]
    assert remarks(chain) == {"unread-graphs": 1, "unknown-kind": 1}


def test_a_line_without_head_is_an_arrow_as_it_was_drawn():
    chain = drawn("oriktad", language="en", mapping={"cluster=benefits (ours)": "benefit"})
    assert chain.data["effects"] == {
        "fewer_visits": {"title": "Fewer visits", "leads_to": "freed_time"},
        "shorter_queues": {"title": "Shorter queues", "leads_to": ["freed_time", "fewer_visits"]},
    }
    assert remarks(chain) == {"no-direction": 1}


def test_our_own_drawings_may_be_edited_by_hand():
    chain = drawn("egen")
    assert chain.data["effects"] == {"a": {"title": "Kortare väntan vid larm", "effect_goal": True}}
    assert chain.data["obstacles"] == {
        "hyresvärden_säger_nej": {"title": "Hyresvärden säger nej", "hinders": "a"}
    }
    assert not chain.remarks


@pytest.mark.parametrize("name", CHAINS)
def test_our_own_drawing_is_read_back(name):
    before = check(Path(f"chains/{name}.yaml").read_bytes())
    imported = import_dot(to_dot(before.chain, before.graph).encode(), language=before.chain.language)
    after = check(to_yaml(imported.data, before.chain.language).encode())
    assert {(n.id, n.kind, n.title, n.effect_goal) for n in after.chain.nodes} == {
        (n.id, n.kind, n.title, n.effect_goal) for n in before.chain.nodes
    }
    assert {(arrow.ends, arrow.link.strength) for arrow in after.graph.arrows} == {
        (arrow.ends, arrow.link.strength) for arrow in before.graph.arrows
    }
    assert not imported.remarks


@pytest.mark.parametrize(
    ("label", "section", "title"),
    [
        ("Nytta: Frigjord tid", "benefits", "Frigjord tid"),
        ("NYTTA\\nFrigjord tid", "benefits", "Frigjord tid"),
        ("[Gevinst] Frigjort tid", "benefits", "Frigjort tid"),
        ("(mål) God vård", "goals", "God vård"),
        ("Effect 3: fewer visits", "effects", "Fewer visits"),
        ("Konsekvenskostnad - Väntan", "drawbacks", "Väntan"),
        ("Effekt", "effects", "Effekt"),
        ("Risker: brand", "risks", "Brand"),
        ("Kostnad som krävs: kurs", "costs", "Kurs"),
    ],
)
def test_what_a_label_says_first(label, section, title):
    assert [node["title"] for node in of(f'a [label="{label}"]').data[section].values()] == [title]


@pytest.mark.parametrize(
    "label", ["Risk för fall", "Målsättning: ny", "Effektiv vård", "Tid: 3 h", "Nyttan är stor"]
)
def test_what_a_label_does_not_say(label):
    assert of(f'a [label="{label}"]').data["notes"] == [label]


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        ("a -> b", {"a": "b"}),
        ("a -> b [dir=back]", {"b": "a"}),
        ("a -> b -> c", {"a": "b", "b": "c"}),
        ("a -> {b c}", {"a": ["b", "c"]}),
        ("a -> {b, c}", {"a": ["b", "c"]}),
        ("a, b -> c", {"a": "c", "b": "c"}),
        ("a -> b, c [dir=back]", {"b": "a", "c": "a"}),
        ("b, c [shape=box, style=bold]; a -> b", {"a": "b"}),
        ("{a b} -> c", {"a": "c", "b": "c"}),
        ("a -> subgraph x { b -> c }", {"b": "c", "a": ["b", "c"]}),
        ("a -> b; a -> b", {"a": "b"}),
        ('a:"p q":ne -> b:s', {"a": "b"}),
        ("edge [dir=back] a -> b", {"b": "a"}),
        ("subgraph { edge [dir=back] } a -> b", {"a": "b"}),
        ("a -> b [arrowhead=none]", {"a": "b"}),
        ("a -> b [arrowhead=tee]", {}),
        ("a -> b [style=invis]", {}),
        ('a -> b [label="Därför att \\"x\\""]', {"a": {"to": "b", "because": 'Därför att "x"'}}),
        ('a -> b [label="direkt"]', {"a": {"to": "b", "link": "direct"}}),
    ],
)
def test_arrows(edge, expected):
    nodes = of(f"subgraph Effekter {{ a b c }} {edge}").data["effects"]
    assert {id: node["leads_to"] for id, node in nodes.items() if "leads_to" in node} == expected


@pytest.mark.parametrize(
    ("edge", "id", "key", "value", "remark"),
    [
        ("h -> e", "h", "hinders", "e", None),
        ("r -> e", "r", "at", "e", None),
        ("r -> e [arrowhead=tee]", "r", "hinders", "e", None),
        ("r -> d", "r", "leads_to", "d", None),
        ("e -> r", "r", "at", "e", "arrow-to-risk"),
        ("p -> e", "p", "needed_for", "e", None),
        ("e -> h", "h", "hinders", "e", None),
        ("h -> r", "h", "hinders", None, "arrow-beside"),
        ("k -> e", "e", "leads_to", None, "arrow-cost"),
        ("m -> e", "m", "leads_to", None, "arrow-from-goal"),
        ("e -> n", "e", "leads_to", None, "arrow-note"),
        ("e -> d [arrowhead=tee]", "e", "leads_to", None, "arrow-hampers"),
    ],
)
def test_arrows_between_kinds(edge, id, key, value, remark):
    mapping = {
        "h": "hinder",
        "e": "effekt",
        "r": "risk",
        "d": "ulempe",
        "p": "precondition",
        "k": "cost",
        "m": "goal",
        "n": "lapp",
    }
    chain = of(f"h e r d p k m n; {edge}", mapping=mapping)
    nodes = {
        name: node for held in chain.data.values() if isinstance(held, dict) for name, node in held.items()
    }
    assert nodes[id].get(key) == value
    assert set(remarks(chain)) - {"unknown-kind"} == ({remark} if remark else set())


def test_defaults_hold_from_where_they_stand_and_inside_their_group():
    chain = of(
        "a; node [shape=star]; b; subgraph s { node [shape=box]; c } d", mapping={"shape=star": "goal"}
    )
    assert list(chain.data["goals"]) == ["b", "d"]
    assert chain.data["notes"] == ["a", "c"]


def test_ids_are_short_speaking_and_unique():
    chain = of(
        '"Effekt: Ökad trygghet!"; x [label="Effekt: ökad  trygghet"]; y [label="Effekt: 24 timmar"];'
        f'z [label="Effekt: {"långt " * 40}"]; w [label="Effekt: ²½"]; v [label="Effekt: {"x" * 90}"]'
    )
    assert list(chain.data["effects"])[:3] == ["ökad_trygghet", "ökad_trygghet_2", "nr_24_timmar"]
    assert all(len(id) <= 64 for id in chain.data["effects"])
    assert "box" in chain.data["effects"]


@pytest.mark.parametrize(
    "text",
    [
        "digraph { a [label=x; shape=box;]; ; ; b }",
        "digraph { -1 -> .5 }",
        "digraph { a [name=x, src=y, dst=z, obj_dict=w, self=v]; a -> b [name=x, src=y, dst=z] }",
        "DIGRAPH { Node1 -> subgraphen -> edges; strictly -> graph1 }",
        "digraph { 😀 -> å }",
        "\ufeffdigraph {}",
        "#include <x>\ndigraph { a /* } */ // }\n }",
        'digraph { a [label="x" + "y"] }',
        'digraph "Två ord" { subgraph {} {} }',
        "digraph { a -> " + "{" * 11 + "b" + "}" * 12,
        "digraph {" + "{" * 11 + "a -> b" + "}" * 12,
    ],
)
def test_what_graphviz_reads_is_read(text):
    assert verdict().is_valid(import_dot(text.encode()).data)


def test_latin_1_where_the_drawing_says_so():
    chain = import_dot('digraph { charset="latin1"; "Mål: Trygghet på natten" }'.encode("latin-1"))
    assert chain.data["goals"] == {"trygghet_på_natten": {"title": "Trygghet på natten"}}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"// only this", "empty"),
        (b"hello", "Line 1 .* not DOT"),
        (b"digraph {\n a -> \n}", "Line [123] "),
        (b"digraph {\n a [label=\n\"x] }", "Line 3 .* open quote"),
        (b"digraph {\n /* x", "Line 2 .* open quote or comment"),
        (b"digraph { a ", "does not end"),
        (b"digraph { a } }", "Line 1"),
        (b"digraph { a }\nb", "Line 2"),
        (b"digraph { a [label=<<b>] }", "HTML"),
        (b"digraph {" + b" " * 5_000_000 + b"}", "5 MB"),
        (b"digraph {" + b"{" * 100_000, "braces"),
        (b"digraph {" + b"[" * 100_000 + b"}", "too large"),
        (b"digraph {" + b"[" * 10_000 + b"}", "DOT"),
        (b"digraph { a [label=" + b"<" * 100_000, "HTML"),
        (b"digraph { a [label=\"" + b"x" * 30_000 + b"\"] }", "20000"),
        (b"digraph {" + b"{" * 10 + b"a; " * 10_000 + b"}" * 11, "too large"),
        (b"digraph {" + b"a; " * 200_000 + b"}", "too large"),
        (EACH_TO_EACH, "20000 arrows"),
        (b"digraph {" + b"a,b[" * 200_000 + b"}", "DOT|too large"),
        (b"digraph {" + b"a," * 2_000 + b"b [" + b"x=y " * 100 + b"]}", "too large"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence_and_soon(data, message, capsys):
    started = time.monotonic()
    with pytest.raises(CannotRead, match=message):
        import_dot(data)
    assert time.monotonic() - started < 20
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("entry", ["box3d", "shape=box", "shape=box:thing", ":benefit", "="])
def test_a_mapping_that_makes_no_sense_is_refused(entry):
    with pytest.raises(CannotRead):
        node_types.parse_mapping([entry])


def test_a_mapping_to_no_type_is_refused():
    with pytest.raises(CannotRead, match="no type"):
        import_dot(b"digraph {}", mapping={"shape=box": "sak"})


def test_hundreds_of_boxes():
    lines = "\n".join(f'n{n} [label="Effekt: nummer {n}"]; n{n} -> n{(n + 1) % 600};' for n in range(600))
    assert len(of(lines).data["effects"]) == 600


WORDS = (
    "digraph|graph|strict|subgraph|node|edge|{|}|[|]|=|;|,|:|+|->|--|a|b|c|label|shape|box|class|benefit|dir"
    '|back|both|arrowhead|tee|-1|å|😀|cluster_Mål|//|#|/*|"x"|"Nytta: y"|<b>|<<i>z</i>>|"\\N\\G"|"Risk: q"'
)
PIECES = st.lists(st.sampled_from([*WORDS.split("|"), "\n"]), max_size=40).map(" ".join)
CHARACTERS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)


def quoted(text):
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


@given(
    st.one_of(PIECES, PIECES.map(lambda inner: f"digraph {{ {inner} }}"), CHARACTERS).map(str.encode)
    | st.binary(max_size=80)
)
@example(b"digraph { a -> }")
@example(b"graph { a -- b [dir=both] }")
def test_anything_gives_a_chain_or_cannot_read(data):
    try:
        imported = import_dot(data)
    except CannotRead:
        return
    assert verdict().is_valid(dict(imported.data))


@given(st.lists(st.tuples(CHARACTERS, CHARACTERS), min_size=1, max_size=4), CHARACTERS)
def test_hostile_labels_are_texts_that_a_chain_file_holds(labels, title):
    text = "".join(f"{quoted(name)} [label={quoted('Effekt: ' + label)}] " for name, label in labels)
    imported = import_dot(f"digraph {{ label={quoted(title)} {text} }}".encode())
    assert verdict().is_valid(imported.data)
    checked = check(to_yaml(imported.data).encode())
    assert {finding.code for finding in checked.findings} & {"NK001", "NK002", "NK003", "NK004"} == set()
    assert len(checked.chain.nodes) == len(imported.data.get("effects", ()))


@pytest.mark.parametrize(
    ("attributes", "directed", "direction"),
    [
        ({}, True, "forward"),
        ({}, False, "none"),
        ({"dir": "FORWARD"}, False, "forward"),
        ({"dir": "back"}, True, "back"),
        ({"dir": "both"}, False, "both"),
        ({"dir": "none"}, True, "none"),
        ({"dir": "odd"}, True, "forward"),
        ({"arrowhead": "none"}, True, "none"),
        ({"dir": "both", "arrowhead": "none"}, True, "back"),
        ({"dir": "both", "arrowtail": "none"}, True, "forward"),
        ({"dir": "back", "arrowtail": "none"}, True, "none"),
        ({"arrowtail": "none"}, True, "forward"),
    ],
)
def test_an_arrow_has_a_direction(attributes, directed, direction):
    said = ", ".join(f"{key}={value}" for key, value in attributes.items())
    kind, edge = ("digraph", "->") if directed else ("graph", "--")
    chain = import_dot(f'{kind} {{ "effekt: E" {edge} "nytta: B" [{said}] }}'.encode())
    tail, head = ("benefits", "b"), ("effects", "e")
    if direction != "back":
        tail, head = head, tail
    assert chain.data[tail[0]][tail[1]]["leads_to"] == head[1]
    between = "effekt: E → nytta: B"
    expected = {"none": [("no-direction", between)], "both": [("both-ways", between)]}
    assert [(one.key, one.item) for one in chain.remarks] == expected.get(direction, [])


@pytest.mark.parametrize(
    ("attributes", "value"),
    [
        ('label="Därför"', {"to": "b", "because": "Därför"}),
        ('xlabel="två\\nrader"', {"to": "b", "because": "två rader"}),
        ('label="a", xlabel="b"', {"to": "b", "because": "a"}),
        ('label="Indirekt"', {"to": "b", "link": "indirect"}),
        ('label="\\T \\H"', {"to": "b", "because": "e1 b1"}),
        ('label="  "', "b"),
    ],
)
def test_a_label_is_a_reason_or_a_strength(attributes, value):
    chain = of(f'e1 [label="effekt: E"] b1 [label="nytta: B"] e1 -> b1 [{attributes}]')
    assert chain.data["effects"]["e"]["leads_to"] == value
