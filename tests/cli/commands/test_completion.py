"""The command completion: a script for each shell."""

import pytest

from nyttokedja.cli.commands.completion import SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_for_its_shell(run, shell):
    ran = run("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_NYTTOKEDJA_COMPLETE" in ran.out
    assert "\r" not in ran.out


def test_another_shell_is_refused(run):
    assert run("completion", "tcsh").code == 2
