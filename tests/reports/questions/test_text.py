from nyttokedja.model.stage import Stage
from nyttokedja.reports.questions.text import answer_lines
from nyttokedja.reports.text_style import TextStyle

from .told import asked, report


def test_a_chain_is_told_benefit_by_benefit():
    assert (
        report("text", asked())
        == """\
Ökad trygghet
a.yaml · plan · 42 % (6 av 14 förväntade svar, 1 delvis)

  Ökad trygghet – 71 % (5 av 7 förväntade svar, 1 delvis)
    ● 1 Vad är nyttan?                   Ökad trygghet
    ● 2 Hur ska den realiseras?          Ökad trygghet (Ökad trygghet) – via
                                         förändringen ”Ökad trygghet”
    ● 3 Vem ska realisera nyttan?        Ökad trygghet
    ○ 4 När uppkommer nyttan?            öppen
    ● 5 Hur ska nyttan följas upp?       Ökad trygghet (varje månad) – via
                                         effekten ”Ökad trygghet”
    ◐ 6 Vem ansvarar för uppföljningen?  Ökad trygghet – via effekten ”Ökad
                                         trygghet” – saknas: vem som mäter
    ● 7 Vilka mätetal ska användas?      Ökad trygghet (Ökad trygghet) – via
                                         effekten ”Ökad trygghet”

  Ensam – 14 % (1 av 7 förväntade svar)
    ● 1 Vad är nyttan?                   Ensam
    ○ 2 Hur ska den realiseras?          öppen
    ○ 3 Vem ska realisera nyttan?        öppen
    ○ 4 När uppkommer nyttan?            öppen
    ○ 5 Hur ska nyttan följas upp?       öppen
    ○ 6 Vem ansvarar för uppföljningen?  öppen
    ○ 7 Vilka mätetal ska användas?      öppen

Öppna eller bara delvis besvarade, oftast först:
  4 När uppkommer nyttan?            2 av 2
  6 Vem ansvarar för uppföljningen?  2 av 2
  2 Hur ska den realiseras?          1 av 2
  3 Vem ska realisera nyttan?        1 av 2
  5 Hur ska nyttan följas upp?       1 av 2
  7 Vilka mätetal ska användas?      1 av 2
"""
    )


def test_several_chains_have_a_total():
    text = report("text", asked(), asked(stage=Stage.DRAFT, name="b.yaml"))
    assert "\n2 effektkedjor: 42 % (6 av 14 förväntade svar, 1 delvis)\n" in text
    assert (
        "b.yaml · utkast\n\n  Ökad trygghet – 5 besvarade; nästa att prata om: När uppkommer nyttan? Vem\n"
        in text
    )


def test_colours_follow_the_standing():
    look = TextStyle(lambda text, role: f"<{role}>{text}</{role}>", width=80)
    text = "\n".join(answer_lines([asked()], "sv", look))
    assert "<good>●</good> 3 Vem" in text
    assert "<warning>◐</warning> 6 Vem" in text
    assert "<warning>○</warning> 7 Vilka" in text
    text = "\n".join(answer_lines([asked(stage=Stage.ANALYSIS)], "sv", look))
    assert "<soft>○</soft> <soft>7 Vilka" in text
    assert "<soft>·</soft> <soft>4 När" in text
