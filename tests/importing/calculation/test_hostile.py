"""A workbook is a foreign file: what it says of its own past is looked at before it is believed."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.calculation.memory import read_memory
from nyttokedja.importing.calculation.reading import read_book
from nyttokedja.importing.packages.archive import open_package
from nyttokedja.importing.packages.ours import CALCULATION_SHEET
from tests.importing.calculation.sheets import Sheets, workbook


def memory():
    sheet = Sheets().book[CALCULATION_SHEET]
    return json.loads("".join(row[0].value for row in sheet.iter_rows()))


WHOLE = memory()
ROW = ("sheets", "factors", "factor|andel")


def spoilt(path, value):
    held = json.loads(json.dumps(WHOLE))
    inner = held
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return json.dumps(held)


def test_the_memory_is_read_as_it_was_written():
    assert read_memory(json.dumps(WHOLE)).to_json() == json.dumps(WHOLE, separators=(",", ":"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        spoilt(("format",), "x"),
        spoilt(("title",), 7),
        spoilt(("language",), "de"),
        spoilt(("sheets",), []),
        spoilt(("names",), {"factors": "Faktorer"}),
        spoilt(("names", "factors"), 7),
        spoilt(("sheets", "factors"), []),
        spoilt(ROW, {}),
        spoilt(ROW, [7]),
        spoilt(ROW, [[5, "number", "0.5", 2]]),
        spoilt(ROW, [[-1, "number", "0.5", 0]]),
        spoilt(ROW, [[True, "number", "0.5", 0]]),
        spoilt(ROW, [[5, "macro", "0.5", 0]]),
        spoilt(ROW, [[5, "word:title", "0.5", 0]]),
        spoilt(ROW, [[5, "number", "=1", 0]]),
        *(
            spoilt(ROW, [[5, "text", "x", 0, path, None]])
            for path in (
                ["", "title"],
                ["", "calculation", "horizon"],
                ["", "calculation", "factors", "andel", "formula"],
                ["", "calculation", "factors", "andel", "title", "deep"],
                ["frigjord_tid", "owner"],
                ["frigjord_tid", "value", "yearly"],
                ["", "value", "profile"],
                ["frigjord_tid", "value", 7],
            )
        ),
        spoilt(ROW, [[5, "text", "x", 0, ["", "calculation", "rate"], 7]]),
    ],
)
def test_a_memory_that_says_anything_else_is_refused(text):
    with pytest.raises(CannotRead):
        read_memory(text)


def test_one_of_another_version_says_so():
    with pytest.raises(CannotRead, match="another version"):
        read_memory(spoilt(("version",), 2))


def repacked(change):
    packed = BytesIO()
    with ZipFile(BytesIO(workbook())) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
    return packed.getvalue()


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><worksheet><sheetData/></worksheet>'


@pytest.mark.parametrize(
    "change",
    [
        lambda name, data: BOMB if name.endswith("sheet2.xml") else data,
        lambda name, data: data[:-40] if name.endswith("sheet2.xml") else data,
        lambda name, data: None if name.endswith("sharedStrings.xml") else data,
        lambda name, data: b"<sst/>" if name.endswith("sharedStrings.xml") else data,
        lambda name, data: None if name.endswith("sheet8.xml") else data,
    ],
)
def test_a_workbook_that_is_damaged_or_hostile_is_refused(change):
    with pytest.raises(CannotRead):
        read_book(open_package(repacked(change)))
