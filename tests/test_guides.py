"""What the short pages for workshop leaders, controllers and reviewers say is so: words, commands, links."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from nyttokedja.cli import main
from nyttokedja.language.tables import table

PAGES = sorted(path.as_posix() for folder in ("docs/sv", "docs/nb") for path in Path(folder).glob("*.md"))
PLAIN = {"betyder", "betyr"}
"""What is stressed, and stands on no screen."""


def text_of(page):
    return Path(page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_word_on_the_screen_is_there(page):
    screen = set(table(Path(page).parent.name, "app")["screen"].values())
    named = {" ".join(word.split()) for word in re.findall(r"(?<!\*)\*([^*\n][^*]*)\*(?!\*)", text_of(page))}
    assert named - PLAIN
    assert named - PLAIN <= screen


@pytest.mark.parametrize("page", PAGES)
def test_every_command_shown_can_be_run(page, tmp_path, monkeypatch, capsys):
    shutil.copytree("chains", tmp_path / "chains")
    monkeypatch.chdir(tmp_path)
    old = Path("chains/lakemedelsautomat.yaml").read_text("utf-8")
    for before, after in (("före.yaml", "efter.yaml"), ("før.yaml", "etter.yaml")):
        Path(before).write_text(old, "utf-8")
        Path(after).write_text(old.replace("Färre körda mil", "Färre körda kilometer"), "utf-8")
    text = Path(__file__).parents[1].joinpath(page).read_text("utf-8")
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            with pytest.raises(SystemExit) as end:
                main(shlex.split(line)[1:])
            assert end.value.code in (0, 1), f"{line}: {capsys.readouterr().err}"


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", text_of(page)):
        assert (Path(page).parent / target).exists(), target


def test_each_page_is_there_in_both_languages_with_the_same_parts():
    pairs = [("workshop", "arbeidsverksted"), ("controller", "controller"), ("granskare", "gransker")]
    assert len(PAGES) == 2 * len(pairs)
    for swedish, norwegian in pairs:
        one, other = text_of(f"docs/sv/{swedish}.md"), text_of(f"docs/nb/{norwegian}.md")
        for part in ("^#+ ", "^```", r"^\d\. ", "^- "):
            found = [len(re.findall(part, text, re.MULTILINE)) for text in (one, other)]
            assert found[0] == found[1], part


@pytest.mark.parametrize("page", ["docs/kom-igang.md", "docs/kom-i-gang.md"])
def test_the_pages_for_workshops_begin_with_the_app(page):
    assert "nyttokedja.html" in text_of(page).split("\n## ")[1]
