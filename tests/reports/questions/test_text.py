from nyttokedja.model.stage import Stage
from nyttokedja.reports.questions.text import answer_lines
from nyttokedja.reports.text_style import TextStyle

from .told import asked, report


def test_a_chain_is_told_benefit_by_benefit():
    assert (
        report("text", asked())
        == """\
Ökad trygghet
a.yaml · plan · 46 % (6 av 13 förväntade svar)

  Ökad trygghet – 71 % (5 av 7 förväntade svar)
    ● 1 Vad är nyttan?       Ökad trygghet
    ● 2 Hur ska den nås?     Ökad trygghet (Ökad trygghet) – via förändringen
                             ”Ökad trygghet”
    ● 3 Vem tar hem den?     Ökad trygghet
    ○ 4 När kommer den?      öppen
    ● 5 Hur följs den upp?   Ökad trygghet (varje månad) – via effekten ”Ökad
                             trygghet”
    ◐ 6 Vem följer upp den?  Ökad trygghet – via effekten ”Ökad trygghet” –
                             saknas: vem som mäter
    ● 7 Vad mäts?            Ökad trygghet (Ökad trygghet) – via effekten ”Ökad
                             trygghet”

  Ensam – 16 % (1 av 6 förväntade svar)
    ● 1 Vad är nyttan?       Ensam
    · 2 Hur ska den nås?     öppen (förväntas inte)
    ○ 3 Vem tar hem den?     öppen
    ○ 4 När kommer den?      öppen
    ○ 5 Hur följs den upp?   öppen
    ○ 6 Vem följer upp den?  öppen
    ○ 7 Vad mäts?            öppen

Öppna eller bara delvis besvarade, oftast först:
  4 När kommer den?      2 av 2
  6 Vem följer upp den?  2 av 2
  3 Vem tar hem den?     1 av 2
  5 Hur följs den upp?   1 av 2
  7 Vad mäts?            1 av 2
"""
    )


def test_several_chains_have_a_total():
    text = report("text", asked(), asked(stage=Stage.DRAFT, name="b.yaml"))
    assert "\n2 effektkedjor: 53 % (8 av 15 förväntade svar)\n" in text
    assert (
        "b.yaml · utkast · 100 % (2 av 2 förväntade svar)\nI det här skedet förväntas svar på fråga 1.\n"
        in text
    )


def test_colours_follow_the_standing():
    look = TextStyle(lambda text, role: f"<{role}>{text}</{role}>", width=80)
    text = "\n".join(answer_lines([asked(stage=Stage.ANALYSIS)], "sv", look))
    assert "<good>●</good> 3 Vem" in text
    assert "<warning>○</warning> 7 Vad" in text
    assert "<soft>·</soft> <soft>4 När" in text
