"""The seven questions as a matrix."""

from .told import MISSING, asked, report


def test_a_chain_is_a_line_a_benefit():
    assert (
        report("matrix", MISSING, asked("Lugn"))
        == """\
nej.yaml går inte att öppna: den finns inte.

Lugn
a.yaml · plan · 42 % (6 av 14 förväntade svar, 1 delvis)

       1 2 3 4 5 6 7
Lugn   ● ● ● ○ ● ◐ ●   71 %
Ensam  ● ○ ○ ○ ○ ○ ○   14 %

1 Vad är nyttan?
2 Hur ska den realiseras?
3 Vem ska realisera nyttan?
4 När uppkommer nyttan?
5 Hur ska nyttan följas upp?
6 Vem ansvarar för uppföljningen?
7 Vilka mätetal ska användas?
● besvarad  ◐ delvis besvarad  ○ öppen  · behöver inte besvaras än
"""
    )


def test_the_signs_stand_under_each_other_however_long_a_title_is():
    lines = report("matrix", asked("Tryggare " * 20)).split("\n")
    signs = [line for line in lines if "○" in line and "öppen" not in line]
    assert len({line.index("●") for line in signs}) == 1
    assert max(map(len, signs)) <= 80
    assert "…  ●" in signs[0]


def test_there_is_nothing_to_report_of_nothing():
    assert report("matrix") == ""
