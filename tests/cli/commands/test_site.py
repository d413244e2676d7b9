"""The command site: what is written, what is left as it was, and what is taken away."""

import json
import os
import re
import shutil
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from nyttokedja.pages.site.manifest import NAME

ROOT = Path(__file__).parents[3]
HOSTILE = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>"
SMALL = """nyttokedja: 1
rubrik: {title}
skede: plan
förändringar:
  start: {{rubrik: Ny rutin, ägare: "{owner}", leder_till: nytta}}
nyttor:
  nytta: {{rubrik: Frigjord tid, ägare: "{owner}", leder_till: mål}}
mål:
  mål: Bättre vård
"""


def small(title="Ny rutin", owner="Enhetschef"):
    return SMALL.format(title=title, owner=owner)


@pytest.fixture
def two(write):
    """Two chains of the same file name, in different folders."""
    write("chains/vård/plan.yaml", small("Plan för vården"))
    write("chains/skola/plan.yaml", small("Plan för skolan", "Rektor"))


def files(folder="site"):
    return {path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()}


def stamps(folder="site"):
    return {path: (Path(folder) / path).stat().st_mtime_ns for path in files(folder)}


def age(folder="site"):
    """Make all files of a site old, so that a new one is seen."""
    for path in files(folder):
        os.utime(Path(folder) / path, ns=(10**18, 10**18))


def rewritten(folder="site"):
    return {path for path, stamp in stamps(folder).items() if stamp != 10**18}


def page(name, folder="site"):
    return (Path(folder) / name).read_text("utf-8")


def test_what_is_written(run, two):
    ran = run("site")
    assert ran.code == 0, ran.err
    assert ran.err.splitlines() == [
        "Skrivna filer 13, som de var 0, borttagna 0.",
        "Webbplatsen börjar med site/index.html.",
    ]
    assert files() == {
        NAME,
        "calendars/all.ics",
        "chains/skola-plan.html",
        "chains/vard-plan.html",
        "changes.html",
        "goals.html",
        "index.html",
        "indicators.html",
        "obstacles.html",
        "portfolio.html",
        "roles.html",
        "roles/enhetschef.html",
        "roles/rektor.html",
        "search.html",
    }
    assert page("goals.html").count("Bättre vård") == 2
    assert "Nyttor att ta hem" in page("roles/rektor.html")
    assert "Plan för vården" not in page("roles/rektor.html")


def test_a_second_time_nothing_is_written(run, two):
    run("site")
    age()
    ran = run("site")
    assert ran.err.splitlines()[0] == "Skrivna filer 0, som de var 13, borttagna 0."
    assert rewritten() == set()


def test_a_change_rewrites_what_it_touches_and_says_what_it_means(run, two, write):
    run("site")
    age()
    write("chains/skola/plan.yaml", small("Plan för skolan", "Skolchef"))
    ran = run("site")
    assert ran.code == 0
    assert rewritten() == {
        NAME,
        "chains/skola-plan.html",
        "changes.html",
        "index.html",
        "portfolio.html",
        "roles.html",
        "roles/skolchef.html",
        "search.html",
    }
    assert "roles/rektor.html" not in files(), "nobody of that name is left"
    assert "Skolchef" in page("changes.html")
    assert "Plan för vården" not in page("changes.html")
    age()
    run("site")
    assert rewritten() == set(), "what was changed last stays told"


def test_a_comment_changes_no_meaning_and_is_not_published(run, two, write):
    run("site")
    write("chains/skola/plan.yaml", "# hemligt: lönen\n" + small("Plan för skolan", "Rektor"))
    run("site")
    assert "Inget har ändrats" in page("changes.html")
    assert not any("hemligt" in (Path("site") / name).read_text("utf-8") for name in files())


def test_chains_that_come_and_go(run, two, write):
    run("site")
    Path("chains/vård/plan.yaml").unlink()
    write("chains/ny.yaml", small("Helt ny"))
    run("site")
    told = page("changes.html")
    assert told.index("Nya kedjor") < told.index("Helt ny") < told.index("Plan för vården")
    assert "chains/vard-plan.html" not in files()
    assert "chains/ny.html" in files()


