"""What chains have in common: the same words, slightly other words, and the same id alone."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from nyttokedja.checking.check import check
from nyttokedja.cli.commands.site import command as site
from nyttokedja.language.gist import gist
from nyttokedja.portfolio.across import Kind, Said, said_in, shared, shared_of

EXAMPLES = [
    check(path.read_bytes(), path.stem) for path in sorted(Path("docs/examples/norrsalvik").glob("*.yaml"))
]


@pytest.mark.parametrize(
    ("language", "one", "other", "same"),
    [
        ("sv", "Ekonomi i balans", "En ekonomi i balans", True),
        ("sv", "Ekonomi i balans", "Ekonomin är i  BALANS!", True),
        ("sv", "Hållbar bemanning i hemtjänsten", "Hållbar bemanning inom hemtjänst", True),
        ("sv", "Hållbar bemanning i hemtjänsten", "Hållbar bemanning i hela kommunen", False),
        ("sv", "Klimatneutral kommun 2035", "Klimatneutral kommun år 2035", True),
        ("sv", "Klimatneutral kommun 2035", "Klimatneutral kommun 2045", False),
        ("sv", "Verksamhetschef hemtjänst", "verksamhetschef, hemtjänsten", True),
        ("sv", "Chef natt", "Chef dag", False),
        ("sv", "Fler elever når målen", "Inte fler elever når målen", False),
        ("sv", "Fler besök", "Färre besök", False),
        ("nb", "Enhetsleder hjemmetjenesten", "enhetsleder i hjemmetjeneste", True),
        ("nb", "Trygge eldre", "Trygge barn", False),
        ("en", "The budget is in balance", "Budget in balance", True),
        ("sv", "I", "På", False),
    ],
)
def test_the_same_in_slightly_other_words(language, one, other, same):
    assert (gist(one, language) == gist(other, language)) is same


def titles(kind, by="words"):
    return {one.title: one.files for one in shared(EXAMPLES) if one.kind is kind and one.by == by}


def test_goals_that_the_chains_of_a_municipality_share():
    found = titles(Kind.GOAL)
    assert found["Ekonomi i balans"] == (
        "avfall_givare",
        "bygglov_e_tjanst",
        "inkop_e_handel",
        "varmestyrning",
        "vintervag",
    )
    assert found["Hållbar bemanning i hemtjänsten"] == (
        "bemanning_hemtjanst",
        "digital_signering",
        "gps_larm",
    )
    assert found["Klimatneutral kommun 2035"] == ("avfall_givare", "varmestyrning", "vintervag")
    assert "Hållbar bemanning i hela kommunen" not in found


def test_what_has_the_same_id_and_other_words_is_told_apart():
    (one,) = (one for one in shared(EXAMPLES) if one.by == "id" and one.said[0].id == "bemanning")
    assert set(one.spellings) == {"Hållbar bemanning i hemtjänsten", "Hållbar bemanning i hela kommunen"}


def test_roles_and_organisations():
    assert "gps_larm" in titles(Kind.ROLE)["Verksamhetschef hemtjänst"]
    ((title, files),) = titles(Kind.ORGANISATION).items()
    assert title.startswith("Norrsalviks kommun")
    assert len(files) == 12


def test_indicators():
    found = [one for one in shared(EXAMPLES) if one.kind is Kind.INDICATOR]
    assert all(len(one.files) > 1 for one in found)


def test_nothing_is_shared_within_one_chain():
    said = [
        Said(Kind.GOAL, "a", "sv", words, id=id)
        for words, id in (("Ett mål", "m"), ("Mål", "n"), ("Annat", "m"))
    ]
    assert shared_of(said) == ()


def test_ids_with_numbers_say_nothing():
    said = [
        Said(Kind.GOAL, file, "sv", words, id="mål_1") for file, words in (("a", "Trygghet"), ("b", "Hälsa"))
    ]
    assert shared_of(said) == ()


def test_what_cannot_be_read_says_nothing():
    assert list(said_in(check(b"\xff"))) == []


def test_the_lists_of_a_site_put_the_same_goals_beside_each_other(tmp_path):
    assert CliRunner().invoke(site, ["docs/examples/norrsalvik", "-o", str(tmp_path)]).exit_code == 0
    page = (tmp_path / "goals.html").read_text("utf-8")
    listed = re.findall(r'<a href="chains/[^"]*#[^"]*">([^<]*)', page)
    balance = [n for n, title in enumerate(listed) if "balans" in title]
    assert len(balance) == 5
    assert balance == list(range(balance[0], balance[0] + 5))
    assert len({listed[n] for n in balance}) == 3
