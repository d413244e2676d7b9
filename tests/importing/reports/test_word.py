"""Word files are read as they look, with proposed changes accepted."""

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.reports.blocks import Block
from nyttokedja.importing.reports.word import word_blocks
from tests.importing.reading import imported
from tests.importing.reports.word_files import bold, p, run, table, word


def blocks(*body, **beside):
    return word_blocks(word(*body, **beside), ImportOptions())


@pytest.mark.parametrize(
    ("style", "level"),
    [("Rubrik1", 1), ("Overskrift3", 3), ("Egen", 2), ("Djup", 4), ("Rubrik", 0), ("Heading2", 2)],
)
def test_headings_by_the_id_or_name_of_their_style(style, level):
    assert blocks(p("Nyttor", style=style)).blocks == (Block("heading", "Nyttor", level),)


def test_a_paragraph_may_say_itself_that_it_is_a_heading():
    found = blocks(p("Nyttor", properties='<w:outlineLvl w:val="1"/>')).blocks
    assert found == (Block("heading", "Nyttor", 2),)


def test_lists_have_their_levels():
    found = blocks(
        p("A", level=0),
        p("B", level=2),
        p("C", style="Punktlista2"),
        p("D", level=0, number=2),
        p("E", level=0, number=0),
        p("• F"),
    ).blocks
    assert [(one.kind, one.level, one.text) for one in found] == [
        ("item", 0, "A"),
        ("item", 2, "B"),
        ("item", 1, "C"),
        ("paragraph", 0, "D"),
        ("paragraph", 0, "E"),
        ("item", 0, "F"),
    ]


def test_a_line_in_bold_and_one_in_brackets_are_apart():
    found = blocks(
        p(
            bold("Ökad "),
            bold("trygghet"),
            "<w:r><w:br/></w:r>",
            "[Kvalitet] [Brukare]",
            "<w:r><w:br/></w:r>",
            "Ord",
        ),
        p(run("Stark", '<w:rStyle w:val="Stark"/>')),
        p(run("Inte", '<w:b w:val="0"/>')),
        p(bold("Titel."), " Text"),
    ).blocks
    assert [(one.text, one.is_line_in_bold, one.is_brackets) for one in found] == [
        ("Ökad trygghet", True, False),
        ("[Kvalitet] [Brukare]", False, True),
        ("Ord", False, False),
        ("Stark", True, False),
        ("Inte", False, False),
        ("Titel. Text", False, False),
    ]
    assert found[-1].bold == len("Titel.")


def test_what_is_struck_out_is_not_read_and_said():
    found = blocks(
        p(
            "Ett ",
            "<w:del><w:r><w:delText>gammalt</w:delText></w:r></w:del>",
            f"<w:ins>{run('nytt')}</w:ins>",
            " ord",
        ),
        comments=2,
        footnotes=1,
    )
    assert found.blocks == (Block("paragraph", "Ett nytt ord"),)
    said = [(remark.key, remark.item) for remark in found.remarks]
    assert ("report-deleted", "gammalt") in said
    assert [key for key, _ in said].count("report-comments") == 2
    assert [key for key, _ in said].count("report-footnotes") == 1


def test_words_in_links_fields_frames_and_tables():
    frame = f"<w:r><w:pict><w:txbxContent>{p('I ram')}</w:txbxContent></w:pict></w:r>"
    found = blocks(
        p(f"<w:hyperlink>{run('länk')}</w:hyperlink>", frame, "<w:r><w:drawing/></w:r>"),
        f"<w:sdt><w:sdtContent>{p('fält')}</w:sdtContent></w:sdt>",
        table(("A", "B"), ("", "C")),
    )
    assert [one.text for one in found.blocks[:3]] == ["länk", "I ram", "fält"]
    assert found.blocks[3].rows == (("A", "B"), ("", "C"))
    assert [remark.key for remark in found.remarks] == ["unread-pictures"]


def test_an_analysis_in_word_becomes_a_chain():
    chain = imported(
        word(
            p("Trygghetslarm", style="Rubrik"),
            p("4 Nyttoanalys", style="Rubrik1"),
            p("Nyttor", style="Rubrik2"),
            p(bold("Snabbare hjälp")),
            p("[Kvalitet] [Brukare]"),
            p("Någon svarar."),
            p("alltid", level=0),
            p("Hinder", style="Rubrik2"),
            p("Inga hinder har identifierats."),
        ),
        "report",
    ).data
    assert chain["title"] == "Trygghetslarm"
    assert list(chain["benefits"].values()) == [
        {
            "title": "Snabbare hjälp",
            "text": "Någon svarar.\n- alltid",
            "category": "quality",
            "perspective": "residents",
            "for": "Brukare",
        }
    ]
    assert chain["obstacles"] == "none"


def test_a_file_that_is_no_analysis_is_notes_with_the_levels_of_its_lists():
    made = imported(
        word(p("F: A", level=0), p("-> E: B", level=1), p("-> E: C", level=2), p("Vad säger facket?")),
        "report",
    )
    assert made.data["changes"]["a"]["leads_to"] == "b"
    assert made.data["effects"]["b"]["leads_to"] == "c"
    assert made.data["notes"] == ["Vad säger facket?"]
    assert made.remarks[0].key == "report-as-notes"


def test_notes_with_a_heading_in_word_are_notes_still():
    chain = imported(
        word(
            p("F: A", level=0),
            p("-> E: B", level=1),
            p("Hinder", style="Rubrik2"),
            p("Vana", level=0),
        ),
        "report",
    ).data
    assert chain["changes"]["a"]["leads_to"] == "b"
    assert list(chain["obstacles"]) == ["vana"]


@pytest.mark.parametrize(
    "inside",
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<w:document", "<a/>", ""],
)
def test_damaged_files_are_refused_in_a_sentence(inside):
    import io
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", inside)
    with pytest.raises(CannotRead):
        word_blocks(file.getvalue(), ImportOptions())
