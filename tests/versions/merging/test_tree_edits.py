"""Whatever single fact is changed, in a file that has all there is: the edits say it, and nothing else."""

import pytest

from nyttokedja.editing import edit
from nyttokedja.language.forms import root_form
from nyttokedja.reading.parsed import Parsed
from nyttokedja.versions.merging.tree import tree_of
from nyttokedja.versions.merging.tree_edits import changes
from nyttokedja.writing.chain_file import to_yaml
from tests.everything import ALL, FACTS, changed

FILE = to_yaml(ALL).encode()
TREE = tree_of(Parsed(FILE))


def without(data, at):
    """The data without one fact."""
    if len(at) == 1:
        if isinstance(data, list):
            return [value for n, value in enumerate(data) if n != at[0]]
        return {key: value for key, value in data.items() if key != at[0]}
    held = without(data[at[0]], at[1:])
    return [held] if isinstance(data, list) else {**data, at[0]: held}


@pytest.mark.parametrize("at", FACTS, ids=lambda at: ".".join(map(str, at)))
def test_a_fact_is_changed_taken_away_and_given_back(at):
    others = [changed(ALL, at, root_form()), without(ALL, at)]
    for other in others:
        file = to_yaml(other).encode()
        wanted = tree_of(Parsed(file))
        if wanted is None:  # what must be there cannot be taken away
            assert other is others[1]
            continue
        assert wanted != TREE
        assert tree_of(edit(FILE, *changes(TREE, wanted)).parsed) == wanted
        assert tree_of(edit(file, *changes(wanted, TREE)).parsed) == TREE
