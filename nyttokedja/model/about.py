"""What a chain says of itself: who made it, what is compared, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of what is compared: how something is now, and how it will be."""

    what: str
    now: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """How sure the chain is: in one text, or said of each thing by itself."""

    text: str = ""  # where it is one text
    effects: str = ""
    data: str = ""
    limits: str = ""
    overall: str = ""

    @property
    def texts(self) -> Iterator[tuple[str, str]]:
        """What is said, each with what it is said of; "" where it is one text."""
        names = ("effects", "data", "limits", "overall")
        said = (("", self.text), *((name, getattr(self, name)) for name in names))
        return (pair for pair in said if pair[1])

    def __bool__(self) -> bool:
        return any(self.texts)


@dataclass(frozen=True, slots=True)
class About:
    """What the chain is about; all of it free text but `horizon`, in years."""

    organisation: str = ""
    contact: str = ""
    purpose: str = ""
    now: str = ""  # alternative A
    new: str = ""  # alternative B
    perspectives: Mapping[str, str] = field(default_factory=dict)  # perspective → its name here
    not_included: str = ""
    horizon: float | None = None
    assumptions: str = ""
    uncertainty: Uncertainty = Uncertainty()
    summary: str = ""
    behaviours: tuple[Comparison, ...] = ()
    technology: tuple[Comparison, ...] = ()
    method: str = ""
    geography: str = ""
    version: str = ""
