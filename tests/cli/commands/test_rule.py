"""The command rule: the rules' manuals."""

from pathlib import Path

from nyttokedja.checking.rules import RULES


def test_the_rules_are_listed_and_explained(run):
    listed = run("rule").out
    assert all(f"{rule.code}  {rule.name}" in listed for rule in RULES)
    for name in ("NK501", "nk501", "missing-indicator"):
        manual = run("rule", name, "--language", "sv").out
        assert manual.startswith(
            "NK501 missing-indicator: Indikator saknas\nutkast: –  ·  analys: upplysning"
        )
        assert "Dåligt:" in manual
        assert "    skede: plan\n" in manual
        assert "7:3 fel: Ingenting mäter nyttan ”Frigjord tid”: varken här eller" in manual
        assert "Källa: E-delegationen" in manual
        assert "en indikator.\n    → Lägg till indikatorer: här, eller" in manual
    english = run("rule", "NK501", "--language", "en").out
    assert english.startswith("NK501 missing-indicator: Indicator missing\ndraft: –  ·  analysis: info")
    assert "7:3 error: Nothing measures the benefit" in english
    assert (
        "Godt (`today` = 2028-06-01):\n\n    nyttokedja: 1\n" in run("rule", "NK508", "--language", "nb").out
    )
    assert "avstängd om den inte väljs" in run("rule", "NK210", "--language", "sv").out
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
