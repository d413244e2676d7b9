"""What pages hold is what the sources were bundled into, small, and free of what a strict policy forbids."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

BUILT, SCRIPTS = Path("nyttokedja/pages/built"), Path("nyttokedja/pages/scripts")
RECORD = json.loads((BUILT / "BUILD.json").read_text("utf-8"))
SIZES = {"page.js": 16 * 1024, "page.css": 6656}


def hashed(folder, names):
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}


def test_the_bundle_was_made_of_these_sources():
    sources = {
        path.name for pattern in ("*.js", "*.css", "*.mjs", "package*.json") for path in SCRIPTS.glob(pattern)
    }
    assert sources == RECORD["sources"].keys()
    assert hashed(SCRIPTS, sources) == RECORD["sources"], "run: npm ci --ignore-scripts && node build.mjs"


def test_nothing_has_changed_in_the_bundle():
    assert hashed(BUILT, RECORD["results"]) == RECORD["results"]
    assert {path.name for path in BUILT.iterdir()} == {*RECORD["results"], "BUILD.json"}


def test_it_was_bundled_by_what_the_lock_says():
    lock = json.loads((SCRIPTS / "package-lock.json").read_text("utf-8"))
    assert lock["packages"]["node_modules/esbuild"]["version"] == RECORD["esbuild"]
    assert "://" not in re.sub(r'"url": "[^"]*"', "", json.dumps(lock))


@pytest.mark.parametrize("name", RECORD["results"])
def test_it_is_small_and_asks_for_nothing(name):
    text = (BUILT / name).read_text("utf-8")
    assert len(text.encode()) <= SIZES[name]
    assert not re.search(r"\beval\b|Function\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write", text)
    assert "http" not in text
