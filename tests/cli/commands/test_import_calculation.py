"""The command import with the workbook of a calculation: back into its chain, and nowhere else."""

from pathlib import Path

import pytest

from nyttokedja.importing.packages.archive import OLE
from tests.importing.calculation.sheets import EXAMPLE, HIGHEST, LIKELY, LOWEST, Sheets, workbook

TEXT = EXAMPLE.read_text("utf-8")
BOOK = workbook()


@pytest.fixture
def chain(run):
    path = Path("kedja.yaml")
    path.write_text(TEXT, "utf-8")
    Path("kalkyl.xlsx").write_bytes(
        Sheets(BOOK)
        .put("Faktorer", "factor|andel", LOWEST, 0.4)
        .put("Faktorer", "factor|brukare", LIKELY, 9)
        .data
    )
    return path


def test_what_was_changed_is_written_and_every_other_byte_stays(run, chain):
    ran = run("import", "kalkyl.xlsx", "-o", "kedja.yaml")
    assert ran.code == 0
    assert chain.read_text("utf-8") == TEXT.replace("lowest: 0.5", "lowest: 0.4")
    assert ran.out.splitlines() == [
        "kedja.yaml",
        "1 ändring från arbetsboken:",
        "  andel – lägst: 0,5 → 0,4",
        "En formel är ersatt i arbetsboken. Det förs inte in: ändra formeln eller faktorerna i kedjan.",
        "  Faktorer G7 (brukare): 9",
        "Så här ångrar du inläsningen: ersätt kedja.yaml med kedja.yaml.bak, som är kedjan som den var före.",
    ]
    assert Path("kedja.yaml.bak").read_text("utf-8") == TEXT
    again = run("import", "kalkyl.xlsx", "-o", "kedja.yaml")
    assert again.out.startswith("Ingenting är ändrat i kalkyl.xlsx som ska föras in i kedja.yaml.")
    assert chain.read_text("utf-8") == TEXT.replace("lowest: 0.5", "lowest: 0.4")


def test_a_dry_run_writes_nothing(run, chain):
    ran = run("import", "kalkyl.xlsx", "-o", "kedja.yaml", "--dry-run")
    assert "  andel – lägst: 0,5 → 0,4" in ran.out
    assert "--dry-run" in ran.out
    assert chain.read_text("utf-8") == TEXT
    assert sorted(path.name for path in Path().iterdir()) == ["kalkyl.xlsx", "kedja.yaml"]


def test_strict_counts_what_was_left_out(run, chain):
    assert run("import", "kalkyl.xlsx", "-o", "kedja.yaml", "--strict").code == 1
    Path("ren.xlsx").write_bytes(Sheets(BOOK).put("Faktorer", "factor|andel", HIGHEST, 0.9).data)
    assert run("import", "ren.xlsx", "-o", "kedja.yaml", "--strict").code == 0


def test_a_change_on_both_sides_is_told_and_not_written(run, chain):
    mine = TEXT.replace("lowest: 0.5", "lowest: 0.45")
    chain.write_text(mine, "utf-8")
    ran = run("import", "kalkyl.xlsx", "-o", "kedja.yaml")
    assert (ran.code, chain.read_text("utf-8")) == (0, mine)
    assert "  andel – lägst: 0,5 → 0,4 i arbetsboken, men 0,45 i kedjan" in ran.out


OTHER = "nyttokedja: 1\ntitle: Annat\nbenefits:\n  x: Nytta\n"


@pytest.mark.parametrize(
    ("data", "target", "text", "said"),
    [
        (BOOK, "ny.yaml", "", "-o CHAIN.yaml"),
        (BOOK, "-", "", "-o CHAIN.yaml"),
        (BOOK, "kedja.yaml", OTHER, "another chain, Digitala inköp"),
        (
            BOOK,
            "kedja.yaml",
            f"{OTHER}calculation: {{factors: {{andel: {{likely: 0.7}}}}}}\n",
            "another chain",
        ),
        (BOOK, "kedja.yaml", f"{TEXT}\nnonsense: 1\n", "has mistakes"),
        (BOOK[:3000], "kedja.yaml", TEXT, "damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "kedja.yaml", TEXT, "password"),
        (b"PK\x03\x04", "kedja.yaml", TEXT, "damaged"),
        (b"", "kedja.yaml", TEXT, "empty"),
    ],
)
def test_what_cannot_be_brought_in_is_one_sentence_and_nothing_is_written(run, data, target, text, said):
    Path("kalkyl.xlsx").write_bytes(data)
    if text:
        Path("kedja.yaml").write_text(text, "utf-8")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    ran = run("import", "kalkyl.xlsx", "-o", target)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert said in ran.err
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_a_chain_with_another_title_or_with_other_factors_is_still_the_one(run, chain):
    for changed in (
        TEXT.replace("title: Digitala inköp\n", "title: Nytt namn\n", 1),
        TEXT.replace("personer", "folk"),
    ):
        assert changed != TEXT
        chain.write_text(changed, "utf-8")
        assert run("import", "kalkyl.xlsx", "-o", "kedja.yaml").code == 0
        assert chain.read_text("utf-8") == changed.replace("lowest: 0.5", "lowest: 0.4")


MEASURED, MEASURED_ON = 8, 9
INDICATORS = "indicators: {tid: {title: Tid, target: 3}, läge: {title: Läge, scale: [Låg, Hög]}}"
FOLLOWED = TEXT.replace("  frigjord_tid: {category", f"  frigjord_tid: {{{INDICATORS}, category")


def test_what_was_measured_is_brought_in_as_measure_does(run):
    assert FOLLOWED != TEXT
    path = Path("kedja.yaml")
    path.write_text(FOLLOWED, "utf-8")
    book = Sheets(workbook(FOLLOWED))
    for id, value, day in (("tid", 2.5, "2027-06-30"), ("läge", "Medel", "2027-06-30")):
        key = f"indicator|frigjord_tid|{id}"
        book.put("Uppföljning", key, MEASURED, value).put("Uppföljning", key, MEASURED_ON, day)
    Path("kalkyl.xlsx").write_bytes(book.data)
    ran = run("import", "kalkyl.xlsx", "-o", "kedja.yaml")
    assert ran.code == 0
    assert "  frigjord_tid.tid (2027-06-30): 2.5" in ran.out
    assert "  frigjord_tid.läge: ”Medel” finns inte på skalan. Skriv Låg eller Hög." in ran.out
    assert "2027-06-30: 2.5" in path.read_text("utf-8")
    assert "Medel" not in path.read_text("utf-8")
    again = run("import", "kalkyl.xlsx", "-o", "kedja.yaml")
    assert again.out.startswith("Ingenting är ändrat")
    assert "2.5" not in again.out


def test_what_the_chain_says_already_is_not_left_out(run):
    Path("kedja.yaml").write_text(FOLLOWED, "utf-8")
    book = Sheets(workbook(FOLLOWED))
    key = "indicator|frigjord_tid|tid"
    book.put("Uppföljning", key, MEASURED, 2.5).put("Uppföljning", key, MEASURED_ON, "2027-06-30")
    Path("kalkyl.xlsx").write_bytes(book.data)
    for _ in range(2):
        assert run("import", "kalkyl.xlsx", "-o", "kedja.yaml", "--strict").code == 0
