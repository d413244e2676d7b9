"""Whatever a file looks like: the same chain, findings and comments, and no change the next time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.checking.check import check
from nyttokedja.editing.formatting import formatted
from nyttokedja.editing.formatting.order import arranged
from nyttokedja.editing.formatting.verify import compare
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.forms import root_form
from nyttokedja.language.schema import canonical
from nyttokedja.reading.source import read
from nyttokedja.writing.chain_file import to_yaml
from nyttokedja.writing.draft import bare
from nyttokedja.writing.from_data import drafted
from tests.editing.formatting.mutated import comments_of, files
from tests.editing.generated import files as by_hand
from tests.writing.test_chain_file import of

CHAINS = sorted(Path("chains").glob("*.yaml"))
EXAMPLES = [*CHAINS, *sorted(Path("tests/cases").glob("*/*.yaml"))]


def holds(text):
    """What must hold of the canonical form of any file that can be read."""
    before = text.encode()
    after = formatted(before).after
    said = after.decode()
    assert formatted(after).after == after
    assert comments_of(said) == comments_of(text)
    compare(check(before), check(after))
    assert said.endswith("\n")
    assert not said.endswith(("\n\n", "\r\n\r\n"))
    return said


@given(files())
def test_of_files_with_comments_and_blank_lines_anywhere(text):
    holds(text)


@given(by_hand())
def test_of_files_in_anybodys_style(file):
    holds(file[1])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_of_the_examples(path):
    holds(path.read_text("utf-8"))


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.name)
def test_of_the_examples_in_all_languages(path):
    here = formatted(path.read_bytes()).after
    for keys in LANGUAGES:
        there = formatted(here, "", keys).after
        compare(check(here), check(there), worded=False)
        back = language_of(here)
        assert formatted(there, "", back).after == formatted(here, "", back).after


def language_of(data):
    """The language of the keys of a file that names its schema."""
    schema = data.decode().partition("$schema=")[2].partition("\n")[0]
    return {"chain.sv.schema.json": "sv", "chain.nb.schema.json": "nb"}.get(schema.rpartition("/")[2], "en")


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.name)
def test_the_models_of_good_writing_are_canonical(path):
    assert not formatted(path.read_bytes()).changed


@given(of(canonical()), st.sampled_from(LANGUAGES))
def test_what_we_write_ourselves_is_canonical(data, language):
    text = to_yaml(in_order(data), language, "Överst")
    assert formatted(text.encode()).after.decode() == text


def in_order(data):
    """Data with the keys of each node in the schema's order."""
    return bare(arranged(drafted(data, root_form())).root)


@given(files(), st.sampled_from(LANGUAGES))
def test_keys_in_another_language_say_the_same(text, keys):
    here = formatted(text.encode()).after
    there = formatted(here, "", keys).after
    assert formatted(text.encode(), "", keys).after == there
    assert not formatted(there, "", keys).changed
    assert len(comments_of(there.decode())) == len(comments_of(text))
    compare(check(here), check(there), worded=False)


@given(st.text("ab:#-[]{}\"'|>\n \t,é", max_size=60))
def test_of_anything_that_can_be_read(text):
    text = f"nyttokedja: 1\nrubrik: X\n{text}"
    source = read(text.encode())
    if source.root is not None:
        try:
            holds(text)
        except Exception as refused:
            if getattr(refused, "reason", "") != "faulty":
                raise
