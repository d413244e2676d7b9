"""The backgrounds and headings of columns."""

import pytest

from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.page.columns import draw_columns
from nyttokedja.drawing.svg.theme import LIGHT
from tests.drawing.chains import FULL, ONE
from tests.drawing.laid import laid_out


@pytest.mark.parametrize(
    ("chain", "headings"), [(FULL, ["Förändring", "Effekter", "Nyttor", "Mål"]), (ONE, ["Nyttor"])]
)
def test_each_column_has_a_background_a_line_a_pictogram_and_a_heading(chain, headings):
    canvas = laid_out(chain).canvas
    drawn = draw_columns(canvas, 100, 500, picture_words("sv"), LIGHT)
    parts = [drawn[at : at + 4] for at in range(0, len(drawn), 4)]
    assert [heading.text for *_, heading in parts] == headings
    for column, (ground, line, icon, heading) in zip(canvas.ranks.columns, parts, strict=True):
        left, right = canvas.rank_edges.left(column.first) - 14, canvas.rank_edges.edge(column.last) + 14
        assert float(ground.attributes["x"]) == pytest.approx(left, abs=0.06)
        assert float(ground.attributes["width"]) == pytest.approx(right - left, abs=0.06)
        assert (ground.attributes["y"], ground.attributes["height"]) == ("100", "400")
        assert (line.attributes["height"], line.attributes["fill"]) == ("4", LIGHT.kinds[column.kind].line)
        assert "114) scale(1.000)" in icon.attributes["transform"]
        assert (heading.attributes["y"], heading.attributes["font-weight"]) == ("127", "700")
