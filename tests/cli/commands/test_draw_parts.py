"""``nyttokedja draw``: parts of chains, themes, bare boxes."""

import re
from dataclasses import asdict
from pathlib import Path

import pikepdf
import pytest

from nyttokedja.drawing.svg.theme import THEMES

PARTS = """nyttokedja: 1
rubrik: Prov
skede: utkast
förändringar: {a: {rubrik: Början, leder_till: b}}
effekter: {b: {rubrik: Mitten, leder_till: c}}
nyttor: {c: {rubrik: Slutet, ägare: Enhetschef}}
"""


@pytest.mark.parametrize("name", ["p.svg", "p.dot", "p.txt", "p.md", "p.json", "p.html", "p.mmd"])
def test_a_part_of_a_chain_is_drawn_in_every_format_and_says_so(run, write, name):
    write("a.yaml", PARTS)
    assert run("draw", "--focus", "c", "--hops", "1", "-o", name).code == 0
    drawn = Path(name).read_text("utf-8")
    assert "Mitten" in drawn
    seen = re.sub(r"<script.*?</script>", "", drawn, flags=re.DOTALL)  # a page is judged by the whole chain
    assert "Början" not in seen
    if name == "p.json":
        assert '"shown": 2,\n      "total": 3' in drawn
    else:
        assert "2 av 3 rutor" in " ".join(drawn.split())


def test_boxes_are_chosen_by_what_they_say(run, write):
    write("a.yaml", PARTS)
    assert run("draw", "--only", "ägare=enhetschef", "-o", "p.txt").code == 0
    assert "Visar 1 av 3 rutor och 0 av 2 pilar: ägare: Enhetschef." in Path("p.txt").read_text("utf-8")
    ran = run("draw", "--only", "owner=Chef", "-o", "q.txt", "--language", "sv")
    assert (ran.code, Path("q.txt").exists()) == (2, False)
    assert "Ingen ruta har owner=Chef. Det finns: Enhetschef." in ran.err
    assert run("draw", "--only", "färg=röd").code == 2
    ran = run("draw", "--focus", "d", "-o", "q.txt", "--language", "sv")
    assert (ran.code, Path("q.txt").exists()) == (2, False)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mittpunkt", "Det finns ingen ruta som heter Mittpunkt. Menas b?"),
        ("utförs", "Det finns ingen ruta som heter utförs."),
    ],
)
def test_a_box_that_is_not_there_is_refused_with_the_one_that_may_be_meant(run, write, written, said):
    write("a.yaml", PARTS.replace("Mitten", "Fler mittpunkter"))
    ran = run("draw", "--focus", written, "-o", "q.txt", "--language", "sv")
    assert ran.code == 2
    assert f"a.yaml: {said}\n" in ran.err


def test_a_theme_is_chosen_by_the_option_or_the_settings(run, write):
    write("a.yaml", PARTS)
    run("draw", "-o", "light.svg")
    run("draw", "--theme", "dark", "-o", "dark.svg")
    write("nyttokedja.toml", 'theme = "dark"\n')
    run("draw", "-o", "settings.svg")
    run("draw", "--theme", "light", "-o", "again.svg")
    light, dark, settings, again = (
        Path(f"{name}.svg").read_text("utf-8") for name in ("light", "dark", "settings", "again")
    )
    assert 'fill="#12161B"' in dark
    assert '"#FFFFFF"' not in dark
    assert (settings, again) == (dark, light)
    assert light != dark


def test_bare_boxes_have_a_title_and_nothing_else(run, write):
    write("a.yaml", PARTS)
    run("draw", "-o", "full.svg")
    run("draw", "--bare", "-o", "bare.svg")
    full, bare = (Path(f"{name}.svg").read_text("utf-8") for name in ("full", "bare"))
    assert ">NYTTA<" in full
    assert ">Ägare: Enhetschef<" in full
    assert ">NYTTA<" not in bare
    assert ">Ägare: Enhetschef<" not in bare
    assert ">Slutet<" in bare
    assert "Nytta: Slutet." in bare


@pytest.mark.parametrize("name", ["p.dot", "p.mmd"])
def test_drawings_of_other_programs_have_the_theme_the_direction_and_bare_boxes(run, write, name):
    write("a.yaml", PARTS)
    run("draw", "-o", name)
    plain = Path(name).read_text("utf-8")
    run("draw", "--theme", "dark", "--direction", "left", "--bare", "-o", name)
    drawn = Path(name).read_text("utf-8")
    light, dark = (
        set(re.findall("#[0-9A-F]{6}", repr(asdict(theme)))) for theme in (THEMES["light"], THEMES["dark"])
    )
    assert set(re.findall("#[0-9A-F]{6}", plain)) <= light
    assert set(re.findall("#[0-9A-F]{6}", drawn)) <= dark
    assert (" LR\n" in plain or "rankdir=LR" in plain, " RL\n" in drawn or "rankdir=RL" in drawn) == (
        True,
        True,
    )
    assert "Enhetschef" in plain
    assert "Slutet" in drawn
    assert not re.search("Enhetschef|NYTTA|Nytta", drawn)


def test_a_direction_is_chosen_by_the_option_or_the_settings(run, write):
    write("a.yaml", PARTS)
    for name, options in (
        ("right", ()),
        ("left", ("--direction", "left")),
        ("down", ("--direction", "down")),
    ):
        run("draw", *options, "-o", f"{name}.svg")
    write("nyttokedja.toml", 'direction = "down"\n')
    run("draw", "-o", "settings.svg")
    run("draw", "--direction", "right", "-o", "again.svg")
    right, left, down, settings, again = (
        Path(f"{name}.svg").read_text("utf-8") for name in ("right", "left", "down", "settings", "again")
    )
    assert (settings, again) == (down, right)
    assert len({right, left, down}) == 3


def test_paper_and_size_are_chosen_by_the_settings_and_the_option_goes_before_them(run, write):
    write("a.yaml", PARTS)
    write("nyttokedja.toml", 'paper = "a3"\nwidth = 640\n')
    run("draw", "-o", "a3.pdf")
    run("draw", "-o", "a4.pdf", "--paper", "a4")
    a3, a4 = (_paper(f"{name}.pdf") for name in ("a3", "a4"))
    assert (a3, a4) == (1191, 842)
    run("draw", "-o", "settings.png")
    run("draw", "-o", "wider.png", "--width", "800")
    run("draw", "-o", "finer.png", "--dpi", "96")
    run("draw", "--isolated", "-o", "alone.png", "--dpi", "96")
    settings, wider, finer, alone = (
        _width(f"{name}.png") for name in ("settings", "wider", "finer", "alone")
    )
    assert (settings, wider) == (640, 800)
    assert finer == alone != 640


def _paper(pdf):
    with pikepdf.open(pdf) as opened:
        return round(opened.pages[0].mediabox[2])


def _width(png):
    return int.from_bytes(Path(png).read_bytes()[16:20], "big")
