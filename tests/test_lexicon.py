import pytest

from nyttokedja.lexicon import names_project


@pytest.mark.parametrize(
    ("role", "project"),
    [
        ("Projektledare", True),
        ("Projektet", True),
        ("Delprojektledaren", True),
        ("Projekt Digital nattillsyn", True),
        ("Införandeprojektet", True),
        ("Prosjektleder", True),
        ("Innføringsprosjektet", True),
        ("The project manager", True),
        ("Project team", True),
        ("Enhetschef hemtjänst", False),
        ("Chef för projektkontoret", False),
        ("Projekt- och utvecklingschef", False),
        ("Projektägare", False),
        ("Head of projects office", False),
        ("", False),
    ],
)
def test_a_project_or_its_leader_is_heard(role, project):
    assert names_project(role) is project
