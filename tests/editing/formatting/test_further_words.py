"""Norwegian words that mean one thing: what takes time does not free it, and three kinds of `tiltak`."""

from nyttokedja.checking.check import check
from nyttokedja.editing.formatting import formatted

SWEDISH = """\
nyttokedja: 1
rubrik: Tillsyn på distans
språk: sv
skede: plan

om:
  jämförelse: {a: Besök, b: Kamera}

nyttor:
  tid:
    kategori: omfördelning
    åtgärder: [Lägg om turerna]
    indikatorer:
      besök: {rubrik: Besök, mätningar: {2027-01-01: {värde: 3, åtgärd: Ring}}}

konsekvenskostnader:
  svar: {kategori: omfördelning}

kostnader:
  utbildning: {kategori: omfördelning}
"""
OLD_WORDS = """\
nyttokedja: 1
tittel: Tilsyn
språk: nb
fase: planlegging

om:
  sammenligning:
    nullalternativ: Besøk
    tiltak: Kamera

kostnader:
  opplæring:
    type: frigjorte_ressurser
"""


def test_each_word_is_written_where_it_belongs_and_the_way_back_is_the_same():
    swedish = formatted(SWEDISH.encode()).after
    norwegian = formatted(swedish, keys="nb").after
    text = norwegian.decode()
    assert text.count("bundne_ressurser") == 2
    assert text.count("frigjorte_ressurser") == 1
    assert text.count("korrigerende_tiltak: Ring") == text.count("tiltaket: Kamera") == 1
    assert "    tiltak:" in text
    assert formatted(norwegian).after == norwegian
    assert formatted(norwegian, keys="sv").after == swedish


def test_the_words_that_files_have_are_read_and_left():
    assert formatted(OLD_WORDS.encode()).after.decode() == OLD_WORDS
    checked = check(OLD_WORDS.encode())
    assert [finding.code for finding in checked.findings if finding.code < "NK2"] == []
    assert checked.chain.about.new == "Kamera"
    assert [node.category for node in checked.chain.nodes] == ["redistribution"]
    anew = formatted(OLD_WORDS.encode(), keys="nb").after.decode()
    assert "tiltaket: Kamera" in anew
    assert "bundne_ressurser" in anew


def test_what_frees_resources_binds_none():
    text = OLD_WORDS.replace("kostnader:", "gevinster:").replace("frigjorte", "bundne")
    assert "NK004" in {finding.code for finding in check(text.encode()).findings}
