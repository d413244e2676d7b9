"""A history of two commits, made without any repository."""

from nyttokedja.comparing import Weight
from nyttokedja.versions.history import Step
from nyttokedja.versions.log_model import FileLog, LogEntry, LogSentence

STEP = Step("01234567" + "8" * 32, "2026-03-01", "Ny pil", "b.yaml", "a.yaml", "x", ("y", "z"))
REASONING = Weight.REASONING
SAID = (
    LogSentence("consequence", "new-unreached", "✗", REASONING, "Följd", ("m",)),
    LogSentence("node", "added", "+", REASONING, "Ny m", ("m",)),
    LogSentence("node", "changed", "Δ", REASONING, "Ändrad", ("a",)),
    LogSentence("node", "changed", "Δ", Weight.DETAIL, "Detalj", ("a",)),
    LogSentence("node", "changed", "Δ", Weight.WORDING, "Ord", ("a",)),
    LogSentence("node", "changed", "+", REASONING, "Från början", ("m",), inborn=True),
)
CHANGED = LogEntry(STEP, "changed", REASONING, SAID, base="fedcba98" + "7" * 32, incomplete=True)
BORN = LogEntry(
    Step("1" * 40, "2026-01-01", "x" * 101, "a.yaml", "a.yaml", "x", ()),
    "new",
    REASONING,
    SAID,
    counts=(3, 1),
)
HISTORY = FileLog("b.yaml", "f" * 40, (CHANGED, BORN), cut=True)
