"""``check --fix`` and ``check --diff``, as a person runs them."""

import os
import sys

import pytest

from nyttokedja.errors import CannotWrite
from nyttokedja.writing import saving

GOOD = "nyttokedja: 1\nrubrik: Bra\nskede: utkast\n"
BAD = "nyttokedja: 1\nRubrik: Dålig\nskede: Utkast  # ännu\nnyttor:\n  a: {ägre: Chef, när: 2027-1}\n"
MENDED = "nyttokedja: 1\nrubrik: Dålig\nskede: utkast  # ännu\nnyttor:\n  a: {ägare: Chef, när: 2027-01}\n"
LEFT = "mål: {b: {rubrik: B, blomma: x}}\n"


def test_what_can_be_fixed_is_fixed_and_the_rest_is_said(run, write):
    path = write("a.yaml", BAD + LEFT)
    ran = run("check", "--fix", "a.yaml")
    assert path.read_text("utf-8") == MENDED + LEFT
    assert ran.code == 1
    assert ran.out.startswith("a.yaml:6:22 NK003 fel: Ordet ”blomma” finns inte här")
    assert "\n\n4 fel rättades i 1 fil.\n1 effektkedja granskad: 1 fel och " in ran.out
    assert "kan rättas automatiskt" not in ran.out
    assert ran.err == ""


def test_the_exit_code_is_that_of_what_is_left(run, write):
    write("a.yaml", BAD)
    assert run("check", "a.yaml").code == 1
    assert run("check", "--fix", "a.yaml").code == 0
    assert "rättades" not in run("check", "--fix", "a.yaml").out


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_line_ends_and_the_byte_order_mark_stay(run, write, ends, mark):
    path = write("a.yaml", mark + BAD.encode().replace(b"\n", ends))
    run("check", "--fix", "a.yaml")
    assert path.read_bytes() == mark + MENDED.encode().replace(b"\n", ends)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("rubrik: A\nskede: Utkast\n", "1 påpekande kan rättas automatiskt: kör nyttokedja check --fix."),
        ("tittel: A\nfase: Utkast\n", "1 merknad kan rettes automatisk: kjør nyttokedja check --fix."),
        ("title: A\nstage: Draft\n", "1 finding can be corrected automatically: run nyttokedja check --fix."),
    ],
)
def test_a_check_says_how_much_can_be_fixed(run, write, head, said):
    write("a.yaml", "nyttokedja: 1\n" + head)
    assert f"\n{said}\n" in run("check", "a.yaml").out


def test_where_nothing_can_be_fixed_nothing_is_said_of_it(run, write):
    write("a.yaml", GOOD + LEFT)
    assert "--fix" not in run("check", "a.yaml").out
    write("a.yaml", GOOD)
    assert run("check", "--fix") == (0, "1 effektkedja granskad: inga fel och inga varningar.\n", "")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("sv", "4 fel rättades i 2 filer."),
        ("nb", "4 feil ble rettet i 2 filer."),
        ("en", "4 mistakes were corrected in 2 files."),
    ],
)
def test_it_is_said_in_the_language_of_the_run(run, write, option, said):
    two = "nyttokedja: 1\nRubrik: A\nskede: Utkast\n"
    for name in ("a", "b"):
        write(f"{name}.yaml", two)
    write("c.yaml", GOOD)
    assert said in run("check", "--fix", "--language", option).out


def test_a_diff_shows_what_a_fix_would_do_and_writes_nothing(run, write):
    path = write("a.yaml", (BAD + LEFT).replace("\n", "\r\n"))
    before = path.read_bytes()
    ran = run("check", "--diff", "a.yaml")
    assert path.read_bytes() == before
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines[:2] == ["--- a/a.yaml", "+++ b/a.yaml"]
    assert "-  a: {ägre: Chef, när: 2027-1}" in lines
    assert "+  a: {ägare: Chef, när: 2027-01}" in lines
    assert " mål: {b: {rubrik: B, blomma: x}}" in lines
    assert ran.err == "4 fel skulle rättas i 1 fil: kör nyttokedja check --fix.\n"
    assert run("check", "--fix", "--diff", "a.yaml") == ran


def test_a_diff_of_nothing_is_empty(run, write):
    write("a.yaml", GOOD + LEFT)
    assert run("check", "--diff") == (0, "", "Det finns inget att rätta automatiskt.\n")


def test_a_diff_where_there_is_no_chain_or_no_file_says_so(run, write):
    assert run("check", "--diff").code == 2
    write("a.yaml", GOOD)
    ran = run("check", "--diff", "missing.yaml", "a.yaml")
    assert ran.code == 2
    assert ran.err.startswith("missing.yaml går inte att öppna: den finns inte.\n")


