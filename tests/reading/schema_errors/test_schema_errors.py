import pytest

from nyttokedja.reading.source import read
from nyttokedja.reading.translation import translate
from nyttokedja.reading.validation import validate

HEAD = "nyttokedja: 1\nrubrik: x\n"


def errors_in(text, head=HEAD):
    source = read((head + text).encode())
    translated = translate(source.root)
    fitted = validate(translated.root, translated.keys)
    return [
        (fault.rule, fault.variant, source.text[fault.span.start : fault.span.end], fault.particulars)
        for fault in fitted.faults
    ]


NODE = "nyttor:\n  a:\n    {}\n"
INDICATOR = "nyttor: {{a: {{indikatorer: {{b: {{{}}}}}}}}}\n"


@pytest.mark.parametrize(
    ("text", "rule", "variant", "marked"),
    [
        ("skede: plann\n", "wrong-value", "meant", "plann"),
        ("skede: klar\n", "wrong-value", "choice", "klar"),
        ("nytor: {a: b}\n", "unknown-key", "meant", "nytor"),
        ("blomma: {a: b}\n", "unknown-key", "", "blomma"),
        (NODE.format("ägre: x"), "unknown-key", "meant", "ägre"),
        (NODE.format("När: 2027"), "unknown-key", "case", "När"),
        (NODE.format("hindrar: b"), "unknown-key", "elsewhere", "hindrar"),
        ("effekter: {a: {ägare: x}}\n", "unknown-key", "elsewhere", "ägare"),
        ("effekter: {a: {rubrik: Ut, och in}}\n", "unknown-key", "comma-in-text", "och in"),
        ("effekter: {a: {rubrik: Ut, leder_till:b}}\n", "unknown-key", "no-space", "leder_till:b"),
        ("effekter: {a: {rubrik: Ut, tid:b}}\n", "unknown-key", "comma-in-text", "tid:b"),
        (NODE.format("rubrik: 2027"), "wrong-value", "quote", "2027"),
        (NODE.format("rubrik: true"), "wrong-value", "quote", "true"),
        (NODE.format("ägare:"), "wrong-value", "empty", "ägare"),
        (NODE.format("ägare: ''"), "wrong-value", "empty", "ägare"),
        (NODE.format("ägare: {b: c}"), "wrong-value", "not-keys", "ägare"),
        (NODE.format("ägare: [b]"), "wrong-value", "not-list", "ägare"),
        (NODE.format("åtgärder: fixa"), "wrong-value", "list", "fixa"),
        (NODE.format("åtgärder: {vad: fixa}"), "wrong-value", "not-keys-but-list", "åtgärder"),
        (NODE.format("åtgärder: [{vem: jag}]"), "wrong-value", "missing", "vem"),
        (NODE.format("när: 2027-02-30"), "wrong-value", "date", "2027-02-30"),
        (NODE.format("när: 27"), "wrong-value", "date", "27"),
        (NODE.format("när: i vår"), "wrong-value", "no-date", "i vår"),
        (NODE.format("när: 2027.0"), "wrong-value", "date", "2027.0"),
        (NODE.format("när: juni 2027"), "wrong-value", "date-form", "juni 2027"),
        (NODE.format("kategori: Kvalitet"), "wrong-value", "case", "Kvalitet"),
        (NODE.format("kategori: kvalité"), "wrong-value", "meant", "kvalité"),
        (NODE.format("perspektiv: alla"), "wrong-value", "choice", "alla"),
        (NODE.format("effektmål: kanske"), "wrong-value", "boolean", "kanske"),
        (NODE.format("leder_till: [b, 3]"), "wrong-value", "quote", "3"),
        (NODE.format("leder_till: {eftersom: b}"), "wrong-value", "missing", "leder_till"),
        (NODE.format("leder_till: {b: därför}"), "unknown-key", "arrow", "b"),
        (NODE.format("leder_till: [[b]]"), "wrong-value", "nested-list", "[b]"),
        (NODE.format("indikatorer: Andel trygga"), "wrong-value", "entries", "Andel trygga"),
        (INDICATOR.format("nollmätning: {värde: 2,5}"), "wrong-value", "decimal-comma", "5"),
        (INDICATOR.format("nollmätning: {värde: '2,5'}"), "wrong-value", "decimal-comma", "'2,5'"),
        (INDICATOR.format("nollmätning: {värde: 1 200}"), "wrong-value", "thousands", "1 200"),
        (INDICATOR.format("nollmätning: {värde: 22 %}"), "wrong-value", "unit", "22 %"),
        (INDICATOR.format("nollmätning: {värde: 2,5 %}"), "wrong-value", "unit", "5 %"),
        (INDICATOR.format("nollmätning: {värde: '420'}"), "wrong-value", "unquote", "'420'"),
        (INDICATOR.format("nollmätning: {värde: −5}"), "wrong-value", "minus", "−5"),
        (INDICATOR.format("nollmätning: {värde: 420-430}"), "wrong-value", "number", "420-430"),
        (INDICATOR.format("nollmätning: {värde: '12:30'}"), "wrong-value", "number", "'12:30'"),
        (INDICATOR.format("nollmätning: {värde: många}"), "wrong-value", "number", "många"),
        (INDICATOR.format("nollmätning: {värde: .nan}"), "wrong-value", "number", ".nan"),
        (INDICATOR.format("nollmätning: {datum: 2027}"), "wrong-value", "missing", "nollmätning"),
        (INDICATOR.format("mätningar: {2027-13: 1}"), "wrong-value", "date", "2027-13"),
        (INDICATOR.format("mätningar: {2027-9-30: 1}"), "wrong-value", "date-form", "2027-9-30"),
        (INDICATOR.format("mätningar: {i höst: 1}"), "wrong-value", "no-date", "i höst"),
        (INDICATOR.format("hur_ofta: aldrig"), "wrong-value", "choice", "aldrig"),
        ("nyttor: {färre besök: x}\n", "wrong-value", "id", "färre besök"),
        ("nyttor: {2: x}\n", "wrong-value", "id", "2"),
        ("nyttor: {a.b: x}\n", "wrong-value", "id", "a.b"),
        ("nyttor: {" + "a" * 65 + ": x}\n", "wrong-value", "id", "a" * 65),
        ("nyttor: {a🙂: x}\n", "wrong-value", "id", "a🙂"),
        ("nyttor: saknas\n", "wrong-value", "section", "saknas"),
        ("nyttor: 100\n", "wrong-value", "section", "100"),
        ("nyttor:\nb: B\n", "unknown-key", "unindented", "b"),
        ("undantag: [{regel: 501, gäller: a}]\n", "wrong-value", "rule-code", "501"),
        ("undantag: NK501\n", "wrong-value", "list-of-keys", "NK501"),
        ("nyttor: [a, b]\n", "wrong-value", "not-list-but-section", "nyttor"),
        ("nyttor: {a: 5}\n", "wrong-value", "quote", "5"),
        ("om: {tidshorisont: -1}\n", "wrong-value", "negative", "-1"),
        ("om: {tidshorisont: 5 år}\n", "wrong-value", "number", "5 år"),
        (
            "nyttor: {a: {värde: {årligt: 1, årsprofil: {2027: 0,5, 2028: 0,5}}}}\n",
            *("wrong-value", "decimal-comma", "5"),
        ),
        ("om: text\n", "wrong-value", "keys", "text"),
        ("lappar: hej\n", "wrong-value", "list", "hej"),
        ("undantag: [{regel: X1, gäller: a}]\n", "wrong-value", "rule-code", "X1"),
        ("undantag: [{gäller: a}]\n", "wrong-value", "missing", "gäller"),
    ],
)
def test_a_slip_is_named_at_its_place_and_once(text, rule, variant, marked):
    assert [found[:3] for found in errors_in(text)] == [(rule, variant, marked)]


