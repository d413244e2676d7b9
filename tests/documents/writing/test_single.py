"""One sheet, whatever is printed: a figure takes the room that its texts leave, on A4 or else on A3."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.pictures.realistic import recipe
from nyttokedja.batch.documents import documents
from nyttokedja.batch.parallel import Task
from nyttokedja.checking.config import Config
from nyttokedja.documents.model import Document, Figure, KeyFigure, KeyFigures, Listed, Section
from nyttokedja.documents.writing.paper import A3, A4
from nyttokedja.documents.writing.single import single
from nyttokedja.reading.discovery import Candidate
from tests.browser import browser, needs_chromium
from tests.documents.reading import named, opened
from tests.documents.test_summary import large

EDGES = (84.0, 84.0)
CHAINS = sorted(Path("chains").glob("*.yaml"))


def of(*blocks):
    return Document("Kind", "Title", "en", "", (), (Section("s", "Section", blocks),), one_sheet=True)


def figure(width, height):
    return Figure("<svg/>", width, height, "It shows this", "")


def test_a_small_figure_is_on_a4_and_not_larger_than_it_is_drawn():
    made = single(of(figure(300, 200)), EDGES)
    assert made.paper == A4
    assert made.scale == 0.75


def test_a_wide_figure_is_on_a3_as_wide_as_the_sheet():
    made = single(of(figure(2000, 800)), EDGES)
    assert made.paper == A3
    assert made.scale * 2000 == pytest.approx(A3[0] - EDGES[0])


def test_more_text_leaves_less_room_for_a_high_figure():
    few, many = (single(of(figure(900, 3000), Listed(("A point",) * n)), EDGES) for n in (3, 20))
    assert 0 < many.scale < few.scale


def test_texts_that_have_no_room_on_a4_are_on_a3_without_a_figure():
    figures = KeyFigures((KeyFigure("Label", "1"),))
    assert single(of(figures, Listed(("A point",) * 10)), EDGES).paper == A4
    assert single(of(figures, Listed(("A point",) * 60)), EDGES).paper == A3


def chain_files(folder):
    """The chains, and others that are large: long texts, and many boxes."""
    (folder / "texts.yaml").write_text(large(20), "utf-8")
    (folder / "boxes.yaml").write_bytes(recipe(60, 8, 0.3).yaml)
    return [*CHAINS, folder / "texts.yaml", folder / "boxes.yaml"]


def summaries(paths, format):
    tasks = [Task(Candidate(path, path.as_posix(), named=True), Config()) for path in paths]
    return [made.content for made in documents(tasks, "summary", format, "auto")]


def test_the_picture_on_paper_is_as_wide_as_the_sheet_or_leaves_nothing_free(tmp_path):
    for content in summaries(chain_files(tmp_path), "pdf"):
        pdf = opened(content)
        assert len(pdf.pages) == 1
        (shown,) = named(pdf, "Figure")
        left, foot, right, top = map(float, shown.A[0].BBox)
        width, height = right - left, top - foot
        sheet = float(pdf.pages[0].MediaBox[2]), float(pdf.pages[0].MediaBox[3])
        assert width > sheet[0] - EDGES[0] - 2 or height > sheet[1] / 3


@pytest.mark.program
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing")
def test_word_files_have_one_page(tmp_path):
    made = summaries(chain_files(tmp_path), "docx")
    for n, content in enumerate(made):
        (tmp_path / f"{n}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        *(f"{n}.docx" for n in range(len(made))),
    ]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=300)
    for n in range(len(made)):
        assert len(opened((tmp_path / f"{n}.pdf").read_bytes()).pages) == 1, n


@pytest.mark.program
@needs_chromium
def test_printed_pages_have_one_sheet(tmp_path):
    made = summaries(chain_files(tmp_path), "html")
    with browser() as started:
        for n, content in enumerate(made):
            (tmp_path / f"{n}.html").write_text(content, "utf-8")
            page = started.new_page()
            page.goto((tmp_path / f"{n}.html").as_uri())
            pdf = opened(page.pdf(prefer_css_page_size=True))
            assert len(pdf.pages) == 1, n
            size = re.search(r"@page \{ size: (\d+)pt", content)
            assert float(pdf.pages[0].MediaBox[2]) == pytest.approx(float(size[1]), abs=1.5)
