"""The notes come again: an import, the chain it goes into, and the last import → the chain with both.

    which box is which (matching) → what has vanished (vanished) → a three-way merge (merging) → edits

The last import is kept in a file beside the chain (`memory`). Nothing is read or written here. From Python::

    from nyttokedja.importing.returning import Origin, read_memory, returned

    memory, lost = read_memory(path.with_suffix(".import.json").read_bytes())
    result = returned(chain, imported, Origin("anteckningar.txt", "notes"), memory)
    print(result.chain, result.memory)
"""

from nyttokedja.importing.returning.memory import Memory, Origin, read_memory, remembered
from nyttokedja.importing.returning.merging import Returned, returned

__all__ = ["Memory", "Origin", "Returned", "read_memory", "remembered", "returned"]
