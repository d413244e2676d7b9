import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nyttokedja.batch import check as runs
from nyttokedja.checking.outcome import Outcome
from nyttokedja.language.texts import texts
from nyttokedja.model.findings import Finding, Mention, Place
from nyttokedja.model.severity import Severity
from nyttokedja.reports.findings import text
from nyttokedja.reports.text_style import TextStyle

GOOD = "nyttokedja: 1\nrubrik: Bra\nskede: utkast\n"
BAD = "nyttokedja: 1\nrubrik: Dålig\nskede: plan\nnyttor:\n  trygghet: Ökad trygghet\n"
WARNED = "nyttokedja: 1\nrubrik: Nå mål #1\nskede: utkast\n"


def test_a_sound_chain_is_said_to_be_so(run, write):
    write("a.yaml", GOOD)
    assert run("check") == (0, "1 effektkedja granskad: inga fel och inga varningar.\n", "")


def test_a_finding_says_where_what_and_what_to_do(run, write):
    write("a.yaml", BAD)
    ran = run("check", "a.yaml")
    assert ran.code == 1
    assert "a.yaml:5:3 NK401 fel: Nyttan ”Ökad trygghet” har ingen ägare.\n    → Vem i linjen" in ran.out
    assert ran.out.endswith("1 effektkedja granskad: 5 fel, 4 varningar och 1 upplysning.\n")
    assert ran.err == ""


