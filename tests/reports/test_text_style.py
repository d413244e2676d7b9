"""The style of a report on a terminal."""

from nyttokedja.reports.text_style import TextStyle, plain


def test_a_report_is_plain_where_nothing_is_asked_for():
    style = TextStyle()
    assert (style.paint("a", "error"), style.source, style.width, style.accepted) == ("a", False, 100, False)
    assert style.paint is plain
