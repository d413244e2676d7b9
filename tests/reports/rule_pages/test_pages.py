"""The pages in docs/rules are what the rules say of themselves today."""

import posixpath
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.rules import FAMILIES, RULES
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.safe_text import clean
from nyttokedja.language.texts import texts
from nyttokedja.reports.rule_pages import pages
from nyttokedja.reports.rule_pages.examples import checked_examples

FOLDER = Path("docs/rules")


@pytest.fixture(scope="module")
def made():
    return pages(layout_of())


def test_the_pages_are_not_stale(made):
    there = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*") if path.is_file()}
    stale = [name for name in made if name not in there or there[name].read_bytes() != made[name].encode()]
    stray = sorted(there.keys() - made.keys())
    assert (stale, stray) == ([], []), "write them anew: nyttokedja rule --pages docs/rules"


def test_every_rule_is_in_the_index_and_every_link_leads_somewhere(made):
    assert all(f"[{rule.code}]({rule.code}.md) {rule.name}" in made["README.md"] for rule in RULES)
    assert all((family.__doc__ or "").startswith("NK") for family in FAMILIES)
    linked = {
        posixpath.normpath(posixpath.join(posixpath.dirname(name), to))
        for name, text in made.items()
        if name.endswith(".md")
        for to in _links(text)
    }
    assert linked == made.keys()
    for language in ("", "sv/", "nb/"):
        assert {f"{language}{rule.code}.md" for rule in RULES} < made.keys()


def _links(text):
    return re.findall(r"\]\(([^)]+)\)", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_says_in_each_language_what_the_check_says(made, rule):
    shown = [_text(item) for item in _parsed(made[f"{rule.code}.md"]) if item.type == "inline"]
    bad, _ = checked_examples(rule)
    for language in LANGUAGES:
        said = texts(language)
        assert said.title(rule.code) in shown
        for finding in bad.findings(language):
            told = f"{clean(said.message(finding))}\n→ {clean(said.remedy(finding))}"
            assert any(line.endswith(f": {told}") for line in shown), told


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_shows_the_chains_whole(made, rule):
    fences = {item.content: item.info for item in _parsed(made[f"{rule.code}.md"]) if item.type == "fence"}
    for shown in checked_examples(rule):
        info = fences[shown.text]
        assert info == ("toml" if rule.name == "wrong-setting" else "yaml")
        assert info == "toml" or re.match("nyttokedja: 1\ntitle: .*\n(.*\n)*stage: ", shown.text)


def test_only_what_cannot_be_read_has_no_picture(made):
    drawn = {name for name in made if name.endswith(".svg")}
    wanted = {f"pictures/{rule.code}-{kind}.svg" for rule in RULES for kind in ("bad", "good")}
    assert wanted - drawn == {f"pictures/{name}.svg" for name in ("NK001-bad", "NK007-bad", "NK007-good")}
    assert all(ET.fromstring(made[name]).tag.endswith("}svg") for name in drawn)


def _parsed(text):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def _text(inline):
    """What a reader sees of a paragraph or a cell: no emphasis may be left, or come about."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        breaks.get(part.type, part.content) for part in inline.children if part.type != "code_inline"
    )
