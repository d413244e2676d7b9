"""Mails that were saved: what was written is read, and nobody's name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.errors import CannotRead
from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.mail import is_mail, read_mail
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.sniffing import format_name
from nyttokedja.writing.chain_file import to_yaml

HEAD = (
    "Return-Path: <anna@example.se>\r\nFrom: Anna Test <anna@example.se>\r\nTo: Bo Test <bo@example.se>\r\n"
    "Subject: =?utf-8?q?SV=3A_V=C3=A4ggen?=\r\nDate: Fri, 2 Oct 2026 10:13:00 +0200\r\nMIME-Version: 1.0\r\n"
)
PLAIN = (
    f"{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "F: Digital kallelse p=C3=A5 ett sp=\r\nr=C3=A5k\r\n  -> N: Mer tid\r\n"
)
PAGE = (
    f"{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<style>p > a {{color: red}}</style>"
    "<!-- <p>N: nej > b</p> --><p>F: A &amp; B</p><p>-&gt; <b>N: Mer tid</b></p>"
)
SEVERAL = (
    f'{HEAD}Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n'
    "F: A\r\n--x\r\nContent-Type: application/pdf\r\n"
    'Content-Disposition: attachment; filename="karta.pdf"\r\n\r\n%PDF\r\n--x--\r\n'
)


def imported(mail):
    data = mail.encode()
    assert format_name(data, "vaggen.eml") == "notes"
    return read_import(data, FORMATS["notes"], ImportOptions("vaggen.eml"))


def test_the_text_is_read_and_nobodys_name():
    made = imported(PLAIN)
    assert made.data["title"] == "Väggen"
    assert made.data["changes"]["digital_kallelse_på_ett_språk"]["leads_to"] == "mer_tid"
    said = to_yaml(made.data, "sv") + repr(made.remarks)
    assert not {name for name in ("Anna", "Bo", "example.se") if name in said}
    assert [remark.key for remark in made.remarks] == ["mail"]


def test_a_mail_that_is_a_page_is_read_a_paragraph_a_line():
    made = imported(PAGE)
    assert [node["title"] for node in made.data["changes"].values()] == ["A & B"]
    assert made.data["changes"]["a_b"]["leads_to"] == "mer_tid"
    assert "notes" not in made.data


def test_what_is_attached_is_said():
    made = imported(SEVERAL)
    assert [(one.key, one.item) for one in made.remarks] == [("mail", ""), ("mail-attached", "karta.pdf")]


@pytest.mark.parametrize(
    "text", ["", "Från: Anna\nTill: Bo\n\nF: A", "F: A\nB: C\nE: D\n", "from: a\nto: b\n"]
)
def test_notes_are_no_mail(text):
    assert not is_mail(text.encode())


def test_mails_in_mails_without_end_are_refused():
    parts = (f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(5_000))
    with pytest.raises(CannotRead):
        read_mail((HEAD + "".join(parts)).encode())


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.sampled_from([PLAIN, PAGE, SEVERAL]), st.integers(0, 900))
def test_a_damaged_mail_breaks_nothing_off(text, mail, at):
    read_mail((mail[:at] + text + mail[at:]).encode("utf-8", "replace"))


def test_a_subject_in_letters_that_nobody_knows_is_kept_as_it_stands():
    subject = "=?\u00e9\u00e9utf-8?q?Hej?="
    assert "Hej" in read_mail(f"Subject: {subject}\n{HEAD}\n- F: A\n".encode()).subject
