import string

import pytest

from nyttokedja.checking.rules import RULES
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import NodeType
from nyttokedja.model.findings import Finding, Mention, Place
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage

TABLES = (
    *("common", "findings", "picture", "exchange", "editing", "formatting", "questions", "git", "sentences"),
    *("comparison", "remedies", "page", "printing"),
)


def leaves(tree, at=()):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, (*at, key))
        else:
            yield (*at, key), value


def particulars(template):
    texts = template if isinstance(template, list) else [template]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(str(text)) if name}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_languages_say_the_same_with_the_same_particulars(name, language):
    swedish, other = dict(leaves(table("sv", name))), dict(leaves(table(language, name)))
    assert list(other) == list(swedish)
    assert {at: particulars(text) for at, text in other.items()} == {
        at: particulars(text) for at, text in swedish.items()
    }


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_the_help_of_the_editor_schemas_is_there_in_both_languages(language):
    told, swedish = dict(table(language, "help")), dict(table("sv", "help"))
    assert set(told.pop("examples")) & set(swedish.pop("examples"))  # each those not in the language already
    assert set(dict(leaves(told))) == set(dict(leaves(swedish)))


def test_every_rule_has_words_and_no_words_are_left_of_old_rules():
    for language in LANGUAGES:
        assert set(table(language, "findings")) == {rule.code for rule in RULES}
        for code, said in table(language, "findings").items():
            messages = [said, *(value for value in said.values() if isinstance(value, dict))]
            assert said["title"]
            assert all(("message" in each) == ("remedy" in each) for each in messages), (
                f"{code}: a message without a remedy"
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_stage_and_severity_has_a_word(language):
    said = texts(language)
    assert all(said.word(group, kind) for group in ("type", "a", "the") for kind in NodeType)
    assert all(said.word("stage", stage) for stage in Stage)
    assert all(said.word("severity", level.word) and said.count(level.word, 2) for level in Severity)


NODE = Mention("trygg", "Ökad trygghet", "benefit", Place(7, 3))


@pytest.mark.parametrize(
    ("template", "value", "said"),
    [
        ("{x}", "hej", "”hej”"),
        ("{x:bare}", "hej", "hej"),
        ("{x}", 3, "3"),
        ("{x}", ("a", "b", "c"), "”a”, ”b” och ”c”"),
        ("{x:or}", ("a", "b"), "”a” eller ”b”"),
        ("{x:bare}", ("a", "b"), "a, b"),
        ("{x:types}", ("benefit", "goal"), "nytta och mål"),
        ("{x:bare}", tuple("abcdefghijklmno"), "a, b, c, d, e, f, g, h, i, j, …, o"),
        ("{x}", NODE, "”Ökad trygghet”"),
        ("{x:id} {x:name}", NODE, "”trygg” trygg"),
        ("{x:type} {x:the} {x:The} {x:a}", NODE, "nytta nyttan Nyttan en nytta"),
        ("{x:line}", NODE, "7"),
        ("{x:path}", (NODE, NODE), "Ökad trygghet → Ökad trygghet"),
        ("{x:line}", Place(4, 1), "4"),
        ("{owner:key}", None, "ägare"),
        ("{none:value}", None, "inga"),
        ("{x:keys}", ("measured_by", "every"), "”mäts_av” och ”hur_ofta”"),
        ("{x:value/category}", "financial", "finansiell"),
        ("{quality:value/category}", None, "kvalitet"),
        ("{x}", 250.0, "250"),
        ("{x} {x:bare}", 97.25, "97,25 97,25"),
        ("{x}", 1e12, "1000000000000"),
        ("{x}", "rad\nbruten  text", "”rad bruten text”"),
        ("{x}", "{x} {0} %s", "”{x} {0} %s”"),
        ("{x}", "a" * 300, "”" + "a" * 119 + "…”"),
    ],
)
def test_how_particulars_are_said(template, value, said):
    assert texts("sv").fill(template, {"x": value}, "sv") == said


@pytest.mark.parametrize(
    ("type", "said"),
    [("benefit", "frigjorte_ressurser"), ("drawback", "bundne_ressurser"), ("cost", "bundne_ressurser")],
)
def test_a_value_is_said_in_the_word_that_the_box_spoken_of_has(type, said):
    shown = {"node": NODE._replace(type=type)}
    assert texts("nb").fill("{redistribution:value/category}", shown, "nb") == said


def test_keys_are_said_in_the_words_of_the_file_and_texts_in_the_language_of_the_chain():
    finding = Finding(
        "NK401",
        "missing-owner",
        Severity.ERROR,
        "x",
        Place(),
        {"node": NODE},
        "benefit",
        language="sv",
        keys="en",
    )
    assert texts("sv").message(finding) == "Nyttan ”Ökad trygghet” har ingen ägare."
    assert "owner: Enhetschef" in texts("sv").remedy(finding)


def test_alike_findings_are_said_in_one_sentence():
    def finding(title):
        shown = {"node": NODE._replace(title=title), "total": 3}
        return Finding("NK401", "missing-owner", Severity.INFO, "x", Place(), shown, "benefit")

    assert texts("sv").summary([finding("A"), finding("B")]) == "2 av 3 nyttor saknar ägare: A, B."
    assert texts("sv").summary([finding("A")]) == "Nyttan ”A” har ingen ägare."


def test_there_are_no_texts_in_other_languages():
    with pytest.raises(ValueError, match="da"):
        texts("da")


# -- the texts of any file ----------------------------------------------------------------------------


def test_a_group_is_in_common_or_in_the_file_that_is_named():
    said = texts("sv")
    assert said.group("severity") is said.common["severity"]
    assert said.group("picture/boxes") == table("sv", "picture")["boxes"]
    assert said.group("exchange/") == table("sv", "exchange")


def test_a_word_is_said_as_it_stands():
    assert texts("en").word("severity", "error") == table("en", "common")["severity"]["error"]
    assert texts("en").word("exchange/", "untitled") == table("en", "exchange")["untitled"]


@pytest.mark.parametrize(
    ("n", "form"), [(1, "one"), (0, "other"), (2, "other"), (None, "other"), (1.0, "one")]
)
def test_of_two_forms_the_number_chooses(n, form):
    assert texts("sv").template("count", "node", n) == table("sv", "common")["count"]["node"][form]
    assert texts("sv").template("editing/done", "rename", n) == table("sv", "editing")["done"]["rename"][form]


def test_a_sentence_with_one_form_has_it_for_every_number():
    name = next(name for name, held in table("sv", "editing")["where"].items() if isinstance(held, str))
    assert len({texts("sv").template("editing/where", name, n) for n in (0, 1, 2)}) == 1


def test_a_count_has_its_number():
    assert [texts("sv").count("error", n) for n in (1, 2)] == ["1 fel", "2 fel"]
    assert [texts("en").count("node", n, "comparison/count") for n in (1, 3)] == [
        "1 box changes",
        "3 boxes change",
    ]


def test_what_is_said_fills_its_particulars_as_data():
    assert texts("sv").say("git/clash", "both", node="{x}", id="a", key="k", other="b").count("{x}") == 1


@pytest.mark.parametrize("group", ["no such", "picture/no such", "no such/boxes"])
def test_a_group_that_is_not_there_is_a_mistake_of_ours(group):
    with pytest.raises((KeyError, FileNotFoundError)):
        texts("sv").group(group)


def test_what_to_do_about_several_says_nothing_that_is_true_of_only_one():
    def owner(id):
        node = Mention(id, id.title(), "benefit", Place(1, 1))
        shown = {"node": node, "owner": f"Projekt {id}"}
        return Finding("NK402", "project-leader-owner", Severity.WARNING, "a", Place(1, 1), shown, node=id)

    said = texts("sv")
    assert said.remedy_of_all([owner("a")]) == said.remedy(owner("a"))
    for code, words in table("sv", "findings").items():
        alone = [variant for variant, part in words.items() if isinstance(part, dict) and "many" in part]
        for variant in alone:
            finding = Finding(code, "x", Severity.INFO, "a", Place(1, 1), {}, variant)
            assert said.sums_up_alone(finding)


def test_no_variant_is_called_what_the_words_of_a_rule_are_called():
    for code, words in table("sv", "findings").items():
        variants = {variant for variant, part in words.items() if isinstance(part, dict)}
        assert not variants & {"title", "message", "remedy", "many"}, code


@pytest.mark.parametrize(
    ("n", "said"), [(6, "1, 2, 3, 4, 5, 6"), (7, "1, 2, 3, 4 och 3 till"), (30, "1, 2, 3, 4 och 26 till")]
)
def test_of_a_long_row_the_first_are_named_and_how_many_more_there_are(n, said):
    values = tuple(str(number) for number in range(1, n + 1))
    assert said in texts("sv").say("calculation/brief", "incomplete", boxes=values)