@pytest.mark.parametrize(
    ("written", "level", "code"),
    [
        (BAD, "error", 1),
        (BAD, "never", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (GOOD + "nyttor: {a: A}\n", "warning", 0),
        (GOOD + "nyttor: {a: A}\n", "info", 1),
    ],
)
def test_the_exit_code_follows_the_level(run, write, written, level, code):
    write("a.yaml", written)
    assert run("check", "--fail-on", level, "a.yaml").code == code


def test_chains_are_looked_for_in_the_folder_chains_if_there_is_one(run, write):
    write("chains/a.yaml", GOOD)
    write("b.yaml", BAD)
    assert run("check").code == 0
    assert run("check", ".").code == 1


def test_standard_input_is_a_chain(run):
    ran = run("check", "-", stdin=BAD.encode())
    assert ran.code == 1
    assert ran.out.startswith("-:2:9 NK213 varning")


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(run, write):
    write("a.yaml", BAD)
    ran = run("check", "missing.yaml", "a.yaml")
    assert ran.code == 2
    assert "a.yaml:5:3 NK401" in ran.out
    assert ran.err == "missing.yaml går inte att öppna: den finns inte.\n"


def test_a_file_that_cannot_be_read_is_a_finding(run, write):
    write("a.yaml", "rubrik: å\n".encode("utf-16"))
    write("b.yaml", GOOD)
    ran = run("check", "a.yaml", "b.yaml")
    assert ran.code == 1
    assert "a.yaml:1:1 NK001 fel: Filen är sparad som UTF-16" in ran.out


def test_where_there_is_no_chain_one_is_told_how_to_get_one(run, write):
    write("docker-compose.yaml", "services: {}\n")
    ran = run("check")
    assert ran.code == 2
    assert "nyttokedja new" in ran.err


def test_other_yaml_is_named_and_a_near_miss_is_a_finding(run, write):
    write("a.yaml", GOOD)
    write("b.yaml", "services: {}\n")
    write("c.yaml", "nyttokeda: 1\nrubrik: x\n")
    ran = run("check")
    assert ran.code == 1
    assert "c.yaml:1:1 NK003 fel: Ordet ”nyttokeda” finns inte här. Menas ”nyttokedja”?" in ran.out
    assert "Hoppade över b.yaml: den börjar inte med ”nyttokedja: 1”." in ran.out


def test_many_other_yaml_files_are_counted(run, write):
    write("a.yaml", GOOD)
    for n in range(3):
        write(f"o{n}.yaml", "services: {}\n")
    assert "Hoppade över o0.yaml, o1.yaml och o2.yaml: de börjar inte med" in run("check").out
    write("o3.yaml", "services: {}\n")
    assert "4 andra YAML-filer hoppades över: de börjar" in run("check").out


def test_a_chain_that_lacks_its_first_line_is_a_finding(run, write):
    write("a.yaml", GOOD.partition("\n")[2] + "förändringar: {a: {leder_till: b}}\nnyttor: {b: B}\n")
    ran = run("check")
    assert ran.code == 1
    assert "a.yaml:1:1 NK004 fel: ”nyttokedja” saknas." in ran.out


def test_infos_alike_are_said_in_one_line(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: x\nnyttor: {a: A, b: B, c: {ägare: Chef}}\n")
    ran = run("check")
    assert "NK401 upplysning: 2 av 3 nyttor saknar ägare (A, B), och" in ran.out
    assert ran.out.count("NK401") == 1
    infos = ran.out.count(" upplysning: ")
    assert f"{infos} upplysningar." in ran.out


def test_what_is_said_of_several_is_true_of_them_all(run, write):
    changes = "förändringar: {a: A, b: B, c: {leder_till: d}}\neffekter: {d: {leder_till: e}, e: }\n"
    write("a.yaml", "nyttokedja: 1\nrubrik: x\nskede: utkast\n" + changes)
    out = run("check").out
    assert "NK205 upplysning: 3 förändringar" in out
    remedy = out.split("NK205")[1].splitlines()[1]
    assert remedy == "    → Läs framåt: vad blir bättre, och för vem? Fortsätt kedjan dit."


def test_infos_that_cannot_be_said_together_are_said_one_by_one():
    finding = Finding("NK402", "project-leader-owner", Severity.INFO, "a.yaml", Place())
    shown = [{"node": Mention(x, x, "benefit", Place()), "owner": "Projektledaren"} for x in "ab"]
    outcome = Outcome("a.yaml", findings=tuple(replace(finding, particulars=of) for of in shown))
    lines = "\n".join(
        (*text.outcome_lines(outcome, TextStyle()), *text.summary_lines([outcome], texts("sv"), TextStyle()))
    )
    assert lines.count("NK402 upplysning: Nyttan") == 2
    assert "2 upplysningar." in lines


def test_a_chain_that_says_no_stage_is_told_so(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: x\n")
    ran = run("check")
    assert "a.yaml säger inget skede, så analys antas." in ran.out
    piped = run("check", "-", stdin=b"nyttokedja: 1\nrubrik: x\n")
    assert "\nKedjan säger inget skede" in piped.out


def test_rules_can_be_turned_on_and_off(run, write):
    write("a.yaml", BAD)
    assert run("check", "--ignore", "NK2,NK3,NK4,missing-indicator").code == 0
    assert "NK2" not in run("check", "--ignore", "NK2").out
    effects = "effekter: {b: {leder_till: c}, c: {leder_till: d}}\n"
    sections = "förändringar: {a: {leder_till: [b, c]}}\n" + effects + "nyttor: {d: D}\n"
    write("a.yaml", GOOD.replace("utkast", "plan") + sections)
    assert "NK210" not in run("check").out
    assert "NK210 upplysning" in run("check", "--select", "shortcut-link").out


def test_a_rule_that_is_not_there_is_refused(run, write):
    write("a.yaml", GOOD)
    ran = run("check", "--ignore", "NK999")
    assert ran.code == 2
    assert "NK999" in ran.err


def test_rules_are_named_in_any_case_and_a_comma_too_many_is_nothing(run, write):
    write("a.yaml", BAD)
    assert "NK401" not in run("check", "--ignore", " nk401,,").out
    assert "NK501" not in run("check", "--ignore", "Missing-Indicator").out
    everything = run("check", "--select", "nk")
    assert everything.code == 1
    assert everything == run("check", "--select", ",".join(f"NK{n}" for n in range(1, 9)))


@pytest.mark.parametrize("name", ["NK0", "NK1", "nk001", "unreadable-file", "NK"])
def test_what_is_broken_cannot_be_ignored(run, write, name):
    write("a.yaml", "nyttokedja: 1\nrubrik: [\n")
    ran = run("check", "--ignore", name)
    assert ran.code == 2
    assert "cannot be ignored" in ran.err


@pytest.mark.parametrize("command", ["check", "draw"])
def test_an_empty_path_is_not_the_current_folder(run, write, command):
    write("a.yaml", GOOD)
    ran = run(command, "")
    assert (ran.code, ran.out) == (2, "")
    assert "empty" in ran.err


def test_a_folder_without_chains_is_named(run, write):
    write("x/ci.yaml", "services: {}\n")
    assert run("check").err.startswith("There is no effect chain in this folder.\n")
    assert run("check", "x", ".").err.startswith("There is no effect chain in “x” and this folder.\n")
    assert run("check", "--language", "en").err.startswith("There is no effect chain in this folder.\n")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "går inte att öppna: den finns inte."),
        ("nb", "kan ikke åpnes: den finnes ikke."),
        ("en", "cannot be opened: it does not exist."),
    ],
)
def test_why_a_file_cannot_be_opened_is_said_in_one_language(run, language, said):
    assert run("check", "--language", language, "x.yaml").err == f"x.yaml {said}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("name", ["x" * 300, f"{'x' * 300}/a.yaml"])
def test_a_name_too_long_is_one_sentence(run, write, name):
    write("a.yaml", GOOD)
    ran = run("check", name, "a.yaml")
    assert ran.code == 2
    assert "1 effektkedja granskad" in ran.out
    assert ran.err.endswith("… går inte att öppna: namnet är för långt.\n")


def test_a_folder_that_may_not_be_entered_is_one_sentence(run, write, monkeypatch):
    write("a.yaml", GOOD)
    real = Path.stat

    def stat(self, **options):
        if self.name == "hidden.yaml":
            raise PermissionError(13, "Permission denied")
        return real(self, **options)

    monkeypatch.setattr(Path, "stat", stat)
    ran = run("check", "no/hidden.yaml", "a.yaml")
    assert ran.code == 2
    assert ran.err == "no/hidden.yaml går inte att öppna: behörighet saknas.\n"


