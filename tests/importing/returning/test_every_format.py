"""A file of any kind that is imported twice: no byte changes, and nothing counts as new, gone or struck."""

from pathlib import Path

import pytest

from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.returning import Origin, read_memory, remembered, returned
from nyttokedja.importing.sniffing import format_name
from nyttokedja.writing.chain_file import to_yaml

FILES = sorted(path for path in Path("tests/importing").glob("*/files/*") if path.is_file())


def test_there_are_files_of_several_kinds():
    assert len({format_name(path.read_bytes(), path.name) for path in FILES}) >= 3


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_file_twice_changes_nothing(path):
    name = format_name(path.read_bytes(), path.name)
    if name not in FORMATS:
        pytest.skip("cannot be imported")
    options = ImportOptions(path.name)
    imported = read_import(path.read_bytes(), FORMATS[name], options)
    chain = to_yaml(imported.data, "sv", titles=True).encode()
    memory = remembered(imported, Origin(path.name, name)).to_bytes()
    again = read_import(path.read_bytes(), FORMATS[name], options)
    result = returned(chain, again, Origin(path.name, name), read_memory(memory)[0])
    assert (result.chain, result.memory) == (chain, memory)
    assert (result.new, result.new_notes, result.changed, result.struck) == ((), (), {}, ())
    assert (result.gone.spots, result.clashes, result.matched.twins, result.matched.near) == ((), (), (), ())
