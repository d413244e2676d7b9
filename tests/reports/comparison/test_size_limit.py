import pytest

from nyttokedja.language.safe_text import utf_16_length
from nyttokedja.reports.comparison.size_limit import Rank, Rows, fit


def rows(*lines, rank=Rank.REST, head="", tail=""):
    return Rows(rank, lines, "{} more".format, head, tail)


@pytest.mark.parametrize(("text", "units"), [("", 0), ("å", 1), ("😀", 2), ("a😀b", 4)])
def test_a_text_is_as_long_as_its_units_of_utf_16(text, units):
    assert utf_16_length(text) == units == len(text.encode("utf-16-le")) // 2


def test_all_lines_are_kept_where_there_is_room():
    assert rows("a", "b", head="<", tail=">").within(5) == ("<a\nb>", True)


def test_lines_are_left_out_from_the_end_and_counted():
    part = rows(*("abcd" * 10 for _ in range(9)), head="<", tail=">")
    text, whole = part.within(200)
    assert not whole
    assert utf_16_length(text) <= 200
    assert text.startswith("<abcd")
    assert text.endswith("\n\n5 more>")
    assert text.count("abcdabcd" * 5) == 4


def test_a_head_without_a_line_says_nothing():
    assert rows("long" * 100, head="<").within(100) == ("", False)


def test_the_weightiest_gets_room_first():
    light, heavy = rows("x" * 60), rows("y" * 60, rank=Rank.CONSEQUENCES)
    (section,) = fit([[rows("h", rank=Rank.HEADING), light, heavy]], 100)
    assert [part.text[:1] for part in section] == ["h", "", "y"]


def test_those_of_a_rank_share_the_room():
    sections = [[rows("h", rank=Rank.HEADING), rows(*"abcdefghijklmnopqrstuvwxyz")] for _ in range(2)]
    found = fit(sections, 70)
    sizes = [utf_16_length(part.text) for section in found for part in section]
    assert sum(sizes) + 2 * len(sizes) <= 70
    assert sizes[1] > 0 < sizes[3]


def test_what_has_no_heading_is_left_out():
    sections = [[rows("h" * 80, rank=Rank.HEADING), rows("a", rank=Rank.CONSEQUENCES)]]
    assert [part.text for part in fit(sections, 50)[0]] == ["", ""]


def test_the_ranks_of_parts_are_told_apart_and_in_order():
    assert [rank.name for rank in sorted(Rank)] == [
        "HEADING",
        "CONSEQUENCES",
        "PICTURE",
        "FINDINGS",
        "TABLE",
        "REST",
    ]
