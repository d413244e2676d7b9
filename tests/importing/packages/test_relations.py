"""Which part of an Office file belongs to which."""

from nyttokedja.importing.packages.archive import open_package
from nyttokedja.importing.packages.relations import main_part, relations
from tests.importing.packages.making import zipped


def rels(*given):
    return "<Relationships>" + "".join(f"<Relationship {one}/>" for one in given) + "</Relationships>"


def test_targets_are_found_from_the_part_and_from_the_root_and_none_outside():
    package = open_package(
        zipped(
            {
                "xl/_rels/workbook.xml.rels": rels(
                    'Id="1" Type="u/worksheet" Target="worksheets/sheet1.xml"',
                    'Id="2" Type="u/comments" Target="/xl/c.xml"',
                    'Id="3" Type="u/x" Target="../docProps/app.xml"',
                    'Id="4" Type="u/link" Target="http://a.b/" TargetMode="External"',
                ),
            }
        )
    )
    assert [tuple(one) for one in relations(package, "xl/workbook.xml")] == [
        ("1", "worksheet", "xl/worksheets/sheet1.xml"),
        ("2", "comments", "xl/c.xml"),
        ("3", "x", "docProps/app.xml"),
    ]


def test_the_main_part_is_the_one_that_is_said_else_the_usual_one():
    said = rels('Id="1" Type="u/officeDocument" Target="xl/book.xml"')
    assert main_part(open_package(zipped({"_rels/.rels": said, "xl/book.xml": "x"}))) == "xl/book.xml"
    assert main_part(open_package(zipped({"ppt/presentation.xml": "x"}))) == "ppt/presentation.xml"
    assert main_part(open_package(zipped({"_rels/.rels": said, "x": "x"}))) == ""
