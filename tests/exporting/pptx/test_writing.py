"""PowerPoint: glued arrows, texts for screen readers, and nothing of the clock."""

import io
import sys
import zipfile

import pytest
from pptx import Presentation

from nyttokedja import importing
from nyttokedja.errors import CannotWrite
from nyttokedja.exporting.pptx.writing import write_pptx
from nyttokedja.importing.model import ImportOptions
from tests.exporting.exportables import of_chain, of_text

CHAIN = """\
nyttokedja: 1
title: Kjede
language: nb
stage: draft
effects:
  a: {title: Færre feil, leads_to: b}
benefits:
  b: {title: Tryggere, for: "pasienter & pårørende", owner: Leder}
drawbacks:
  c: {title: Mer arbeid}
risks:
  r: {title: Uro, at: [a, c]}
  s: {title: Stans, hinders: a}
notes: [Hinder]
"""


def slide(written):
    return Presentation(io.BytesIO(written.content)).slides[0]


def boxes(found):
    return [one for one in found.shapes if "typ=" in one.name]


def test_what_it_holds_comes_back():
    data = importing.read_import(
        write_pptx(of_text(CHAIN)).content, importing.FORMATS["pptx"], ImportOptions()
    ).data
    assert (data["title"], data["language"]) == ("Kjede", "nb")
    assert data["benefits"]["b"] == {"title": "Tryggere", "owner": "Leder", "for": "pasienter & pårørende"}
    assert sorted(data["risks"]["r"]["at"]) == ["a", "c"]
    assert data["risks"]["s"]["hinders"] == "a"
    assert data["notes"] == ["Hinder"]


def test_arrows_are_glued_and_meet_the_boxes_at_their_sides():
    found = slide(write_pptx(of_chain("digitala_las")))
    ids = {one.shape_id for one in boxes(found)}
    lines = [one for one in found.shapes if "arrow=" in one.name]
    assert lines
    for line in lines:
        glued = line.element.xpath(".//a:stCxn/@id | .//a:endCxn/@id")
        assert len(glued) == 2
        assert {int(id) for id in glued} <= ids
        assert {int(site) for site in line.element.xpath(".//a:stCxn/@idx | .//a:endCxn/@idx")} <= {
            0,
            1,
            2,
            3,
        }
    forms = {str(form) for one in boxes(found) for form in one.element.xpath(".//a:prstGeom/@prst")}
    assert forms <= {"rect", "roundRect"}


def test_elbows_bend_where_the_arrows_of_the_picture_do():
    source = of_chain("digitala_las")
    found = slide(write_pptx(source))
    bends = [
        int(guide.removeprefix("val "))
        for one in found.shapes
        for guide in (
            one.element.xpath(".//p:cNvCxnSpPr/../..//a:gd/@fmla") if "leads_to" in one.name else ()
        )
    ]
    assert any(0 < bend < 50_000 for bend in bends)  # a gutter that is not half way


def test_every_shape_has_a_text_for_those_who_hear_it_and_every_run_a_language():
    found = slide(write_pptx(of_text(CHAIN)))
    alts = found.element.xpath(
        ".//p:cNvPr[starts-with(@name, 'nyttokedja:') and not(@name='nyttokedja:language=nb')]"
    )
    assert all(one.get("descr") for one in alts)
    assert {*found.element.xpath(".//a:r/a:rPr/@lang")} == {"nb-NO"}
    assert len(found.element.xpath(".//a:r")) == len(found.element.xpath(".//a:r/a:rPr[@lang]"))
    assert "Stans" in found.notes_slide.notes_text_frame.text


def test_all_is_on_a_slide_of_16_to_9():
    shown = Presentation(io.BytesIO(write_pptx(of_chain("digitala_las")).content))
    assert shown.slide_width / shown.slide_height == pytest.approx(16 / 9, rel=0.001)
    for one in shown.slides[0].shapes:
        assert one.left >= 0
        assert one.top >= 0
        assert one.left + one.width <= shown.slide_width
        assert one.top + one.height <= shown.slide_height


