"""Chains for tests of prioritising: the worked example of calculations, and small ones with levels."""

from nyttokedja.checking.check import check
from nyttokedja.model.priorities import Terms
from nyttokedja.prioritising.facts import row_of

PURCHASES = """\
nyttokedja: 1
title: {title}
language: sv
stage: plan
changes:
  digitala: {{title: Digitala inköp, leads_to: handlar}}
effects:
  handlar: {{title: Handlar på nätet, behaviour: true, leads_to: [frigjord_tid, transport, leveransavgift]}}
  transport: {{title: Kör inte till butiken, leads_to: lagre_drivmedel}}
calculation:
  start: 1
  horizon: 6
  rate: 0.03
  first_year: undiscounted
  price_year: 2026
  {more}
  factors:
    personer: {{likely: 120, source: Planeringssystemet, kind: local}}
    andel: {{lowest: 0.5, likely: 0.7, highest: 0.8, source: Ambitionsnivå, kind: experience}}
    brukare: {{formula: personer * andel}}
    inkop: {{formula: brukare * 1 * 52}}
    min_fysiskt: {{likely: 50, source: Tidsmätning, kind: local}}
    min_digitalt: {{lowest: 40, likely: 35, highest: 30, source: Uppskattning, kind: estimate}}
    timkostnad_usk: {{likely: 359, source: Kalkylfaktorer, kind: standard, as_of: 2026}}
benefits:
  frigjord_tid:
    category: redistribution
    perspective: own
    value:
      hours: {{before: inkop * min_fysiskt / 60, after: inkop * min_digitalt / 60}}
      yearly: hours * timkostnad_usk
      profile: [0.5, 1]
      pool: hemtjanst_tid
  lagre_drivmedel:
    category: financial
    perspective: own
    value: {{yearly: inkop * 0.9 * 3 / 10 * 10.8, profile: [0.5, 1], evidence: Körjournal}}
drawbacks:
  leveransavgift:
    category: financial
    perspective: residents
    value: {{yearly: inkop * 49, profile: [0.5, 1], evidence: Butikens pris}}
costs:
  surfplattor: {{category: financial, perspective: own, timing: running, value: {{yearly: 6 * 3000}}}}
  forandringsledning:
    category: redistribution
    perspective: own
    timing: once
    value: {{hours: brukare * 3, yearly: hours * 635, profile: [1, 0]}}
  utbildning:
    category: redistribution
    perspective: own
    timing: once
    value: {{hours: 60 * 1.5, yearly: hours * timkostnad_usk, profile: [1, 0]}}
  information:
    category: redistribution
    perspective: own
    timing: once
    value: {{hours: brukare * 20 / 60, yearly: hours * timkostnad_usk, profile: [1, 0]}}
  drift:
    category: redistribution
    perspective: own
    timing: running
    value: {{hours: 6 * 1, yearly: hours * 502}}
"""


def purchases(title="Digitala inköp", more="currency: SEK", **other):
    """The worked example; ``other`` has its lines in place of those that begin with the same key."""
    text = PURCHASES.format(title=title, more=more)
    for key, value in other.items():
        line = next(one for one in text.splitlines() if one.strip().startswith(f"{key}:"))
        text = text.replace(line, "" if value is None else f"  {key}: {value}", 1)
    return text


def judged(title="Lista", more="", **levels):
    """A small chain with levels by some criteria."""
    said = "".join(f"  {id}: {level}\n" for id, level in levels.items())
    return (
        f"nyttokedja: 1\ntitle: {title}\nlanguage: sv\n"
        "changes:\n  a: {title: Byt lista, leads_to: b}\n"
        "effects:\n  b: {title: Läser listan, behaviour: true, leads_to: c}\n"
        "benefits:\n  c: {title: Trygghet, category: quality, perspective: residents, size: large}\n"
        + (f"prioritising:\n{said}" if said else "")
        + more
    )


_OWN = Terms()


def row(text, name="chain.yaml", terms=_OWN):
    """The row of a chain that is written so."""
    checked = check(text.encode(), name)
    assert checked.chain is not None
    return row_of(checked, terms)
