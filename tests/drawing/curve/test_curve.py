import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from nyttokedja.drawing.curve import curve_of
from nyttokedja.drawing.curve.points import plotted
from nyttokedja.drawing.svg.theme import THEMES
from tests.drawing.curve.chains import indicator_of

VISITS = (
    "{unit: visits a night, baseline: {value: 420, date: 2026-10-01}, "
    "target: {value: 250, date: 2027-12-31}, measurements: {2027-09-30: 330}}"
)
_MONTHS = ", ".join(f"20{24 + n // 12}-{n % 12 + 1:02}: {n * 7 % 23}" for n in range(60))


def from_to(baseline, target, measured, more=""):
    """An indicator with a baseline and a target of some years, and measurements."""
    levels = f"baseline: {{value: {baseline}, date: 2026}}, target: {{value: {target}, date: 2029}}"
    return f"{{{more}{levels}, measurements: {{{measured}}}}}"


CASES = {
    "one": VISITS,
    "none": VISITS.replace("2027-09-30: 330", ""),
    "same": from_to(5, 5, "2027: 5, 2028: 5"),
    "zero": from_to(0, 0, "2027: 0"),
    "huge": from_to("1.0e+300", "-1.0e+300", "2027: 1"),
    "tiny": from_to("2.0e-300", 0, "2027: 1.0e-300"),
    "negative": from_to(-12.5, -3.25, "2027-Q3: -8"),
    "undated": "{baseline: 420, target: 250, measurements: {2027-09-30: 330}}",
    "levels alone": "{measurements: {2027-09-30: 330, 2027-10-01: 331}}",
    "ages": from_to(1, 9, "1901: 3, 2198: 8"),
    "scale": from_to("never", "always", "2027-09-30: now and then", "scale: [never, now and then, always], "),
    "hostile": from_to(1, 2, "2027: 1", "title: '<script>alert(1)</script>', unit: \"&<>'\", "),
    "many": f"{{measurements: {{{_MONTHS}}}}}",
}


def drawn(case, language="en", today=None, theme="light"):
    node, indicator, graph = indicator_of(CASES.get(case, case), language)
    return curve_of(node, indicator, graph, today, THEMES[theme])


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize("case", CASES)
def test_each_is_a_picture_with_a_name_and_with_what_it_shows_in_words(case, language):
    curve = drawn(case, language)
    root = ET.fromstring(curve.svg)
    title, desc = root[0], root[1]
    assert (root.get("role"), root.get("lang")) == ("img", language)
    assert (title.text, desc.text) == (curve.title, curve.alt)
    assert curve.title
    assert curve.alt
    assert "{" not in curve.svg
    assert "script" not in {part.tag.rpartition("}")[2] for part in root.iter()}


@pytest.mark.parametrize("case", CASES)
def test_nothing_stands_outside_its_sheet(case):
    curve = drawn(case)
    for x, y in re.findall(r'<(?:text x|circle cx)="([-\d.]+)" c?y="([-\d.]+)"', curve.svg):
        assert 0 <= float(x) <= curve.width
        assert 0 <= float(y) <= curve.height
    for wide, x in re.findall(r'<text x="([-\d.]+)"[^>]*textLength="([-\d.]+)"', curve.svg):
        assert float(wide) + float(x) <= curve.width + 0.1
    assert "nan" not in curve.svg
    assert "inf" not in curve.svg.replace("information", "")


def test_the_same_indicator_gives_the_same_bytes():
    assert drawn("one").svg == drawn("one").svg


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_changes_colours_alone(theme):
    def plain(svg):
        return re.sub(r"#[0-9A-F]{6}", "#", svg)

    assert plain(drawn("one", theme=theme).svg) == plain(drawn("one").svg)


def test_it_shows_the_course_that_the_measurements_are_judged_by():
    node, indicator, graph = indicator_of(VISITS)
    shown = plotted(node, indicator, graph, None, "en")
    assert (shown.course.first, shown.course.last) == (date(2027, 3, 1), date(2027, 12, 31))
    assert (shown.course.begins, shown.course.ends) == (420, 250)


def test_lines_and_markers_differ_by_shape():
    svg = drawn("one", theme="print").svg
    assert svg.count("<circle") == 2  # the measurement, and in the legend
    assert svg.count("stroke-dasharray") == 2  # the target, and in the legend
    assert (
        len(re.findall(r'd="M[\d.]+ [\d.]+ h9.2 v9.2 h-9.2 Z"', svg)) == 2
    )  # the baseline, and in the legend


def test_what_is_not_measured_yet_is_said_in_the_picture():
    assert "nothing is measured yet" in drawn("none").svg
    assert "<circle" not in drawn("none").svg


def test_measurements_after_the_day_are_not_shown():
    assert "330" not in drawn("one", today=date(2027, 9, 29)).svg
    assert "330" in drawn("one", today=date(2027, 9, 30)).svg


@pytest.mark.parametrize("case", ["{}", "{baseline: 420, target: 250}", "{baseline: {value: 1, date: 2026}}"])
def test_without_measurements_and_course_there_is_no_curve(case):
    assert drawn(case) is None


def test_the_words_of_a_scale_stand_at_the_axis():
    svg = drawn("scale").svg
    for word in ("never", "now and then", "always"):
        assert f">{word}<" in svg


@pytest.mark.parametrize(
    ("language", "unit"),
    [("sv", "kronor, miljoner"), ("nb", "kronor, millioner"), ("en", "kronor, millions")],
)
def test_large_numbers_are_counted_in_millions(language, unit):
    case = "{unit: kronor, baseline: {value: 12000000, date: 2026}, target: {value: 9000000, date: 2029}}"
    svg = drawn(case, language).svg
    assert f">{unit}<" in svg
    assert ">10<" in svg


def test_numbers_are_written_in_the_ways_of_the_language():
    case = (
        "{baseline: {value: 0.5, date: 2026}, target: {value: 1.5, date: 2029}, measurements: {2027: 1234.5}}"
    )
    assert "1\u00a0234,5" in drawn(case, "sv").svg
    assert "1\u00a0234.5" in drawn(case, "en").svg