def test_standard_input_comes_out_mended_and_findings_go_beside_it(run):
    ran = run("check", "--fix", "-", stdin=(BAD + LEFT).replace("\n", "\r\n").encode())
    assert ran.code == 1
    assert ran.out == (MENDED + LEFT).replace("\n", "\r\n")
    assert ran.err.startswith("-:6:22 NK003 fel")
    assert "4 fel rättades i 1 fil." in ran.err


def test_standard_input_that_cannot_be_fixed_comes_out_as_it_was(run):
    ran = run("check", "--fix", "-", stdin=b"rubrik: [\n")
    assert (ran.code, ran.out) == (1, "rubrik: [\n")
    assert run("check", "--diff", "-", stdin=BAD.encode()).out.startswith("--- a/-\n+++ b/-\n")


def test_of_standard_input_that_is_too_large_nothing_comes_out(run):
    ran = run("check", "--fix", "-", stdin=b"#" * 10_000_010)
    assert (ran.code, ran.out) == (1, "")
    assert "NK001" in ran.err


def test_a_file_that_is_no_chain_is_left_alone(run, write):
    write("a.yaml", GOOD)
    other = write("b.yaml", "Rubrik: x\ntitel: y\n")
    run("check", "--fix")
    assert other.read_text() == "Rubrik: x\ntitel: y\n"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever may write all may write it")
def test_a_read_only_file_is_said_to_be_so(run, write):
    write("a.yaml", BAD).chmod(0o444)
    assert run("check", "--fix").code == 2


def test_a_file_that_cannot_be_written_does_not_stop_the_others(run, write, monkeypatch):
    first, second = write("a.yaml", BAD), write("b.yaml", BAD)
    real = saving._must_hold

    def changed(path, before):
        if path.name == "a.yaml":
            path.write_text("nyttokedja: 1\nrubrik: Ny\n", "utf-8")
        real(path, before)

    monkeypatch.setattr(saving, "_must_hold", changed)
    ran = run("check", "--fix")
    assert ran.code == 2
    assert "a.yaml has been changed since it was read, and is not overwritten" in ran.err
    assert first.read_text("utf-8") == "nyttokedja: 1\nrubrik: Ny\n"
    assert second.read_text("utf-8") == MENDED
    assert "4 fel rättades i 1 fil.\n2 effektkedjor granskade" in ran.out


def test_what_is_left_since_its_file_cannot_be_written_gets_no_other_reason(run, write, monkeypatch):
    def refuse(path, before):
        raise CannotWrite("no")

    write("a.yaml", BAD)
    monkeypatch.setattr(saving, "_must_hold", refuse)
    ran = run("check", "--fix")
    assert (ran.code, "nyttokedja: no" in ran.err) == (2, True)
    assert "automatiskt" not in ran.out


def test_many_files_are_fixed_in_several_processes(run, write):
    paths = [write(f"chains/k{n:02}.yaml", BAD) for n in range(50)]
    shown = run("check", "--diff", "--jobs", "2")
    assert shown == run("check", "--diff", "--jobs", "1")
    assert shown.out.count("+++ b/chains/k") == 50
    assert "200 fel rättades i 50 filer." in run("check", "--fix", "--jobs", "2").out
    assert {path.read_text("utf-8") for path in paths} == {MENDED}


def test_a_fix_that_would_make_a_new_finding_is_said_to_be_left(run, write):
    write("a.yaml", GOOD + "om: {tidshorisont: '-5'}\n")
    ran = run("check", "--fix")
    assert "NK004" in ran.out
    assert "1 påpekande rättades inte automatiskt: rättelsen skulle ge ett nytt påpekande." in ran.out


def test_what_a_large_file_had_no_room_for_is_left_to_the_next_run(run, write, monkeypatch):
    monkeypatch.setattr("nyttokedja.editing.autofix.work._MOST", 1)
    path = write("a.yaml", GOOD + "a: Mål: x\nb: Mål: y\n")
    ran = run("check", "--fix")
    assert "1 fel rättades i 1 fil." in ran.out
    assert "1 påpekande hann inte rättas: filen är för stor för att rättas på en gång." in ran.out
    assert "skulle ge ett nytt påpekande" not in ran.out
    run("check", "--fix")
    assert path.read_text("utf-8").endswith('a: "Mål: x"\nb: "Mål: y"\n')


@pytest.mark.parametrize("title", ["##[error]x", "\u2028::error ::x", "a\u202eb"])
def test_nothing_in_a_diff_can_speak_to_the_terminal_or_a_build(run, write, title):
    write("a.yaml", GOOD + f'nyttor: {{a: {{rubrik: "{title}", ägre: x}}}}\n')
    out = run("check", "--diff").out
    assert "##[" not in out
    assert not {"\u2028", "\u202e"} & set(out)
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())
