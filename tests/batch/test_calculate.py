"""A file and what its chain is worth, with factors at other values."""

from decimal import Decimal
from pathlib import Path

from nyttokedja.batch.calculate import Question, calculation_outcome, written_outcome
from nyttokedja.checking.config import Config
from nyttokedja.reading.discovery import Candidate

EXAMPLE = Path("tests/cases/calculation/digitala_inkop.yaml")


def outcome(tmp_path, text, **question):
    path = tmp_path / "a.yaml"
    path.write_text(text, "utf-8")
    return calculation_outcome(Candidate(path, "a.yaml", named=True), Config(), Question(**question))


def test_a_factor_has_another_value_by_its_name_or_by_the_start_of_it_that_is_no_others(tmp_path):
    text = EXAMPLE.read_text("utf-8")
    plain = outcome(tmp_path, text)
    assert plain.changed == {}
    came = outcome(tmp_path, text, changed={"andel": Decimal("0.5"), "finns_inte": Decimal(1)})
    assert came.changed == {"andel": Decimal("0.5")}
    assert came.outcome.findings == plain.outcome.findings
    assert str(came.calculated) != str(plain.calculated)


def test_only_what_can_be_calculated_is_judged(tmp_path):
    """A benefit that nobody owns, without indicator, a note and a change without cost: none is told."""
    came = outcome(
        tmp_path,
        "nyttokedja: 1\nrubrik: A\nskede: plan\nlappar: [Vem?]\nförändringar: {f: {rubrik: F, leder_till: n}}"
        "\nnyttor: {n: {rubrik: N, värde: {per_år: 5 * priset}}}\nkalkyl: {valuta: SEK, prisår: 2026}\n",
    )
    told = {finding.code for finding in came.outcome.findings}
    assert told
    assert all(code.startswith(("NK0", "NK1", "NK81", "NK82")) for code in told)


def test_what_is_written_of_a_chain_is_nothing_where_it_cannot_be_read(tmp_path):
    path = tmp_path / "a.yaml"
    file = Candidate(path, "a.yaml", named=True)
    path.write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    assert written_outcome(file, Config(), Question(), lambda made: "x").text == "x"
    path.write_text("nyttokedja: 1\nrubrik: [\n", "utf-8")
    assert written_outcome(file, Config(), Question(), lambda made: "x").text == ""
