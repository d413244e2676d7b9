"""draw.io: the picture's places, our data, and what a person changes there."""

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from nyttokedja import importing
from nyttokedja.drawing import compose
from nyttokedja.drawing.page.places import box_places
from nyttokedja.exporting.drawio import write_drawio
from nyttokedja.importing.model import ImportOptions
from tests.exporting.exportables import of_chain, of_text

CHAIN = """\
nyttokedja: 1
rubrik: Kjede & <mer>
språk: nb
skede: utkast
effekter:
  a: {rubrik: "Færre <b>feil</b> & avbrudd", leder_till: [{till: b, eftersom: "ingen ringer"}]}
nyttor:
  b: {rubrik: Tryggere, for: pasienter}
risker:
  r: {rubrik: Uro, vid: a}
notes: [hva koster det]
"""


def read(content):
    return importing.read_import(content.encode(), importing.FORMATS["drawio"], ImportOptions())


@pytest.mark.parametrize("name", ["digitala_las", "lakemedelsautomat"])
def test_boxes_stand_where_the_picture_has_them(name):
    source = of_chain(name)
    places = box_places(compose(source.chain, source.graph, layout=source.layout()))
    root = ET.fromstring(write_drawio(source).content)
    drawn = {
        one.get("nyttokedja_id"): one.find("mxCell/mxGeometry")
        for one in root.iter("object")
        if one.get("nyttokedja_id")
    }
    assert drawn.keys() == places.keys()
    for id, place in places.items():
        assert float(drawn[id].get("x")) == pytest.approx(place.x, abs=0.06)
        assert float(drawn[id].get("y")) == pytest.approx(place.y, abs=0.06)
    for (_, a), (_, b) in combinations(places.items(), 2):
        assert a.right <= b.x or b.right <= a.x or a.foot <= b.y or b.foot <= a.y


def test_arrows_leave_and_enter_where_the_picture_has_them():
    root = ET.fromstring(write_drawio(of_chain("digitala_las")).content)
    styles = [one.get("style") for one in root.iter("mxCell") if one.get("edge")]
    assert sum("exitX=" in style and "entryX=" in style for style in styles) > len(styles) / 2
    assert all(("exitX=" in style) != ("orthogonal" in style) for style in styles)


def test_title_language_ids_and_words_come_back_and_headings_do_not():
    source = of_text(CHAIN)
    data = read(write_drawio(source).content).data
    assert (data["title"], data["language"]) == ("Kjede & <mer>", "nb")
    assert data["effects"]["a"]["title"] == "Færre <b>feil</b> & avbrudd"
    assert data["effects"]["a"]["leads_to"] == {"to": "b", "because": "ingen ringer"}
    assert data["benefits"]["b"]["for"] == "pasienter"
    assert data["risks"]["r"]["at"] == "a"
    assert data["notes"] == ["hva koster det"]


def test_what_a_person_writes_in_a_heading_is_kept():
    content = write_drawio(of_text(CHAIN)).content
    heading = 'label="Effekter" nyttokedja_heading="Effekter"'
    changed = content.replace('label="Effekter" nyttokedja', 'label="Ring Kari" nyttokedja', 1)
    assert heading in content or changed != content
    assert "Ring Kari" in read(changed).data["notes"]


def test_the_same_chain_gives_the_same_bytes():
    assert write_drawio(of_chain("digitala_las")) == write_drawio(of_chain("digitala_las"))


def test_what_is_heard_of_a_box_is_its_tooltip_and_what_a_person_makes_of_it_is_its_text():
    text = CHAIN.replace("for: pasienter", "for: pasienter, text: Se rapporten")
    content = write_drawio(of_text(text)).content
    tooltip = 'tooltip="Gevinst: Tryggere. pasienter. Se rapporten."'
    assert tooltip in content
    assert read(content).data["benefits"]["b"]["text"] == "Se rapporten"
    assert "text" not in read(content).data["effects"]["a"]
    changed = content.replace(tooltip, 'tooltip="Spør Kari"')
    assert read(changed).data["benefits"]["b"]["text"] == "Spør Kari"
