"""A chain with unsorted notes and answers about them → the chain with the notes sorted, an answer at a time.

Each answer makes a new state from the one before, so that any of them can be taken back. From Python::

    from nyttokedja.importing.sorting import Sorting

    state = Sorting(chain, memory)
    while state.note is not None:
        state = state.becomes("benefit") if "tid" in state.note else state.skipped()
    print(state.chain)
"""

from nyttokedja.importing.sorting.state import Asking, Sorting

__all__ = ["Asking", "Sorting"]
