"""A chain as sentences: all that it says, and nothing of how it is laid out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.editing.formatting import formatted
from nyttokedja.language.forms import root_form
from nyttokedja.reports.sentences import sentences
from nyttokedja.writing.chain_file import to_yaml
from tests.editing.generated import Hand, chains
from tests.everything import ALL, FACTS, changed

CHAINS = sorted(Path("chains").glob("*.yaml"))
SMALL = """\
nyttokedja: 1
rubrik: Digital lista
skede: plan
om: {tidshorisont: 2}
förändringar:
  lista: {leder_till: [{till: signerar, eftersom: Alla har telefon, koppling: indirekt}, borta]}
effekter:
  signerar:
    rubrik: Alla signerar
    beteende: ja
    indikatorer:
      andel: {enhet: '%', målvärde: {värde: 97.5, datum: 2028}, mätningar: {2027-06: 80, 2027-01: {värde: 75, kommentar: Sent}}}
konsekvenskostnader: inga
hinder:
  ovana: {beskrivning: "Två\\nrader", hindrar: lista -> signerar, åtgärder: [Öva, {vad: Lär, vem: Alla}]}
lappar: [Vad säger facket?]
undantag: [{regel: NK501, gäller: [lista, ovana], varför: Nej}]
x-egen: {a: 1}
"""  # noqa: E501
SAID = """\
Effektkedja ”Digital lista”
Skede: plan
Om:
  Tidshorisont: 2

Förändring ”Lista” (lista)
  Leder till ”Alla signerar” (signerar), eftersom: Alla har telefon
    Koppling: indirekt
  Leder till borta, som inte finns i kedjan

Effekt ”Alla signerar” (signerar)
  Beteende: ja
  Indikator ”Andel” (andel)
    Enhet: %
    Målvärde: 97,5
      Datum: 2028
    Mätning 2027-01: 75
      Kommentar: Sent
    Mätning 2027-06: 80

Konsekvenskostnader: inga

Hinder ”Ovana” (ovana)
  Beskrivning: Två ¶ rader
  Hindrar pilen från ”Lista” (lista) till ”Alla signerar” (signerar)
  Åtgärd: Öva
  Åtgärd: Lär
    Vem: Alla

Lapp: Vad säger facket?

Undantag: NK501
  Gäller ”Lista” (lista)
  Gäller ”Ovana” (ovana)
  Varför: Nej
x-egen:
  a: 1
"""


def said(text):
    return sentences(text.encode()).decode()


def test_a_small_chain():
    assert said(SMALL) == SAID


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("sv", "Leder till ”Alla signerar” (signerar), eftersom: Alla har telefon"),
        ("nb", "Fører til «Alla signerar» (signerar), fordi: Alla har telefon"),
        ("en", "Leads to “Alla signerar” (signerar), because: Alla har telefon"),
    ],
)
def test_the_language_is_the_chains(language, line):
    assert line in said(SMALL + f"språk: {language}\n")


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
@pytest.mark.parametrize("keys", [None, "sv", "nb", "en"])
def test_a_file_that_is_laid_out_otherwise_gives_the_same(path, keys):
    data = path.read_bytes()
    assert sentences(formatted(data, keys=keys).after) == sentences(data) != data


@given(chains(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_however_it_is_written(data, one, other):
    assert said(Hand(one, "sv").write(data)) == said(Hand(other, "sv").write(data))


@pytest.mark.parametrize("at", FACTS, ids=lambda at: ".".join(map(str, at)))
def test_whatever_fact_is_changed_the_sentences_change(at):
    assert check(to_yaml(ALL).encode()).complete
    assert said(to_yaml(changed(ALL, at, root_form()))) != said(to_yaml(ALL)) != to_yaml(ALL)


def test_a_key_of_ones_own_is_said_too():
    assert said(SMALL) != said(SMALL.replace("{a: 1}", "{a: 2}"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfea",
        b"\x00\x01",
        b"a: b\n",
        b"nyttokedja: 1\n\trubrik: x\n",
        b"nyttokedja: 1\nrubrik: x\neffekter: {a: , a: }\n",
        b"nyttokedja: 1\n<<<<<<< HEAD\nrubrik: x\n=======\nrubrik: y\n>>>>>>> b\n",
    ],
)
def test_what_cannot_be_read_as_a_chain_is_shown_as_it_is(data):
    assert sentences(data) == data


ODD = ["5", "x", "[1, [2, {a: b}]]", "{a: [b]}", "true", "", "2.5", "none", "[]", "{}"]


@given(st.data())
def test_what_does_not_fit_is_said_all_the_same(data):
    """A value of the wrong kind in any place."""
    text = data.draw(chains().map(lambda chain: Hand(0, "en").write(chain)))
    key = data.draw(st.sampled_from(["effects", "title", "leads_to", "tags", "indicators", "notes", "about"]))
    value = data.draw(st.sampled_from(ODD))
    more = f"goals: {{zz: {{{key}: {value}, x-y: {value}}}}}\nrisks: {value}\n{key}: {value}\n"
    for file in (text, text + more, f"nyttokedja: 1\n{more}", f"nyttokedja: 1\ncosts: {{q: {value}}}\n"):
        assert isinstance(said(file), str)


@given(st.binary(max_size=60))
def test_no_bytes_are_too_strange(data):
    assert sentences(data) == data
    assert isinstance(sentences(b"nyttokedja: 1\n" + data), bytes)
