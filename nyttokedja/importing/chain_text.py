"""The chain of an import → the text of a file that is not there yet."""

from __future__ import annotations

from nyttokedja.importing.model import Imported
from nyttokedja.writing.chain_file import to_yaml


def chain_text(imported: Imported) -> str:
    """A new chain file: what was a comment stands at its head, and every title is written out."""
    return to_yaml(imported.data, str(imported.data["language"]), "\n".join(imported.comments), titles=True)
