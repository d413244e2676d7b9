"""Files are known by their content; what cannot be imported is refused, with what to do instead."""

import io
import json
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.errors import CannotRead
from nyttokedja.importing.sniffing import format_name


def zipped(*names, mime=""):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if mime:
            archive.writestr(zipfile.ZipInfo("mimetype"), mime)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "<a/>")
    return file.getvalue()


NOTES = "F: A\n  -> E: B\nvad säger facket?\n"
SHEET = "Sort\tRubrik\nNytta\tA\nEffekt\tB\n"
FILES = {
    "notes": [
        NOTES,
        "## Hinder\n- Vana\n- Nät\n## Nyttor\n- Tid\n",
        "# Digital kallelse\n\n## Nyttor\n\n- Tid\n\n## Kostnader\n\n- Licens\n\n## Hinder\n\n- [ ] Vana\n",
        "# Möte\n## Nyttor\n- "
        + "Ord " * 30
        + "\n## Kostnader\n- Licens\n## Hinder\n- "
        + "Ord " * 30
        + "\n",
        "F: A\n\t-> E: B\n\t\t-> N: C\n",
        "F: Ett, två\nE: Tre, fyra\nN: Fem, sex\n",
        "> F: A\n> E: B\n",
        "Möte om grafen\nE: graph {\n",
        "",
        "Graph\n",
        "- Ökad trygghet; bättre\n- Mer tid; nöjdare\n",
        "•\tF: A\n\to\t-> E: B\n\t\t▪\t-> N: C\n1)\tR: Oro\na)\tH: Vana\n– N: Tid\n",
        "•\tÖkad trygghet\n•\tMer tid\no\tFärre besök\n",
    ],
    "table": [
        SHEET,
        "Sort;Rubrik;Leder till\nNytta;A;\nEffekt;B;A\n",
        "sep=;\nNytta;A\n",
        "kind,title,leads to\nbenefit,A,\neffect,B,A\n",
        zipped("[Content_Types].xml", "xl/workbook.xml"),
        zipped("content.xml", mime="application/vnd.oasis.opendocument.spreadsheet"),
    ],
    "pptx": [zipped("[Content_Types].xml", "ppt/presentation.xml")],
    "report": [
        zipped("[Content_Types].xml", "word/document.xml"),
        "# Nyttoanalys\n## Sammanfattning\n## 4.1 Nyttor\n## 4.2 Kostnader\n" + ("Ord " * 30 + "\n\n") * 4,
        "# A\n## Sammanfattning\n## Nyttor\n## Hinder\n\n" + ("Ord " * 15 + "\n" + "ord " * 15 + "\n\n") * 3,
        "# A\n## Sammendrag\n## 4.1 Gevinster\n#### Mer tid\n\n\\[Kvalitet\\] \\[Brukere\\]\n",
    ],
    "drawio": [
        "<mxfile><diagram/></mxfile>",
        '<?xml version="1.0"?>\n<!-- x -->\n<mxGraphModel/>',
        '<svg xmlns="http://www.w3.org/2000/svg" content="&lt;mxfile&gt;"/>',
        b"\x89PNG\r\n\x1a\n....tEXtmxfile\0%3Cmxfile",
    ],
    "graphml": ['<?xml version="1.0"?><graphml xmlns="x"/>', "<g:graphml/>"],
    "freemind": ['<map version="1.0.1"/>'],
    "opml": ['<opml version="2.0"/>'],
    "dot": [
        "digraph { a -> b }",
        "/* x */ strict graph G {\n a -- b }",
        '# x\ndigraph "a b"\n{ }',
    ],
    "mermaid": [
        "graph TD\n  a --> b{Klart?}\n",
        "flowchart LR\n  a --> b\n",
        "---\ntitle: x\n---\ngraph TD;\na-->b",
        "# Rubrik\n\n```mermaid\ngraph LR\na-->b\n```\n",
    ],
    "canvas": [
        json.dumps({"nodes": [{"id": "a", "x": 0, "y": 0, "type": "text", "text": "A"}], "edges": []})
    ],
    "excalidraw": [json.dumps({"type": "excalidraw", "elements": []})],
    "mural": [
        json.dumps([{"id": "1", "type": "sticky note", "text": "A"}]),
        json.dumps({"value": [{"id": "1", "type": "arrow"}]}),
    ],
    "miro": [
        json.dumps({"data": [{"id": "1", "type": "sticky_note", "data": {"content": "<p>A</p>"}}]}),
        json.dumps([{"data": [{"id": "1", "type": "connector", "startItem": {"id": "1"}}]}]),
    ],
}


