"""Outcomes to report, made without any file, and titles that try to be more than text."""

from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding, Fix, Mention, Place, Replacement, Span
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings import FORMATS, reporter
from nyttokedja.reports.model import ReportContext
from tests.hostile import IDS

HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=y>",
    "comment": "<!-- x --> ]]> &amp; <![CDATA[",
    "quotes": '"\'”“» \\" \\',
    "escape": "\x1b[31mred\x1b]8;;http://e.se\x07",
    "c1": "\x9b31m\x85",
    "github": "::error file=a,line=1::x",
    "github-old": "##[error]x",
    "azure": "##vso[task.complete result=Failed]x ###vso[x]",
    "encoded": "%0A::error::x%0D%25 %AZP25",
    "newlines": "a\n::error::x\r\n##vso[x]\u2028::error::y",
    "formula": "=cmd|' /C calc'!A0",
    "bidi": "a\u202eb\u2066c",
    "tags": "a\U000e0041b",
    "controls": "a\x00b\x01\ufffe\x7f",
    "long": "x" * 5000,
    "emoji": "👩\u200d💻 🏴 å",
    "table": "a | b || `c` ``` \\| | d",
    "markdown": "![x](http://e.se/p.png) [y](javascript:alert(1)) **b** _i_ ~~s~~ # h",
    "mention": "@someone #12 !3 ~label GH-1 a@b.se www.e.se https://e.se :smile: $x$",
    "properties": "a;b]c,d:e",
    "braces": "{0} {{x}} {node} [x](1)",
    **IDS,
}

SETTING = ReportContext("sv", "1.2.3")
LINES = tuple(name for name in FORMATS if FORMATS[name].lines)


PLACE = Place(5, 3, 5, 11)


def finding(title="Ökad trygghet", severity=Severity.ERROR, place=PLACE, id="trygghet", **more):
    """NK401 at a benefit of that title."""
    named = Mention(id, title, "benefit", place)
    given = {"file": "a.yaml", "place": place, "particulars": {"node": named}, "node": id, **more}
    return Finding("NK401", "missing-owner", severity, variant="benefit", **given)


def outcome(*findings, name="a.yaml", **more):
    """What came of a file; its lines 1 to 9 are all alike."""
    lines = dict.fromkeys(range(1, 10), "  å👩tryggt: Ökad trygghet")
    return Outcome(name, findings=findings, lines=lines, **more)


def fix(*parts):
    """A fix that puts texts into places of four numbers."""
    return Fix(tuple(Replacement(Span(0, 0), Place(*place), text) for place, text in parts))


MISSING = Outcome("nej.yaml", trouble="not-found")
CRASHED = Outcome("krasch.yaml", trouble="ZeroDivisionError: oops", crashed=True)


def report(format, *outcomes, setting=SETTING):
    """A report as text."""
    made = reporter(format)(outcomes, setting)
    return made if isinstance(made, str | bytes) else "".join(made)


def message(finding):
    """What is said of a finding."""
    return texts(finding.language).message(finding)
