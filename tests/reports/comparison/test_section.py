"""The comparison of one chain as parts of a comment."""

import pytest

from nyttokedja.reports.comparison.section import Section
from nyttokedja.reports.comparison.size_limit import Rank

from .told import AFTER, BEFORE, BROKEN, SETTING, of


def parts(before, after, *, alone=True, **names):
    return [
        (part.rank, part.within(10**6).text)
        for part in Section(of(before, after, **names), SETTING, alone).parts()
    ]


def test_the_parts_of_a_changed_chain_come_in_order():
    found = parts(BEFORE, AFTER)
    assert [rank for rank, _ in found] == [
        Rank.HEADING,
        Rank.CONSEQUENCES,
        Rank.PICTURE,
        Rank.TABLE,
        Rank.TABLE,
        Rank.FINDINGS,
        Rank.REST,
        Rank.REST,
    ]
    assert [text.split("\n\n")[0].split("\n")[-1] for _, text in found] == [
        "**a.yaml**",
        "### Följder",
        "### Ändringen och det som ligger närmast",
        "<summary>Rutor som ändras (2)</summary>",
        "<summary>Pilar som ändras (1)</summary>",
        "### Nya påpekanden",
        "### Pröva de här pilarna igen",
        "<summary>Påpekanden som är borta (1)</summary>",
    ]


def test_a_column_without_a_value_is_left_out():
    tables = [text for rank, text in parts(BEFORE, AFTER) if rank is Rank.TABLE]
    assert "| Ändring | Typ | Ruta | Vad som ändras |\n| --- | --- | --- | --- |\n| Δ ändrad |" in tables[0]
    assert "| Ändring | Pil |\n| --- | --- |\n| − borttagen | ”Kamera” → ”Bättre sömn” |\n" in tables[1]


def test_one_of_several_chains_has_a_heading_and_its_verdict():
    found = parts(BEFORE, AFTER, alone=False, name="b.yaml", before_name="a.yaml")
    assert found[0][1] == (
        "### b.yaml\n\nResonemanget ändras. 3 försämringar, 2 rutor ändras, 1 pil är borta, "
        "2 pilar att pröva igen, 3 nya påpekanden, 1 påpekande är borta. b.yaml hette förut a.yaml."
    )
    assert [text.split("\n")[0] for _, text in found if text.startswith("#### ")] == [
        "#### Följder",
        "#### Ändringen och det som ligger närmast",
        "#### Nya påpekanden",
        "#### Pröva de här pilarna igen",
    ]


@pytest.mark.parametrize(("before", "after"), [(BEFORE, None), (None, BEFORE)])
def test_a_whole_chain_has_its_ends_and_no_picture(before, after):
    found = parts(before, after)
    assert found[1] == (Rank.CONSEQUENCES, "- Mål: ”Bo hemma”.\n- Nyttor: ”Frigjord tid” och ”Bättre hälsa”.")
    assert Rank.PICTURE not in [rank for rank, _ in found]
    assert Rank.REST not in [rank for rank, _ in found]
    assert "<summary>Rutor (6)</summary>" in found[2][1]


def test_a_benefit_that_is_a_goal_is_no_benefit_more():
    goal = BEFORE.replace("n: {rubrik: Frigjord tid,", "n: {rubrik: Frigjord tid, effektmål: ja,")
    assert parts(None, goal)[1][1] == "- Mål: ”Frigjord tid” och ”Bo hemma”.\n- Nyttor: ”Bättre hälsa”."


def test_a_chain_without_any_change_has_only_its_heading():
    assert parts(BEFORE, BEFORE) == [(Rank.HEADING, "**a.yaml**")]


def test_findings_of_a_side_that_cannot_be_read_come_first():
    found = parts(BEFORE, BROKEN)
    assert found[1][0] is Rank.FINDINGS
    assert "NK001" in found[1][1]


@pytest.mark.parametrize(("n", "folded"), [(10, False), (11, True)])
def test_the_eleventh_consequence_is_folded(n, folded):
    names = [f"n{i}" for i in range(n)]
    before = f"nyttor: {{{', '.join(f'{name}: {{rubrik: {name}, ägare: Chef}}' for name in names)}}}\n"
    found = parts(before, before.replace(", ägare: Chef", ""))
    first = next(text for rank, text in found if rank is Rank.CONSEQUENCES)
    assert first.count("\n- ✗") == 10
    rest = [text for rank, text in found if rank is Rank.REST and "- ✗" in text]
    assert len(rest) == folded
    assert not folded or "<summary>" in rest[0]


def test_other_facts_of_the_chain_are_folded():
    found = parts(BEFORE + "om: {syfte: Ett}\n", BEFORE + "om: {syfte: Två}\n")
    assert found[-1] == (
        Rank.REST,
        "<details>\n<summary>Om kedjan (1)</summary>\n\n- Δ om › syfte: Ett → Två\n\n</details>",
    )
