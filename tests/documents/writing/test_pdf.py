"""PDF of documents: tagged as PDF/UA asks, every word in it, wide figures across and parted where small."""

import io
import re
import shutil
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from benchmarks.pictures.realistic import recipe
from nyttokedja.documents.model import Document, Section
from nyttokedja.documents.writing.paper import A3, A4
from nyttokedja.documents.writing.pdf import written
from tests.documents import samples
from tests.documents.reading import bare, figures, headings, named, opened, tags, told, words

LARGE = recipe(60, 8, 0.3).yaml.decode()


@pytest.fixture(scope="module")
def content():
    return written(samples.plan()).content


def test_it_says_its_language_its_title_whose_it_is_and_that_it_is_accessible(content):
    root = opened(content).Root
    assert str(root.Lang) == "sv"
    assert root.MarkInfo.Marked
    assert b"pdfuaid:part" in root.Metadata.read_bytes()
    info = opened(content).docinfo
    assert str(info["/Title"]) == "Nyttorealiseringsplan: Digital nattillsyn i ordinärt boende"
    assert str(info["/Author"]) == "Exempelkommunen"
    assert str(info["/CreationDate"]).startswith("D:20271001")


def test_no_clock_and_no_name_of_a_program_stand_for_what_nobody_says():
    info = opened(written(samples.hard()).content).docinfo
    assert "/CreationDate" not in info
    assert "/Author" not in info


def test_its_headings_are_those_of_the_document_in_order(content):
    found = [
        (bare(str(tag.T)), int(str(tag.S)[2:]))
        for tag in tags(opened(content))
        if re.fullmatch(r"/H\d", str(tag.S)) and str(tag.T) != "Innehåll"
    ]
    assert found == [(bare(text), level) for text, level in headings(samples.plan().sections)]


def test_each_figure_says_in_words_what_it_shows(content):
    alts = [str(tag.Alt) for tag in named(opened(content), "Figure")]
    assert alts == [figure.alt for figure in figures(samples.plan().sections)]


def test_its_tables_have_headings_for_their_columns_and_captions(content):
    document = opened(content)
    assert len(named(document, "Table")) == 2
    assert len(named(document, "THead")) == 2
    heads = named(document, "TH")
    assert len(heads) == 7 + 3
    listed = [head.A if isinstance(head.A, pikepdf.Array) else [head.A] for head in heads]
    assert [[str(one.Scope) for one in each if "/Scope" in one] for each in listed] == [["/Column"]] * 10
    assert len(named(document, "Caption")) == 4


def test_the_headings_of_a_table_stand_on_each_of_its_pages():
    table = samples.benefits(60)
    document = Document("K", "T", "sv", "", (), (Section("s", "S", (table,)),))
    content = written(document).content
    pages = len(opened(content).pages)
    assert pages >= 3
    assert words(content).count("Tillfaller") == pages
    assert len(named(opened(content), "TH")) == 7


@pytest.mark.parametrize("make", [samples.plan, samples.hard], ids=["plan", "hard"])
def test_every_word_is_in_it(make):
    document = make()
    read = words(written(document).content)
    read_without_scripts = [
        text for text in told(document) if bare(text.replace("😀", "□")) not in read and "مرحبا" not in text
    ]
    assert read_without_scripts == []


def test_every_word_of_the_chain_is_in_it(content):
    spots = next(figures(samples.plan().sections)).spots
    read = words(content)
    assert [word for spot in spots for word in spot.name.split() if bare(word) not in read] == []


def test_what_cannot_be_shown_is_said():
    (remark,) = written(samples.hard()).remarks
    assert remark.name == "missing-glyphs"
    assert remark.particulars["chars"] == ("😀",)


def test_what_looks_like_markup_is_text():
    hostile = '#eval(1) [x] *y* $z$ _u_ `v` \\u{1F} "; #import "x" <b>'
    document = replace(samples.nothing(), title=hostile, sections=(Section("a", hostile),))
    content = written(document).content
    assert str(opened(content).docinfo["/Title"]) == f"Översikt: {hostile}"
    assert words(content).count(bare(hostile)) >= 2


def test_sheets_lie_across_only_for_what_is_wide(content):
    def sizes(content):
        return [tuple(round(float(side)) for side in page.mediabox[2:]) for page in opened(content).pages]

    (upright, across), a3 = [(round(w), round(h)) for w, h in (A4, A4[::-1])], tuple(map(round, A3[::-1]))
    assert set(sizes(content)) == {upright, a3}
    assert sizes(content).count(a3) == 1
    assert across in sizes(written(samples.hard()).content)


def test_a_picture_that_is_too_large_to_read_goes_on_over_pages():
    content = written(samples.plan(LARGE)).content
    alts = [str(tag.Alt) for tag in named(opened(content), "Figure")]
    parts = [alt for alt in alts if re.match(r"Del \d av", alt)]
    assert len(parts) >= 2
    assert len(alts) == len(parts) + 2
    assert f"Fortsättertillhögerpåsidan{4}" in words(content)


def test_a_document_of_nothing_is_a_page():
    assert len(opened(written(samples.nothing()).content).pages) == 1


def test_what_has_no_place_to_break_stays_on_its_sheet():
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing")
    content = written(samples.hard()).content
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True)
    pages = re.split(r"<page ", boxes.stdout.decode())[1:]
    for page in pages:
        wide = float(re.search(r'width="([\d.]+)"', page)[1])
        assert all(float(edge) <= wide - 36 for edge in re.findall(r'xMax="([\d.]+)"', page))


def test_the_caption_of_a_table_stands_on_the_page_where_the_table_begins():
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing")
    rows = ((samples.Cell("x"), samples.Cell("y")),) * 6
    table = samples.Table("Kapitlet", (samples.column("Huvudet"), samples.column("B")), rows)
    for n in range(34, 41):
        lines = (samples.Paragraph("rad"),) * n
        content = written(Document("K", "T", "sv", "", (), (Section("s", "S", (*lines, table)),))).content
        read = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
        (page,) = [one for one in read.stdout.decode().split("\f") if "Kapitlet" in one]
        assert "Huvudet" in page


def test_a_title_stands_on_the_sheet_of_a_wide_table_that_comes_first():
    content = written(samples.opening_wide()).content
    sizes = [[float(one) for one in page.mediabox[2:]] for page in opened(content).pages]
    assert [wide > high for wide, high in sizes] == [True, False]
    first = next(split(content))
    assert all(bare(text) in words(first) for text in ("Titeln", "Under titeln.", "Många kolumner"))


# -- slips ------------------------------------------------------------------------------------------------


def pages_of(content):
    return [words(page) for page in split(content)]


def split(content):
    for page in opened(content).pages:
        one, held = pikepdf.new(), io.BytesIO()
        one.pages.append(page)
        one.save(held)
        yield held.getvalue()


def test_short_slips_share_a_sheet_and_none_is_cut():
    pages = pages_of(written(samples.slips(rows=12)).content)
    assert len(pages) == 3
    for n in range(6):
        (sheet,) = (page for page in pages if f"roll{n}" in page)
        assert f"först{n}" in sheet
        assert f"sist{n}" in sheet


def test_a_slip_longer_than_a_sheet_goes_on_on_the_next():
    pages = pages_of(written(samples.slips(rows=80, count=2)).content)
    assert 4 <= len(pages) <= 5
    assert sum(page.count("rad1") for page in pages) == 78
    assert all(f"först{n}" in page for page in pages for n in range(2) if f"roll{n}" in page)