def test_the_same_chain_gives_the_same_bytes_without_the_clock():
    first = write_pptx(of_chain("digitala_las")).content
    assert first == write_pptx(of_chain("digitala_las")).content
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {one.date_time[0] for one in package.infolist()} == {1980}
        assert b"python-pptx" not in package.read("docProps/core.xml")


def test_without_what_writes_it_there_is_one_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(CannotWrite, match="office"):
        write_pptx(of_text(CHAIN))


def test_a_large_chain_has_a_slide_for_each_goal_and_comes_back_as_one():
    benefits = "".join(f"  b{n}: {{title: Nytta {n % 30}, leads_to: m{n % 2}}}\n" for n in range(45))
    goals = "  m0: {title: Et mål}\n  m1: {title: Et annet}\n"
    risks = "  r: {title: Uro, at: b0}\n"
    source = of_text(
        f"nyttokedja: 1\ntitle: t\nlanguage: nb\nbenefits:\n{benefits}goals:\n{goals}risks:\n{risks}"
    )
    written = write_pptx(source)
    slides = list(Presentation(io.BytesIO(written.content)).slides)
    shown = {one.shapes.title.text_frame.text: len(boxes(one)) for one in slides}
    assert shown == {"t": 48, "t: Et mål": 25, "t: Et annet": 23}
    data = importing.read_import(written.content, importing.FORMATS["pptx"], ImportOptions()).data
    assert len(data["benefits"]) == 45
    assert all(node["leads_to"] == f"m{int(id[1:]) % 2}" for id, node in data["benefits"].items())
    assert not any("origin" in node for node in data["benefits"].values())


def reread(content):
    return importing.read_import(content, importing.FORMATS["pptx"], ImportOptions())


def test_what_is_spoken_of_the_shapes_is_no_remark_but_what_somebody_adds_is():
    content = write_pptx(of_text(CHAIN)).content
    assert "unread-speech" not in {one.key for one in reread(content).remarks}
    shown = Presentation(io.BytesIO(content))
    shown.slides[0].notes_slide.notes_text_frame.text += "\nVis til rapporten"
    held = io.BytesIO()
    shown.save(held)
    assert "unread-speech" in {one.key for one in reread(held.getvalue()).remarks}


def test_goals_whose_slides_would_be_too_much_are_named():
    effects = "".join(f"  e{n}: {{title: Effekt {n}, leads_to: b}}\n" for n in range(300))
    goals = "".join(f"  m{n}: {{title: Mål {n}}}\n" for n in range(4))
    source = of_text(
        f"nyttokedja: 1\ntitle: t\nlanguage: nb\neffects:\n{effects}"
        f"benefits:\n  b: {{title: Nytte, leads_to: [m0, m1, m2, m3]}}\ngoals:\n{goals}"
    )
    written = write_pptx(source)
    assert len(Presentation(io.BytesIO(written.content)).slides) == 3
    assert [(one.key, one.item) for one in written.remarks] == [
        ("goal-without-slide", "Mål 2"),
        ("goal-without-slide", "Mål 3"),
    ]
    assert len(reread(written.content).data["effects"]) == 300


def test_an_arrow_from_below_goes_up_and_not_across():
    found = slide(write_pptx(of_chain("digital_nattillsyn")))
    lines = [one for one in found.shapes if one.name == "nyttokedja:arrow=needed_for"]
    tails = {one.shape_id: one for one in boxes(found)}
    turned = [one for one in lines if one.element.spPr.xfrm.get("rot") == "16200000"]
    assert turned
    for line in turned:
        tail = tails[int(line.element.xpath(".//a:stCxn/@id")[0])]
        head = tails[int(line.element.xpath(".//a:endCxn/@id")[0])]
        middle = line.left + line.width // 2, line.top + line.height // 2
        wide = abs(tail.left + tail.width // 2 - head.left - head.width // 2)
        assert middle[0] == pytest.approx(
            (tail.left + tail.width // 2 + head.left + head.width // 2) / 2, abs=2
        )
        assert middle[1] == pytest.approx((tail.top + head.top + head.height) / 2, abs=2)
        assert line.height == pytest.approx(wide, abs=2)  # it is turned by a quarter
