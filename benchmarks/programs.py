"""Where the programs are that are measured."""

from __future__ import annotations

import sys
from pathlib import Path

SCRIPTS = Path(sys.executable).parent
NYTTOKEDJA = str(SCRIPTS / "nyttokedja")