def test_a_file_that_we_fail_on_does_not_stop_the_others(run, write, monkeypatch):
    write("a.yaml", GOOD)
    write("b.yaml", GOOD)
    real = runs.check

    def check(data, name, config):
        if name == "a.yaml":
            raise ZeroDivisionError("oops\n::error::x")
        return real(data, name, config)

    monkeypatch.setattr(runs, "check", check)
    ran = run("check")
    assert ran.code == 2
    assert "1 effektkedja granskad" in ran.out
    assert ran.err.startswith(
        "a.yaml gick inte att granska, för ett fel i nyttokedja: ZeroDivisionError: oops "
    )
    assert len(ran.err.splitlines()) == 1
    monkeypatch.setenv("NYTTOKEDJA_DEBUG", "1")
    assert "Traceback" in run("check").err


def test_standard_input_is_read_beside_many_files(run, write):
    for n in range(50):
        write(f"chains/k{n:02}.yaml", GOOD)
    ran = run("check", "--jobs", "2", "-", "chains", stdin=BAD.encode())
    assert "-:5:3 NK401" in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize(
    "name", ["::error file=a,line=1::x", "##vso[task.complete]", " ::error::x", "-x", "#x"]
)
def test_no_name_of_a_file_is_a_command_to_a_build_service(run, write, name):
    write(f"{name}.yaml", "nyttokedja: 1\nrubrik: '##[error]x'\nnyttor: {a: '##vso[x]'}\n")
    said = run("check").out + run("check", f"./no/../{name}", f"{name} .yaml").err if name[0] != "-" else ""
    said += run("check").out + run("draw", "--check", "-o", ".").out
    for line in said.splitlines():
        assert line.lstrip()[:2] not in ("::", "##", "-x")
        assert "##[" not in line
        assert "##vso[" not in line
    assert f"./{name.replace('##', '#' + chr(92) + 'u0023')}.yaml:" in said


def test_each_chain_is_spoken_of_in_its_own_language(run, write):
    write("a.yaml", BAD)
    write("b.yaml", "nyttokedja: 1\ntitle: x\nstage: plan\nbenefits: {a: A}\n")
    out = run("check").out
    assert "har ingen ägare" in out
    assert "has no owner" in out
    assert "2 effect chains checked" in out
    assert "2 effektkedjor granskade" in run("check", "--language", "sv").out
    assert "2 effect chains checked" in run("check", "--language", "en").out


def test_what_is_accepted_is_not_shown_but_counted(run, write):
    write("a.yaml", BAD + "undantag: [{regel: NK401, gäller: trygghet, varför: x, beslutat_av: C}]\n")
    out = run("check").out
    assert "NK401" not in out
    assert "1 påpekande är godtaget i kedjan och visas inte." in out
    shown = run("check", "--show-accepted").out
    assert "NK401 godtaget: Nyttan" in shown
    assert "    → Godtaget: x" in shown
    assert "1 påpekande är godtaget i kedjan." in shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [("\\e[31mröd", "\\u001b"), ("a\u202eb", "\\u202e"), ("\u2028::error ::x", "\\u2028")],
)
def test_nothing_in_a_chain_can_speak_to_the_terminal(run, write, title, shown):
    write("a.yaml", f'nyttokedja: 1\nrubrik: x\nskede: plan\nnyttor: {{a: "{title}"}}\n')
    out = run("check").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\u2028" not in out
    assert "\n::error" not in out


def test_the_same_findings_come_from_many_files_in_parallel(run, write):
    for n in range(50):
        write(f"chains/k{n:02}.yaml", BAD)
    alone, together = run("check", "--jobs", "1"), run("check", "--jobs", "2")
    assert alone == together
    assert "50 effektkedjor granskade: 250 fel, 200 varningar och 51 upplysningar." in together.out


FOLLOWED = """\
nyttokedja: 1
rubrik: T
skede: uppföljning
förändringar:
  f: {ägare: C, när: 2026-01-01, leder_till: m}
mål:
  m:
    indikatorer:
      i: {nollmätning: {värde: 5, datum: 2025-12-01}, målvärde: {värde: 1, datum: 2030-12-31}, hur_ofta: år}
"""


def test_what_is_late_depends_on_the_day_that_is_said(run, write):
    write("a.yaml", FOLLOWED)
    assert "NK508" not in run("check", "--today", "2026-06-01").out
    assert "NK508" in run("check", "--today", "2029-06-01").out
    assert run("check", "--today", "i morgon").code == 2


def test_a_picture_says_nothing_of_the_day_unless_one_is_said(run, write):
    write("a.yaml", FOLLOWED)
    assert run("draw", "-o", "-").out == run("draw", "-o", "-", "--today", "2026-06-01").out


def test_what_would_be_fixed_is_shown_and_not_written(run, write):
    path = write("a.yaml", BAD.replace("rubrik", "Rubrik"))
    ran = run("check", "--diff", "a.yaml")
    assert "+rubrik: Dålig\n" in ran.out
    assert path.read_text("utf-8") == BAD.replace("rubrik", "Rubrik")
