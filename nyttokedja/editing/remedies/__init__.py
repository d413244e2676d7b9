"""finding → Remedies: what its sentence asks for as data, and the file with one of them done.

For all who offer to do what a finding asks: an editor's server, a page, a board. From Python::

    from nyttokedja.editing.remedies import carried_out, label, remedies_of
    from nyttokedja.reading.parsed import Parsed

    parsed = Parsed(data, "kedja.yaml")
    for remedy in remedies_of(finding, parsed):
        print(label(remedy))  # "Lägg till en ägare"
        mended = carried_out(remedy, parsed, *("Enhetschef",) * remedy.blanks)

Where a finding has a fix, that is its remedy, and the only one. Otherwise the tables say what can be done:
several ways where only people can choose.
"""

from __future__ import annotations

from nyttokedja.editing.remedies.carry_out import carried_out
from nyttokedja.editing.remedies.labels import label
from nyttokedja.editing.remedies.model import BLANK, Mend, Remedy, Way
from nyttokedja.editing.remedies.surroundings import surroundings
from nyttokedja.editing.remedies.table import LOST_BY_FIX, REMEDIES
from nyttokedja.model.findings import Finding
from nyttokedja.reading.parsed import Parsed

__all__ = ["BLANK", "Remedy", "Way", "carried_out", "label", "remedies_of"]


def remedies_of(finding: Finding, parsed: Parsed) -> tuple[Remedy, ...]:
    """The ways to do what a finding asks, the likeliest first; none where nothing in the file can do it.

    Args:
        finding: what the check found.
        parsed: the file that it was found in, as it was then.
    """
    kind = (finding.code, finding.variant)
    fix = Way((Mend(),), LOST_BY_FIX.get(kind, ""))
    ways = (fix,) if finding.fix is not None else REMEDIES.get(kind, ())
    return tuple(Remedy(one, surroundings(parsed, finding)) for one in ways)
