"""The letters that the parts of the one file are written in."""

import gzip
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.app.letters import bytes_of
from tests.app.conftest import BUILT

FIRST = 0x1000


def letters_of(data):
    """As `scripts/letters.js` writes them."""
    bits = "".join(f"{byte:08b}" for byte in data)
    count = -(-len(bits) // 15)
    bits = bits.ljust(15 * count, "0")
    values = [15 * count // 8 - len(data), *(int(bits[15 * n : 15 * n + 15], 2) for n in range(count))]
    return "".join(chr(FIRST + value) for value in values)


@given(st.binary(max_size=80))
def test_bytes_come_back(data):
    assert bytes_of(letters_of(data)) == data


@pytest.mark.skipif(not BUILT.exists(), reason="needs the app that is built")
def test_the_parts_of_the_file_are_whole():
    text = BUILT.read_bytes().decode("utf-16")
    parts = dict(re.findall(r'id="part-(\w+)">([^<]*)<', text))
    assert parts.keys() == {"wasm", "memory", "library", "site", "worker"}
    held = {name: gzip.decompress(bytes_of(letters)) for name, letters in parts.items()}
    assert held["wasm"][:4] == b"\0asm"
    assert held["library"][:2] == b"PK"
    assert b"self.onmessage" in held["worker"]
    assert len(BUILT.read_bytes()) < 15_000_000
