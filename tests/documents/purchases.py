"""The worked example of the follow-up: groceries bought online, measured at the end of the first year."""

from datetime import date

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.documents.source import Source

PURCHASES = """
nyttokedja: 1
title: Digital purchases
language: {language}
stage: follow-up
about: {{organisation: Sample town, assumptions: As many people as today}}
changes:
  digitala: {{title: Purchases online, when: 2027-01-01, owner: Head, leads_to: handlar}}
effects:
  handlar:
    title: The person shops online
    behaviour: true
    indicators:
      inkop: {{title: Purchases a year, measures: inkop, measurements: {{2027-12-31: 2100}}}}
      min_digitalt: {{title: Minutes each, measures: min_digitalt, measurements: {{2027-12-31: 38}}}}
      andel: {{title: Share, measures: andel, measurements: {{2027-12-31: 0.6}}}}
    leads_to: [frigjord_tid, transport, leveransavgift]
  transport: {{title: Nobody drives to the shop, leads_to: lagre_drivmedel}}
calculation:
  start: 2027
  horizon: 6
  rate: 0.03
  first_year: undiscounted
  price_year: 2026
  currency: SEK
  factors:
    personer: {{likely: 120, source: Planning system, kind: local}}
    andel: {{lowest: 0.5, likely: 0.7, highest: 0.8, source: Ambition, kind: experience}}
    brukare: {{formula: personer * andel}}
    inkop: {{formula: brukare * 1 * 52}}
    min_fysiskt: {{likely: 50, source: Timed, kind: local}}
    min_digitalt: {{lowest: 40, likely: 35, highest: 30, source: Estimate, kind: estimate}}
    timkostnad_usk: {{likely: 359, source: Inera, kind: standard, as_of: 2026}}
benefits:
  frigjord_tid:
    title: Time freed
    category: redistribution
    perspective: own
    use: More visits
    value:
      hours: {{before: inkop * min_fysiskt / 60, after: inkop * min_digitalt / 60}}
      yearly: hours * timkostnad_usk
      profile: [0.5, 1]
  lagre_drivmedel:
    title: Less fuel
    category: financial
    perspective: own
    value: {{yearly: inkop * 0.9 * 3 / 10 * 10.8, profile: [0.5, 1], evidence: Logbook}}
  trygghet:
    title: Safer
    category: quality
    perspective: residents
drawbacks:
  leveransavgift:
    title: Delivery fee
    category: financial
    perspective: residents
    value: {{yearly: inkop * 49, profile: [0.5, 1], evidence: Price}}
costs:
  surfplattor:
    title: Tablets
    category: financial
    perspective: own
    timing: running
    value: {{yearly: 6 * 3000}}
  utbildning:
    title: Training
    category: redistribution
    perspective: own
    timing: once
    value: {{hours: 60 * 1.5, yearly: hours * timkostnad_usk, profile: [1, 0]}}
"""

VISITS = """
nyttokedja: 1
title: Night camera
language: {language}
stage: follow-up
changes:
  camera: {{title: Night camera, when: 2027-03-01, leads_to: visits}}
effects:
  visits:
    title: Fewer visits
    leads_to: sleep
    indicators:
      visits:
        title: Visits a night
        unit: visits
        baseline: {{value: 420, date: 2026-10-01}}
        target: {{value: 250, date: 2027-12-31}}
        measurements: {{2027-09-30: 330}}
benefits:
  sleep: {{title: Better sleep, category: quality, perspective: residents}}
"""

BARE = """
nyttokedja: 1
title: Bare
language: {language}
changes: {{a: {{title: A, leads_to: b}}}}
benefits: {{b: B}}
"""


def source(text, language="en", today=date(2028, 1, 15)):
    """What a document of a chain is made of, without a picture."""
    checked = check(text.format(language=language).encode(), "chain.yaml", Config(today=today))
    assert checked.chain is not None
    return Source(checked)
