"""What the program is connected to: closed, full, or somebody who has read enough."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nyttokedja.cli import streams
from nyttokedja.errors import CannotWrite

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
    assert err.startswith("nyttokedja: Cannot write to standard output: the disk is full.")
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


@pytest.fixture
def written(monkeypatch):
    """What goes to descriptor 9, where writing fails with each of the numbers, as long as there are any."""

    def written(*numbers):
        failures, data = list(numbers), []

        def write(descriptor, given):
            assert descriptor == 9
            if failures:
                number = failures.pop(0)
                raise OSError(number, os.strerror(number))
            data.append(bytes(given))
            return len(given)

        monkeypatch.setattr(os, "write", write)
        return data

    return written


def test_what_is_written_goes_to_the_descriptor(written):
    data = written()
    output = streams._Output(9, "it", quiet=False)
    assert (output.writable(), output.fileno(), output.write(b"ab")) == (True, 9, 2)
    assert data == [b"ab"]


@pytest.mark.parametrize("number", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_has_left_is_no_failure_and_is_written_to_no_more(written, number):
    data = written(number)
    output = streams._Output(9, "it", quiet=False)
    assert [output.write(b"abc"), output.write(memoryview(b"de"))] == [3, 2]
    assert data == []


@pytest.mark.parametrize(
    ("number", "why"), [(errno.ENOSPC, "the disk is full"), (errno.EBADF, "it is closed")]
)
def test_another_failure_is_raised_once_and_never_where_it_is_quiet(written, number, why):
    written(number)
    output = streams._Output(9, "it", quiet=False)
    with pytest.raises(CannotWrite) as error:
        output.write(b"abc")
    assert str(error.value) == f"Cannot write to it: {why}. Send it somewhere else, or make room there."
    assert output.write(b"abc") == 3
    written(number)
    assert streams._Output(9, "it", quiet=True).write(b"abc") == 3


@pytest.fixture
def occupied(monkeypatch):
    """Put streams into the process; whether closed descriptors were looked for."""

    def occupied(**standard):
        looked = []
        monkeypatch.setattr(streams, "_occupy", lambda: looked.append(True))
        for name, stream in standard.items():
            monkeypatch.setattr(sys, name, stream)
        streams.prepare()
        return bool(looked)

    return occupied


@pytest.mark.parametrize("closed", [(), ("stdin",), ("stdout",), ("stderr",), ("stdin", "stderr")])
def test_closed_descriptors_are_looked_for_where_a_stream_is_closed(occupied, closed):
    streams_ = {name: None if name in closed else io.StringIO() for name in ("stdin", "stdout", "stderr")}
    assert occupied(**streams_) is bool(closed)


def test_each_closed_descriptor_is_kept_busy_and_no_other(monkeypatch):
    opened, closed = iter((1, 2, 3, 4)), []
    monkeypatch.setattr(os, "open", lambda name, flags: next(opened))
    monkeypatch.setattr(os, "close", closed.append)
    streams._occupy()
    assert (closed, next(opened)) == ([3], 4)


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


@pytest.mark.parametrize("kind", [Terminal, io.TextIOWrapper])
def test_a_stream_that_is_not_the_process_s_own_or_a_terminal_stays_and_speaks_utf_8(
    occupied, monkeypatch, kind
):
    stream = kind(io.BytesIO(), encoding="cp1252")
    if kind is Terminal:
        monkeypatch.setattr(sys, "__stdout__", stream)
    occupied(stdout=stream)
    assert sys.stdout is stream
    assert (stream.encoding, stream.errors) == ("utf-8", "backslashreplace")


def test_the_process_s_own_stream_is_replaced(occupied, monkeypatch, tmp_path):
    with (tmp_path / "out").open("w+b") as file:
        own = io.TextIOWrapper(file, encoding="cp1252")
        monkeypatch.setattr(sys, "__stdout__", own)
        occupied(stdout=own)
        assert sys.stdout is not own
        sys.stdout.write("å→\udc80")
        sys.stdout.flush()
        assert (tmp_path / "out").read_bytes() == "å→\\udc80".encode()
        own.detach()


def test_only_standard_error_is_quiet(occupied, written):
    occupied(stdout=None, stderr=None)
    assert sys.stderr.buffer.raw._quiet
    assert not sys.stdout.buffer.raw._quiet
