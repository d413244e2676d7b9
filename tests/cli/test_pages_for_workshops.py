"""The pages about files that people come with: its commands are tried in their order, its texts are said."""

import re
import shlex
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlsxwriter

from nyttokedja.cli.commands import sort
from nyttokedja.cli.runs import watch
from nyttokedja.importing import FORMATS
from nyttokedja.language.texts import texts

PAGES = {
    "sv": "docs/fran-excel-miro-powerpoint.md",
    "nb": "docs/fra-excel-miro-powerpoint.md",
}
WORDS = {
    "sv": {
        "notes": ("lappar.txt", "docs/lappar.md"),
        "board": "tavlan.drawio",
        "boxes": ("E-tjänst för ansökan", "Färre kompletteringar", "Snabbare besked", "Mindre stress"),
        "sheets": ("Nyttor", "Hinder"),
        "rows": (("Sort", "Rubrik"), ("Nytta", "Lugnare nätter")),
    },
    "nb": {
        "notes": ("lapper.txt", "docs/lapper.nb.md"),
        "board": "tavlen.drawio",
        "boxes": ("Digital søknad", "Færre mangler", "Raskere svar", "Mindre stress"),
        "sheets": ("Gevinster", "Hindringer"),
        "rows": (("Type", "Tittel"), ("Gevinst", "Roligere netter")),
    },
}
FILLS = ("#dae8fc", "#fff2cc", "#d5e8d4", "#d5e8d4")
ARROWS = ((0, 1, "classic"), (1, 2, "none"), (1, 3, "classic"))


def blocks(language):
    """What is in the page's fences, in its order: ``(powershell or text, lines)``."""
    page = Path(PAGES[language]).read_text("utf-8")
    return [(kind, text.splitlines()) for kind, text in re.findall(r"```(\w+)\n(.*?)```", page, re.DOTALL)]


def board(boxes):
    cells = [
        f'<mxCell id="b{n}" value="{title}" style="fillColor={fill};" vertex="1" parent="1">'
        f'<mxGeometry x="{n * 200}" y="0" width="100" height="40" as="geometry"/></mxCell>'
        for n, (title, fill) in enumerate(zip(boxes, FILLS, strict=True))
    ]
    cells += [
        f'<mxCell id="e{tail}{head}" edge="1" parent="1" source="b{tail}" target="b{head}" '
        f'style="endArrow={mark}"><mxGeometry relative="1" as="geometry"/></mxCell>'
        for tail, head, mark in ARROWS
    ]
    root = f'<root><mxCell id="0"/><mxCell id="1" parent="0"/>{"".join(cells)}</root>'
    return f'<mxfile><diagram name="1"><mxGraphModel>{root}</mxGraphModel></diagram></mxfile>'


def workbook(path, sheets, rows):
    with xlsxwriter.Workbook(str(path)) as book:
        for name in sheets:
            sheet = book.add_worksheet(name)
            for n, row in enumerate(rows):
                sheet.write_row(n, 0, row)


@pytest.fixture
def folder(request, tmp_path):
    """A folder as the page's reader has it: the example chains, and files from a workshop."""
    words = WORDS[request.param]
    shutil.copytree("chains", tmp_path / "chains")
    name, page = words["notes"]
    example = re.search(r"```\n(.*?)```", Path(page).read_text("utf-8"), re.DOTALL)
    (tmp_path / name).write_text(example[1], "utf-8")
    (tmp_path / words["board"]).write_text(board(words["boxes"]), "utf-8")
    workbook(tmp_path / "workshop.xlsx", words["sheets"], words["rows"])
    return request.param, blocks(request.param)


@pytest.mark.parametrize("folder", PAGES, indirect=True)
def test_every_command_can_be_given_as_it_stands(folder, run, monkeypatch):
    language, shown = folder
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(sort, "sys", SimpleNamespace(stdin=terminal, stdout=terminal))
    monkeypatch.setattr(watch, "sleep", stop)
    said = ""
    for kind, lines in shown:
        if kind == "text":
            assert set(lines) <= set(said.splitlines())
            continue
        for line in lines:
            program, *arguments = shlex.split(line.replace("\\", "/"))
            assert program == ".venv/Scripts/nyttokedja"
            ran = run(*arguments, "--language", language)
            assert ran.code == 0, (line, ran.err)
            said = ran.out + ran.err
    name, section = ("tavlan", "nyttor") if language == "sv" else ("tavlen", "gevinster")
    benefits = Path(f"chains/{name}.yaml").read_text("utf-8").split(f"{section}:")[1]
    assert all(title in benefits for title in WORDS[language]["boxes"][2:])


def stop(_):
    raise KeyboardInterrupt


def test_both_pages_say_the_same():
    swedish, norwegian = (Path(page).read_text("utf-8") for page in PAGES.values())
    for part in ("^#+ ", r"^\|", "^```", "^- ", "^  --map"):
        assert len(re.findall(part, swedish, re.MULTILINE)) == len(
            re.findall(part, norwegian, re.MULTILINE)
        ), part
    commands = [
        [line.split()[1] for kind, lines in blocks(language) if kind == "powershell" for line in lines]
        for language in PAGES
    ]
    assert commands[0] == commands[1]


@pytest.mark.parametrize(("language", "untried"), [("sv", "nej"), ("nb", "nei")])
def test_what_is_untried_is_called_so(language, untried):
    page = Path(PAGES[language]).read_text("utf-8")
    rows = [line for line in page.splitlines() if line.endswith(f"| {untried} |")]
    names = [name for name, format in FORMATS.items() if format.untried]
    assert names
    for name in names:
        assert any(name in row.lower() for row in rows), name
        assert texts(language).word("exchange/formats", name)


def test_the_notes_in_the_readme_become_a_chain(run, write, monkeypatch):
    page = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    notes = re.search(r"^```\n(titel:.*?)^```", page, re.DOTALL | re.MULTILINE)[1]
    write("lappar.txt", notes)
    write("chains/tom/.keep", "")
    monkeypatch.setattr(watch, "sleep", stop)
    commands = re.search(r"^```sh\n(nyttokedja import.*?)^```", page, re.DOTALL | re.MULTILINE)[1]
    for line in commands.splitlines():
        ran = run(*shlex.split(line)[1:], "--language", "sv")
        assert ran.code == 0, ran.err
        made = Path("chains/lappar.yaml").read_text("utf-8")
        assert all(section in made for section in ("förändringar:", "nyttor:", "hinder:", "lappar:"))


def test_the_readme_calls_untried_what_is():
    (said,) = re.findall(
        r"FreeMind;[^.]*\.([^.]*) are read but\s+untried", Path("README.md").read_text("utf-8")
    )
    assert all(name in said.lower() for name, format in FORMATS.items() if format.untried)
