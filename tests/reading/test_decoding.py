import pytest

from nyttokedja.reading.decoding import decode

TEXT = "nyttokedja: 1\nrubrik: Färre besök på mottagningen\n"


def variant(data):
    _, fault = decode(data, 10_000_000)
    return fault and fault.variant


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), None),
        (b"\xef\xbb\xbf" + TEXT.encode(), None),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "picture"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml", "office"),
        (b"PK\x03\x04\x14\x00\x00\x08\x00\x00mimetypeapplication/vnd.oasis.opendocument.text", "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "office"),
        (b"{\\rtf1\\ansi", "office"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00kedja.yaml", "packed"),
        (b"\x1f\x8b\x08\x00\x00\x00", "packed"),
        (b"\x7fELF\x02\x01\x01\x00\x90\x00\xff\xfe\x00", "not-text"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16"),
        (TEXT.encode("utf-16-be"), "utf-16"),
        (b"a: \x00\n", "control-character"),
        (b"\x00a: b\n", "control-character"),
        (b"ab\x00cdefgh: i\n", "control-character"),
        (TEXT.encode("cp1252"), "cp1252"),
        ("rubrik: blå".encode("cp1252"), "cp1252"),
        (TEXT.encode() + "rubrik: blå".encode()[:-1], "cut"),
        ("rubrik: 👩".encode()[:-1], "cut"),
    ],
)
def test_what_a_file_is_is_said(data, expected):
    assert variant(data) == expected


def test_a_large_file_of_another_kind_is_called_by_its_kind():
    _, fault = decode(b"%PDF-1.7" + b"x" * 100, 50)
    assert fault.variant == "pdf"


def test_the_wrong_letter_is_pointed_at_after_a_byte_order_mark():
    text, fault = decode(b"\xef\xbb\xbfrubrik: bl\xe5tt\n", 100)
    assert text[fault.span.start] == fault.particulars["character"] == "å"


def test_a_cut_file_is_pointed_at_where_it_ends():
    text, fault = decode("å: blå".encode()[:-1], 100)
    assert (text, fault.span) == ("å: bl", (5, 5))


def test_however_many_byte_order_marks_there_are_none_is_text():
    assert decode(b"\xef\xbb\xbf" * 3 + b"a: b", 100) == ("a: b", None)
