"""What holds for every format of an agenda; calendars are read by the letter of RFC 5545."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from nyttokedja.batch.due import due_outcome
from nyttokedja.checking.config import Config
from nyttokedja.checking.due import Agenda
from nyttokedja.language.schema import folder
from nyttokedja.reading.discovery import Candidate
from nyttokedja.reports.due import FORMATS, reporter
from nyttokedja.reports.model import ReportContext
from tests.hostile import harmless
from tests.reports.findings.told import HOSTILE

SCHEMA = json.loads((folder() / "due.schema.json").read_text("utf-8"))
TODAY = date(2027, 6, 1)
LONG = "Räknar, skriver; och \\ läser å ä ö " * 6


def chain(title="T", action="Köp", due="2027-07-01"):
    node = {"actions": [{"what": action, "due": due, "who": "Roll, en"}], "when": "2027-01-01"}
    late = {"needed_for": "a", "due": "2027-05-01", "who": "It"}
    data = {"nyttokedja": 1, "title": title, "changes": {"a": node}, "preconditions": {"p": late}}
    return json.dumps(data, ensure_ascii=False).encode()


def agenda(*chains, role="", until=None):
    files = [
        Candidate(Path(f"{n}.yaml"), f"{n}.yaml", named=b"nyttokedja" in data, data=data)
        for n, data in enumerate(chains)
    ]
    return Agenda(tuple(due_outcome(file, Config(), TODAY) for file in files), TODAY, role, until)


def report(format, *chains, language="en", **asked):
    made = reporter(format)(agenda(*chains, **asked), ReportContext(language, "1"))
    return made if isinstance(made, bytes) else made.encode()


def events(calendar):
    """The events of a calendar, each a mapping of names to values; strict as the standard is."""
    text = calendar.decode("utf-8")
    assert text.endswith("\r\n")
    raw = text[:-2].split("\r\n")
    assert all("\r" not in line and "\n" not in line for line in raw)
    assert all(0 < len(line.encode()) <= 75 for line in raw)
    lines = re.sub(r"\r\n ", "", text[:-2]).split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    head, found, here = {}, [], None
    for line in lines[1:-1]:
        name, value = re.fullmatch(r"([A-Z-]+(?:;[A-Z-]+=[A-Z-]+)*):(.*)", line).groups()
        assert harmless(value)
        if (name, value) == ("BEGIN", "VEVENT"):
            assert here is None
            here = {}
        elif (name, value) == ("END", "VEVENT"):
            assert here.keys() >= {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"}
            found.append(here)
            here = None
        else:
            into = head if here is None else here
            assert name not in into
            into[name] = unescaped(value) if name in ("SUMMARY", "DESCRIPTION", "CATEGORIES") else value
    assert here is None
    assert head["VERSION"] == "2.0"
    assert head["PRODID"]
    assert len({event["UID"] for event in found}) == len(found)
    return found


def unescaped(value):
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value)
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_what_there_is_to_do_in_every_language(format):
    for language in ("sv", "nb", "en"):
        assert "Köp" in report(format, chain(), language=language).decode()


def test_data_fits_its_schema():
    data = json.loads(report("json", chain(), b"nyttokedja: [", b"a: 1", chain("U"), until=date(2027, 9, 1)))
    Draft202012Validator(SCHEMA).validate(data)
    assert [file["status"] for file in data["files"]] == ["read", "unreadable", "skipped", "read"]
    assert [(task["date"], task["overdue"], task["kind"]) for task in data["tasks"]] == [
        ("2027-05-01", True, "arrange"),
        ("2027-05-01", True, "arrange"),
        ("2027-07-01", False, "act"),
        ("2027-07-01", False, "act"),
    ]


def test_a_calendar_is_read_back():
    late, coming = events(report("ics", chain(action=LONG)))
    assert coming["SUMMARY"].startswith("Do: " + LONG[:100])
    assert coming["DTSTART;VALUE=DATE"] == "20270701"
    assert coming["DTSTAMP"] == "20270701T000000Z"
    assert coming["DESCRIPTION"] == "Whose it is: Roll, en\nT"
    assert late["DTSTART;VALUE=DATE"] == "20270501"


def test_an_event_keeps_its_identity_when_its_day_and_words_change_and_has_one_of_its_own():
    before = {event["UID"] for event in events(report("ics", chain()))}
    moved = {event["UID"] for event in events(report("ics", chain(action="Sälj", due="2028"), language="sv"))}
    assert before == moved
    assert not before & {event["UID"] for event in events(report("ics", chain("Another")))}
    assert len(events(report("ics", chain(), chain()))) == 4


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_no_text_of_a_chain_is_anything_but_text(title):
    data = chain(title, action=title or "x")
    assert len(events(report("ics", data))) in (0, 1, 2)
    for line in report("text", data).decode().removesuffix("\n").split("\n"):
        assert harmless(line)
        assert not line.lstrip().startswith("::")
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(report("markdown", data).decode())
    inline = [child for token in tokens for child in token.children or ()]
    assert not {token.type for token in (*tokens, *inline)} & {
        "html_block",
        "html_inline",
        "image",
        "link_open",
    }


def test_a_role_and_a_time_may_be_asked_for():
    data = chain()
    assert len(events(report("ics", data, role="roll, EN"))) == 1
    assert len(events(report("ics", data, until=TODAY))) == 1
    assert events(report("ics", data, until=TODAY - timedelta(days=60))) == []
    assert "up to 2027-01-01" in report("text", data, until=date(2027, 1, 1)).decode()
