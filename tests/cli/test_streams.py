"""What the program is connected to: closed, full, or somebody who has read enough."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = "nyttokedja: 1\nrubrik: x\nskede: plan\nnyttor: {a: A}\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of its own")


@pytest.fixture
def shell(tmp_path):
    """Run a line in sh, where $N is the program; (exit code, output, errors)."""
    (tmp_path / "bad.yaml").write_text(BAD)

    def shell(line, **environment):
        ran = subprocess.run(
            ["/bin/sh", "-c", f'N="{sys.executable} -m nyttokedja"; {line}'],
            cwd=tmp_path,
            capture_output=True,
            timeout=30,
            check=False,
            env={**os.environ, **environment},
        )
        return ran.returncode, ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8")

    return shell


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("check bad.yaml", 1), ("check --fail-on never bad.yaml", 0), ("rule", 0), ("--help", 0)],
)
def test_a_reader_who_has_had_enough_changes_no_exit_code(shell, arguments, code):
    # the reader is gone before we write
    assert shell(f"{{ sleep 0.05; $N {arguments}; echo $? >&2; }} | true") == (0, "", f"{code}\n")


def test_a_reader_who_has_had_enough_stops_no_drawing(shell, tmp_path):
    line = "{ sleep 0.05; $N draw --check bad.yaml 2>&1; $N draw bad.yaml 2>&1; echo $? >&2; } | true"
    assert shell(line) == (0, "", "0\n")
    assert (tmp_path / "renders" / "bad.svg").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("arguments", ["check bad.yaml", "rule", "--help", "draw -o - bad.yaml"])
def test_a_full_disk_is_one_sentence(shell, arguments):
    code, out, err = shell(f"$N {arguments} >/dev/full")
    assert (code, out) == (2, "")
    assert err.startswith("nyttokedja: Cannot write to standard output: No space left on device.")
    assert len(err.splitlines()) == 1


def test_a_closed_output_is_one_sentence_where_there_is_something_to_say(shell):
    code, _, err = shell("$N check bad.yaml >&-")
    assert code == 2
    assert err.startswith("nyttokedja: Cannot write to standard output: it is closed.")
    assert shell("$N draw bad.yaml >&-") == (0, "", "1 bild ritad i renders.\n")


def test_a_closed_input_is_one_sentence(shell):
    assert shell("$N check - <&-") == (2, "", "Kedjan går inte att öppna: standard in är stängd.\n")


def test_nobody_need_hear_the_errors(shell):
    for closed in ("2>&-", "2>/dev/full", ">&- 2>&- <&-"):
        assert shell(f"$N check no.yaml {closed}") == (2, "", "")
    assert shell("$N check bad.yaml <&- 2>&-")[0] == 1


def test_a_current_folder_that_is_gone_is_one_sentence(shell):
    gone = "mkdir gone; cd gone; rmdir ../gone; P=$PWD; "
    for arguments in ("check", "check a.yaml", "draw", "draw a.yaml", "schema", "new x", "import x.dot"):
        code, out, err = shell(gone + f"$N {arguments}")
        assert (code, out) == (2, "")
        assert "Traceback" not in err
        assert "bug" not in err
    assert shell(gone + "$N check $(dirname $P)/bad.yaml")[0] == 1


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "COLUMNS": "1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "FORCE_COLOR": "1"},
    ],
)
def test_no_locale_and_no_width_breaks_anything(shell, environment):
    code, out, err = shell("$N check bad.yaml", **environment)
    assert (code, err) == (1, "")
    assert "    → " in out.replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert shell("printf 'nyttokedja: 1\\nrubrik: \\303\\245\\n' | $N check -", **environment)[0] == 0
    assert shell("$N new \"$(printf 'Ny \\345\\303\\245')\"", **environment)[0] == 2
