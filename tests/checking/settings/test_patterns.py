"""Patterns of paths in settings."""

import time

import pytest

from nyttokedja.checking.settings.patterns import matches


@pytest.mark.parametrize(
    ("path", "pattern", "meant"),
    [
        ("a.yaml", "a.yaml", True),
        ("chains/a.yaml", "a.yaml", True),
        ("chains/a.yaml", "./a.yaml", True),
        ("chains/a.yaml", "/a.yaml", False),
        ("chains/a.yaml", "chains", True),
        ("chains/a.yaml", "chains/", True),
        ("chains/old/a.yaml", "chains", True),
        ("x/chains/a.yaml", "chains/", True),
        ("x/chains/a.yaml", "chains/*.yaml", False),
        ("chains/a.yaml", "chains/*.yaml", True),
        ("chains/old/a.yaml", "chains/*.yaml", False),
        ("chains/old/a.yaml", "chains/**/*.yaml", True),
        ("chains/a.yaml", "chains/**/*.yaml", True),
        ("chains/old/a.yaml", "chains/*", True),
        ("chains/a.yaml", "**", True),
        ("chains/A.yaml", "chains/a.yaml", False),
        ("chains/ä.yaml", "chains/[åä].yaml", True),
        ("chains/a.yaml", "*.yml", False),
        ("fo\u0308rslag/a.yaml", "f\u00f6rslag", True),
        ("f\u00f6rslag/a.yaml", "fo\u0308rslag", True),
        ("a", "a/b", False),
    ],
)
def test_a_pattern_means_paths(path, pattern, meant):
    assert matches(path, pattern) is meant


def test_no_pattern_takes_long():
    begun = time.process_time()
    assert not matches(
        "/".join("a" * 200 for _ in range(20)), "/".join("**/" + "*a" * 60 for _ in range(20)) + "b"
    )
    assert time.process_time() - begun < 2
