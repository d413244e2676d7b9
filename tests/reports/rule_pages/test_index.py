"""The index of the rules' pages."""

import pytest

from nyttokedja.checking.rules import FAMILIES, RULES
from nyttokedja.reports.rule_pages.index import index


def test_every_family_has_a_heading_and_a_row_a_rule_in_order():
    introduction, *families = index().split("\n\n## ")
    assert introduction.startswith("<!-- Made by ")
    assert len(families) == len(FAMILIES)
    assert all(not part.partition("\n")[0].endswith((".", ":")) for part in families)
    rows = [line for part in families for line in part.splitlines() if line.startswith("| [")]
    assert [row.split("[")[1].split("]")[0] for row in rows] == [rule.code for rule in RULES]
    assert index().endswith("|\n")


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_every_family_has_a_heading_in_the_language(language):
    english, made = (
        [line for line in index(each).splitlines() if line.startswith("## ")] for each in ("en", language)
    )
    assert len(made) == len(english) == len(FAMILIES)
    assert [line for line in made if line in english] == []
    assert [line.split(":")[0] for line in made] == [line.split(":")[0] for line in english]


def test_a_row_links_to_the_page_and_says_what_is_off():
    rows = {line.split("[")[1][:5]: line for line in index().splitlines() if line.startswith("| [")}
    assert rows["NK401"].startswith("| [NK401](NK401.md) missing-owner | Ägare saknas | ")
    for rule in RULES:
        assert (f"{rule.name} (off) |" in rows[rule.code]) == (not rule.default)