def test_a_further_word_for_a_key_is_meant_by_a_typo_of_it():
    text, head = "om: {sammenligning: {tiiltak: x}}\n", "nyttokedja: 1\ntittel: x\n"
    (found,) = errors_in(text, head)
    assert found[:3] == ("unknown-key", "meant", "tiiltak")
    assert found[3]["meant"] == "tiltak", "as the file has it, and not as we would write it"


def test_a_comma_in_a_title_of_figures_is_no_decimal_comma():
    found = [error[:3] for error in errors_in("effekter: {a: {rubrik: 24,7}}\n")]
    assert found == [("wrong-value", "quote", "24"), ("unknown-key", "comma-in-text", "7")]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (NODE.format("ägre: x"), "meant", "ägare"),
        (NODE.format("owner_: x"), "meant", "ägare"),
        (NODE.format("kategori: omfordelningg"), "meant", "omfördelning"),
        (INDICATOR.format("nollmätning: {värde: 2,5}"), "number", "2.5"),
        (INDICATOR.format("nollmätning: {värde: 1 200}"), "number", "1200"),
        (INDICATOR.format("nollmätning: {värde: '2,5 %'}"), "measure", "%"),
        (INDICATOR.format("nollmätning: {värde: 1 200 kr}"), "number", "1200"),
        (INDICATOR.format("nollmätning: {värde: '1 200,5 kr'}"), "number", "1200.5"),
        (INDICATOR.format("nollmätning: {värde: '12.500 kr'}"), "number", "12500"),
        (INDICATOR.format("nollmätning: {värde: 10 000 besök per år}"), "measure", "besök per år"),
        (NODE.format("när: 31 december 2027"), "date", "2027-12-31"),
        (NODE.format("när: 1/3-2027"), "date", "2027-03-01"),
        (NODE.format("när: mars 2027"), "date", "2027-03"),
        (NODE.format("när: 1. mai 2027"), "date", "2027-05-01"),
        (NODE.format("när: oktober 2027"), "date", "2027-10"),
        (NODE.format("när: kvartal 3 2027"), "date", "2027-Q3"),
        (NODE.format("när: 2027-3"), "date", "2027-03"),
        (NODE.format("titel: x"), "meant", "rubrik"),
        ("undantag: [{regel: NK401, vid: a}]\n", "meant", "gäller"),
        (NODE.format("perspektiv: brukare"), "meant", "invånare"),
        ("undantag: NK501\n", "entries", "{regel: …, gäller: …}"),
        ("nyttor: {färre besök!: x}\n", "suggestion", "färre_besök"),
        ("nyttor: {2 nya: x}\n", "suggestion", "n2_nya"),
        ("effekter: {a: {ägare: x}}\n", "holder", "effect"),
        ("nyttor: saknas\n", "none", "inga"),
        ("nyttor: {" + "a" * 65 + ": x}\n", "suggestion", "a" * 64),
    ],
)
def test_a_slip_says_what_to_write(text, name, value):
    (found,) = errors_in(text)
    assert found[3][name] == value


