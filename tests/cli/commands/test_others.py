"""new, rule, schema and import."""

from pathlib import Path

import pytest

from nyttokedja.checking.rules import RULES


def test_a_new_chain_can_be_checked_and_drawn(run):
    assert run("new", "Digital nattillsyn").out == "digital_nattillsyn.yaml\n"
    assert run("check") == (0, "1 effektkedja granskad: inga fel och inga varningar.\n", "")
    assert run("draw").code == 0


def test_a_new_chain_never_overwrites(run, write):
    write("a.yaml", "mine")
    for arguments in (("new", "x", "-o", "a.yaml"), ("new", "A")):
        ran = run(*arguments)
        assert ran.code == 2
        assert "not overwritten. Choose another name with -o" in ran.err
    assert Path("a.yaml").read_text() == "mine"


def test_a_new_chain_stands_among_the_others_and_names_its_schema(run, write):
    write("chains/other.yaml", "nyttokedja: 1\nrubrik: x\n")
    run("schema")
    assert run("new", "Digitalt tilsyn", "--language", "nb").out == "chains/digitalt_tilsyn.yaml\n"
    first = Path("chains/digitalt_tilsyn.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schemas/chain.nb.schema.json"


def test_a_title_may_not_be_empty(run):
    assert run("new", " ").code == 2


def test_the_rules_are_listed_and_explained(run):
    listed = run("rule").out
    assert all(f"{rule.code}  {rule.name}" in listed for rule in RULES)
    for name in ("NK501", "nk501", "missing-indicator"):
        manual = run("rule", name).out
        assert manual.startswith(
            "NK501 missing-indicator: Indikator saknas\nutkast: –  ·  analys: upplysning"
        )
        assert "Bad:" in manual
        assert "    stage: plan\n" in manual
        assert "7:3 fel: Ingenting mäter nyttan ”Freed time”: varken här eller" in manual
        assert "en indikator.\n    → Lägg till indikatorer: här, eller" in manual
    english = run("rule", "NK501", "--language", "en").out
    assert english.startswith("NK501 missing-indicator: Indicator missing\ndraft: –  ·  analysis: notice")
    assert "7:3 error: Nothing measures the benefit" in english
    assert "Good (`today` = 2028-06-01):\n\n    nyttokedja: 1\n" in run("rule", "NK508").out
    assert run("rule", "NK999").code == 2


def test_the_pages_about_rules_are_written_where_they_differ(run):
    first = run("rule", "--pages", "my/rules")
    assert "wrote: my/rules/README.md\n" in first.out
    page = Path("my/rules/NK202.md")
    page.write_text(page.read_text("utf-8") + "old", "utf-8")
    again = run("rule", "--pages", "my/rules")
    n = len([path for path in Path("my/rules").rglob("*") if path.is_file()])
    assert again.out == f"wrote: my/rules/NK202.md\n{n - 1} of {n} files were as they should be.\n"
    assert run("rule", "NK202", "--pages", "my/rules").code == 2
    page.write_text("of somebody else", "utf-8")
    ran = run("rule", "--pages", "my/rules")
    assert (ran.code, "is not overwritten" in ran.err) == (2, True)
    assert page.read_text("utf-8") == "of somebody else"


def test_the_schemas_are_written_for_editors(run):
    ran = run("schema", "my/schemas")
    assert sorted(p.name for p in Path("my/schemas").iterdir()) == [
        "chain.nb.schema.json",
        "chain.schema.json",
        "chain.sv.schema.json",
        "settings.schema.json",
    ]
    assert "# yaml-language-server: $schema=my/schemas/chain.sv.schema.json" in ran.out


def test_a_drawing_becomes_a_chain(run, write):
    write(
        "karta.dot",
        'digraph { label="Karta"; a [label="Effekt: Färre besök", shape=box]; b [label="?"]; a -> b }',
    )
    ran = run("import", "karta.dot", "--map", "b:nytta")
    assert (ran.code, ran.out) == (0, "karta.yaml\n")
    assert run("check", "karta.yaml").code == 0
    assert "leder_till" in Path("karta.yaml").read_text("utf-8")
    assert run("import", "karta.dot").code == 2
    assert "Karta" in run("import", "karta.dot", "-o", "-", "--language", "nb").out


@pytest.mark.parametrize("arguments", [["missing.dot"], ["bad.dot"], ["karta.dot", "--map", "nonsense"]])
def test_a_drawing_that_cannot_be_read_is_one_sentence(run, write, arguments):
    write("bad.dot", "digraph { a -> ")
    write("karta.dot", "digraph { a }")
    ran = run("import", *arguments)
    assert ran.code == 2
    assert ran.err.startswith("nyttokedja: ")
    assert len(ran.err.splitlines()) == 1
