"""Writing a chain file: what is written is read back as the same, by us and by a YAML 1.1 reader."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.language.schema import canonical
from nyttokedja.language.validators import verdict
from nyttokedja.model.chain import NAMING, title_from
from nyttokedja.reading.building import build
from nyttokedja.reading.hidden_characters import seen_only
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate
from nyttokedja.writing.chain_file import to_yaml
from nyttokedja.writing.short_forms import shortened

CHAINS = (
    "digital_lakemedelslista",
    "digital_nattillsyn",
    "digitala_las",
    "lakemedelsautomat",
    "velferdsteknologi",
)
NASTY = [
    *(
        "yes",
        "No",
        "on",
        "off",
        "y",
        "n",
        "ja",
        "nej",
        "none",
        "inga",
        "true",
        "~",
        "null",
        "=",
        "<<",
        "-",
        "?",
    ),
    *(
        "1",
        "-1.5",
        "1e3",
        ".5",
        "1_000",
        "0x1F",
        "0o17",
        "010",
        "0b1",
        "12:30",
        "1:30:00",
        "2027",
        "2027-03-01",
    ),
    *("2027-3-1 10:00:00", "1,5", ".inf", ".NaN", " x", "x ", "a: b", "a:", "a #b", "#a", "- a", "? a", "@a"),
    *(
        "`a",
        "%a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "'a",
        '"a"',
        "[a",
        "{a",
        "a, b",
        "a]",
        "a}b",
        "http://x.se/a?b",
        "a:b",
    ),
    *(
        "\ta",
        "a\tb",
        "a\nb",
        "a\u0085b",
        "a\u2028b",
        "a\u200bb",
        "\u00a0a",
        "---",
        "...",
        "--- a",
        "a\\b",
        "😀",
        "👩\u200d💻",
    ),
]
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text(
        st.characters(blacklist_categories=["Cs", "Cc", "Cn"], blacklist_characters="\ufffe\uffff"),
        min_size=1,
    ),
    st.text("ab1:#,-?[]{} '\"\\\n\t.å&*!|>%@`", min_size=1, max_size=8),
).map(lambda text: unicodedata.normalize("NFC", text))
DATES = st.sampled_from([2027, "2027", "2027-06", "2027-Q3", "2027-06-30"])
IDS = st.sampled_from(["a", "färre_fel", "no", "y", "on", "null", "e1", "år-2", "true", "x"])


NAMES = {"date": DATES.map(str), "year": st.integers(0, 9999).map(str)}
"""`$def` of the keys of a mapping → what they may be, where they are no ids."""


def of(schema, depth=0):
    """Data that fits a part of the schema."""
    if "$ref" in schema:
        return of(canonical()["$defs"][schema["$ref"].removeprefix("#/$defs/")], depth)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("format"):
        return DATES if schema["format"] == "chain-date" else IDS
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([of_type(schema, kind, depth) for kind in kinds])


def of_type(schema, kind, depth):
    if kind == "string":
        return {"^none$": st.just("none"), "^NK[0-9]{3}$": st.just("NK101")}.get(schema.get("pattern"), TEXT)
    if kind in ("number", "integer"):
        least, most = schema.get("minimum", schema.get("exclusiveMinimum", 0)), schema.get("maximum")
        above = "exclusiveMinimum" in schema
        whole = st.integers(least + above, int(most or 10**15))
        return whole if kind == "integer" else st.one_of(whole, st.floats(least + above, most or 1e300))
    if kind == "array":
        return st.lists(of(schema["items"], depth + 1), min_size=schema.get("minItems", 0), max_size=3)
    if kind != "object":
        return {"boolean": st.booleans(), "null": st.none()}[kind]
    if isinstance(schema.get("additionalProperties"), dict):
        names = NAMES.get(schema["propertyNames"]["$ref"].rpartition("/")[2], IDS)
        return st.dictionaries(names, of(schema["additionalProperties"], depth + 1), max_size=3)
    needed = schema.get("required", ())
    fields = {
        name: st.deferred(lambda held=held: of(held, depth + 1))
        for name, held in schema["properties"].items()
    }
    free = st.one_of(
        TEXT, st.booleans(), st.none(), st.lists(TEXT, max_size=2), st.dictionaries(TEXT, TEXT, max_size=2)
    )
    optional = {name: held for name, held in fields.items() if name not in needed}
    made = st.fixed_dictionaries(
        {name: fields[name] for name in needed}, optional={**optional, "x-own": free}
    )
    return made.map(_with_figures) if "scale" in fields else made


def _with_figures(indicator):
    """An indicator whose values are words of its scale, numbers where it has none."""
    made = dict(indicator)
    if "scale" in made:
        made["scale"] = ["Dålig", "Bra"]
        made.pop("better", None)
    value = "Bra" if "scale" in made else 1.5
    for key in ("baseline", "target"):
        if key in made:
            made[key] = _with_value(made[key], value)
    if isinstance(made.get("measurements"), dict):
        made["measurements"] = {day: _with_value(one, value) for day, one in made["measurements"].items()}
    return made


def _with_value(held, value):
    return {**held, "value": value} if isinstance(held, dict) else value


def read_back(text):
    source = read(text.encode())
    assert source.root is not None, source.faults
    translated = translate(source.root)
    assert {fault.rule for fault in translated.faults} <= {"invisible-character"}, "an info on odd spaces"
    return plain(translated.root)


def pointed_at(held, inside=False):
    """The texts that name a box, or may: they are read as they look."""
    if isinstance(held, str):
        yield from [held] if inside else []
    elif isinstance(held, dict):
        for key, value in held.items():
            yield from pointed_at(value, inside or key in (*NAMING, "followed_up", "to"))
    elif isinstance(held, list):
        for value in held:
            yield from pointed_at(value, inside)


def is_plain(word):
    return seen_only(word) == " ".join(word.split()) == word


@given(of(canonical()), st.sampled_from(["sv", "nb", "en"]))
def test_what_is_written_is_read_back(data, language):
    assume(all(map(is_plain, pointed_at(data))))
    text = to_yaml(data, language, "Överst\n\nnågot")
    assert read_back(text) == shortened(data)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@given(of(canonical()))
def test_titles_that_are_written_out_say_the_same(data):
    assume(all(map(is_plain, pointed_at(data))))
    assert shortened(read_back(to_yaml(data, "sv", titles=True))) == shortened(data)


@given(of(canonical()), st.sampled_from(["sv", "nb", "en"]))
def test_a_yaml_1_1_reader_reads_the_same(data, language):
    text = to_yaml(data, language)
    assert yaml.load(text, Loader=yaml.SafeLoader) == plain(read(text.encode()).root)


@given(of(canonical()))
def test_short_forms_fit_and_are_as_short_as_can_be(data):
    short = shortened(data)
    assert verdict().is_valid(short)
    assert shortened(short) == short


@pytest.mark.parametrize("text", NASTY)
def test_no_reader_takes_a_text_for_anything_else(text):
    wanted = unicodedata.normalize("NFC", text)
    data = {"nyttokedja": 1, "title": wanted, "effects": {"a": {"title": wanted, "tags": [wanted, wanted]}}}
    written = to_yaml(data, "en")
    loaded = yaml.load(written, Loader=yaml.SafeLoader)
    assert loaded["title"] == wanted
    assert loaded["effects"]["a"]["tags"] == [wanted, wanted]
    assert written.count("\n") == (7 if text != "a\nb" else 11)  # which stands in blocks of its own


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_the_examples_mean_the_same_when_written_in_any_language(name, language):
    before = check(Path(f"chains/{name}.yaml").read_bytes())
    after = check(to_yaml(plain(translate(before.source.root).root), language).encode())
    assert [(n.id, n.title, n.kind) for n in after.chain.nodes] == [
        (n.id, n.title, n.kind) for n in before.chain.nodes
    ]
    assert [arrow.ends for arrow in after.graph.arrows] == [arrow.ends for arrow in before.graph.arrows]
    assert [f.code for f in after.findings] == [f.code for f in before.findings]


def test_a_small_chain_reads_well():
    data = {
        "effects": {
            "signerar": {"behaviour": True, "leads_to": [{"to": "färre_fel"}, "mindre"]},
            "färre_fel": {
                "title": "Färre fel",
                "leads_to": [{"to": "tid", "link": "direct", "because": "Ja, så är det"}],
            },
            "mindre": {"title": "Mindre dokumentation"},
        },
        "title": "Lista: digital",
        "nyttokedja": 1,
        "drawbacks": "none",
        "benefits": {"tid": {"title": "Tid"}, "no": None},
        "notes": [{"text": "Vad säger facket?"}, "yes"],
        "preconditions": {"p": {"met": False, "due": "2027-01-15", "needed_for": ["tid"]}},
    }
    assert to_yaml(data, "sv", "Utkast") == (
        "# Utkast\n\n"
        'nyttokedja: 1\nrubrik: "Lista: digital"\n\n'
        "effekter:\n  signerar:\n    beteende: ja\n    leder_till: [färre_fel, mindre]\n"
        '  färre_fel:\n    leder_till: {till: tid, koppling: direkt, eftersom: "Ja, så är det"}\n'
        "  mindre: Mindre dokumentation\n\n"
        'nyttor:\n  tid:\n  "no":\n\n'
        "konsekvenskostnader: inga\n\n"
        'förutsättningar:\n  p:\n    uppfylld: nej\n    senast: "2027-01-15"\n    behövs_för: tid\n\n'
        'lappar:\n  - Vad säger facket?\n  - "yes"\n'
    )


def test_a_decision_in_a_single_text_stands_apart_as_one_with_more_does():
    data = {"nyttokedja": 1, "title": "T", "decision": "Infört i hela nämnden"}
    assert to_yaml(data) == "nyttokedja: 1\nrubrik: T\n\nbeslut: Infört i hela nämnden\n"


def test_every_title_can_be_written_out():
    data = {
        "nyttokedja": 1,
        "title": "T",
        "effects": {
            "färre_samtal": {"leads_to": "m", "title": "Färre samtal"},
            "tid": None,
            "e": {"title": "Alla har BankID"},
        },
        "goals": {"m": {"owner": "Nämnden", "indicators": {"antal": {"title": "Antal", "target": 3}}}},
        "notes": [{"text": "Vad?"}],
    }
    text = to_yaml(data, "sv", titles=True)
    assert text == (
        "nyttokedja: 1\nrubrik: T\n\n"
        "effekter:\n  färre_samtal:\n    rubrik: Färre samtal\n    leder_till: m\n"
        "  tid:\n    rubrik: Tid\n  e:\n    rubrik: Alla har BankID\n\n"
        "mål:\n  m:\n    rubrik: M\n    ägare: Nämnden\n    indikatorer:\n      antal:\n"
        "        rubrik: Antal\n        målvärde: 3\n\n"
        "lappar:\n  - Vad?\n"
    )
    assert shortened(read_back(text)) == shortened(data)


def test_what_is_too_long_for_a_line_takes_several():
    arrows = [f"en_ganska_lång_id_nummer_{n}" for n in range(5)]
    text = to_yaml(
        {"nyttokedja": 1, "title": "T", "effects": {"a": {"title": "B", "leads_to": arrows}}}, "sv"
    )
    assert "    leder_till:\n      - en_ganska_lång_id_nummer_0\n" in text
    assert max(map(len, text.splitlines())) <= 100


def test_long_nodes_have_blank_lines_between_them():
    node = {"title": "T", **dict.fromkeys(("text", "owner", "for", "use", "origin", "uncertain"), "x")}
    long = to_yaml(
        {"nyttokedja": 1, "title": "T", "benefits": {"a": {**node, "when": 2027}, "b": node}}, "en"
    )
    short = to_yaml({"nyttokedja": 1, "title": "T", "benefits": {"a": node, "b": node}}, "en")
    assert "\n\n  b:" in long
    assert "\n\n  b:" not in short


@pytest.mark.parametrize("id", ["a", "färre_besök", "ö_x-y", "a__b"])
def test_the_title_of_an_id_is_the_one_that_reading_gives_it(id):
    root = translate(read(f"nyttokedja: 1\ntitle: x\neffects:\n  {id}:\n".encode()).root).root
    assert build(root, "sv").nodes[0].title == title_from(id)
