"""What must be found is written where it must be found, as `expectations` tells."""

import string

import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config
from nyttokedja.checking.rules import RULES
from nyttokedja.checking.settings.toml_places import Unreadable, parse
from nyttokedja.checking.settings.validation import findings as faults_of_settings
from nyttokedja.checking.settings.validation import unread
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.tables import table
from nyttokedja.reading.limits import LIMITS
from tests.checking.rules.expectations import CASES, broken_files, checked, expected, found, said

BROKEN = tuple(broken_files())
HEAD = "nyttokedja: 1\nrubrik: Möte\n"
SMALL = LIMITS._replace(file=200, nodes=1, depth=3, scalar=20, parts=15, entries=3)
NOT_TEXT = {
    "utf-16": HEAD.encode("utf-16"),
    "cp1252": HEAD.encode("cp1252"),
    "not-utf-8": b"nyttokedja: 1\nrubrik: M\xa4\n",
    "cut": (HEAD.strip() + "ö").encode()[:-1],
    "not-text": b"nyttokedja: 1\n\x00\x01\xff",
    "pdf": b"%PDF-1.7",
    "picture": b"\x89PNG\r\n\x1a\n",
    "office": b"PK\x03\x04 [Content_Types].xml",
    "packed": b"PK\x03\x04 chain.yaml",
}
"""Variant of NK001 → bytes that are no text."""
TOO_MUCH = {
    "too-large": f"{HEAD}# {'x' * 200}",
    "too-many-nodes": f"{HEAD}nyttor: {{a: A, b: B}}",
    "too-deep": f"{HEAD}om: {{x-a: {{b: {{c: d}}}}}}",
    "too-long": f"{HEAD}om: {{syfte: {'x' * 21}}}",
    "too-many-parts": f"{HEAD}x-a: {{b: [1, 2, 3], c: [4, 5, 6], d: 7}}",
    "too-many-entries": f"{HEAD}x-a: [1, 2, 3, 4]",
}
"""Variant of NK001 → a chain that is more than `SMALL` allows."""
_WEIGHED = b"[[prioritising.criteria]]\nid = 'nytta'\n[[prioritising.weightings]]\ntitle = 'Lika'\n"
SETTINGS = {
    "not-toml": b"ignore = [",
    "repeated": b"stage = 'plan'\nstage = 'draft'",
    "too-large": b"# " + b"x" * 2_000_000,
    "not-utf-8": b"stage = '\xff'",
    "unknown-key": b"colour = 1",
    "meant-key": b"ignor = ['NK2']",
    "no-rule": b"ignore = ['NK999']",
    "lacking": b"[[prioritising.criteria]]\nweight = 1\n",
    "criterion-twice": b"[[prioritising.criteria]]\nid = 'a'\n[[prioritising.criteria]]\nid = 'a'\n",
    "no-criterion": _WEIGHED + b"weights = {zebra = 1}\n",
    "meant-criterion": _WEIGHED + b"weights = {nyta = 1}\n",
    "no-limits": b"[[prioritising.criteria]]\nid = 'a'\nfrom = 'net'\n",
    "no-from": b"[[prioritising.criteria]]\nid = 'a'\nlimits = [1, 2, 3]\n",
    "limits-order": b"[[prioritising.criteria]]\nid = 'a'\nfrom = 'net'\nlimits = [1, 3, 2]\n",
    "meant-rule": b"ignore = ['mising-owner']",
    "broken": b"ignore = ['NK101']",
    "choice": b"stage = 'soon'",
    "meant": b"stage = 'utkast'",
    "range": b"tolerance = 2",
    "not-text": b"stage = 2",
    "not-number": b"tolerance = nan",
    "not-whole": b"most-nodes = true",
    "not-list": b"ignore = 'NK2'",
    "not-table": b"limits = 3",
    "no-paths": b"[[files]]\nstage = 'plan'",
}
"""Variant of NK007 → settings."""
ELSEWHERE = {
    ("NK001", "our-fault"): "tests/cli/runs/test_diff.py: no file is known that nyttokedja fails on",
    ("NK004", "more"): "tests/reading/schema_errors: a file with more faults than are told",
    ("NK004", "other"): "no key of the schema has what it is kept for",
    ("NK007", "no-table"): "tests/checking/settings/test_lookup.py: a pyproject.toml with something else",
    ("NK007", "other"): "no setting has what it is kept for",
}
"""Variants that no case can hold, and why."""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_marked_is_found_and_nothing_else(path):
    text = path.read_text("utf-8")
    assert found(text) == expected(text)


@pytest.mark.parametrize(("wanted", "text"), BROKEN, ids=[wanted.split(" ")[1] for wanted, _ in BROKEN])
def test_what_is_broken_is_found_and_nothing_else(wanted, text):
    result = check(text.encode(), config=Config(ignore=frozenset(f"NK{family}" for family in range(2, 10))))
    stage = result.chain.stage if result.chain else None
    assert "; ".join(f"L{one.place.line} {said(one, stage)}" for one in result.findings) == wanted


@pytest.mark.parametrize("variant", NOT_TEXT)
def test_what_is_no_text_is_no_chain(variant):
    (one,) = check(NOT_TEXT[variant]).findings
    assert (one.code, one.variant) == ("NK001", variant)


@pytest.mark.parametrize("variant", TOO_MUCH)
def test_what_is_too_much_is_not_read(variant):
    (one,) = check(TOO_MUCH[variant].encode(), config=Config(limits=SMALL)).findings
    assert (one.code, one.variant) == ("NK001", variant)


@pytest.mark.parametrize("variant", SETTINGS)
def test_what_is_no_setting_is_told(variant):
    written = parse(SETTINGS[variant])
    told = (unread if isinstance(written, Unreadable) else faults_of_settings)(written, "a.toml", "sv")
    (one,) = told if isinstance(told, tuple) else (told,)
    assert (one.code, one.variant) == ("NK007", variant)


def all_findings():
    for path in CASES:
        yield from checked(path.read_text("utf-8")).findings
    for _, text in BROKEN:
        yield from check(text.encode()).findings


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_a_message_is_a_particular_or_a_word_of_the_file(language):
    """``{date:key}`` is the file's word for ``date`` only where the finding has no ``date`` of its own."""
    for finding in all_findings():
        rule = table(language, "findings")[finding.code]
        parts = rule.get(finding.variant, rule)
        for part in ("message", "remedy"):
            template = parts.get(part) or rule[part]
            for _, name, spec, _ in string.Formatter().parse(template):
                if name and spec.partition("/")[0] == "key":
                    assert name == "key" or name not in finding.particulars, (finding.code, name)
                elif name and not spec.startswith("value"):
                    assert name in finding.particulars, (finding.code, name)


def test_every_variant_of_every_rule_has_a_case():
    """A variant is known by its words: a message without a variant, and those that have one."""
    known = {
        (rule.code, variant)
        for rule in RULES
        if not rule.over_files  # tests/checking/test_across.py has those
        for variant, said in {
            "": table("sv", "findings")[rule.code],
            **table("sv", "findings")[rule.code],
        }.items()
        if isinstance(said, dict) and "message" in said
    }
    fired = {(finding.code, finding.variant) for finding in all_findings()}
    fired |= {("NK001", variant) for variant in {**NOT_TEXT, **TOO_MUCH}}
    fired |= {("NK007", variant) for variant in SETTINGS}
    assert sorted(known - fired - ELSEWHERE.keys()) == []
    assert sorted(fired - known) == []
    assert not fired & ELSEWHERE.keys()
