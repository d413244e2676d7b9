"""Out of the board: each file that it gives is opened by what people open it with."""

import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from nyttokedja.batch.engines import layout_of
from nyttokedja.board.state import picture_of
from nyttokedja.checking.check import check
from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.chain_text import chain_text
from nyttokedja.importing.model import ImportOptions
from tests.app.hands import awake, drawn, opened, typed

pytestmark = pytest.mark.program
CHAIN = Path("chains/lakemedelsautomat.yaml")
UTF8 = "csv:Text - txt - csv (StarCalc):44,34,76"
TITLES = ("Frigjord tid för sjuksköterskor", "Medicin tas i rätt tid")


@pytest.fixture(scope="module")
def page(browser):
    made = awake(browser)
    opened(made, CHAIN)
    drawn(made, "tar_sjalv").wait_for()
    yield made
    assert made.errors == []
    made.context.close()


def given(page, name, tmp_path):
    if page.locator(".menu[open]").count() == 0:
        page.click(".menu summary")
    with page.expect_download() as download:
        page.click(f"[data-out={name}]")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_file_itself_is_untouched(page, tmp_path):
    with page.expect_download() as download:
        page.click("#save")
    assert Path(download.value.path()).read_bytes() == CHAIN.read_bytes()


def test_a_picture_as_svg_has_the_bytes_of_the_engine(page, tmp_path):
    path = given(page, "svg", tmp_path)
    svg = path.read_text("utf-8")
    assert path.name == "lakemedelsautomat.svg"
    assert ET.fromstring(svg).tag.endswith("svg")
    checked = check(CHAIN.read_bytes(), CHAIN.name)
    marks = re.compile("data-[a-z]+=")
    assert len(marks.findall(svg)) == len(marks.findall(picture_of(checked, layout_of())))


def test_a_picture_as_png_is_large_and_not_empty(page, tmp_path):
    data = given(page, "png", tmp_path).read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert min(width, height) > 1500
    assert len(data) > 100_000


def test_a_picture_that_leaves_while_notes_are_unsorted_has_all_in_it(page, tmp_path):
    typed(page, "Vad säger facket?")
    assert page.locator("#picture svg", has_text="Vad säger facket?").count() == 0
    assert "Vad säger facket?" in given(page, "svg", tmp_path).read_text("utf-8")
    page.click("#undo")
    page.locator("#notes .words").wait_for(state="detached")


def test_a_page_opens_without_a_network_and_runs(page, browser, tmp_path):
    path = given(page, "page", tmp_path)
    context = browser.new_context(offline=True)
    asked, other = [], context.new_page()
    other.on("request", lambda request: asked.append(request.url))
    other.goto(path.as_uri())
    other.locator("html[data-ready]").wait_for(state="attached")
    for title in TITLES:
        assert other.get_by_text(title).count() > 0
    assert [url for url in asked if url != path.as_uri() and not url.startswith("data:")] == []
    context.close()


def test_notes_are_read_back_as_they_were(page, tmp_path):
    data = given(page, "notes", tmp_path).read_bytes()
    back = read_import(data, FORMATS["notes"], ImportOptions(language="sv", likely_language="sv"))
    assert [title for title in TITLES if title not in chain_text(back)] == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_workbook_is_opened_by_an_office_program(page, tmp_path):
    path = given(page, "xlsx", tmp_path)
    assert zipfile.ZipFile(path).testzip() is None
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", UTF8, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    text = path.with_suffix(".csv").read_text("utf-8", "replace")
    assert TITLES[0] in text


def test_print_shows_the_picture_alone_and_all_of_it(page, tmp_path):
    page.focus("#picture .view")
    page.keyboard.press("+")
    path = tmp_path / "out.pdf"
    page.pdf(path=path, format="A3", landscape=True)
    page.keyboard.press("0")
    told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    for title in ("Fler klarar sig längre hemma", "Teckenförklaring"):
        assert title in " ".join(told.split())
    for word in ("Ångra", "Lägg till", "Inga osorterade lappar", "Anmärkningar", "Vänta med"):
        assert word not in told
