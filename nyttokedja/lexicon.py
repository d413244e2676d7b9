"""Words that rules listen for in the texts of a chain, in its three languages at once."""

from __future__ import annotations

import re

_PROJECT = re.compile(
    r"""\b(?:
        (?:del|huvud|införande|innførings|pilot)?pro[sj]?jekt(?:et|ets)?
        (?:[ ]?(?:ledare|ledaren|leder|lederen|ledning|ledningen|ledelse|ledelsen
            |grupp|gruppen|gruppe|organisation|organisationen|organisasjon|organisasjonen
            |medarbetare|medarbeider|koordinator|samordnare))?
      | (?:the[ ])?project(?:[ ](?:manager|leader|lead|team|group|organisation|organization))?
    )\b(?!-)""",
    re.IGNORECASE | re.VERBOSE,
)


def names_project(role: str) -> bool:
    """Whether a role is a project, its leader or its staff; a project *office* is in the line."""
    return _PROJECT.search(role) is not None
