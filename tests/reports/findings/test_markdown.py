from nyttokedja.reports.findings.markdown import escaped

from .told import MISSING, finding, outcome, report


def test_there_is_a_table_a_file_in_the_language_of_its_chain():
    english = outcome(finding(language="en", file="b.yaml"), name="b.yaml", language="en")
    assert report("markdown", outcome(finding()), english, outcome(name="c.yaml"), MISSING) == (
        "- ❌ nej.yaml går inte att öppna: den finns inte.\n"
        "\n"
        "### a.yaml\n"
        "\n"
        "| Allvar | Plats | Påpekande | Att göra |\n"
        "| --- | --- | --- | --- |\n"
        "| ❌ fel | 5:3 | NK401 Nyttan ”Ökad trygghet” har ingen ägare. "
        "| Vem i linjen tar hem nyttan? Skriv rollen: ”ägare: Enhetschef …”. |\n"
        "\n"
        "### b.yaml\n"
        "\n"
        "| Severity | Place | Finding | What to do |\n"
        "| --- | --- | --- | --- |\n"
        "| ❌ error | 5:3 | NK401 The benefit “Ökad trygghet” has no owner. "
        "| Who in line management will realise the benefit? Give the role: “ägare: Head of …”. |\n"
        "\n"
        "- 3 effektkedjor granskade: 2 fel.\n"
    )


def test_common_words_stay_as_they_are():
    text = "12:30, 20 %, läkare/sjuksköterska (natt); e-tjänst – f.d."
    assert escaped(text) == text
