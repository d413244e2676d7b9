"""An order carried out in a small chain, as a caller does it."""

from nyttokedja.checking.check import check
from nyttokedja.editing import edit
from nyttokedja.editing.document import document
from nyttokedja.editing.orders import plan_order, sentences
from nyttokedja.reading.parsed import Parsed

CHAIN = """\
nyttokedja: 1
rubrik: Digital lista

förändringar:
  lista: {leder_till: signerar}

effekter:
  signerar:
    rubrik: Sjuksköterskan signerar digitalt
    leder_till: färre_fel
  färre_fel: {leder_till: trygghet}  # anm

nyttor:
  trygghet:
    indikatorer:
      fel: {nollmätning: 3, målvärde: 1}
    åtgärder: [Gå igenom listan]
    leder_till: [mål_1]

mål:
  mål_1: Trygg vård

hinder:
  täckning: {hindrar: signerar -> färre_fel}

risker:
  avbrott: {vid: signerar}

undantag:
  - {regel: NK501, gäller: [mål_1, trygghet], varför: Sedan, beslutat_av: Chef}
"""


def planned(order, text=CHAIN):
    return plan_order(order, document(Parsed(text.encode(), "k.yaml")))


def carried_out(order, text=CHAIN):
    """The text afterwards, and what is said."""
    plan = planned(order, text)
    edited = edit(text.encode(), *plan.edits, name="k.yaml")
    told = sentences(plan, check(text.encode(), "k.yaml"), check(edited.after, "k.yaml"))
    return edited.text, told


def changed(order, old, new, text=CHAIN):
    """Whether an order puts one text in another's place, the first time it stands there, and nothing else."""
    after, _ = carried_out(order, text)
    assert after == text.replace(old, new, 1) != text
