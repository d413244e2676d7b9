"""The command watch: a chain and its page follow a file while it is saved."""

from pathlib import Path

import pytest

from nyttokedja.cli.runs import watch
from nyttokedja.cli.runs.imports import ImportOrder
from nyttokedja.importing.model import ImportOptions

ONE = 'digraph { label="Karta"; a [label="Effekt: Färre besök"]; b [label="Nytta: Tid"]; a -> b }'
TWO = 'digraph { label="Karta"; a [label="Effekt: Färre besök"] }'


@pytest.fixture
def saves(run, monkeypatch):
    """Run ``watch`` while a file is saved with these contents, one after the other; then Ctrl-C."""

    def saves(file, *contents, arguments=()):
        left = iter(contents)

        def pause(_):
            content = next(left, None)
            if content is None:
                raise KeyboardInterrupt
            if callable(content):
                content()
            else:
                Path(file).write_bytes(content if isinstance(content, bytes) else content.encode())

        monkeypatch.setattr(watch, "sleep", pause)
        return run("watch", file, *arguments)

    return saves


def test_the_chain_and_the_page_follow_each_save(saves, run):
    ran = saves("karta.dot", ONE, TWO)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Waiting for karta.dot. Stop with Ctrl-C.",
        "karta.yaml: boxes 2, notes 0. Look at karta.html",
        "karta.yaml: boxes 1, notes 0. Look at karta.html",
    ]
    chain = Path("karta.yaml").read_bytes()
    assert b"Tid" not in chain, "what watch itself has added goes again when its words go"
    Path("annan.dot").write_text(TWO, "utf-8")
    run("import", "annan.dot")
    assert Path("annan.yaml").read_bytes() == chain
    assert "Färre besök" in Path("karta.html").read_text("utf-8")


def test_an_empty_file_and_half_a_file_are_waited_for(saves):
    ran = saves("karta.dot", "", b"", "digraph {", TWO)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("karta.yaml: boxes 1")


def test_what_was_there_before_stays(saves, run, write):
    write("karta.dot", ONE)
    run("import", "karta.dot")
    saves("karta.dot", TWO)
    assert "Tid" in Path("karta.yaml").read_text("utf-8")


def test_what_people_write_in_the_chain_meanwhile_stays(saves):
    def own():
        path = Path("karta.yaml")
        path.write_text(path.read_text("utf-8").replace("rubrik: Karta", "rubrik: Vår karta"), "utf-8")

    saves("karta.dot", TWO, own, ONE, TWO)
    text = Path("karta.yaml").read_text("utf-8")
    assert "rubrik: Vår karta" in text
    assert "Tid" not in text, "it came after that, and nobody has touched it"


def test_a_page_of_somebody_else_is_not_overwritten(saves, write):
    write("karta.html", "<h1>Vår sida</h1>")
    assert saves("karta.dot", ONE).code == 2
    assert Path("karta.html").read_text("utf-8") == "<h1>Vår sida</h1>"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such file on Windows")
def test_what_never_ends_is_not_watched(run, tmp_path):
    ran = run("watch", "/dev/zero", "-o", tmp_path / "noll.yaml")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "Cannot open /dev/zero" in ran.err


def test_what_is_too_large_is_not_watched_nor_what_becomes_so(run, saves):
    with Path("stor.txt").open("wb") as large:
        large.truncate(60_000_000)
    ran = run("watch", "stor.txt")
    assert (ran.code, ran.err) == (2, "nyttokedja: stor.txt is larger than 50 MB. Give a smaller one.\n")
    ran = saves("karta.dot", ONE, bytes(60_000_000), TWO)
    assert ran.code == 2
    assert ran.err.splitlines() == ["nyttokedja: karta.dot is larger than 50 MB. Give a smaller one."]


def test_what_is_piped_cannot_be_watched(run):
    assert run("watch", "-").code == 2


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("", "a\nb", [1, 2]),
        ("a\nb\nc", "a\nx\nc", [2]),
        ("a\nb", "a\nb\nc", [3]),
        ("a\nb\nc", "a\nc", []),
        ("a", "a", []),
        ("a\na\na", "a\na\na\na", [4]),
    ],
)
def test_the_lines_that_are_being_typed(before, after, lines):
    assert list(watch.changed_lines(before, after)) == lines


def test_an_order_names_one_file(run, tmp_path):
    order = ImportOrder(("karta.dot",), "", "", ImportOptions(), "", "en")
    assert watch.WatchRun(order).chain == Path("karta.yaml")


def test_a_chain_that_is_mended_is_followed_again_without_a_save(saves):
    def spoil():
        Path("karta.yaml").write_text("nyttokedja: 1\nrubrik: [\n", "utf-8")

    def mend():
        Path("karta.yaml").write_bytes(whole[0])

    def look():
        whole.append(Path("karta.yaml").read_bytes())

    whole = []
    ran = saves("karta.dot", TWO, look, spoil, ONE, mend, look)
    assert "nyttokedja check karta.yaml" in ran.out
    assert b"Tid" not in whole[0]
    assert b"Tid" in whole[1], "the save that could not be followed is"


def test_a_folder_is_not_watched_and_none_is_overwritten(run, saves):
    Path("mapp").mkdir()
    ran = run("watch", "mapp", "--language", "sv")
    assert (ran.code, ran.out) == (2, "")
    assert "mapp är en mapp" in ran.err
    Path("karta.html").mkdir()
    assert "Traceback" not in saves("karta.dot", ONE).err
    ran = run("watch", "karta.dot")
    assert ran.code == 2
    assert "karta.html" in ran.err


def test_with_serve_the_chain_is_shown_and_without_the_extra_it_goes_on(saves, monkeypatch):
    shown = []
    monkeypatch.setattr("nyttokedja.cli.runs.serve.serve", lambda paths, *_, **__: shown.append(paths))
    monkeypatch.setattr("nyttokedja.cli.runs.serve.Thread", Now)
    ran = saves("karta.dot", ONE, arguments=("--serve",))
    assert ran.code == 0
    assert shown == [("karta.yaml",)]
    monkeypatch.setattr("nyttokedja.cli.runs.serving.find_spec", lambda _: None)
    ran = saves("karta.dot", TWO, arguments=("--serve",))
    assert (ran.code, len(shown)) == (0, 1)
    assert "pip install" in ran.err
    assert "karta.yaml: boxes 1" in ran.out


class Now:
    """A thread that does its work at once."""

    def __init__(self, target, daemon):
        self.start = target
