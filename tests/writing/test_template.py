import pytest

from nyttokedja.checking.check import check
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.model.ids import ascii_id
from nyttokedja.model.severity import Severity
from nyttokedja.writing.template import starting_chain

TITLES = ['Digital "nattillsyn": {id} {file} #1', "2027", "\\n", "x" * 200, "åäö", "'", "🙂"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("title", TITLES)
def test_a_new_chain_is_sound_and_has_the_title_given(title, language):
    checked = check(starting_chain(title, language, "x.yaml", "../schemas").encode())
    assert checked.chain.title == title
    assert checked.chain.language == language
    assert checked.chain.stage == "draft"
    assert [f.code for f in checked.findings if f.severity > Severity.INFO and f.code != "NK006"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_chain_draws_no_remarks_at_all(language):
    assert check(starting_chain("Digital nattillsyn", language, "x.yaml").encode()).findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_chain_names_the_schema_of_its_language_where_there_is_one(language):
    first = starting_chain("x", language, "x.yaml", "../schemas").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=../schemas/chain.")
    assert "yaml-language-server" not in starting_chain("x", language, "x.yaml")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Digital nattillsyn!", "digital_nattillsyn"),
        ("Ökad ÆRLIGHET på ön", "okad_aerlighet_pa_on"),
        ("2027 års plan", "kedja_2027_ars_plan"),
        ("CON", "kedja_con"),
        ("../../etc/passwd", "etc_passwd"),
        ("🙂", "kedja"),
        ("a" * 90, "a" * 50),
    ],
)
def test_a_title_gives_a_name_that_every_file_system_takes(title, name):
    assert ascii_id(title) == name
