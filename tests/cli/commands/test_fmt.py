"""nyttokedja fmt: files in place, what would change, and what is left as it is."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

UGLY = "rubrik: 'X'\nnyttokedja: 1\neffekter:\n    a: {leder_till: [b]}\n    b:\n"
GOOD = "nyttokedja: 1\nrubrik: X\n\neffekter:\n  a: {leder_till: b}\n  b:\n"
BROKEN = "nyttokedja: 1\n\trubrik: X\n"
CONFLICT = "nyttokedja: 1\n<<<<<<< HEAD\nrubrik: X\n=======\nrubrik: Z\n>>>>>>> x\n"
FAULTY = "nyttokedja: 1\nrubrik: X\neffekter:\n  a:\n    rubrik: A b\n  leder_till: b\n"


def test_files_are_rewritten_in_place(run, write):
    ugly, good = write("chains/ugly.yaml", UGLY), write("chains/good.yaml", GOOD)
    stamp = good.stat().st_mtime_ns
    assert run("fmt") == (0, "chains/ugly.yaml\n", "1 kedja är omskriven. 1 kedja hade redan rätt form.\n")
    assert ugly.read_text() == GOOD
    assert good.stat().st_mtime_ns == stamp
    assert run("fmt") == (0, "", "2 kedjor hade redan rätt form.\n")


def test_check_writes_nothing_and_names_what_would_change(run, write):
    ugly = write("ugly.yaml", UGLY)
    write("good.yaml", GOOD)
    said = "1 kedja skulle skrivas om: kör nyttokedja fmt. 1 kedja hade redan rätt form.\n"
    assert run("fmt", "--check") == (1, "ugly.yaml\n", said)
    assert ugly.read_text() == UGLY
    assert run("fmt", "--check", "good.yaml").code == 0


def test_a_diff_shows_what_would_change_and_can_be_applied(run, write, tmp_path):
    ugly = write("ugly.yaml", UGLY)
    ran = run("fmt", "--diff")
    assert ran.code == 1
    assert ran.out.startswith(
        "--- a/ugly.yaml\n+++ b/ugly.yaml\n@@ -1,5 +1,6 @@\n-rubrik: 'X'\n nyttokedja: 1\n"
    )
    assert ran.err == "1 kedja skulle skrivas om: kör nyttokedja fmt.\n"
    assert ugly.read_text() == UGLY
    assert run("fmt", "--diff", "--check") == ran
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=ran.out.encode(), check=True)
    assert ugly.read_text() == GOOD
    assert run("fmt", "--diff") == (0, "", "1 kedja hade redan rätt form.\n")


def test_a_diff_has_colours_only_where_they_are_wanted(run, write, monkeypatch):
    write("ugly.yaml", UGLY.replace("'X'", '"\\x58"'))
    assert "\x1b[" not in run("fmt", "--diff").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("fmt", "--diff").out
    assert "\x1b[32m+rubrik: X" in coloured
    assert "\x1b[31m\x1b[1m-rubrik:" in coloured


def test_a_diff_can_do_nothing_to_a_terminal_or_a_build(run, write):
    write("x.yaml", f"{UGLY}# \u202e\u2028::error::x ##[error]\nlappar:\n  - |-\n    a\n    ::error::b\n")
    out = run("fmt", "--diff").out
    assert "\u202e" not in out
    assert "\u2028" not in out
    assert "##[" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_standard_input_becomes_standard_output(run, monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="utf-8"))
    windows = UGLY.replace("\n", "\r\n").encode()
    assert run("fmt", "-", stdin=windows).code == 0
    assert written.getvalue() == GOOD.replace("\n", "\r\n").encode()


def test_standard_input_that_is_canonical_passes_through(run):
    assert run("fmt", "-", stdin=GOOD.encode()) == (0, GOOD, "")
    ran = run("fmt", "--check", "-", stdin=UGLY.encode())
    assert (ran.code, ran.out) == (1, "-\n")
    assert run("fmt", "--diff", "-", stdin=UGLY.encode()).out.startswith("--- a/-\n+++ b/-\n")


@pytest.mark.parametrize("text", [BROKEN, CONFLICT, FAULTY])
def test_standard_input_that_is_refused_leaves_standard_output_empty(run, text):
    ran = run("fmt", "-", stdin=text.encode())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("-:")


def test_what_cannot_be_read_is_left_with_its_finding_and_the_rest_is_done(run, write):
    write("a_broken.yaml", BROKEN)
    write("b_conflict.yaml", CONFLICT)
    faulty, ugly = write("c_faulty.yaml", FAULTY), write("d_ugly.yaml", UGLY)
    ran = run("fmt")
    assert (ran.code, ran.out) == (2, "d_ugly.yaml\n")
    assert ugly.read_text() == GOOD
    assert faulty.read_text() == FAULTY
    tab, do, conflict, choose, wrong, summary = ran.err.splitlines()
    assert tab.startswith("a_broken.yaml:2:1 NK001 fel: Raden är indragen med en tabb, men")
    assert do.startswith("    → Byt tabben mot mellanslag")
    assert conflict.startswith("b_conflict.yaml:2:1 NK001 fel: Här finns en konfliktmarkering kvar från git")
    assert choose.startswith("    → Välj vilken version")
    assert wrong.startswith("c_faulty.yaml: Filen lämnas som den är. Något är fel på rad 6 (NK003)")
    assert summary == "1 kedja är omskriven. 3 kedjor är lämnade som de är."
    assert run("fmt", "--check").code == 2


def test_a_file_that_cannot_be_written_is_said_and_the_rest_is_done(run, write, monkeypatch):
    write("a.yaml", UGLY)
    write("b.yaml", UGLY)
    real = os.access
    monkeypatch.setattr("os.access", lambda path, *how: Path(path).name != "a.yaml" and real(path, *how))
    ran = run("fmt")
    assert (ran.code, ran.out) == (2, "b.yaml\n")
    assert ran.err.splitlines()[0].startswith("nyttokedja: ")
    assert "read-only" in ran.err
    assert Path("a.yaml").read_text() == UGLY


def test_a_mistake_of_ours_in_one_file_does_not_stop_the_others(run, write, monkeypatch):
    write("a.yaml", UGLY)
    write("b.yaml", UGLY)

    def broken(data, name, keys):
        if name == "a.yaml":
            raise ZeroDivisionError("oops")
        return formatted(data, name, keys)

    from nyttokedja.editing.formatting import formatted

    monkeypatch.setattr("nyttokedja.batch.format.formatted", broken)
    ran = run("fmt")
    assert (ran.code, ran.out) == (2, "b.yaml\n")
    assert "ZeroDivisionError: oops" in ran.err


def test_other_files_are_left_alone(run, write):
    other = write("other.yaml", "a:   1\n")
    assert run("fmt").code == 2  # there is no chain
    assert run("fmt", "missing.yaml").code == 2
    assert other.read_text() == "a:   1\n"


def test_a_link_stays_a_link(run, write, tmp_path):
    file = write("real.yml", UGLY)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert run("fmt", "link.yaml").code == 0
    assert link.is_symlink()
    assert file.read_text() == GOOD


def test_keys_are_put_into_another_language(run, write):
    file = write("x.yaml", GOOD)
    assert run("fmt", "--keys", "en", "--language", "nb").err == "1 kart er skrevet om.\n"
    assert file.read_text() == (
        "nyttokedja: 1\ntitle: X\nlanguage: sv\n\neffects:\n  a: {leads_to: b}\n  b:\n"
    )
    assert run("fmt", "--keys", "da").code == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "2 kedjor skulle skrivas om: kör nyttokedja fmt.\n"),
        ("nb", "2 kart ville bli skrevet om: kjør nyttokedja fmt.\n"),
        ("en", "2 chains would be rewritten: run nyttokedja fmt.\n"),
    ],
)
def test_the_summary_speaks_the_language_asked_for_or_that_of_the_chains(run, write, language, said):
    for name in ("a.yaml", "b.yaml"):
        write(name, f"{UGLY}språk: {language}\n")
    assert run("fmt", "--check").err == said
    assert run("fmt", "--check", "--language", language).err == said


def test_many_files_are_shared_among_processes(run, write):
    for n in range(40):
        write(f"c{n:02}.yaml", UGLY)
    ran = run("fmt", "--jobs", "2")
    assert ran.err == "40 kedjor är omskrivna.\n"
    assert all(path.read_text() == GOOD for path in Path().glob("*.yaml"))
