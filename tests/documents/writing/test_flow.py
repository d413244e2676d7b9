"""What stands on which sheets: upright, and across with the heading of what is wide."""

from nyttokedja.documents.model import Document, Fact, Facts, Figure, Paragraph, Section
from nyttokedja.documents.writing.flow import Heading, height_above, runs
from tests.documents import samples

ROOM = 470.0
WIDE = samples.many_columns()
PICTURE = Figure("<svg/>", 2000.0, 900.0, "a", "c", wide=True)
FACTS = Facts((Fact("Ägare", "Enhetschef"),))


def flow(*blocks):
    made = runs(Document("K", "T", "sv", "", (), (Section("s", "S", blocks),)), ROOM)
    return [(run.across, [type(item).__name__ for item in run.items]) for run in made]


def test_what_is_narrow_stays_upright():
    assert flow(Paragraph("a"), samples.benefits(1)) == [(False, ["Heading", "Paragraph", "Table"])]


def test_a_heading_and_a_few_words_go_with_what_is_wide():
    assert flow(FACTS, Paragraph("a"), PICTURE) == [(True, ["Heading", "Facts", "Paragraph", "Figure"])]
    assert flow(Paragraph("a" * 900), PICTURE) == [(False, ["Heading", "Paragraph"]), (True, ["Figure"])]


def test_what_follows_a_wide_table_stays_with_it_until_the_next_heading():
    (run,) = flow(WIDE, samples.benefits(1), Paragraph("a"))
    assert run == (True, ["Heading", "Table", "Table", "Paragraph"])


def test_a_wide_figure_has_its_sheet_alone():
    found = flow(WIDE, PICTURE, PICTURE, Paragraph("a"))
    assert [across for across, _ in found] == [True, True, True, False]


def test_what_stands_above_a_figure_takes_room():
    many = Facts(FACTS.facts * 5)
    assert height_above(many, ROOM) > 2 * height_above(FACTS, ROOM) > 0
    assert height_above(Heading("a", 1), ROOM) < height_above(Heading("a" * 200, 1), ROOM)
