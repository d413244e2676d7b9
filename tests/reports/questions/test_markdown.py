from .told import MISSING, asked, report


def test_a_chain_is_a_table():
    text = report("markdown", MISSING, asked("Lugn"), asked("Ro", language="en", name="b.yaml"))
    assert text.startswith(
        "- ❌ nej.yaml går inte att öppna: den finns inte.\n"
        "\n"
        "### Lugn\n"
        "\n"
        "a.yaml · plan · 42 % (6 av 14 förväntade svar, 1 delvis)\n"
        "\n"
        "| Nytta | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n"
        "| --- | :-: | :-: | :-: | :-: | :-: | :-: | :-: |\n"
        "| Lugn | ● | ● | ● | ○ | ● | ◐ | ● |\n"
        "| Ensam | ● | ○ | ○ | ○ | ○ | ○ | ○ |\n"
        "\n"
        "| Nytta | Fråga | Svar |\n"
        "| --- | --- | --- |\n"
        "| **Lugn** 71 % (5 av 7 förväntade svar, 1 delvis) | 1 Vad är nyttan? | ● Lugn |\n"
        "|  | 2 Hur ska den realiseras? | ● Lugn (Lugn) – via förändringen ”Lugn” |\n"
        "|  | 3 Vem ska realisera nyttan? | ● Lugn |\n"
        "|  | 4 När uppkommer nyttan? | ○ öppen |\n"
    )
    assert "| **Ro** 71% (5 of 7 expected answers, 1 partly) | 1 What is the benefit? | ● Ro |\n" in text
    assert text.endswith(
        "\n\n- 2 effektkedjor: 42 % (12 av 28 förväntade svar, 2 delvis)\n"
        "- Öppna eller bara delvis besvarade, oftast först: 4 När uppkommer nyttan? 4 av 4; "
        "6 Vem ansvarar för uppföljningen? 4 av 4; 2 Hur ska den realiseras? 2 av 4; "
        "3 Vem ska realisera nyttan? 2 av 4; 5 Hur ska nyttan följas upp? 2 av 4; "
        "7 Vilka mätetal ska användas? 2 av 4\n"
    )