def test_the_words_offered_are_those_of_the_file():
    source = read(b"nyttokedja: 1\ntitle: x\nbenefits: {a: {ownr: x, category: qualty}}\n")
    faults = validate(translate(source.root).root, "en").faults
    assert sorted(fault.particulars["meant"] for fault in faults) == ["owner", "quality"]


def test_a_misspelt_must_is_not_also_missing():
    source = read(b"nyttokeda: 1\nrubrik: x\n")
    faults = validate(translate(source.root).root, "sv").faults
    assert [fault.particulars["meant"] for fault in faults] == ["nyttokedja"]


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("nytor: {a: b}\n", True),
        ("blomma: {a: b}\n", False),
        ("nyttor: {a: {leder_till: {b: c}}}\n", False),
        ("nyttor: [a]\n", False),
        ("nyttor: {a: 5}\n", False),
        ("nyttor: {a: {ägre: x}}\n", True),
        ("nyttor: saknas\n", False),
        ("nyttor: {a b: x}\n", True),
        ("färg: blå\n", True),
    ],
)
def test_whether_nodes_may_be_gone(text, complete):
    translated = translate(read((HEAD + text).encode()).root)
    assert validate(translated.root, "sv").complete is complete


def test_a_key_of_ones_own_does_not_stand_for_one_that_must_be_there():
    text = (
        "mål:\n  m:\n    indikatorer:\n      i:\n        mätningar:\n          2027-01-31: {x-egen: 1}\n"
        "    leder_till: {x-egen: 1}\n"
    )
    assert [variant for _, variant, *_ in errors_in(text)] == ["missing", "missing"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("skede: drift", "uppföljning"),
        ("skede: Förvaltning", "uppföljning"),
        ("skede: realisering", "uppföljning"),
        ("skede: genomförande", "uppföljning"),
        ("fase: drift", "oppfølging"),
        ("fase: gjennomføring", "oppfølging"),
        ("stage: drift", "follow-up"),
        ("skede: planering", "plan"),
        ("skede: plann", "plan"),
    ],
)
def test_what_a_stage_is_called_elsewhere_counts_before_its_letters(line, meant):
    key = line.partition(":")[0]
    title = {"skede": "rubrik", "fase": "tittel", "stage": "title"}[key]
    translated = translate(read(f"nyttokedja: 1\n{title}: x\n{line}\n".encode()).root)
    (fault,) = validate(translated.root, translated.keys).faults
    assert (fault.variant, fault.particulars["meant"]) == ("meant", meant)


