"""NK0: what is wrong with a file before it is a chain. The faults were met while it was read."""

from __future__ import annotations

from collections.abc import Iterator

from nyttokedja.checking.rules.model import ERROR, INFO, WARNING, Hit, Review, Rule, always, rule

_AT_MOST = {"spaces": INFO, "group-or-decimals": WARNING}
"""The variants that only may mislead: what they are about is read as it stands."""


def _faults(review: Review, name: str) -> Iterator[Hit]:
    for fault in review.faults:
        if fault.rule == name:
            most = _AT_MOST.get(fault.variant, ERROR)
            yield Hit(fault.span, _node_of(fault.path), fault.variant, most, fault.particulars)


def _node_of(path: tuple[str | int, ...]) -> str:
    return str(path[1]) if len(path) > 1 else ""


@rule("NK001", "unreadable-file", always(ERROR))
def unreadable_file(review: Review) -> Iterator[Hit]:
    """A file that cannot be read as a chain.

    It is not text in UTF-8, not YAML, larger than the limits, or uses a part of YAML that chains do
    not have (anchors, aliases, tags, several documents). Nothing else can be said of it until this is
    mended, so this is the one finding that stops the rest.

    Bad:

        changes:
          visits:
            title: Two visits: one digital

    Good:

        changes:
          visits:
            title: "Two visits: one digital"

    Source: YAML 1.2.2; the limits are ours.
    """
    return _faults(review, "unreadable-file")


@rule("NK002", "duplicate-key", always(ERROR))
def duplicate_key(review: Review) -> Iterator[Hit]:
    """A key given twice in the same place, perhaps in two languages.

    Most YAML readers keep the last one and say nothing, so that half of what was written is lost. Here
    the first one counts until one of them is gone.

    Bad:

        benefits:
          freed_time:
            owner: Head of home care
            owner: Head of night care

    Good:

        benefits:
          freed_time:
            owner: Head of home care

    Source: YAML 1.2.2, 3.2.1.3: keys are unique.
    """
    return _faults(review, "duplicate-key")


@rule("NK003", "unknown-key", always(ERROR))
def unknown_key(review: Review) -> Iterator[Hit]:
    """A key that the format does not have in this place.

    It is misspelt, or belongs somewhere else. Nothing is dropped in silence: what stands under the key
    is left out of the checks and the picture, and this finding says so. Keys of your own begin with
    `x-`.

    Bad:

        benefits:
          freed_time:
            ovner: Head of home care

    Good:

        benefits:
          freed_time:
            owner: Head of home care
            x-reviewed: yes

    Source: the chain format.
    """
    return _faults(review, "unknown-key")


@rule("NK004", "wrong-value", always(ERROR))
def wrong_value(review: Review) -> Iterator[Hit]:
    """A value of the wrong kind or outside its list or range, or a key without which it says nothing.

    A title that is a number, a figure with a decimal comma, a day that does not exist: a reader can
    guess what is meant, but other tools and next year's sums cannot.

    Bad:

        benefits:
          freed_time:
            category: reallocation
            when: 2027-02-30

    Good:

        benefits:
          freed_time:
            category: redistribution
            when: 2027-02

    Source: the chain format.
    """
    return _faults(review, "wrong-value")


@rule("NK005", "swallowed-text", always(WARNING))
def swallowed_text(review: Review) -> Iterator[Hit]:
    """A number sign that makes YAML drop the rest of a text.

    A space followed by # begins a comment. A text that mentions a number with # loses all that
    follows, and no reader complains.

    Bad:

        benefits:
          on_target: Reach goal #1 of the plan

    Good:

        benefits:
          on_target: "Reach goal #1 of the plan"

    Source: YAML 1.2.2, 6.6.
    """
    return _faults(review, "swallowed-text")


@rule("NK006", "invisible-character", always(WARNING))
def invisible_character(review: Review) -> Iterator[Hit]:
    r"""An invisible character in a text: zero-width, soft hyphen, direction mark, line separator.

    They come along when a text is pasted from a digital board or a slide. Two words that look the same
    are then not the same, and a text can read otherwise than it is stored. Those that join emoji are
    fine.

    Bad:

        benefits:
          freed_time: "Freed\u200Btime"

    Good:

        benefits:
          freed_time: Freed time

    Source: Unicode Technical Report 36.
    """
    return _faults(review, "invisible-character")


@rule("NK007", "wrong-setting", always(ERROR))
def wrong_setting(review: Review) -> Iterator[Hit]:
    """Something in a settings file that is no setting, or has a value that it cannot have.

    A misspelt setting that is passed over in silence is a rule that nobody knows to be off. The chains
    that the settings are about are not checked until they are right. See `nyttokedja config`.

    Bad:

        ignore = ["NK999"]
        stages = "plan"

    Good:

        ignore = ["NK211"]
        stage = "plan"

    Source: schemas/settings.schema.json; the format is TOML 1.0.
    """
    return _faults(review, "wrong-setting")  # found in settings, never in a chain


RULES: tuple[Rule, ...] = (
    unreadable_file,
    duplicate_key,
    unknown_key,
    wrong_value,
    swallowed_text,
    invisible_character,
    wrong_setting,
)
