"""PDF: tagged as PDF/UA asks, with every text of its chain, on the paper that it needs."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from benchmarks.pictures.realistic import recipe
from nyttokedja.batch.engines import AUTO
from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.drawing.layout.estimate import SMALLEST
from nyttokedja.drawing.page.places import box_places, text_places
from nyttokedja.model.picture_settings import PictureSettings
from nyttokedja.printing import pdf
from tests.hostile import IDS

NATTILLSYN = Path("chains/digital_nattillsyn.yaml").read_text("utf-8")
LARGE = recipe(60, 8, 0.3).yaml.decode()
A4, A3 = (841.89, 595.28), (1190.55, 841.89)
HOSTILE = (
    "#eval(1)",
    "[x] *y* $z$ _u_ `v`",
    "\\u{1F600}",
    '"; #import "x"',
    "{n} {m} {titles}",
    "</svg><script>",
)


def printed(text, **chosen):
    (made,) = FORMATS["pdf"]([check(text.encode())], AUTO, PictureSettings(**chosen))
    return made


def opened(text, **chosen):
    return pikepdf.open(io.BytesIO(printed(text, **chosen).content))


@pytest.fixture(scope="module")
def nattillsyn():
    return opened(NATTILLSYN)


@pytest.fixture(scope="module")
def large():
    return opened(LARGE)


def tags(document):
    """Each element of the structure tree, in order."""

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node.K)

    return list(walk(document.Root.StructTreeRoot.K))


def named(document, name):
    return [tag for tag in tags(document) if str(tag.S) == f"/{name}"]


def sizes(document):
    return [tuple(round(float(side), 2) for side in page.mediabox[2:]) for page in document.pages]


def words(content):
    """What a program reads in a PDF, without what hyphenation and line ends have put in."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing")
    read = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout
    return re.sub(r"[-\u00ad\s]", "", read.decode())


# -- what PDF/UA asks -----------------------------------------------------------------------------------


def test_it_says_its_language_its_title_and_that_it_is_accessible(nattillsyn):
    root = nattillsyn.Root
    assert str(root.Lang) == "sv"
    assert str(nattillsyn.docinfo["/Title"]) == "Digital nattillsyn i ordinärt boende"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked
    assert b"pdfuaid:part" in root.Metadata.read_bytes()


def test_its_picture_says_in_words_what_it_shows(nattillsyn, large):
    (figure,) = named(nattillsyn, "Figure")
    assert str(figure.Alt).startswith("Effektkedja: Digital nattillsyn i ordinärt boende. Skede: plan.")
    alts = [str(figure.Alt) for figure in named(large, "Figure")]
    assert len(alts) > 2
    assert all(
        re.match(rf"Del {n} av {len(alts) - 1} av bilden\. Hela rutor här: .", alt)
        for n, alt in enumerate(alts[1:], 1)
    )


def test_its_headings_its_lists_and_its_table_are_such(nattillsyn):
    assert len(named(nattillsyn, "H1")) == 1
    assert len(named(nattillsyn, "H2")) >= 3
    assert named(nattillsyn, "L")
    assert len(named(nattillsyn, "Table")) == 1
    heads = named(nattillsyn, "TH")
    assert len(heads) >= 5
    assert {str(attributes.Scope) for head in heads for attributes in _listed(head.A)} == {"/Column"}


def _listed(attributes):
    return list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]


def test_its_fonts_are_in_it(nattillsyn):
    fonts = [font for page in nattillsyn.pages for font in page.Resources.get("/Font", {}).values()]
    described = [font.DescendantFonts[0].FontDescriptor for font in fonts]
    assert {str(one.FontName).split("+")[1] for one in described} == {"LiberationSans", "LiberationSans-Bold"}
    assert all(any(f"/FontFile{n}" in one for n in ("", "2", "3")) for one in described)


def test_no_clock_and_no_path_is_in_it_and_its_bytes_are_always_the_same():
    one, other = (printed(NATTILLSYN).content for _ in "ab")
    assert one == other
    assert b"CreationDate" not in one
    document = pikepdf.open(io.BytesIO(one))
    assert not re.search(rb"CreateDate|ModifyDate", document.Root.Metadata.read_bytes())


# -- its pages ------------------------------------------------------------------------------------------


def test_it_is_on_the_paper_that_its_print_needs(nattillsyn):
    small = "nyttokedja: 1\nrubrik: Liten\nskede: utkast\nnyttor: {b: B}\n"
    assert set(sizes(opened(small))) == {A4}
    assert set(sizes(nattillsyn)) == {A3}
    assert set(sizes(opened(small, paper="a3"))) == {A3}
    assert set(sizes(opened(NATTILLSYN, paper="a4"))) == {A4}


def test_every_box_and_every_line_of_text_is_whole_on_a_page(picture):
    for size in (60, 90):
        drawn = picture(recipe(size, 8, 0.3).yaml.decode())
        for paper in ("a3", "a4"):
            sheets = pdf._sheets(drawn, paper)
            items = [*box_places(drawn).values(), *text_places(drawn)]
            assert len(sheets.parts) >= 2
            assert all(any(part.has(item) for part in sheets.parts) for item in items)
            assert sheets.scale * SMALLEST >= 6 - 1e-9


def test_a_part_says_on_which_page_it_goes_on():
    content = printed(LARGE).content
    parts = len(named(pikepdf.open(io.BytesIO(content)), "Figure")) - 1
    read = words(content)
    assert f"Del1av{parts}" in read
    assert "Fortsättertillhögerpåsidan3" in read
    assert "Fortsättertillvänsterpåsidan2" in read


@pytest.mark.parametrize("count", [0, 1])
def test_a_chain_of_nothing_is_printed(count):
    chain = "nyttokedja: 1\nrubrik: Tom\nskede: utkast\n" + "nyttor: {b: Bättre}\n" * count
    content = printed(chain).content
    assert "Tom" in words(content)
    assert len(pikepdf.open(io.BytesIO(content)).pages) <= 3


# -- its texts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [NATTILLSYN, LARGE], ids=["nattillsyn", "large"])
def test_every_title_is_in_it(text):
    read = words(printed(text).content)
    titles = {node.title for node in check(text.encode()).chain.nodes}
    assert [title for title in titles if re.sub(r"[-\s]", "", title) not in read] == []


@pytest.mark.parametrize("title", [*HOSTILE, *IDS.values()])
def test_a_title_is_text_whatever_it_says(title):
    said = title.replace("'", "''").replace("\n", " ")
    content = printed(
        f"nyttokedja: 1\nrubrik: '{said}'\nskede: utkast\nnyttor: {{b: {{rubrik: '{said}'}}}}\n"
    ).content
    document = pikepdf.open(io.BytesIO(content))
    assert str(document.docinfo["/Title"]) == " ".join(title.split())
    assert re.sub(r"[-\s]", "", title) in words(content)
    assert "/JavaScript" not in document.Root.get("/Names", {})


def test_what_no_font_has_is_said_and_stops_nothing():
    made = printed("nyttokedja: 1\nrubrik: Plan 😀\nskede: utkast\nnyttor: {b: ภาษา}\n")
    assert [remark.name for remark in made.remarks] == ["missing-glyphs"]
    assert "😀" in made.remarks[0].particulars["chars"]
    assert "Plan□" in words(made.content)
