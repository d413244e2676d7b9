"""The command open: one chain in the browser, and what is wrong with it where it has no page."""

import os
import stat
import sys
from pathlib import Path

import pytest

from nyttokedja.cli.runs.open import kept_at


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """The addresses that the browser was asked to show."""
    seen = tmp_path / "seen.txt"
    browser = tmp_path / "browser.py"
    browser.write_text(f"import sys\nopen({str(seen)!r}, 'a').write(sys.argv[1] + '\\n')\n")
    monkeypatch.setenv("BROWSER", f"{sys.executable} {browser} %s")
    monkeypatch.setattr("webbrowser._tryorder", None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return lambda: seen.read_text().splitlines() if seen.exists() else []


def test_a_chain_is_shown(run, chain, shown):
    ran = run("open", chain)
    (page,) = Path("cache/nyttokedja/pages").iterdir()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{page.absolute()} is shown in the browser.\n"
    assert shown() == [page.absolute().as_uri()]
    assert "<svg" in page.read_text("utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(page.parent.stat().st_mode) & 0o077 == 0, "nobody else reads it"
    assert run("open", chain).code == 0
    assert [*page.parent.iterdir()] == [page], "the same place each time"


def test_a_page_where_it_is_asked_for(run, chain, shown):
    assert run("open", chain, "-o", "sidor/min sida.html").code == 0
    assert shown() == [Path("sidor/min sida.html").absolute().as_uri()]
    assert not Path("cache").exists()


def test_of_a_chain_that_cannot_be_read_the_faults_are_shown(run, write, shown):
    write("trasig & <b>.yaml", "nyttokedja: 1\nrubrik: <script>alert(1)</script>\nx: [\n")
    ran = run("open", "trasig & <b>.yaml", "-o", "p.html")
    assert ran.code == 1
    assert ran.err.startswith("trasig & <b>.yaml:"), "a window that stays says why"
    page = Path("p.html").read_text("utf-8")
    assert len(shown()) == 1
    assert "Filen går inte att läsa som en effektkedja." in page
    assert "trasig &amp; &lt;b&gt;.yaml" in page
    assert "<script" not in page
    assert "Rad " in page


def test_a_file_that_is_not_there_and_a_folder(run, shown):
    ran = run("open", "finns_inte.yaml", "-o", "p.html")
    assert ran.code == 2
    assert "finns_inte.yaml" in Path("p.html").read_text("utf-8")
    Path("mapp").mkdir()
    ran = run("open", "mapp")
    assert (ran.code, ran.out) == (2, "")
    assert "nyttokedja site mapp" in ran.err


def test_a_name_that_is_no_page_is_refused_before_anything_is_written(run, chain, shown):
    before = chain.read_bytes()
    for name in (chain, "x.txt", "chains"):
        ran = run("open", chain, "-o", name)
        assert ran.code == 2
        assert "ends with .html" in ran.err
    assert chain.read_bytes() == before
    assert shown() == []


def test_without_a_browser_it_is_said_where_the_page_is(run, chain, monkeypatch):
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    ran = run("open", chain, "-o", "p.html")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "nyttokedja: No browser could be started. Open p.html in one yourself.\n"
    assert Path("p.html").exists()


def test_where_there_is_no_place_for_pages_a_new_one_is_made(run, chain, shown, monkeypatch, write):
    write("cache", "a file")
    monkeypatch.setattr("tempfile.tempdir", str(Path.cwd()))
    assert run("open", chain).code == 0
    (address,) = shown()
    assert address.endswith("/lista.html")


@pytest.mark.parametrize(
    ("platform", "environment", "place"),
    [
        ("linux", {}, "/home/me/.cache"),
        ("linux", {"XDG_CACHE_HOME": "/c"}, "/c"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/me/.cache"),
        ("darwin", {}, "/home/me/Library/Caches"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l"),
        ("win32", {}, "/home/me/AppData/Local"),
    ],
)
def test_where_pages_are_kept(platform, environment, place, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    kept = kept_at(Path("/a/kedja.yaml"), environment, platform)
    assert kept.parent == Path(place) / "nyttokedja" / "pages"
    assert kept.name.startswith("kedja-")
    assert kept != kept_at(Path("/b/kedja.yaml"), environment, platform)
