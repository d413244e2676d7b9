from .told import MISSING, asked, report


def test_a_chain_is_a_table():
    text = report("markdown", MISSING, asked("Lugn"), asked("Ro", language="en", name="b.yaml"))
    assert text.startswith(
        "- ❌ nej.yaml går inte att öppna: den finns inte.\n"
        "\n"
        "### Lugn\n"
        "\n"
        "a.yaml · plan · 46 % (6 av 13 förväntade svar)\n"
        "\n"
        "| Nytta | Fråga | Svar |\n"
        "| --- | --- | --- |\n"
        "| **Lugn** 71 % (5 av 7 förväntade svar) | 1 Vad är nyttan? | ● Lugn |\n"
        "|  | 2 Hur ska den nås? | ● Lugn (Lugn) – via förändringen ”Lugn” |\n"
        "|  | 3 Vem tar hem den? | ● Lugn |\n"
        "|  | 4 När kommer den? | ○ öppen |\n"
    )
    assert "| **Ro** 71% (5 of 7 expected answers) | 1 What is the benefit? | ● Ro |\n" in text
    assert text.endswith(
        "\n\n- 2 effektkedjor: 46 % (12 av 26 förväntade svar)\n"
        "- Öppna eller bara delvis besvarade, oftast först: 4 När kommer den? 4 av 4; "
        "6 Vem följer upp den? 4 av 4; 3 Vem tar hem den? 2 av 4; 5 Hur följs den upp? 2 av 4; "
        "7 Vad mäts? 2 av 4\n"
    )
