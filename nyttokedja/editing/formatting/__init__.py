"""A chain file → its canonical form: one way of writing the same chain, with its comments where they were.

    read → draft → short forms → order → words → lines → bytes → proof

What is read (`nyttokedja.reading`: outline, comments) becomes a draft (`comments`, `draft`) that is put in
order (`order`) and written (`nyttokedja.writing`); the result is read again and compared with the file
(`verify`). From Python::

    from pathlib import Path
    from nyttokedja.formatting import CannotFormat, formatted

    path = Path("chains/digital_nattillsyn.yaml")
    done = formatted(path.read_bytes(), path.name)
    print(done.changed, done.after.decode())

`CannotFormat` says why a file is left as it is. Nothing is written to files here.
"""

from nyttokedja.editing.formatting.errors import CannotFormat
from nyttokedja.editing.formatting.format import Formatted, formatted

__all__ = ["CannotFormat", "Formatted", "formatted"]
