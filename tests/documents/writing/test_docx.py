"""Word files: real styles, headings, tables and pictures, an organisation's template, and what is refused."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import docx
import pytest

from benchmarks.pictures.realistic import recipe
from nyttokedja.documents.model import Cell, Document, Paragraph, Section, Table
from nyttokedja.documents.writing.columns import PADDING
from nyttokedja.documents.writing.docx import written
from nyttokedja.documents.writing.flow import SMALL
from nyttokedja.drawing.typesetting.metrics import width
from nyttokedja.errors import CannotDraw, CannotRead
from tests.documents import samples, word
from tests.documents.reading import bare, figures, headings, told

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGE = recipe(60, 8, 0.3).yaml.decode()


@pytest.fixture(scope="module")
def content():
    return written(samples.plan())


@pytest.fixture(scope="module")
def file(content):
    return word.opened(content)


def read(file):
    return bare("".join(one.text or "" for one in file.element.body.iter(f"{W}t")))


def styled(file):
    return [(one.style.name, one.text) for one in file.paragraphs]


def described(file):
    return [one.get("descr") for one in file.element.body.iter() if one.tag.endswith("}docPr")]


# -- what is in it ----------------------------------------------------------------------------------------


def test_it_says_its_title_whose_it_is_and_of_what_day(file):
    about = file.core_properties
    assert about.title == "Nyttorealiseringsplan: Digital nattillsyn i ordinärt boende"
    assert about.author == about.last_modified_by == "Exempelkommunen"
    assert about.created == about.modified == datetime.fromisoformat("2027-10-01T00:00:00+00:00")
    assert about.language == "sv-SE"


def test_no_name_of_a_program_and_no_clock_stand_for_what_nobody_says():
    about = word.opened(written(samples.hard())).core_properties
    assert about.author == ""
    assert about.created.year == 2000


def test_its_headings_are_such_in_order(file):
    found = [(text, int(style[-1])) for style, text in styled(file) if style.startswith("Heading")]
    assert found == list(headings(samples.plan().sections))
    assert ("Title", "Digital nattillsyn i ordinärt boende") in styled(file)


@pytest.mark.parametrize("make", [samples.plan, samples.hard], ids=["plan", "hard"])
def test_every_text_is_in_it(make):
    document = make()
    found = read(word.opened(written(document)))
    assert [text for text in told(document) if bare(text) not in found] == []


def test_each_picture_says_in_words_what_it_shows_and_is_there_as_svg_and_png(file, content):
    assert described(file) == [figure.alt for figure in figures(samples.plan().sections)]
    held = word.parts(content)
    assert held["word/media/chain1.svg"].startswith(b"<svg")
    assert int.from_bytes(held["word/media/chain1.png"][16:20], "big") == 3000
    shown = [one for one in file.element.body.iter() if one.tag.endswith("}svgBlip")]
    assert len(shown) == 2


def test_a_table_repeats_its_headings_and_breaks_no_row(file):
    table = file.tables[1]
    rows = table._tbl.tr_lst
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 15
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.style.name == "Effect chain table"
    wide = sum(int(column.get(f"{W}w")) for column in table._tbl.tblGrid.gridCol_lst)
    assert abs(wide - 9298) < 20


def test_it_is_written_in_the_language_of_its_chain():
    content = written(samples.plan(samples.chain("velferdsteknologi"), language="nb"))
    held = word.parts(content)
    assert b'w:lang w:val="nb-NO"' in held["word/styles.xml"]
    assert b"sv-SE" not in held["word/styles.xml"]
    assert "Innhold" in held["word/document.xml"].decode()


def test_a_wide_picture_has_a_section_across_of_its_own(file):
    sections = file.sections
    assert [section.orientation for section in sections] == [0, 1, 0]
    assert sections[1].page_width > sections[1].page_height


def test_a_picture_that_is_too_large_to_read_is_shown_in_parts_too():
    content = written(samples.plan(LARGE))
    alts = described(word.opened(content))
    assert sum(alt.startswith("Del ") for alt in alts) >= 2
    assert sum(name.endswith(".png") for name in word.parts(content)) == 2


def test_it_edits_well(file):
    body = file.element.body
    assert not list(body.iter(f"{W}txbxContent"))
    empty = [one for one in body.findall(f"{W}p") if not "".join(one.itertext()) and not _holds(one)]
    assert empty == []


def _holds(paragraph):
    return any(one.tag.endswith(("}drawing", "}sectPr")) for one in paragraph.iter())


def test_a_long_document_lists_its_contents_and_a_short_one_does_not(file):
    names = [style for style, _ in styled(file)]
    assert names.count("toc 1") == len(samples.plan().sections)
    assert "toc 1" not in [style for style, _ in styled(word.opened(written(samples.hard())))]


def test_pages_are_numbered(file):
    foot = file.sections[-1].footer._element
    assert [one.text.strip() for one in foot.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_it_is_the_same_twice_with_no_clock_in_it(content):
    assert content == written(samples.plan())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(archive.namelist())


def test_texts_are_texts():
    hostile = 'a <w:br/> & "x" \x07\ufffe ]]> </w:t>'
    document = replace(
        samples.nothing(), title=hostile, sections=(Section("a", hostile, (Paragraph(hostile),)),)
    )
    texts = [one.text for one in word.opened(written(document)).paragraphs]
    assert texts.count('a <w:br/> & "x"  ]]> </w:t>') == 3


def test_without_what_writes_it_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(CannotDraw, match=r"Writing Word needs a part .*pip install .*office"):
        written(samples.nothing())


# -- an organisation's template ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dressed():
    return written(samples.plan(), word.organisation())


def test_a_template_keeps_its_head_and_foot_on_every_sheet_and_its_text_is_gone(dressed):
    file = word.opened(dressed)
    assert {section.header.paragraphs[0].text for section in file.sections} == {"Exempelkommunens sidhuvud"}
    assert {section.footer.paragraphs[0].text for section in file.sections} == {"Diarienummer 2026/123"}
    assert b"Gammal" not in word.parts(dressed)["word/document.xml"]
    assert file.core_properties.author == "Exempelkommunen"


def test_its_styles_are_used_by_their_built_in_names_and_those_it_lacks_are_added(dressed):
    file = word.opened(dressed)
    heading = next(
        one for one in file.paragraphs if one.text == "Effektkedjan" and "Heading" in one.style.name
    )
    assert heading.style.style_id == "Rubrik1"
    assert heading.style.font.name == "Garamond"
    bullet = next(one for one in file.paragraphs if one.style.name == "List Bullet")
    number = bullet.style.element.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = file.part.numbering_part.element
    assert [one.get(f"{W}numId") for one in numbering.num_lst].count(number) == 1
    assert [text for text in told(samples.plan()) if bare(text) not in read(file)] == []


def test_styles_called_by_their_names_in_other_programs_are_found():
    made = docx.Document()
    made.styles["Heading 1"].element.name_val = "Overskrift 1"
    content = written(samples.plan(), word.saved(made))
    assert "Overskrift 1" in {one.style.name for one in word.opened(content).paragraphs}


def test_a_template_without_numbering_or_styles_gets_ours():
    held = word.parts(word.organisation())
    rels = held["word/_rels/document.xml.rels"].decode()
    kept = [one for one in rels.split("<Relationship ") if "numbering" not in one]
    held["word/_rels/document.xml.rels"] = "<Relationship ".join(kept).encode()
    file = word.opened(written(samples.plan(), word.packed(held)))
    assert "List Bullet" in {one.style.name for one in file.paragraphs}


MAIN = b"wordprocessingml.document.main+xml"


def test_a_dotx_is_a_template():
    dotx = word.changed(
        word.organisation(), "[Content_Types].xml", MAIN, MAIN.replace(b"document", b"template", 1)
    )
    assert written(samples.hard(), dotx) == written(samples.hard(), word.organisation())


def test_what_was_in_the_template_besides_goes_with_its_text():
    held = word.parts(word.organisation())
    held["word/comments.xml"] = b"<w:comments xmlns:w='x'>Hemlig anteckning</w:comments>"
    made = word.related(word.packed(held), "comments", "comments.xml", mode="")
    assert not any(b"Hemlig" in part for part in word.parts(written(samples.hard(), made)).values())


def test_a_link_in_the_foot_is_kept():
    held = word.parts(word.organisation())
    named = f'<Relationship Id="rId1" Type="{word.OFFICE}/hyperlink" Target="https://example.org" '
    named += 'TargetMode="External"/>'
    empty = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    held["word/_rels/footer1.xml.rels"] = f"{empty}{named}</Relationships>".encode()
    content = written(samples.hard(), word.packed(held))
    assert b"https://example.org" in word.parts(content)["word/_rels/footer1.xml.rels"]


def hostile():
    good = word.organisation()
    yield "text", b"This is no Word file"
    yield "empty", b""
    yield "password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    yield "old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield "cut", good[: len(good) // 2]
    docm = MAIN.replace(b"wordprocessingml.document", b"ms-word.document.macroEnabled")
    full = b"application/vnd.openxmlformats-officedocument." + MAIN
    yield "macros", word.changed(good, "[Content_Types].xml", full, b"application/vnd." + docm)
    yield "workbook", word.packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"})
    yield "zip", word.packed({"a.txt": b"x"})
    yield "no main part", word.packed({k: v for k, v in word.parts(good).items() if k != "word/document.xml"})
    yield "bomb", word.packed(word.parts(good) | {"word/styles.xml": bytes(70_000_000)})
    entity = b"<!DOCTYPE w [<!ENTITY a 'b'>]>"
    start = b"<w:styles"
    yield "entities", word.changed(good, "word/styles.xml", start, entity + start)
    yield "xml", word.changed(good, "word/styles.xml", b"</w:styles>", b"")
    yield "deep", word.changed(good, "word/document.xml", b"<w:body>", b"<w:body>" + b"<w:p>" * 400)
    yield "picture elsewhere", word.related(good, "image", "http://example.org/x.png")
    yield "template elsewhere", word.related(good, "attachedTemplate", "http://example.org/x.dotm")
    yield "share", word.related(good, "attachedTemplate", "file://server/x.dotm")
    yield "script", word.related(good, "hyperlink", "javascript:alert(1)")


HOSTILE = dict(hostile())


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_template_is_refused_in_a_sentence_or_two(name):
    with pytest.raises(CannotRead) as caught:
        written(samples.nothing(), HOSTILE[name])
    assert str(caught.value).startswith("The template ")
    assert len(str(caught.value)) < 260


def test_what_a_template_was_made_from_on_somebodys_disk_is_let_go():
    made = word.related(word.organisation(), "attachedTemplate", "file:///C:\\Mallar\\Kommun.dotx")
    assert b"Mallar" not in b"".join(word.parts(written(samples.hard(), made)).values())


def test_a_document_of_nothing_can_be_opened():
    assert word.opened(written(Document("Översikt", "", "en", "", (), ()))).paragraphs


def test_a_title_stands_on_the_sheet_of_a_wide_table_that_comes_first():
    file = word.opened(written(samples.opening_wide()))
    assert [one.page_width > one.page_height for one in file.sections] == [True, False]
    first = file.element.body.find(f".//{W}sectPr").getparent().getparent()
    assert file.element.body.index(first) > file.element.body.index(file.tables[0]._element)


def test_words_of_a_table_have_room_in_a_wider_typeface():
    role, text = "Verksamhetschef", "En lång text som tar den plats som finns. " * 9
    columns = (samples.column("Vad", 5), samples.column("Ägare", 0.1))
    made = Table("", columns, ((Cell(text), Cell(role)),))
    (table,) = word.opened(written(Document("K", "T", "sv", "", (), (Section("s", "S", (made,)),)))).tables
    assert width(role, SMALL, bold=False) * 1.1 + PADDING <= table.columns[1].width.pt


# -- slips ------------------------------------------------------------------------------------------------


def test_all_that_is_on_a_slip_stays_with_it_and_slips_may_part():
    body = word.opened(written(samples.slips(rows=3, count=2))).element.body
    kept = {
        "".join(text.text for text in one.iter(f"{W}t")): one.find(f"{W}pPr/{W}keepNext") is not None
        for one in body.iter(f"{W}p")
    }
    assert [kept[text] for text in ("roll0", "Att göra", "Vad", "först0", "rad0", "sist0")] == [True] * 5 + [
        False
    ]
    lined = [one for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pBdr") is not None]
    assert len(lined) == 2


def test_the_headings_of_a_table_are_not_left_alone_at_the_foot_of_a_sheet(file):
    tables = [table for table in file.tables if len(table.rows) > 1]
    assert tables
    for table in tables:
        first, second = (
            [one.paragraph_format.keep_with_next for cell in row.cells for one in cell.paragraphs]
            for row in table.rows[:2]
        )
        assert all(first)
        assert not any(second)
