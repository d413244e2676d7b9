"""Which bytes are a chain, as far as their keys say."""

import os

import pytest

from nyttokedja.reading.discovery import Candidate
from nyttokedja.reading.sniffing import contains_chain, is_chain

CHAINS = [
    "nyttokedja: 1\n",
    "# först\n'nyttokedja': 1\n",
    "{nyttokedja: 1}",
    "nytokedja: 1\n",
    "Nyttokedjan: 1\n",
    "effekter:\nmål:\n",
    "effects: {}\ngoals: {}\n",
    "FORANDRINGAR:\nmal:\n",
    "\ufeffnyttokedja: 1\n",
]
OTHERS = [
    "",
    "name: ci\non: push\n",
    "mål:\n  - a\n",
    "mål:\nmål:\n",
    "  nyttokedja: 1\n",
    "nyttokedja\n",
    "kedja: 1\n",
]


@pytest.mark.parametrize("text", CHAINS)
def test_a_chain(text):
    assert is_chain(text.encode())
    assert is_chain(text.lstrip("\ufeff").encode("utf-16"))


def test_a_second_byte_order_mark_hides_no_chain():
    assert is_chain("\ufeff\ufeffnyttokedja: 1\ntitel: A\n".encode())


@pytest.mark.parametrize("text", OTHERS)
def test_no_chain(text):
    assert not is_chain(text.encode())


def test_a_candidate_contains_a_chain(tmp_path):
    chain, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    chain.write_text("nyttokedja: 1\n", "utf-8")
    other.write_text("name: ci\n", "utf-8")
    found = {
        (path.name, named): contains_chain(Candidate(path, path.name, named=named), 100)
        for path in (chain, other, tmp_path / "c.yaml")
        for named in (False, True)
    }
    assert found == {
        ("a.yaml", False): True,
        ("b.yaml", False): False,
        ("c.yaml", False): True,  # it cannot be opened, which is said later
        **{(name, True): True for name in ("a.yaml", "b.yaml", "c.yaml")},
    }
    assert not contains_chain(Candidate(chain, "a.yaml", named=True, trouble="missing"), 100)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_contains_none(tmp_path):
    os.mkfifo(tmp_path / "p.yaml")
    assert not contains_chain(Candidate(tmp_path / "p.yaml", "p.yaml", named=False), 100)
