"""What a log says of one commit: whether it is worth telling, and what of it concerns a box."""

import pytest

from nyttokedja.comparing import Weight
from nyttokedja.versions.history import Step
from nyttokedja.versions.log_model import LogEntry, LogSentence

STEP = Step("c" * 40, "2026-10-01", "ändrat", "a.yaml", "a.yaml", "1", ("0",))
OF_N = LogSentence("node", "changed", "~", Weight.NONE, "n", ("n", "m"))
OF_O = LogSentence("chain", "changed", "~", Weight.NONE, "chain")


@pytest.mark.parametrize(
    ("entry", "tells"),
    [
        (LogEntry(STEP, "same", Weight.NONE), False),
        (LogEntry(STEP, "changed", Weight.WORDING), True),
        (LogEntry(STEP, "changed", Weight.NONE, (OF_N,)), True),
        (LogEntry(Step(*[*("c", "d", "s"), "b.yaml", "a.yaml", "1", ("0",)]), "same", Weight.NONE), True),
    ],
)
def test_whether_there_is_anything_to_tell(entry, tells):
    assert entry.tells == tells


def test_what_concerns_a_box():
    entry = LogEntry(STEP, "changed", Weight.REASONING, (OF_N, OF_O))
    assert entry.about("m").said == (OF_N,)
    assert entry.about("x").said == ()
    assert entry.about("m").weight is Weight.REASONING
