"""A remedy as a value, and what doing it keeps in any file."""

import random
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.editing.errors import CannotEdit
from nyttokedja.editing.orders import SetOrder
from nyttokedja.editing.remedies import BLANK, carried_out, remedies_of
from nyttokedja.editing.remedies.model import Mend
from nyttokedja.editing.remedies.table import REMEDIES
from nyttokedja.model.chain import NodeType
from nyttokedja.reading.parsed import Parsed
from tests.editing.remedies.examples import examples, kinds, words
from tests.editing.remedies.test_catalogue import faults_in
from tests.editing.remedies.without import WITHOUT

CHAINS = sorted(Path("chains").glob("*.yaml")) + sorted(Path("tests/cases/rules").glob("*.yaml"))
SLIPS = (":", "- ", " #", "[", "}", "\t", '"', "\n", "  ", "*", "&a ")
PLAN = "nyttokedja: 1\nrubrik: A\nskede: plan\nnyttor:\n  a: A\n"
OF_THE_FORM = [kind for kind in kinds() if kind[0] < "NK007" and kind not in WITHOUT]


def remedies(text, code):
    parsed = Parsed(text.encode())
    (finding,) = (one for one in check(parsed.data).findings if one.code == code)
    return parsed, remedies_of(finding, parsed)


def test_what_people_say_stands_in_the_place_of_the_blanks():
    parsed, (owner,) = remedies(PLAN, "NK401")
    assert (owner.blanks, owner.loses) == (1, "")
    assert owner.steps() == (SetOrder("a", "owner", BLANK),)
    assert owner.steps("Chef") == (SetOrder("a", "owner", "Chef"),)
    assert "ägare: Chef … i linjen\n" in carried_out(owner, parsed, "Chef … i linjen").text


def test_a_text_of_the_file_is_no_blank():
    title = "Personalen sparar pengar … {x}"
    told = PLAN.replace("a: A", "a: {rubrik: 'X', kategori: omfördelning}").replace("X", title)
    parsed, (retitled, _) = remedies(told, "NK705")
    assert retitled.blanks == 1
    assert title in retitled.loses
    assert carried_out(retitled, parsed, "Färre fel").text == told.replace(f"'{title}'", "Färre fel")


def test_a_fix_is_the_only_remedy():
    parsed, (remedy,) = remedies("nyttokedja: 1\nrubrik: A\nnyttor: {a: {ägre: Chef}}\n", "NK003")
    assert remedy.steps() == (Mend(),)
    assert "{ägare: Chef}" in carried_out(remedy, parsed).text


def test_what_is_several_is_done_to_each():
    _, (_, planned) = remedies(PLAN.replace("skede: plan\n", "") + "  b: B\n", "NK401")
    assert planned.blanks == 2
    assert [step.id for step in planned.steps("X", "Y")] == ["", "a", "b"]
    assert [step.value for step in planned.steps("X", "Y")] == ["plan", "X", "Y"]


def test_what_would_take_a_word_away_is_refused_in_the_language_of_the_chain():
    parsed, (removed, *_) = remedies("nyttokedja: 1\nrubrik: A\nrubrik: Borta\n", "NK002")
    assert "Borta" not in carried_out(removed, parsed).text
    secret = replace(removed, way=replace(removed.way, loses=""))
    with pytest.raises(CannotEdit) as refused:
        carried_out(secret, parsed)
    assert refused.value.language == "sv"


@pytest.mark.parametrize("kind", OF_THE_FORM, ids="/".join)
def test_line_ends_of_windows_make_no_difference(kind):
    found = []
    for example, _ in [one for one in examples()[kind] if one[0].where != "no text"][:3]:
        windows = replace(example, data=example.data.replace(b"\n", b"\r\n"))
        of_kind = [one for one in windows.checked(windows.data).findings if (one.code, one.variant) == kind]
        found += [(windows, one) for one in of_kind[:1] if windows.is_of(one)]
    assert [fault for fault in faults_in(found, ()) if found] == []


def broken(text, chance):
    """A chain with slips such as people make."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        if chance.random() < 0.5:
            text = text[:at] + text[at + chance.randint(1, 6) :]
        else:
            text = (
                text[:at]
                + chance.choice([":", "- ", " #", "[", "}", "\t", '"', "\n", "  ", "*", "&a "])
                + text[at:]
            )
    return text


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_file_a_remedy_keeps_its_words_or_is_refused(seed):
    chance = random.Random(seed)
    parsed = Parsed(broken(chance.choice(CHAINS).read_text("utf-8"), chance).encode())
    findings = check(parsed.data, config=Config(today=date(2028, 1, 1))).findings
    for finding in chance.sample(findings, min(5, len(findings))):
        for remedy in remedies_of(finding, parsed):
            if remedy.steps() == (Mend(),):
                continue
            with suppress(CannotEdit):
                mended = carried_out(remedy, parsed, *["Något"] * remedy.blanks)
                assert (
                    not Counter(words(parsed.text))
                    - Counter(words(mended.text))
                    - Counter(words(remedy.loses))
                )


def test_boxes_are_added_of_types_that_there_are():
    types = {
        step.type for ways in REMEDIES.values() for way in ways for step in way.steps if hasattr(step, "type")
    }
    assert {one for one in types if "{" not in one} <= {*NodeType, "behaviour", BLANK}
