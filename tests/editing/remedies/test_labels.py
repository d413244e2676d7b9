"""Every way to mend something has a name for a button, in each language."""

import re
from dataclasses import replace

import pytest

from nyttokedja.checking.check import check
from nyttokedja.editing.remedies import Remedy, label, remedies_of
from nyttokedja.editing.remedies.model import BLANK, Rewrite, way
from nyttokedja.editing.remedies.step_labels import Speaker
from nyttokedja.editing.remedies.surroundings import surroundings
from nyttokedja.editing.remedies.table import REMEDIES
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.reading.parsed import Parsed
from tests.editing.remedies.examples import examples

MOST = 75
"""So long is a name, but for what stands in quotation marks."""


def labels():
    """Language, kind of finding → the names of its ways in an example."""
    for language in LANGUAGES:
        for kind, found in examples().items():
            for example, finding in found:
                here = surroundings(example.parsed, finding)
                remedies = [Remedy(one, here) for one in REMEDIES.get(kind, ())]
                yield language, kind, [label(one, language) for one in remedies]


def test_each_way_has_a_short_name_of_its_own():
    seen = set()
    for language, kind, said in labels():
        seen.add((language, kind))
        assert len(set(said)) == len(said), (kind, said)
        for one in said:
            bare = re.sub(r"[”“«].*[”»]", "", one)
            assert 0 < len(bare) <= MOST, (kind, one)
            assert one[:1].isupper(), (kind, one)
            assert not {"{", "}", BLANK} & set(bare.partition(":")[0]), (kind, one)
    assert seen >= {(language, kind) for language in LANGUAGES for kind in REMEDIES}


def test_every_text_names_something_and_every_fact_has_a_name(monkeypatch):
    names, kinds = set(), set()
    say, kind = Speaker.say, Speaker.kind
    monkeypatch.setattr(
        Speaker, "say", lambda self, name, /, **said: names.add(name) or say(self, name, **said)
    )
    monkeypatch.setattr(Speaker, "kind", lambda self, path: kinds.add(kind(self, path)) or kind(self, path))
    for _ in labels():
        pass
    of_others = {"mend", "remove-boxes", "retitle-boxes", "unset-several"}
    assert set(texts("sv").group("remedies/do")) - names == of_others
    named = {*texts("sv").group("remedies/fact"), *texts("sv").group("remedies/true")}
    sections = {"costs", "risks", "{one}"}
    assert {one for one in kinds if "{" not in one} - named - sections == set()


CHAIN = """nyttokedja: 1
rubrik: Ny rutin
skede: plan
förändringar:
  f: {rubrik: Ny rutin, ägare: Enhetschef, leder_till: e}
effekter:
  e: {rubrik: Snabbare svar, leder_till: [n, n]}
nyttor:
  n: {rubrik: Trygga brukare, kategori: kvalitet, perspektiv: invånare, berör: Brukare}
"""


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("NK401", "", "Lägg till en ägare"),
        ("NK401", "nb", "Legg til en eier"),
        ("NK401", "en", "Add an owner"),
        ("NK104", "", "Rätta det"),
        ("NK406", "", "Lägg till en tidpunkt"),
        ("NK501", "nb", "Legg til en indikator"),
    ],
)
def test_a_name_says_what_is_done(code, language, said):
    parsed = Parsed(CHAIN.encode(), "k.yaml")
    finding = next(one for one in check(CHAIN.encode()).findings if one.code == code)
    assert label(remedies_of(finding, parsed)[0], language) == said


def test_a_text_that_is_rewritten_is_told_by_what_is_written():
    parsed = Parsed(CHAIN.encode(), "k.yaml")
    (finding,) = [one for one in check(CHAIN.encode()).findings if one.code == "NK104"]
    (fix,) = remedies_of(finding, parsed)
    told = [Rewrite("place", "e"), Rewrite("end", "!"), Rewrite("line", ""), Rewrite("place", BLANK)]
    said = [label(Remedy(way(one), fix.here), "sv") for one in told]
    assert said == ["Byt till ”e”", "Lägg till ”!”", "Ta bort raden", "Skriv ett annat namn"]


@pytest.mark.parametrize(
    ("kind", "of", "said"),
    [
        (("NK708", ""), "boxes", ["Ändra rubrikerna", "Ta bort rutorna"]),
        (("NK219", ""), "perspectives", ["Lägg till en nytta", "Ta bort perspektiven"]),
        (("NK211", ""), "benefits", ["Dra en pil från var och en", "Lägg till ett mål"]),
    ],
)
def test_what_is_done_to_several_says_so(kind, of, said):
    example, finding = examples()[kind][0]
    several = replace(finding, particulars={**finding.particulars, of: finding.particulars[of][:1] * 2})
    here = surroundings(example.parsed, several)
    assert [label(Remedy(one, here), "sv") for one in REMEDIES[kind]] == said
