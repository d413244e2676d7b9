"""Mind maps and outlines: branches are boxes, and arrows only where somebody says so."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.drawings.outlines import read_freemind, read_opml
from nyttokedja.importing.model import ImportOptions
from tests.importing.reading import imported

MAP = """<map version="1.0.1"><node TEXT="E-tjänst" ID="root">
 <node TEXT="Nyttor" ID="h">
  <node TEXT="Snabbare besked" ID="a" BACKGROUND_COLOR="#FFCC00">
   <node TEXT="Mindre oro" ID="c"/></node></node>
 <node ID="b"><richcontent TYPE="NODE"><html><body><p>Färre</p><p>besök</p></body></html></richcontent>
  <richcontent TYPE="NOTE"><html><body><p>Mätt i höstas</p></body></html></richcontent>
  <arrowlink DESTINATION="a" STARTARROW="None" ENDARROW="Default" MIDDLE_LABEL="därför"/></node>
</node></map>"""
OPML = """<opml version="2.0"><head><title>E-tjänst</title></head><body>
 <outline text="Hinder">
  <outline text="Låg vana" _note="Främst äldre"/></outline>
 <outline text="Färre besök"/></body></opml>"""


def page(read, text, indent=""):
    made = read(text.encode(), ImportOptions(indent=indent))
    return made.title, made.pages[0]


def test_a_mind_map_has_branches_headings_and_links():
    title, one = page(read_freemind, MAP)
    assert title == "E-tjänst"
    assert [(shape.id, shape.lines, shape.groups) for shape in one.shapes] == [
        ("a", ("Snabbare besked",), ("h",)),
        ("c", ("Mindre oro",), ()),
        ("b", ("Färre", "besök"), ()),
    ]
    assert one.shapes[0].looks == {"fill": "#ffcc00"}
    assert one.shapes[2].note == "Mätt i höstas"
    assert [group.lines for group in one.groups] == [("Nyttor",)]
    assert [(arrow.tail, arrow.head, arrow.lines) for arrow in one.connectors] == [("b", "a", ("därför",))]


@pytest.mark.parametrize(("indent", "arrow"), [("leads-to", ("a", "c")), ("contributes", ("c", "a"))])
def test_branches_are_arrows_where_somebody_says_so(indent, arrow):
    _, one = page(read_freemind, MAP, indent)
    assert arrow in [(one.tail, one.head) for one in one.connectors]
    assert "h" not in [one.tail for one in one.connectors]


def test_a_heading_gives_the_type():
    chain = imported(MAP.encode(), "freemind")
    assert [*chain.data["benefits"]] == ["snabbare_besked"]
    assert chain.data["title"] == "E-tjänst"


def test_an_outline_is_read_alike():
    title, one = page(read_opml, OPML)
    assert title == "E-tjänst"
    assert [(shape.lines, shape.note, shape.lasting) for shape in one.shapes] == [
        (("Låg vana",), "Främst äldre", False),
        (("Färre besök",), "", False),
    ]
    assert [*imported(OPML.encode(), "opml").data["obstacles"]] == ["låg_vana"]


@pytest.mark.parametrize("read", [read_freemind, read_opml])
def test_what_is_damaged_is_a_sentence(read):
    with pytest.raises(CannotRead):
        read(b"<map><node>", ImportOptions())


def test_what_is_noted_anywhere_in_a_mind_map_is_kept():
    def noted(words, kind="NOTE"):
        return f'<richcontent TYPE="{kind}"><html><body><p>{words}</p></body></html></richcontent>'

    _, one = page(
        read_freemind,
        f"""<map><node TEXT="E-tjänst">{noted("Vid roten")}
        <node TEXT="Nyttor" ID="h">{noted("Vid rubriken")}
         <node TEXT="Tid" ID="a"><attribute NAME="ägare" VALUE="Enhetschef"/></node></node>
        <node ID="b">{noted("Bara detaljer", "DETAILS")}</node></node></map>""",
    )
    assert [(" ".join(shape.lines), shape.note, shape.groups) for shape in one.shapes] == [
        ("Vid roten", "", ()),
        ("Vid rubriken", "", ()),
        ("Tid", "ägare: Enhetschef", ("h",)),
        ("Bara detaljer", "", ()),
    ]
