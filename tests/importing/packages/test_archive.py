"""Office files are looked at before they are opened, and counted while they are read."""

import struct
import time
from contextlib import suppress
from zipfile import ZIP_BZIP2

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.packages import archive
from nyttokedja.importing.packages.archive import LIMITS, OLE, open_package
from tests.importing.packages.making import zipped


def refused(data, name=""):
    with pytest.raises(CannotRead) as error:
        all_of(data, name)
    return str(error.value)


def all_of(data, name=""):
    package = open_package(data, name)
    return [package.read(part) for part in package]


def test_parts_are_read_by_name():
    package = open_package(zipped({"a.xml": "<a/>", "b/c.xml": "<c/>"}))
    assert list(package) == ["a.xml", "b/c.xml"]
    assert package.read("b/c.xml") == b"<c/>"
    assert package.read("none") == b""
    assert "none" not in package


def test_the_first_of_two_parts_of_a_name_counts_and_slashes_are_made_plain():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = _twice()
    assert open_package(data).read("a") == b"1"
    assert open_package(zipped({"xl\\sheet.xml": "x"})).read("xl/sheet.xml") == b"x"


def _twice():
    from io import BytesIO
    from zipfile import ZipFile, ZipInfo

    buffer = BytesIO()
    with ZipFile(buffer, "w") as one:
        one.writestr(ZipInfo("a"), "1")
        one.writestr(ZipInfo("a"), "2")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "", "is empty"),
        (b"x", "~$plan.xlsx", "without ~$"),
        (OLE + b"\0" * 99, "", "older kind"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "", "password"),
        (b"a;b\n1;2", "", "no Office file"),
        (b"%PDF-1.7", "", "no Office file"),
        (b"PK\x03\x04" + b"\0" * 99, "", "damaged"),
        (zipped({"a": "1" * 999})[:-30], "", "damaged"),
        (zipped({"xl/workbook.bin": "x"}), "", ".xlsb"),
        (zipped({"META-INF/manifest.xml": "<m:encryption-data/>"}), "", "password"),
        (zipped({"a": "1"}, ZIP_BZIP2), "", "damaged"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data, name, said):
    assert said in refused(data, name)


def test_many_parts_are_refused_before_they_are_listed():
    data = zipped({f"{n}": "" for n in range(LIMITS.parts + 1)})
    began = time.process_time()
    assert "too large" in refused(data)
    assert time.process_time() - began < 0.05
    assert len(list(open_package(zipped({f"{n}": "" for n in range(9)})))) == 9


def test_a_directory_that_hides_how_many_parts_there_are_is_refused_by_its_size():
    data = bytearray(zipped({f"{n:0>500}": "" for n in range(LIMITS.parts + 1)}))
    at = data.rfind(b"PK\x05\x06")
    data[at + 8 : at + 12] = struct.pack("<HH", 1, 1)
    assert "too large" in refused(bytes(data)) or "damaged" in refused(bytes(data))


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_is(monkeypatch):
    limits = LIMITS._replace(unpacked=1_000_000, part=600_000)
    monkeypatch.setattr(archive, "LIMITS", limits)
    assert "too large" in refused(zipped({"a": b"0" * 700_000}))
    assert "too large" in refused(zipped({"a": b"0" * 500_000, "b": b"0" * 500_001}))
    assert "damaged" in refused(_lying(zipped({"a": b"0" * 500_000}), 500_000, 10))
    package = open_package(zipped({"a": b"0" * 500_000}))
    package.read("a")
    package.read("a")
    with pytest.raises(CannotRead, match="too large"):
        package.read("a")


def _lying(data, size, said):
    """The archive with another size of its part in the directory."""
    return data.replace(struct.pack("<L", size), struct.pack("<L", said))


def test_a_locked_part_is_said_to_be_so():
    data = bytearray(zipped({"a": "1"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    assert "password" in refused(bytes(data))


@pytest.mark.parametrize("end", range(1, 200, 7))
def test_no_cut_or_changed_archive_does_more_than_refuse(end):
    whole = zipped({"a.xml": "<a>" + "x" * 300 + "</a>", "b.xml": "<b/>"})
    refused(whole[:-end])
    changed = bytearray(whole)
    changed[end % len(whole)] ^= 0xFF
    with suppress(CannotRead):
        all_of(bytes(changed))
