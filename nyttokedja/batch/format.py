"""A file that may be a chain → FormatOutcome: its canonical form; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass

from nyttokedja.batch.check import check_outcome
from nyttokedja.checking.config import Config
from nyttokedja.checking.outcome import Outcome, summed_up
from nyttokedja.editing.formatting.errors import CannotFormat
from nyttokedja.editing.formatting.format import formatted
from nyttokedja.errors import crash_message
from nyttokedja.reading.discovery import Candidate, read_bytes
from nyttokedja.reading.limits import LIMITS
from nyttokedja.reading.sniffing import is_chain


@dataclass(frozen=True, slots=True)
class FormatOutcome:
    """The outcome of formatting a file: its outcome as a chain, its bytes, and those of its canonical form.

    ``after`` is None where it is left as it is; ``refusal`` is the sentence that says why, where the
    outcome's findings do not.
    """

    outcome: Outcome
    before: bytes = b""
    after: bytes | None = None
    refusal: str = ""

    @property
    def changes(self) -> bool:
        """Whether the file is not in its canonical form."""
        return self.after is not None and self.after != self.before


def format_outcome(file: Candidate, keys: str | None = None) -> FormatOutcome:
    """Put one file into its canonical form; nothing is written. Never raises."""
    if file.trouble or file.outside:
        return FormatOutcome(check_outcome(file, Config()))
    try:
        data = read_bytes(file, LIMITS.file)
        if not file.named and not is_chain(data):
            return FormatOutcome(Outcome(file.name, is_chain=False))
        done = formatted(data, file.name, keys)
    except CannotFormat as refused:
        if refused.reason == "unreadable":
            return FormatOutcome(summed_up(refused.checked))
        return FormatOutcome(Outcome(file.name, language=refused.checked.language), refusal=str(refused))
    except OSError:
        return FormatOutcome(check_outcome(file, Config()))
    except Exception as error:  # noqa: BLE001 - one file never stops the others, whatever it does to us
        return FormatOutcome(Outcome(file.name, trouble=crash_message(error), crashed=True))
    return FormatOutcome(Outcome(file.name, language=done.language), done.before, done.after)