NB = "nyttokedja: 1\ntittel: x\n"


@pytest.mark.parametrize(
    ("text", "variant", "meant"),
    [
        (HEAD + NODE.format("nulägesmätning: 12"), "of-indicator", "nollmätning"),
        (HEAD + INDICATOR.format("nulägesmätning: 12"), "meant", "nollmätning"),
        (HEAD + INDICATOR.format("nuläge: 12"), "meant", "nollmätning"),
        (HEAD + INDICATOR.format("baslinje: 12"), "meant", "nollmätning"),
        (HEAD + NODE.format("mätetal: {b: c}"), "meant", "indikatorer"),
        (HEAD + NODE.format("nyckeltal: {b: c}"), "meant", "indikatorer"),
        (HEAD + NODE.format("realiseringsansvarig: x"), "meant", "ägare"),
        (HEAD + NODE.format("nyttoansvarig: x"), "meant", "ägare"),
        (HEAD + "förutsättningskostnader: {a: b}\n", "meant", "kostnader"),
        (HEAD + "kostnader_som_krävs: {a: b}\n", "meant", "kostnader"),
        (HEAD + "negativa_effekter: {a: b}\n", "meant", "konsekvenskostnader"),
        (HEAD + "verksamhetsmål: {a: b}\n", "meant", "mål"),
        (HEAD + "intressenter: {invånare: b}\n", "of-about", "perspektiv"),
        (HEAD + "antaganden: b\n", "of-about", "antaganden"),
        (HEAD + "jämförelse: {a: b}\n", "of-about", "jämförelse"),
        (HEAD + "om: {intressenter: {invånare: b}}\n", "meant", "perspektiv"),
        (HEAD + "fördelar: {a: b}\n", "meant", "nyttor"),
        (HEAD + "utgifter: {a: b}\n", "meant", "kostnader"),
        (HEAD + NODE.format("kategori: tid"), "meant", "omfördelning"),
        (HEAD + NODE.format("kategori: besparing"), "meant", "finansiell"),
        (HEAD + NODE.format("perspektiv: personal"), "meant", "egen_organisation"),
        (HEAD + NODE.format("perspektiv: medarbetare"), "meant", "egen_organisation"),
        (HEAD + NODE.format("perspektiv: kommunen"), "meant", "egen_organisation"),
        (NB + "barrierer: {a: b}\n", "meant", "hindringer"),
        (NB + "hindre: {a: b}\n", "meant", "hindringer"),
        (NB + "suksesskriterier: {a: b}\n", "meant", "forutsetninger"),
        (NB + "kostnadsdrivere: {a: b}\n", "meant", "kostnader"),
        (NB + "nytte: {a: b}\n", "meant", "gevinster"),
        (NB + "nyttevirkninger: {a: b}\n", "meant", "gevinster"),
        (NB + "delmål: {a: b}\n", "meant", "mål"),
        (NB + "gevinster: {a: {resultatindikatorer: {b: c}}}\n", "meant", "indikatorer"),
        (NB + "gevinster: {a: {måleindikatorer: {b: c}}}\n", "meant", "indikatorer"),
        (NB + "gevinster: {a: {gevinsteier: c}}\n", "meant", "eier"),
        (NB + "gevinster: {a: {type: spart_tid}}\n", "meant", "frigjorte_ressurser"),
        (NB + "gevinster: {a: {type: unngåtte_kostnader}}\n", "meant", "økonomisk"),
        (NB + "gevinster: {a: {nullpunktsmåling: 3}}\n", "of-indicator", "nullpunkt"),
        (NB + "gevinster: {a: {indikatorer: {b: {nullpunktmåling: 3}}}}\n", "meant", "nullpunkt"),
    ],
)
def test_a_word_of_the_field_is_refused_with_the_right_one(text, variant, meant):
    translated = translate(read(text.encode()).root)
    (fault,) = validate(translated.root, translated.keys).faults
    assert (fault.variant, fault.particulars["meant"]) == (variant, meant)
