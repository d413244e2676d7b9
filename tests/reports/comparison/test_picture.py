"""The picture of a comparison in a comment."""

from nyttokedja.comparing.wording import ComparisonWords
from nyttokedja.reports.comparison.picture import chart_parts
from nyttokedja.reports.comparison.size_limit import Rank

from .told import AFTER, BEFORE, BROKEN, of

WORDS = ComparisonWords("sv")


def drawn(before, after, limit=10**5):
    (part,) = chart_parts(of(before, after).comparison, WORDS, "###")
    assert part.rank is Rank.PICTURE
    return part.within(limit)


def test_a_whole_picture_has_a_heading_and_a_legend_of_its_signs():
    text, whole = drawn(BEFORE, AFTER)
    heading, chart, legend = text.split("\n\n")
    assert whole
    assert heading == "### Ändringen och det som ligger närmast"
    assert chart.startswith("```mermaid\nflowchart LR\n  n1[")
    assert chart.endswith("\n```")
    assert legend == "− borttagen · Δ ändrad · &#126;&#8203; pröva igen · ✗ sämre"


def test_a_part_of_a_picture_says_how_much_it_is():
    text = drawn(BEFORE, AFTER, 1300).text
    assert len(text) <= 650
    part = text.split("\n\n")[-1]
    boxes, arrows = text.count('["'), text.count("\n  n") - text.count('["')
    assert [int(word) for word in part.replace(",", " ").split() if word.isdigit()] == [boxes, 6, arrows, 6]


def test_there_is_no_picture_where_there_is_no_room_or_a_side_cannot_be_read():
    assert drawn(BEFORE, AFTER, 300) == ("", False)
    assert list(chart_parts(of(BEFORE, BROKEN).comparison, WORDS, "###")) == []
    assert list(chart_parts(of(BEFORE, BEFORE).comparison, WORDS, "###")) == []
