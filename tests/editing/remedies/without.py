"""The findings that no edit can mend, and why; and answers that no good example has."""

_OTHER_FILE = (
    "the file is no text that could be edited: it is saved again elsewhere, or another one is chosen"
)
_DIVIDE = "only people know where a chain can be divided"

WITHOUT = {
    **dict.fromkeys(
        [
            ("NK001", variant)
            for variant in (
                "too-large",
                "not-utf-8",
                "office",
                "pdf",
                "picture",
                "packed",
                "not-text",
                "cut",
            )
        ],
        _OTHER_FILE,
    ),
    ("NK214", ""): _DIVIDE,
    **dict.fromkeys(
        [("NK107", variant) for variant in ("", "meant", "file", "file-meant", "own", "outside")]
        + [("NK709", ""), ("NK823", ""), ("NK823", "alone")],
        "it is found by a run over several files, and people agree on which of them to change",
    ),
    ("NK001", "our-fault"): "nyttokedja is to be mended, not the file",
    ("NK007", "not-toml"): "it cannot be told what is wrong",
    ("NK007", "too-large"): "another file is chosen",
    ("NK007", "not-utf-8"): "the file is saved again elsewhere",
    ("NK007", "no-table"): "only people know which settings they want",
    ("NK007", "other"): "no setting has what it is kept for",
    ("NK004", "other"): "no key of the schema has what it is kept for",
    ("NK004", "more"): "it is about the other faults of the file, which have remedies of their own",
    ("NK001", "syntax"): "it cannot be told what is wrong",
    **dict.fromkeys(
        [
            ("NK001", variant)
            for variant in ("too-many-nodes", "too-many-parts", "too-many-entries", "too-deep")
        ],
        _DIVIDE,
    ),
}
"""Kind of finding → why it has none."""

_CONVERSIONS = [
    ("avoided_hiring", "Head of unit", "1800", "hours"),
    ("undviken_nyanställning", "Enhetschef", "1800", "timmar"),
    ("unngått_oppbemanning", "Enhetsleder", "1800", "timer"),
]

ANSWERS = {
    ("NK404", ""): _CONVERSIONS,
    ("NK408", ""): _CONVERSIONS,
    ("NK409", "hours"): ["1"],
    ("NK409", "money"): ["1"],
    ("NK409", "both"): ["1"],
    ("NK810", ""): ["redistribution", "omfördelning", "frigjorte_ressurser"],
    ("NK811", "measures"): ["personer"],
    ("NK812", "standard"): ["2026"],
    ("NK813", "outside"): ["2", "35"],
    ("NK815", ""): ["12"],
    ("NK815", "cost"): ["12"],
    ("NK901", "nothing"): ["NK302", "NK401", "NK501", "tid", "tid_"],
    ("NK901", "no-rule"): ["NK302", "NK401", "NK501"],
    ("NK007", "unknown-key"): ["tolerance"],
    ("NK007", "lacking"): ["'nytta'"],
    ("NK007", "criterion-twice"): ["'b'"],
    ("NK007", "no-criterion"): ["nytta"],
    ("NK007", "no-limits"): ["1", "2", "3"],
    ("NK007", "no-from"): ["net"],
    ("NK007", "limits-order"): ["[1, 2, 3]"],
    ("NK415", ""): ["realisability"],
    ("NK007", "no-rule"): ["'NK211'"],
    ("NK007", "broken"): ["'NK211'"],
    ("NK007", "choice"): ["'plan'"],
    ("NK007", "range"): ["0.2"],
    ("NK007", "not-text"): ["plan"],
    ("NK007", "not-number"): ["0.2"],
    ("NK007", "not-whole"): ["40"],
    ("NK007", "not-table"): ["nodes", "40"],
    ("NK004", "date"): ["2027-06"],
    ("NK004", "no-date"): ["2027-06"],
    ("NK004", "rule-code"): ["NK501"],
    ("NK004", "list-of-keys"): ["a"],
    ("NK003", "loose"): ["4"],
    ("NK003", "of-indicator"): ["mått"],
    ("NK001", "indentation"): ["4"],
    ("NK001", "merge-key"): ["ägare: Chef"],
    ("NK001", "number-sign"): ["]"],
    ("NK001", "under-item"): ["beskrivning", "to"],
}
"""Kind of finding → what is said in its blanks, where that is no word of a good example."""

EXCEPT = {
    (
        ("NK604", ""),
        "'care'",
    ): "what can be counted on needs an owner and an indicator, which is told next",
    (("NK607", "who"), "who: {due: 2027-01-15"): "its time is past too, which is told next",
    (("NK507", "lower"), "Misspelt"): "nobody has measured it, which is told next",
    (("NK217", "target"), "early: {baseline: 9"): "another target is as early, which is told next",
    (("NK217", "rollout"), "what: Celebrate,"): "another action is as late, which is told next",
    (("NK203", "detached"), "turn: {needs_all"): "it needs what comes back to it too, which is told next",
    (("NK201", ""), "knot_a"): "its boxes are in a second circle, which is told next",
    (("NK001", "colon-in-text"), "Två besök: a: b"): "its key is no word either, which is seen next",
    (("NK004", "id"), "'text': 'a b', 'suggestion': 'a_b'"): "it leads there twice, which is seen next",
}
"""Kind of finding, and a part of an example that is not judged by → why."""

STAYS = {
    ("NK509", ""): "it lags behind as before, but people have said why and what they do",
    ("NK511", ""): "it was missed as before, but people have said why and what they do",
}
"""Kinds of findings that weigh no more than an info afterwards, and are still there → why."""
