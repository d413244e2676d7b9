"""Two workshops with notes, and work in the file between them: from typed lines to the chain."""

from pathlib import Path

ONE = """titel: E-tjänst för ansökan
workshop: Workshop 2026-10-02
F: Ansökan görs i e-tjänst
  -> B: Sökande lämnar alla uppgifter
    -> E: Färre kompletteringar
      -> N: Snabbare besked (sökande)
      -> N: Frigjord tid (handläggare) @Anna Ek
  !- H: Låg digital vana
  KR: Licens per år
vad säger facket?
"""
TWO = """titel: E-tjänst för ansökan
workshop: Workshop 2026-11-06
F: Ansökan görs i e-tjänst
  -> B: Sökande lämnar alla uppgifter direkt
    -> E: Färre kompletteringar
      -> N: Snabbare besked (sökande)
      -> N: Frigjord tid (handläggare) @Anna Ek
      -> N: Mindre papper
  !- H: Låg digital vana
vad säger facket?
hur gör vi med bilagor?
"""


def by_hand(text):
    """An owner and a comment, another title, another id, and an obstacle struck out."""
    for old, new in (
        ("    berör: sökande", "    # frågat i receptionen\n    berör: sökande\n    ägare: Enhetschef"),
        ("rubrik: Frigjord tid", "rubrik: Mer tid för handläggning"),
        ("ägare: Anna Ek", "ägare: Områdeschef"),
        ("färre_kompletteringar", "kompletteringar"),
    ):
        assert old in text
        text = text.replace(old, new)
    start, end = text.index("\nhinder:"), text.index("\nlappar:")
    return text[:start] + text[end:]


def test_what_was_done_between_two_workshops_stands(run, write, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    chain, memory = Path("k.yaml"), Path("k.import.json")
    write("anteckningar.txt", ONE)
    assert run("import", "anteckningar.txt", "-o", "k.yaml").code == 0
    assert "Anna" not in memory.read_text("utf-8")
    chain.write_text(by_hand(chain.read_text("utf-8")), "utf-8")
    write("anteckningar.txt", TWO)
    ran = run("import", "anteckningar.txt", "-o", "k.yaml")
    assert ran.code == 0
    text = chain.read_text("utf-8")
    for kept in (
        "    # frågat i receptionen\n    berör: sökande\n    ägare: Enhetschef\n",
        "rubrik: Mer tid för handläggning",
        "ägare: Områdeschef",
        "leder_till: [snabbare_besked, frigjord_tid, mindre_papper]",
        "rubrik: Sökande lämnar alla uppgifter direkt",
        "  mindre_papper:\n    rubrik: Mindre papper\n    ursprung: Workshop 2026-11-06\n",
        "licens_per_år:",
        "hur gör vi med bilagor?",
    ):
        assert kept in text, kept
    assert "hinder" not in text
    assert text.count("Workshop 2026-10-02") == 7, "where the others came from is not forgotten"
    told = ran.out.splitlines()
    assert "1 ny ruta: ”Mindre papper”." in told
    assert any("är struken i kedjan och förs inte in igen: ”Låg digital vana”." in line for line in told)
    assert "  rutan ”Licens per år”: nyttokedja remove licens_per_år k.yaml" in told
    after = chain.read_bytes(), memory.read_bytes()
    run("import", "anteckningar.txt", "-o", "k.yaml")
    assert (chain.read_bytes(), memory.read_bytes()) == after
    assert run("check", "k.yaml").code == 0


def test_a_command_that_is_named_can_be_typed_as_it_stands(run, write, monkeypatch):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    write("a.txt", ONE)
    run("import", "a.txt", "-o", "min kedja.yaml")
    write("a.txt", ONE.replace("  KR: Licens per år\n", ""))
    ran = run("import", "a.txt", "-o", "min kedja.yaml")
    assert '  rutan ”Licens per år”: nyttokedja remove licens_per_år "min kedja.yaml"' in ran.out
    assert run("remove", "licens_per_år", "min kedja.yaml").code == 0