def test_only_what_is_ours_is_taken_away_or_overwritten(run, two, write):
    write("site/notes.txt", "mine")
    write("site/chains/mine.html", "mine")
    run("site")
    write("site/chains/vard-plan.html", "changed by hand")
    Path("chains/vård/plan.yaml").unlink()
    assert run("site").code == 0
    assert {"notes.txt", "chains/mine.html", "chains/vard-plan.html"} <= files()
    write("chains/mine.yaml", small("Min"))
    ran = run("site")
    assert ran.code == 2
    assert "site/chains/mine.html was not made by site" in ran.err
    assert page("chains/mine.html") == "mine"


def test_a_page_that_was_spoilt_is_made_again(run, two, write):
    run("site")
    before = page("chains/vard-plan.html")
    write("site/chains/vard-plan.html", "spoilt")
    run("site")
    assert page("chains/vard-plan.html") == before


@pytest.mark.parametrize("name", ["../mine.html", "/etc/passwd", "chains/../../mine.html", "notes.txt"])
def test_a_hostile_memory_takes_nothing_away(run, two, write, name):
    mine = write("mine.html", "mine")
    run("site")
    write("site/notes.txt", "mine")
    memory = json.loads(page(NAME))
    memory["files"][name] = sha256(b"mine").hexdigest()
    write(f"site/{NAME}", json.dumps(memory))
    assert run("site").code == 0
    assert mine.read_text() == "mine"
    assert page("notes.txt") == "mine"


@pytest.mark.parametrize("memory", ["", "[]", "{", '{"version": 1}', '{"version": 2}', "[" * 100_000, "\xff"])
def test_a_memory_that_is_none_is_no_leave_to_overwrite(run, two, write, memory):
    run("site")
    write("site/index.html", "mine")
    write(f"site/{NAME}", memory.encode("latin-1"))
    ran = run("site")
    assert ran.code == 2
    assert "site/index.html was not made by site" in ran.err
    assert page("index.html") == "mine"


def test_a_chain_that_cannot_be_read_has_a_page_that_says_why(run, two, write):
    run("site")
    write("chains/skola/plan.yaml", small("Plan för skolan", "Rektor") + "x: [\n")
    ran = run("site")
    assert ran.code == 1
    assert "NK001" in ran.err
    assert "Filen går inte att läsa som en effektkedja" in page("chains/skola-plan.html")
    assert "Filen går inte att läsa." in page("index.html")
    write("chains/skola/plan.yaml", small("Plan för skolan", "Skolchef"))
    assert run("site").code == 0
    assert "Skolchef" in page("changes.html"), "it is compared with what it said when it could be read"


def test_without_a_chain_nothing_is_written_and_nothing_taken_away(run, two, write):
    run("site")
    shutil.rmtree("chains")
    Path("chains").mkdir()
    before = stamps()
    ran = run("site")
    assert ran.code == 2
    assert stamps() == before


def test_what_is_out_of_reach_leaves_the_site_as_it_was(run, two, write):
    run("site", "chains", "-o", "site")
    before = stamps()
    ran = run("site", "chians", "-o", "site")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert stamps() == before


def test_settings_that_cannot_be_understood_take_no_page_away(run, two, write):
    run("site")
    write("chains/vård/nyttokedja.toml", "x = [")
    assert run("site").code == 2
    assert "chains/vard-plan.html" in files()


