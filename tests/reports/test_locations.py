"""File names and places as other programs want them."""

import os
import sys
from pathlib import PurePath
from string import ascii_letters, digits

import pytest

from nyttokedja.model.findings import Place
from nyttokedja.reports.locations import file_uri, report_path, utf8_columns
from nyttokedja.reports.model import ReportContext


def test_a_path_is_said_from_the_folder_of_the_run(tmp_path):
    setting = ReportContext(folder=PurePath(tmp_path))
    assert report_path(str(tmp_path / "chains" / "a.yaml"), setting) == "chains/a.yaml"
    assert report_path("./chains//a.yaml", setting) == "chains/a.yaml"
    assert report_path("../a.yaml", setting) == "../a.yaml"
    assert report_path("-", setting) == "-"
    outside = tmp_path.parent / "a.yaml"
    assert report_path(str(outside), setting) == outside.as_posix()


def test_a_uri_holds_only_what_a_uri_may(tmp_path):
    assert file_uri("chains/å b#c%?.yaml", ReportContext()) == "chains/%C3%A5%20b%23c%25%3F.yaml"
    assert file_uri("a:b.yaml", ReportContext()) == "a%3Ab.yaml"
    assert file_uri(str(tmp_path / "a b.yaml"), ReportContext()).startswith("file:///")


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_name_that_is_no_text_is_its_bytes_in_a_uri():
    assert file_uri("\udcff.yaml", ReportContext()) == "%FF.yaml"


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are no bytes there")
@pytest.mark.parametrize("byte", range(1, 256))
def test_a_byte_stands_for_itself_in_a_uri_only_where_rfc_3986_has_it_unreserved(byte):
    unreserved = f"{ascii_letters}{digits}-._~/"
    expected = chr(byte) if chr(byte) in unreserved else f"%{byte:02X}"
    assert file_uri(os.fsdecode(b"a" + bytes([byte]) + b"b"), ReportContext()) == f"a{expected}b"
    assert file_uri(os.fsdecode(b"/a" + bytes([byte]) + b"b"), ReportContext()) == f"file:///a{expected}b"


def test_columns_are_counted_in_bytes_where_their_lines_are_known():
    lines = {1: "å👩x", 2: "ab"}
    assert utf8_columns(Place(1, 3, 2, 2), lines) == (7, 2)
    assert utf8_columns(Place(1, 2, 3, 2), lines) == (3, None)
    assert utf8_columns(Place(1, 2, 1, 3), None) == (None, None)
    assert utf8_columns(Place(1, 1, 1, 1), None) == (1, 1)
