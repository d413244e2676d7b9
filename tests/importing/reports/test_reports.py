"""Analyses in three layouts become chains without arrows; what is no box is said."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.importing.sniffing import format_name
from tests.importing.reading import imported
from tests.importing.reports.word_files import p, word

FILES = Path(__file__).parent / "files"


def read(name):
    data = (FILES / f"{name}.markdown").read_bytes()
    assert format_name(data, "rapport.md") == "report"
    return imported(data, "report")


def made(text):
    return imported(text.encode(), "report")


def items(made, key):
    return [remark.item for remark in made.remarks if remark.key == key]


def brief(section):
    return [{key: value for key, value in one.items() if key != "text"} for one in section.values()]


def test_benefits_as_headings():
    chain = read("headings").data
    assert chain["stage"] == "draft"
    assert chain["about"] == {
        "organisation": "Exempelkommun",
        "contact": "Verksamhetsutvecklare",
        "purpose": "Underlag för beslut",
        "horizon": 6,
        "alternatives": {"now": "Signering sker på papper.", "new": "Signering sker i mobilen."},
        "perspectives": {"own": "Kommunen", "residents": "Brukare", "relatives": "Närstående"},
    }
    assert list(chain["changes"].values()) == [
        {"title": "Signering sker digitalt", "text": "Pappren försvinner."}
    ]
    assert brief(chain["benefits"]) == [
        {
            "title": "Ökad patientsäkerhet",
            "category": "quality",
            "perspective": "residents",
            "for": "Brukare/patienter och kommunen",
        },
        {
            "title": "Lägre kostnader för papper",
            "category": "financial",
            "perspective": "own",
            "for": "Personal",
        },
    ]
    assert brief(chain["costs"]) == [
        {
            "title": "Utbildning av personal",
            "category": "redistribution",
            "perspective": "own",
            "timing": "once",
        },
        {"title": "Projektledning", "timing": "once"},
        {"title": "Licenser", "category": "financial", "perspective": "own", "timing": "running"},
    ]
    assert list(chain["risks"].values()) == [
        {"title": "Fler fel under inlärningen", "text": "Personalen är ovan."},
        {"title": "Driftstopp"},
    ]
    assert chain["drawbacks"] == chain["opportunities"] == "none"
    assert "obstacles" not in chain
    assert not any("leads_to" in box for box in chain["benefits"].values())


def test_what_of_a_report_is_no_box_is_said():
    made = read("headings")
    assert items(made, "report-several") == ["Ökad patientsäkerhet: Brukare/patienter och kommunen"]
    assert items(made, "kept-as-text") == ["[kan värderas i pengar i Excelmallen]"]
    assert set(items(made, "report-summary")) >= {"Färre fel", "Licenser"}
    assert items(made, "report-chapter") == ["2 Metod", "5 Bilaga"]
    assert {
        "Inga hinder redovisas i underlaget.",
        "Risker beskrivs här.",
        "Diarienummer: 12/34",
        "4.7 Slutsats",
        "Inför det.",
    } <= set(items(made, "report-unread"))


def test_benefits_as_lines_in_bold():
    made = read("bold_lines")
    chain = made.data
    assert chain["title"] == "Trygghetslarm"
    assert [one["title"] for one in chain["benefits"].values()] == ["Snabbare hjälp", "Mindre oro"]
    assert chain["benefits"]["mindre_oro"]["text"] == (
        "Anhöriga vet att någon hör. Viktigt är att det fungerar."
    )
    assert chain["benefits"]["mindre_oro"]["perspective"] == "relatives"
    assert chain["about"]["alternatives"] == {"now": "Larm: Bara knapp", "new": "Larm: Knapp och röst"}
    assert list(chain["costs"].values()) == [
        {
            "title": "Inköp av larm",
            "category": "financial",
            "perspective": "own",
            "timing": "once",
        },
        {"title": "Support", "text": "Dygnet runt.", "category": "financial", "perspective": "own"},
    ]
    assert brief(chain["drawbacks"]) == [
        {
            "title": "Mer teknik hemma",
            "category": "quality",
            "perspective": "residents",
            "for": "Brukare",
        }
    ]
    assert list(chain["risks"].values()) == [
        {"title": "Strömavbrott", "text": "Larmet tystnar."},
        {"title": "Dålig täckning", "text": "Larmet hörs inte."},
    ]
    assert "obstacles" not in chain


def test_headings_of_one_level_in_norwegian_and_costs_in_a_table():
    made = read("one_level")
    chain = made.data
    assert chain["language"] == "nb"
    assert [one["title"] for one in chain["benefits"].values()] == ["Færre feil", "Mindre papir"]
    assert list(chain["changes"].values()) == [{"title": "Listen blir digital"}]
    assert chain["about"] == {"organisation": "Eksempelkommune"}
    assert chain["opportunities"] == "none"
    costs = list(chain["costs"].values())
    assert costs[0] == {
        "title": "Lisens",
        "text": "Hvert år",
        "category": "financial",
        "perspective": "own",
    }
    assert [one["title"] for one in chain["risks"].values()] == ["Noen kan glemme å signere"]
    assert items(made, "report-prose") == ["Noen kan glemme å signere."]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("4.2 Nyttor", "benefits"),
        ("Identifierade nyttor av förändringen", "benefits"),
        ("Möjligheter", "opportunities"),
        ("Kostnader som är en följd av förändringen", "drawbacks"),
        ("Konsekvenser av förändringen", "drawbacks"),
        ("Negativa effekter", "drawbacks"),
        ("Kostnader som krävs för att genomföra förändringen", "costs"),
        ("Vad som krävs för att genomföra förändringen", "costs"),
        ("Risker", "risks"),
        ("Hinder för införandet", "obstacles"),
        ("Gevinster", "benefits"),
        ("Ulemper", "drawbacks"),
        ("Benefits of the change", "benefits"),
    ],
)
def test_headings_are_known_by_their_words(heading, section):
    assert list(made(f"# Rapport\n\n## 7 Nyttor\n\n## {heading}\n\n- Ett\n").data)[-1] == section


@pytest.mark.parametrize(
    "title", ["Lägre kostnader", "Nyttan märks", "Risken minskar", "Viktigt stöd", "Kommunikation"]
)
def test_the_title_of_a_benefit_is_no_part_of_its_own(title):
    chain = made(f"## Nyttor\n### {title}\n[Kvalitet] [Brukare]\n## Hinder\n- Vana\n").data
    assert [one["title"] for one in chain["benefits"].values()] == [title]
    assert list(chain["obstacles"]) == ["vana"]


def test_benefits_by_receiver_and_titles_that_begin_with_their_type():
    chain = made(
        "# R\n## Nyttor\n### Nyttor för brukare\n- Tid\n### Nyttor för kommunen\n- Ro\n"
        "## 4.4 Risker\n#### 4.4.1 Risk för fel\nText.\n#### Risker med strömmen\nMer.\n"
    ).data
    assert list(chain["benefits"].values()) == [
        {"title": "Tid", "perspective": "residents", "for": "brukare"},
        {"title": "Ro", "perspective": "own"},
    ]
    assert list(chain["risks"].values()) == [
        {"title": "Risk för fel", "text": "Text."},
        {"title": "Risker med strömmen", "text": "Mer."},
    ]


@pytest.mark.parametrize(
    ("sentence", "none"),
    [
        ("Inga hinder har identifierats.", True),
        ("Inga hinder identifierades i workshopen.", True),
        ("Ingen hindringer er identifisert.", True),
        ("No obstacles were identified.", True),
        ("Inga hinder redovisas i underlaget.", False),
        ("Inga hinder har ännu identifierats.", False),
    ],
)
def test_none_is_what_was_looked_for(sentence, none):
    result = made(f"## Nyttor\n- Tid\n## Hinder\n{sentence}\n")
    assert (result.data.get("obstacles") == "none") is none
    assert (sentence in items(result, "report-unread")) is not none


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("Kommunen", {"perspective": "own"}),
        ("Regionen", {"perspective": "own"}),
        ("Personal", {"perspective": "own", "for": "Personal"}),
        ("Patienter", {"perspective": "residents", "for": "Patienter"}),
        ("Brukare/patienter", {"perspective": "residents", "for": "Brukare/patienter"}),
        ("Närstående", {"perspective": "relatives"}),
        ("Samhället", {"perspective": "society"}),
        ("Perspektiv: Brukare", {"perspective": "residents", "for": "Brukare"}),
        ("Omfördelning, Brukare", {"text": "[Omfördelning]", "perspective": "residents", "for": "Brukare"}),
        ("Månen", {"text": "[Månen]"}),
    ],
)
def test_perspectives(said, fields):
    chain = made(f"## Nyttor\n### Tid\n[Kvalitet] [{said}]\n").data
    assert chain["benefits"]["tid"] == {"title": "Tid", "category": "quality", **fields}


@pytest.mark.parametrize(
    "comparison",
    [
        "## Jämförelse\n### Alternativ A\nPapper.\n### Alternativ B\nMobil.\n",
        "## Alternativ A\nPapper.\n## Alternativ B – mobilen\nMobil.\n",
        "## 3 Jämförelsealternativ\n**Alternativ A:** Papper.\n\n**Alternativ B:** Mobil.\n",
        "## Jämförelse\n| A | B |\n|---|---|\n| Papper. | Mobil. |\n",
        "## Jämförelse\n| A. | Papper. |\n|---|---|\n| B. | Mobil. |\n",
        "## Jämförelse\n- A) Papper.\n- B) Mobil.\n",
    ],
)
def test_alternatives_however_they_are_put(comparison):
    about = made(f"# R\n{comparison}## Nyttor\n- Tid\n").data["about"]["alternatives"]
    assert about["now"] == "Papper."
    assert about["new"].endswith("Mobil.")


def test_a_title_and_its_brackets_and_text_in_one_paragraph():
    chain = made("## Nyttor\n**A**\n[Kvalitet]\nEtt.\n\n**B** [Miljö] [Samhället]\nTvå.\n\n- tre\n").data
    assert list(chain["benefits"].values()) == [
        {"title": "A", "text": "Ett.", "category": "quality"},
        {"title": "B", "text": "Två.\n- tre", "category": "environment", "perspective": "society"},
    ]


def test_items_further_in_are_kept_so():
    chain = made("## Nyttor\n- Tid\n  - ett\n    - två\n- Ro\n").data
    assert chain["benefits"]["tid"]["text"] == "- ett\n  - två"


def test_a_report_without_such_headings_is_read_as_notes():
    assert made("# Möte\n\n- ett\n- två\n").data["notes"] == ["ett", "två"]


WORDS = st.text("abcdefghijklmåäö", min_size=3, max_size=8)
SENTENCES = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: " ".join(words).capitalize() + ".")
HEADINGS = st.sampled_from(
    [
        "## 4.1 Nyttor",
        "### Möjligheter",
        "## 4.2 Risker",
        "#### Hinder",
        "## 4.3 Kostnader",
        "## 4.4 Perspektiv",
    ]
)
LINES = st.one_of(
    SENTENCES,
    SENTENCES.map(lambda words: f"**{words}**"),
    SENTENCES.map(lambda words: f"**{words}** {words}"),
    SENTENCES.map(lambda words: f"#### {words}"),
    SENTENCES.map(lambda words: f"- {words}"),
    SENTENCES.map(lambda words: f"  - {words}"),
    SENTENCES.map(lambda words: f"| {words} | {words} |"),
    SENTENCES.map(lambda words: f"[{words}]"),
    st.just("**Löpande kostnader**"),
    HEADINGS,
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_every_word_of_the_analysis_is_in_a_box_a_note_or_a_remark(lines, between):
    text = between.join(["# Rapport", "## 4 Nyttoanalys", "### 4.1 Nyttor", *lines])
    result = made(text)
    kept = repr(result.data).casefold() + repr([remark.item for remark in result.remarks]).casefold()
    headings = {"nyttor", "möjligheter", "risker", "hinder", "kostnader", "löpande", "perspektiv"}
    for one in set(re.findall(r"[^\W\d_]+", between.join(lines).casefold())) - headings:
        assert one in kept


@given(st.lists(SENTENCES, max_size=6))
def test_and_in_word(sentences):
    body = [p("Nyttor", style="Rubrik1"), *(p(one, level=n % 3) for n, one in enumerate(sentences))]
    kept = repr(imported(word(*body), "report").data).casefold()
    assert all(word in kept for one in sentences for word in one.casefold().rstrip(".").split())


@pytest.mark.parametrize(
    "words",
    [
        "**a ",
        "__a ",
        "*a ",
        "[a] ",
        "[",
        "[a](",
        "![a](",
        "<!-- ",
        "- ",
        "inga ",
        "a  ",
        "1.",
        "| a ",
        "för ",
    ],
)
@pytest.mark.parametrize("before", ["## Nyttor\n- ", "## Hinder\n", "## Nyttor\n### a", "## Risker\n| --"])
def test_a_long_line_of_signs_takes_no_time(words, before):
    text = f"# R\n## Fakta\n## Kostnader\n{before}{words * 5000}x\n"
    began = time.process_time()
    format_name(text.encode(), "r.md")
    made(text)
    assert time.process_time() - began < 5