def test_a_name_that_is_no_folder(run, two, write):
    assert run("site", "-o", "-").code == 2
    write("taken", "a file")
    ran = run("site", "-o", "taken")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.tags = [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        held = dict(attributes)
        self.tags.append((tag, held))
        if "id" in held:
            self.ids.add(held["id"])
        self.links += [held[name] for name in ("href", "src") if held.get(name)]


def crawled(folder):
    pages = {path: Page(page(path, folder)) for path in files(folder) if path.endswith(".html")}
    for path, seen in pages.items():
        for link in seen.links:
            parts = urlsplit(link)
            assert not parts.scheme, f"{link} in {path} leads out"
            assert not parts.netloc, f"{link} in {path} leads out"
            there = path
            if parts.path:
                there = os.path.normpath((Path(path).parent / unquote(parts.path)).as_posix())
            assert (Path(folder) / there).is_file(), f"{link} in {path} leads nowhere"
            if parts.fragment and there in pages:
                assert unquote(parts.fragment) in pages[there].ids, f"{link} in {path} leads to no place"
    return pages


def test_every_link_leads_somewhere_and_nothing_leads_out(run):
    assert run("site", ROOT / "chains").code == 0
    pages = crawled("site")
    assert len(pages) > 40
    for path, seen in pages.items():
        named = [held for tag, held in seen.tags if tag == "meta"]
        assert {"name": "robots", "content": "noindex"} in named, path
        assert any("http-equiv" in held for held in named), path
        skips = [held for _, held in seen.tags if held.get("class") == "skip"]
        assert len(skips) == 1, path


def test_hostile_names_and_titles_become_nothing_but_text(run, write):
    name = "<b onclick=alert(1)>&'\".yaml" if os.name == "posix" else "b.yaml"
    write(f"chains/{name}", small(json.dumps(HOSTILE), "<script>alert(1)</script>"))
    write("chains/b/con.yaml", small(json.dumps("::error::x ]]> -->"), "../../../etc/passwd"))
    assert run("site").code == 0
    for path, seen in crawled("site").items():
        scripts = [held for tag, held in seen.tags if tag == "script"]
        assert len(scripts) <= 2, path
        assert not any(attribute.startswith("on") for _, held in seen.tags for attribute in held), path
        assert ("img", {"src": "x", "onerror": "alert(1)"}) not in seen.tags
    assert all(re.fullmatch(r"[a-z0-9./-]+", path) for path in files())


def test_each_page_speaks_its_own_language(run, write):
    write("chains/nb.yaml", "nyttokedja: 1\nspråk: nb\ntittel: Ny rutine\nendringer:\n  a: Ny rutine\n")
    write("chains/sv.yaml", small())
    run("site", "--language", "nb")
    assert '<html lang="nb">' in page("index.html")
    assert '<html lang="sv">' in page("chains/sv.html")
    assert 'lang="sv">Ny rutin</a>' in page("index.html")
    assert "Gevinstkart" in page("chains/sv.html"), "the ways to other pages are in the site's language"


def test_the_day_says_what_is_late(run, write):
    late = small().replace(
        "leder_till: nytta", 'åtgärder: [{vad: Utbilda, vem: "Rektor", senast: 2027-01-31}]'
    )
    write("chains/a.yaml", late)
    run("site")
    assert "försenat" not in page("roles/rektor.html")
    assert b"DTSTART;VALUE=DATE:20270131" in Path("site/calendars/role-rektor.ics").read_bytes()
    run("site", "--today", "2027-06-01")
    assert "försenat" in page("roles/rektor.html")


def test_two_with_the_same_title_are_told_apart(run, write):
    write("chains/a.yaml", small())
    write("chains/b.yaml", small())
    run("site")
    assert "Ny rutin (chains/a.yaml)" in page("index.html")


def test_many_processes_make_the_same(run):
    run("site", ROOT / "chains", "-o", "one", "--jobs", "1")
    run("site", ROOT / "chains", "-o", "two", "--jobs", "2")
    assert files("one") == files("two")
    assert all(page(name, "one") == page(name, "two") for name in files("one"))


def test_a_part_that_settings_ask_for_is_not_made_of_pages_and_that_is_said(run, two, write):
    assert "focus" not in run("site", "--language", "sv").err
    write("nyttokedja.toml", 'only = ["type=benefit"]\n')
    ran = run("site", "-o", "parts", "--language", "sv")
    told = "Sidorna i en webbplats visar hela kedjor: inställningarna focus och only följs inte.\n"
    assert ran.err.count(told) == 1


def test_a_page_links_to_the_chain_that_it_leads_to_where_that_has_a_page(run, write):
    text = "nyttokedja: 1\nrubrik: {0}\nspråk: sv\neffekter: {{e: {{rubrik: E {0}, leder_till: [{1}]}}}}\n"
    write("k/a.yaml", text.format("A", "under/b.yaml#e, saknas.yaml#e"))
    write("k/under/b.yaml", text.format("B", "../a.yaml#e"))
    assert run("site", "k", "-o", "ut").code == 0
    pages = {path.stem: path.read_text("utf-8") for path in Path("ut/chains").glob("*.html")}
    of_a, of_b = (next(name for name, page in pages.items() if f">E {one}<" in page) for one in "AB")
    assert f'<a href="{of_b}.html#e">under/b.yaml#e</a>' in pages[of_a]
    assert f'<a href="{of_a}.html#e">../a.yaml#e</a>' in pages[of_b]
    assert ">saknas.yaml#e</a>" not in pages[of_a]
    assert "saknas.yaml#e" in pages[of_a]
