"""``check --format``: which reports go where."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from nyttokedja import __version__
from nyttokedja.cli import program, report_options
from nyttokedja.cli.report_options import Output, OutputType
from nyttokedja.reports.findings import FORMATS
from nyttokedja.reports.model import ReportFormat

BAD = "nyttokedja: 1\nrubrik: Dålig\nskede: plan\nnyttor:\n  trygghet: Ökad trygghet\n"
SUMMARY = "1 effektkedja granskad: 5 fel, 4 varningar och 1 upplysning.\n"
GITHUB = "::error file=a.yaml,line=5"


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "text"])
def test_nothing_but_the_report_is_on_standard_output(run, write, format):
    write("a.yaml", BAD)
    ran = run("check", "--format", format, "a.yaml", "nej.yaml")
    assert ran.code == 2
    assert ran.err == f"nej.yaml går inte att öppna: den finns inte.\n{SUMMARY}"
    assert "\n    →" not in ran.out
    assert ran.out.count("har ingen ägare") == (2 if format == "junit" else 1)
    assert run("check", f"--format={format}=-", "a.yaml", "nej.yaml") == ran


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("never", 0)])
def test_the_exit_code_does_not_depend_on_the_format(run, write, level, code):
    write("a.yaml", BAD)
    assert run("check", "--fail-on", level, "--format", "json").code == code
    assert run("check", "--fail-on", level, "--format", "json=f.json").code == code


def test_text_is_the_format_that_goes_without_saying(run, write):
    write("a.yaml", BAD)
    assert run("check", "--format", "text") == run("check")


def test_a_report_goes_to_a_file_beside_the_text(run, write, tmp_path):
    write("a.yaml", BAD)
    ran = run("check", "--format", "sarif=out/findings.sarif", "--format", "junit=j.xml")
    assert ran == run("check")
    assert json.loads((tmp_path / "out" / "findings.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "j.xml").read_text("utf-8").startswith("<?xml")


def test_text_goes_to_a_file_too(run, write, tmp_path):
    write("a.yaml", BAD)
    ran = run("check", "--format", "text=f.txt", "--format", "github")
    assert ran.out.startswith("::warning file=a.yaml")
    assert (tmp_path / "f.txt").read_text("utf-8") == run("check").out


def test_reports_of_lines_share_standard_output(run, write):
    write("a.yaml", BAD)
    ran = run("check", "--format", "github", "--format", "text")
    assert ran.out.startswith(f"{run('check').out}::warning ")
    assert GITHUB in ran.out
    assert ran.err == ""


@pytest.mark.parametrize("pair", [("json", "text"), ("github", "sarif"), ("json", "sarif")])
def test_a_document_shares_standard_output_with_nothing(run, write, pair):
    write("a.yaml", BAD)
    ran = run("check", "--format", pair[0], "--format", pair[1])
    assert (ran.code, ran.out) == (2, "")
    assert "cannot both go to standard output" in ran.err


def test_the_same_report_twice_is_one(run, write):
    write("a.yaml", BAD)
    assert run("check", "--format", "json", "--format", "json") == run("check", "--format", "json")


def test_where_there_is_no_chain_a_report_says_so(run):
    ran = run("check", "--format", "json")
    assert ran.code == 2
    assert json.loads(ran.out)["files"] == []
    assert ran.err.startswith("There is no effect chain in this folder.\n")


def test_absolute_names_are_relative_where_services_look_for_them(run, write):
    path = write("chains/a.yaml", BAD)
    assert "::error file=chains/a.yaml," in run("check", "--format", "github", path).out
    assert '"uri": "chains/a.yaml"' in run("check", "--format", "sarif", path).out


def test_a_report_is_in_the_language_asked_for(run, write):
    write("a.yaml", BAD)
    assert "has no owner" in run("check", "--format", "concise", "--language", "en").out


def test_the_reason_for_accepting_comes_from_the_chain(run, write):
    write("a.yaml", BAD + "undantag: [{regel: NK401, gäller: trygghet, varför: Så är det}]\n")
    found = json.loads(run("check", "--format", "json").out)["findings"]
    assert [(f["accepted"], f["why"]) for f in found if f["code"] == "NK401"] == [(True, "Så är det")]


@pytest.mark.parametrize("title", ["\\e[31m ::error::x", "##vso[task.complete]", "\\n::error::x"])
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_in_a_chain_is_a_command_in_any_format(run, write, format, title):
    write("a.yaml", BAD.replace("Ökad trygghet", f'"{title}"'))
    out = run("check", "--format", format).out
    assert "\x1b" not in out
    assert "\n::error::x" not in out
    assert "##vso[task.complete" not in out


@pytest.mark.parametrize("written", ["", "html", "sarif=", "=x", "SARIF", "json=a\0b"])
def test_what_is_no_format_is_refused(run, write, written):
    write("a.yaml", BAD)
    ran = run("check", "--format", written)
    assert (ran.code, ran.out) == (2, "")
    assert "--format" in ran.err


@pytest.mark.parametrize("name", ["a.yaml", "./x/../a.yaml", "nej.yaml", "link", "hard"])
def test_no_chain_is_overwritten_by_its_report(run, write, tmp_path, name):
    path = write("a.yaml", BAD)
    (tmp_path / "x").mkdir()
    if sys.platform == "win32" and name in ("link", "hard"):
        pytest.skip("links need a right there")
    (tmp_path / "link").symlink_to("a.yaml")
    os.link(path, tmp_path / "hard")
    ran = run("check", "--format", f"json={name}", "a.yaml", "nej.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "is one of the files that are checked" in ran.err
    assert path.read_text("utf-8") == BAD
    assert (tmp_path / "link").is_symlink()


def test_no_other_yaml_in_the_folder_is_overwritten(run, write):
    write("a.yaml", BAD)
    path = write("compose.yaml", "services: {}\n")
    assert run("check", "--format", "json=compose.yaml").code == 2
    assert path.read_text("utf-8") == "services: {}\n"


def test_two_reports_do_not_go_to_one_file(run, write, tmp_path):
    write("a.yaml", BAD)
    ran = run("check", "--format", "json=out", "--format", "sarif=./out")
    assert ran.code == 2
    assert "give each report a file of its own" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_folder_or_a_device_is_no_place_for_a_report(run, write, tmp_path):
    write("a.yaml", BAD)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "nowhere").symlink_to("x/y/z")
    for name in (".", "pipe", "nowhere"):
        ran = run("check", "--format", f"json={name}")
        assert (ran.code, ran.out) == (2, "")
        assert "is no regular file" in ran.err


@pytest.mark.parametrize("name", ["a.yaml/x/y.json", "x" * 300, "\x1b[31m" + "y" * 300])
def test_a_file_that_cannot_be_written_does_not_stop_the_others(run, write, tmp_path, name):
    write("a.yaml", BAD)
    ran = run("check", "--format", f"json={name}", "--format", "junit=j.xml")
    assert ran.code == 2
    assert ran.out == run("check").out
    assert ran.err.startswith("nyttokedja: Cannot write ")
    assert "\x1b" not in ran.err
    assert (tmp_path / "j.xml").is_file()


def test_nothing_is_written_that_nobody_asked_for(run, write, tmp_path):
    write("a.yaml", BAD)
    for format in FORMATS:
        run("check", "--format", format)
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_report_says_which_nyttokedja_made_it(run, write, monkeypatch):
    """Also from a checkout that nobody has installed: the package itself knows its version."""
    write("a.yaml", BAD)
    monkeypatch.delattr("importlib.metadata.version")
    assert json.loads(run("check", "--format", "json").out)["tool"]["version"] == __version__


def test_the_help_and_the_completion_name_every_format(run):
    help = " ".join(run("check", "--help").out.split())
    assert all(f"{name}: {format.about}" in help for name, format in FORMATS.items())
    context = click.Context(program)
    listed = OutputType().shell_complete(context, click.Option(["--format"]), "git")
    assert [item.value for item in listed] == ["github", "gitlab"]


def test_the_readme_names_every_format():
    page = Path(report_options.__file__).parents[2].joinpath("README.md").read_text("utf-8")
    assert all(f"`{name}`" in page for name in FORMATS)


def test_findings_link_to_the_pages_that_are_said(run, write):
    write("a.yaml", BAD)
    told = run("check", "a.yaml", "--format", "markdown", "--rule-pages", "https://example.org/{code}")
    assert "[NK" in told.out
    assert "](https://example.org/NK" in told.out
    refused = run("check", "a.yaml", "--rule-pages", "javascript:{code}")
    assert (refused.code, refused.out) == (2, "")
    assert "it must be http://" in refused.err


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        (["--format", "json"], "{"),
        (["--format", "sarif", "--format", "junit=other.xml"], "{"),
        ([], "chains/a.yaml:"),
    ],
)
def test_a_report_goes_into_the_output_file(run, write, tmp_path, arguments, beginning):
    write("chains/a.yaml", "nyttokedja: 1\nrubrik: A\nnyttor: {a: A}\n")
    ran = run("check", *arguments, "--output-file", "out.txt")
    assert ran.code == 0
    assert (tmp_path / "out.txt").read_text("utf-8").lstrip().startswith(beginning)


@pytest.mark.parametrize(
    "arguments", [["--format", "json=a.json"], ["--format", "concise", "--format", "github"], [""]]
)
def test_an_output_file_is_for_one_report(run, write, arguments):
    write("chains/a.yaml", "nyttokedja: 1\nrubrik: A\n")
    file = arguments.pop() if arguments == [""] else "out.txt"
    ran = run("check", *arguments, "--output-file", file)
    assert (ran.code, "--output-file" in ran.err) == (2, True)


def test_a_report_may_be_of_bytes(tmp_path, capsysbinary):
    outputs = [Output("pdf", tmp_path / "a.pdf"), Output("pdf", None)]
    assert report_options.write(outputs, lambda *_: b"%PDF\xff", "sv")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF\xff"
    assert capsysbinary.readouterr().out == b"%PDF\xff"


BYTES = b"PK\x03\x04\r\n\n\x00\xff\xe5 \xc3\xa5"
"""The beginning of an office file: line ends of both kinds, and what is no UTF-8."""

PROGRAM = f"""\
import sys, types
from nyttokedja.reports.findings import FORMATS
from nyttokedja.reports.model import ReportFormat
from nyttokedja.cli import main
module = types.ModuleType("nyttokedja.reports.findings.office")
module.report = lambda outcomes, context: {BYTES!r}
sys.modules[module.__name__] = module
FORMATS["office"] = ReportFormat("bytes")
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "office"],
        ["--format", "office=-"],
        ["--format", "office=out/x.bin"],
        ["--format", "office", "--output-file", "out/x.bin"],
        ["--format", "office", "--format", "json=j.json"],
    ],
)
def test_a_report_of_bytes_is_written_as_it_is(write, tmp_path, arguments):
    write("a.yaml", BAD)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "check", "a.yaml", *arguments],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    file = tmp_path / "out" / "x.bin"
    assert ran.returncode == 1
    if file.exists():
        assert file.read_bytes() == BYTES
        assert ran.stdout.decode().endswith(SUMMARY)
    else:
        assert (ran.stdout, ran.stderr.decode()) == (BYTES, SUMMARY)
    assert file.exists() == any("out/x.bin" in argument for argument in arguments)
    assert (tmp_path / "j.json").exists() == ("json=j.json" in arguments)


def test_bytes_share_standard_output_with_nothing():
    formats = {**FORMATS, "office": ReportFormat("bytes")}
    with pytest.raises(click.BadParameter, match="office and text cannot both go to standard output"):
        report_options.printed([Output("text"), Output("office")], formats)
