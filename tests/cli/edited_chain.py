"""The chain that the commands which change chains are tried on; the fixture ``chain`` writes it."""

CHAIN = """\
nyttokedja: 1
rubrik: Digital lista
skede: plan

förändringar:
  lista:
    ägare: Chef
    leder_till: signerar

effekter:
  # något som någon gör
  signerar:
    rubrik: Sjuksköterskan signerar digitalt
    beteende: ja
    leder_till: färre_fel
  färre_fel: {leder_till: trygghet}

nyttor:
  trygghet:   # anm
    ägare: Enhetschef
    kategori: kvalitet
    indikatorer:
      fel: {nollmätning: 3, målvärde: 1}
    leder_till: mål_1

mål:
  mål_1: Trygg vård

hinder:
  täckning: {hindrar: signerar -> färre_fel, ägare: IT}

undantag:
  - {regel: NK501, gäller: mål_1, varför: Mäts i annan ordning, beslutat_av: Chef}
"""


def changed(path, old, new):
    assert path.read_text("utf-8") == CHAIN.replace(old, new, 1) != CHAIN
