"""``python -m nyttokedja``."""

import subprocess
import sys

from nyttokedja import __version__


def test_the_program_starts_as_a_module():
    ran = subprocess.run(
        [sys.executable, "-m", "nyttokedja", "--version"], capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == (f"nyttokedja, version {__version__}\n", "")


def test_importing_the_module_starts_nothing():
    code = "import nyttokedja.__main__; print('quiet')"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "quiet\n"