@pytest.mark.parametrize(("format", "content"), [(f, c) for f, contents in FILES.items() for c in contents])
@pytest.mark.parametrize("name", ["", "fil.txt", "fil.xml", "fil.md"])
def test_a_file_is_known_by_its_content(format, content, name):
    data = content if isinstance(content, bytes) else content.encode()
    assert format_name(data, name) == format


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp850", "utf-8-sig"])
def test_in_whatever_encoding(encoding):
    assert format_name(NOTES.encode(encoding)) == "notes"
    assert format_name(SHEET.replace("Sort", "Särt").encode(encoding)) == "table"


def test_the_ending_breaks_ties():
    assert format_name(b"Rubrik\nA;B\n", "lista.csv") == "table"
    assert format_name(b"Rubrik\nA;B\n", "lista.txt") == "notes"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xd8\xff\xe0....JFIF", "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\0\0\0\x18ftypheic....", "picture"),
        (b"RIFF....WEBP", "picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>", "SVG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older kind"),
        (b"{\\rtf1", "Rich Text"),
        (b"\x1f\x8b\x08", "packed"),
        (b"PK\x03\x04 cut off", "cut off"),
        (zipped("a.txt"), "packed folder"),
        (zipped("visio/document.xml"), "Visio"),
        (zipped("content.xml", mime="application/vnd.oasis.opendocument.text"), ".odt"),
        (zipped("content.xml", mime="application/vnd.oasis.opendocument.presentation"), ".odp"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b'{"a": 1}', "JSON"),
        (b"nyttokedja: 1\ntitle: A\n", "effect chain"),
        (b"\0\x01\x02\x03" * 100, "no text"),
    ],
)
def test_what_cannot_be_imported_is_said_with_what_to_do(data, word):
    with pytest.raises(CannotRead, match=word):
        format_name(data)


def test_a_board_that_is_cut_off_is_said_so():
    with pytest.raises(CannotRead, match="cut off"):
        format_name(b'{"nodes": [', "tavla.canvas")
    assert format_name(b"[hej] ett\n") == "notes"


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_anything_is_of_a_kind_or_refused(data):
    with suppress(CannotRead):
        assert format_name(data) in FILES


@pytest.mark.parametrize(
    "text", ['<?xml version="1.0"?><annat/>', '<?xml?><!DOCTYPE l [<!ENTITY a "b">]><graphml/>']
)
def test_xml_that_is_no_drawing_is_no_notes(text):
    with pytest.raises(CannotRead, match="no text and no drawing"):
        format_name(text.encode(), "a.xml")


def test_a_chart_of_mermaid_is_one_by_its_ending_too():
    assert format_name(b"mindmap\n  root((Rot))\n", "a.mmd") == "mermaid"


MINDMAP = "```mermaid\nmindmap\n  root\n```\n"


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (f"# Anteckningar\n\n{MINDMAP}\n- F: Digital post\n", "notes"),
        (f"# Anteckningar\n\n{MINDMAP}\n```mermaid\ngraph LR\na-->b\n```\n- F: Digital post\n", "mermaid"),
        ("> ```mermaid\n> flowchart TD\n> a-->b\n> ```\n\nText\n", "mermaid"),
        (MINDMAP, "mermaid"),
    ],
)
def test_a_page_is_a_drawing_for_its_flow_charts_alone(text, format):
    assert format_name(text.encode(), "a.md") == format


@pytest.mark.parametrize("type", [5, ["excalidraw"], {"a": 1}, True, None])
def test_a_board_whose_type_is_no_word_is_refused(type):
    with pytest.raises(CannotRead, match="JSON"):
        format_name(json.dumps({"type": type, "elements": []}).encode(), "a.json")


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("Typ;Rubrik\nNytta;Kortare kö\n", "table"),
        ("Typ\tRubrik\nNytta\tKortare kö\n", "table"),
        ("Möte; sal A\nNästa; sal B\n", "notes"),
    ],
)
def test_two_lines_are_a_table_where_the_first_has_headings(text, format):
    assert format_name(text.encode()) == format
