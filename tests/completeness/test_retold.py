"""What exceptions say in English, the command line says in the person's language: every sentence is known."""

import ast
from pathlib import Path

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.failures import retold, sentence
from nyttokedja.language.texts import texts

OTHERS = [language for language in LANGUAGES if language != CANONICAL]
RAISED = {"CannotRead", "CannotWrite", "CannotDraw", "Unanswered", "Unavailable"}
SAID_BY_OTHERS = {"_refusal", "_crash", "_why", "join", "format"}
"""What makes a sentence elsewhere, as of what git answered."""


def filled(node):
    """The sentence that an expression makes, with a word for each thing that is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(filled(part) for part in parts)
        case (
            ast.FormattedValue(value=ast.Name(id="rest"))
            | ast.FormattedValue(value=ast.Call(func=ast.Name(id="_shallow")))
        ):
            return ""
        case ast.FormattedValue(value=ast.Name(id="where")):
            return "Line 7 of the drawing"
        case ast.FormattedValue():
            return "x7"
    return None


def sentences():
    for path in sorted(Path("nyttokedja").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISED and node.args:
                said = filled(node.args[0])
                if said is not None:
                    fill = {keyword.arg: "x7" for keyword in node.keywords}
                    yield said.format(**fill) if fill else said
                else:
                    called = node.args[0].func
                    assert getattr(called, "id", getattr(called, "attr", "")) in SAID_BY_OTHERS, ast.dump(
                        node
                    )


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_of_an_exception_is_known(language):
    said = list(sentences())
    assert len(said) > 40
    assert [one for one in said if retold(one, language) == one] == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_stays(language):
    for one in sentences():
        assert retold(one, language).count("x7") >= min(one.count("x7"), 1), one


def test_a_sentence_with_the_same_name_twice_and_one_that_is_not_known():
    said = "a.yaml and b.yaml are both in git. Compare them with each other by: nyttokedja diff --files "
    said += "a.yaml b.yaml; each with what it was, by: nyttokedja diff HEAD a.yaml b.yaml"
    assert "nyttokedja diff HEAD a.yaml b.yaml" in retold(said, "sv")
    assert retold(said, "sv").startswith("a.yaml och b.yaml finns båda i git.")
    assert retold("Something else.", "sv") == "Something else."
    assert retold(said, CANONICAL) == said


def test_a_reason_is_said_in_the_language_too():
    why = texts("en").word("reason", "not-found")
    assert sentence(CannotRead(f"Cannot open a: {why}."), "sv") == "a går inte att öppna: den finns inte."
    assert sentence(CannotRead("Cannot open {file}: {why}.", file="a", why=why), "nb").startswith(
        "a kan ikke"
    )


def test_the_sentence_that_says_most_itself_is_the_one_that_was_meant():
    said = "Cannot open the baseline a.json: it is a folder."
    assert retold(said, "sv") == "Filen med kända påpekanden, a.json, går inte att öppna: det är en mapp."
    full = "Cannot write to standard output: the disk is full. Send it somewhere else, or make room there."
    assert retold(full, "nb").startswith("Det går ikke å skrive til standard ut: disken er full.")
