import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.pictures.realistic import recipe
from nyttokedja.batch import check as runs
from nyttokedja.batch import picture_formats
from nyttokedja.batch.picture_formats import PictureFormat
from nyttokedja.cli import main
from nyttokedja.cli.commands.draw import command
from nyttokedja.extras import how_to_install
from nyttokedja.printing import typst
from nyttokedja.reading import discovery as search

CHAIN = "nyttokedja: 1\nrubrik: {}\nskede: utkast\nförändringar: {{a: {{leder_till: b}}}}\nnyttor: {{b: B}}\n"


HEAVY = (
    *("nyttokedja.drawing", "nyttokedja.checking", "nyttokedja.batch.layout_programs"),
    *("graphviz", "networkx", "yaml", "subprocess", "json", "shutil"),
)


def test_the_command_knows_its_choices_without_what_draws():
    """Names of formats and engines come from tables that import nothing heavy."""
    code = (
        "import sys; from nyttokedja.cli.commands.draw import command; "
        "print([list(option.type.choices) for option in command.params "
        "if option.name in ('format', 'engine')]); "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == [
        f"[{list(picture_formats.FORMATS)}, ['auto', 'graphviz-pure', 'pygraphviz', 'dot']]",
        "[]",
    ]


def test_a_chain_is_drawn_into_renders(run, write):
    write("chains/a.yaml", CHAIN.format("Min kedja"))
    ran = run("draw")
    assert ran == (0, "", "1 bild ritad i renders.\n")
    assert "Min kedja" in Path("renders/a.svg").read_text("utf-8")
    assert run("draw").err == "1 bild var redan aktuell.\n"


def test_a_picture_that_no_longer_shows_its_chain_is_found(run, write):
    write("chains/a.yaml", CHAIN.format("Före"))
    assert run("draw", "--check").code == 1
    run("draw")
    assert run("draw", "--check").code == 0
    write("chains/a.yaml", CHAIN.format("Efter"))
    before = Path("renders/a.svg").read_bytes()
    ran = run("draw", "--check")
    assert (ran.code, ran.out) == (1, "renders/a.svg\n")
    assert Path("renders/a.svg").read_bytes() == before


def test_a_picture_can_be_printed(run, write):
    write("a.yaml", CHAIN.format("x"))
    assert run("draw", "-o", "-", "a.yaml").out.lstrip().startswith("<")
    assert "digraph" in run("draw", "-o", "-", "--format", "dot", "-", stdin=CHAIN.format("x").encode()).out


def test_dot_is_written_too(run, write):
    write("a.yaml", CHAIN.format("x"))
    assert run("draw", "--format", "dot", "-o", "out").code == 0
    assert "digraph" in Path("out/a.dot").read_text("utf-8")


def test_a_chain_with_findings_is_drawn(run, write):
    write("a.yaml", CHAIN.format("x").replace("leder_till: b", "leder_till: [b, finns_inte], fel: x"))
    assert run("draw").code == 0
    assert Path("renders/a.svg").is_file()


def test_a_chain_that_cannot_be_read_is_a_finding_and_the_others_are_drawn(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: x: y\n")
    write("b.yaml", CHAIN.format("x"))
    ran = run("draw")
    assert ran.code == 1
    assert "a.yaml:2:1 NK001" in ran.err
    assert "1 kedja gick inte att rita." in ran.err
    assert [path.name for path in Path("renders").iterdir()] == ["b.svg"]


def test_two_chains_with_one_name_stop_before_anything_is_written(run, write):
    write("chains/x/a.yaml", CHAIN.format("x"))
    write("chains/y/A.yaml", CHAIN.format("y"))
    ran = run("draw")
    assert ran.code == 2
    assert "rename one of them" in ran.err
    assert not Path("renders").exists()


def test_an_engine_that_fails_is_one_sentence(run, write, monkeypatch):
    write("a.yaml", CHAIN.format("x"))
    monkeypatch.setenv("PATH", "")
    ran = run("draw", "--engine", "dot")
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: a.yaml: ")
    assert len(ran.err.splitlines()[0]) > 20
    assert not Path("renders").exists()


def test_the_default_engine_needs_nothing_on_the_path(run, write, monkeypatch):
    write("a.yaml", CHAIN.format("x"))
    monkeypatch.setenv("PATH", "")
    assert run("draw").code == 0


@pytest.mark.parametrize("place", ["renders", "."])
def test_a_folder_that_cannot_be_written_is_one_sentence(run, write, place):
    write("a.yaml", CHAIN.format("x"))
    write("occupied", "a file where a folder should be")
    ran = run("draw", "-o", f"occupied/{place}")
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: Cannot write")


def test_an_output_with_the_ending_of_a_picture_is_a_file(run, write):
    write("a.yaml", CHAIN.format("x"))
    write("ci.yaml", "services: {}\n")
    assert run("draw", "-o", "p.svg").err == "1 bild ritad i p.svg.\n"
    assert Path("p.svg").read_text("utf-8").startswith("<")
    assert run("draw", "-o", "p.svg", "--check").code == 0
    assert run("draw", "--format", "dot", "-o", "out/p.dot").code == 0
    assert Path("out/p.dot").is_file()
    assert run("draw", "-o", "a/p").code == 0
    assert Path("a/p/a.svg").is_file()
    Path("folder.svg").mkdir()
    assert run("draw", "-o", "folder.svg").code == 0
    assert Path("folder.svg/a.svg").is_file()


def test_several_chains_are_not_drawn_into_one_file(run, write):
    write("a.yaml", CHAIN.format("x"))
    write("b.yaml", CHAIN.format("y"))
    ran = run("draw", "-o", "p.svg")
    assert ran.code == 2
    assert ran.err == (
        "nyttokedja: p.svg is one file, but there are 2 chains. Name one chain, or a folder to write to.\n"
    )
    assert not Path("p.svg").exists()


def test_other_yaml_is_no_chain_that_could_not_be_drawn(run, write):
    write("a.yaml", CHAIN.format("x"))
    write("x/a.yaml", "services: {}\n")
    assert run("draw", "-o", "-", ".").code == 0
    assert run("draw") == (0, "", "1 bild ritad i renders.\n")
    assert run("draw", "-o", ".").err == "1 bild ritad i den här mappen.\n"


def test_files_are_read_once_and_never_without_limit(run, write, monkeypatch):
    for name in "ab":
        write(f"{name}.yaml", CHAIN.format("x"))
    asked, real = [], search.read_bytes

    def read_bytes(file, limit):
        asked.append((file.name, limit))
        return real(file, limit)

    for module in (search, runs):
        monkeypatch.setattr(module, "read_bytes", read_bytes)
    assert run("draw").code == 0
    assert asked == [("a.yaml", 10_000_000), ("b.yaml", 10_000_000)]


def test_an_engine_that_is_missing_is_said_once(run, write, monkeypatch):
    for name in "abc":
        write(f"{name}.yaml", CHAIN.format("x"))
    monkeypatch.setenv("PATH", "")
    ran = run("draw", "--engine", "dot")
    assert ran.code == 2
    assert ran.err.count("Layoutprogrammet dot hittas inte") == 1
    assert "3 kedjor gick inte att rita." in ran.err


def test_a_chain_that_we_fail_to_draw_does_not_stop_the_others(run, write, monkeypatch):
    for name in "abc":
        write(f"{name}.yaml", CHAIN.format(name))

    def dot(results, engine, settings):
        if any(result.source.name == "b.yaml" for result in results):
            raise ZeroDivisionError("oops")
        return ["drawn"] * len(results)

    monkeypatch.setitem(picture_formats.FORMATS, "dot", PictureFormat(dot, ("dot",)))
    ran = run("draw", "--format", "dot", "-o", "out", "--language", "en")
    assert ran.code == 2
    assert "nyttokedja: b.yaml: A bug in nyttokedja (ZeroDivisionError: oops). Please report it" in ran.err
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.dot", "c.dot"]


def test_a_link_out_of_the_folder_is_not_drawn_but_said(run, write):
    write("outside.yaml", CHAIN.format("x"))
    write("chains/a.yaml", CHAIN.format("x"))
    Path("chains/b.yaml").symlink_to("../outside.yaml")
    said = "Hoppade över chains/b.yaml: det är en länk ut ur mappen.\n"
    assert run("draw") == (0, "", said + "1 bild ritad i renders.\n")
    assert said in run("check").out
    assert run("draw", "chains/b.yaml").err == "1 bild ritad i renders.\n"


PNG = b"\x89PNG\r\n\x00\xff"


@pytest.fixture
def png(monkeypatch):
    """A format whose pictures are bytes."""
    monkeypatch.setitem(
        picture_formats.FORMATS,
        "png",
        PictureFormat(lambda results, engine, settings: [PNG] * len(results), ("png",), binary=True),
    )
    monkeypatch.setattr(next(one for one in command.params if one.name == "format").type, "choices", ("png",))


@pytest.mark.usefixtures("png")
def test_a_format_of_bytes_is_written_and_compared(run, write):
    write("a.yaml", CHAIN.format("x"))
    assert run("draw", "--format", "png", "-o", "out").code == 0
    assert Path("out/a.png").read_bytes() == PNG
    assert run("draw", "--format", "png", "-o", "out", "--check").code == 0
    Path("out/a.png").write_bytes(PNG[:-1])
    assert run("draw", "--format", "png", "-o", "out", "--check").code == 1


@pytest.mark.usefixtures("png")
def test_a_format_of_bytes_is_printed_as_it_is(write, tmp_path, monkeypatch, capsysbinary):
    write("a.yaml", CHAIN.format("x"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        main(["draw", "--format", "png", "-o", "-"])
    assert (end.value.code, capsysbinary.readouterr().out) == (0, PNG)


def test_a_picture_that_is_not_there_is_missing_and_one_with_other_line_ends_is_not_out_of_date(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: A\nskede: utkast\nnyttor: {x: X}\n")
    ran = run("draw", "--check")
    assert (ran.code, ran.out) == (1, "renders/a.svg\n")
    assert "1 bild saknas: kör nyttokedja draw." in ran.err
    assert "stämmer inte" not in ran.err
    assert run("draw").code == 0
    picture = Path("renders/a.svg")
    picture.write_bytes(picture.read_bytes().replace(b"\n", b"\r\n"))
    assert run("draw", "--check").code == 0
    picture.write_bytes(picture.read_bytes().replace(b"A", b"B"))
    assert "1 bild stämmer inte" in run("draw", "--check").err


def test_no_chain_is_overwritten_by_its_picture(run, write, tmp_path):
    for name, arguments in (("c.svg", []), ("c.dot", ["--format", "dot"])):
        text = "nyttokedja: 1\nrubrik: Prov\n"
        write(name, text)
        ran = run("draw", *arguments, name, "-o", name)
        assert ran.code == 2
        assert (tmp_path / name).read_text("utf-8") == text


def test_a_name_that_ends_as_another_kind_of_file_is_no_folder(run, write, tmp_path):
    write("a.yaml", "nyttokedja: 1\nrubrik: Prov\n")
    ran = run("draw", "a.yaml", "-o", "bild.jpg")
    assert ran.code == 2
    assert not (tmp_path / "bild.jpg").exists()
    assert run("draw", "a.yaml", "-o", "bilder").code == 0


def test_the_ending_of_the_output_says_the_format(run, write):
    write("a.yaml", CHAIN.format("x"))
    for name in ("out/p.dot", "out/P.GV"):
        assert run("draw", "-o", name).code == 0
        assert Path(name).read_text("utf-8").startswith("digraph")


@pytest.mark.parametrize(("format", "name"), [("dot", "p.svg"), ("svg", "p.gv")])
def test_a_format_and_an_ending_that_say_different_things_are_refused(run, write, format, name):
    write("a.yaml", CHAIN.format("x"))
    ran = run("draw", "--format", format, "-o", name, "--language", "sv")
    assert ran.code == 2
    assert f"{name} slutar som en fil i formatet" in ran.err
    assert f"men --format säger {format}" in ran.err
    assert not Path(name).exists()


def test_an_unknown_ending_says_which_there_are(run, write):
    write("a.yaml", CHAIN.format("x"))
    ran = run("draw", "-o", "p.bmp", "--language", "sv")
    assert (ran.code, Path("p.bmp").exists()) == (2, False)
    assert all(f".{ending}" in ran.err for one in picture_formats.FORMATS.values() for ending in one.endings)


def test_a_png_that_no_program_could_open_is_refused_in_the_language_of_the_person(run, write, tmp_path):
    write("a.yaml", CHAIN.format("Prov"))
    ran = run("draw", "a.yaml", "-o", "a.PNG", "--dpi", "100", "--language", "sv")
    assert (ran.code, ran.err) == (0, "1 bild ritad i a.PNG.\n")
    assert (tmp_path / "a.PNG").read_bytes().startswith(b"\x89PNG")
    ran = run("draw", "a.yaml", "-o", "b.png", "--width", "50000", "--language", "sv")
    assert ran.code == 2
    assert "mer än program kan öppna" in ran.err
    assert not (tmp_path / "b.png").exists()


def test_what_a_png_cannot_show_is_said(run, write):
    write("a.yaml", CHAIN.format("Plan 😀"))
    ran = run("draw", "a.yaml", "-o", "a.png", "--width", "600")
    assert ran.code == 0
    assert "a.yaml: Tecknet 😀 finns inte i typsnittet och visas som □.\n" in ran.err


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_what_prints_is_said_once_where_it_is_not_installed(run, write, monkeypatch, tmp_path, ending):
    monkeypatch.setitem(sys.modules, "typst", None)
    typst._fonts.cache_clear()
    for name in "ab":
        write(f"{name}.yaml", CHAIN.format(name))
    ran = run("draw", "--format", ending, "-o", "out", "--jobs", "1", "--language", "sv")
    typst._fonts.cache_clear()
    assert ran.code == 2
    told = "PDF och PNG kräver en del som inte är installerad. Installera den så här: "
    assert ran.err.count(told + how_to_install("pdf")) == 1
    assert not (tmp_path / "out").exists()


def test_a_width_and_a_resolution_are_not_both_taken(run, write):
    write("a.yaml", CHAIN.format("a"))
    ran = run("draw", "-o", "a.png", "--width", "500", "--dpi", "96", "--language", "sv")
    assert ran.code == 2
    assert "--width och --dpi säger båda hur stor en PNG blir" in ran.err


@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.pdf"])
def test_print_that_is_too_small_is_said_and_several_pages_are_offered(run, tmp_path, name):
    (tmp_path / "a.yaml").write_bytes(recipe(120).yaml)
    ran = run("draw", "a.yaml", "-o", name, "--language", "sv")
    assert ran.code == 0
    said = re.search(
        r"a\.yaml: På ett enda A3 blir den minsta skriften (\d,\d|\d) punkter\. Som pdf .*--focus", ran.err
    )
    assert bool(said) is (name != "a.pdf")
    if said:
        assert float(said[1].replace(",", ".")) < 4.5
    if name == "a.svg":
        assert f"minsta skriften {said[1]} punkter" in (tmp_path / name).read_text("utf-8").replace(
            ",0 punkter", " punkter"
        )


def test_print_that_can_be_read_is_not_spoken_of(run, write):
    write("a.yaml", CHAIN.format("Prov"))
    assert run("draw", "a.yaml", "-o", "a.svg", "--language", "sv").err == "1 bild ritad i a.svg.\n"
