"""A file that is read step by step: each step once, however often it is asked for."""

import pytest

from nyttokedja.reading import parsed as module
from nyttokedja.reading import source as sources
from nyttokedja.reading.limits import LIMITS
from nyttokedja.reading.parsed import Parsed

CHAIN = "nyttokedja: 1\nrubrik: X\neffekter:\n  a: {leder_till: n}\nnyttor:\n  n: Bra\n"


def chain(*, old="", new=""):
    return Parsed(CHAIN.replace(old, new).encode(), "k.yaml")


def test_each_step_is_made_once_and_only_when_asked_for(monkeypatch):
    calls = []
    for where, name in ((sources, "read"), *((module, n) for n in ("translate", "validate", "outline"))):
        real = getattr(where, name)
        monkeypatch.setattr(where, name, lambda *a, real=real, name=name: calls.append(name) or real(*a))
    parsed = chain()
    assert calls == []
    assert parsed.text == CHAIN
    assert calls == ["read"]
    assert parsed.normal_form == {
        "nyttokedja": 1,
        "title": "X",
        "effects": {"a": {"leads_to": [{"to": "n"}]}},
        "benefits": {"n": {"title": "Bra"}},
    }
    for _ in range(2):
        assert parsed.is_sound
        assert parsed.is_complete
        assert parsed.validated.root is parsed.translated.root
        assert parsed.keys == parsed.translated.keys == "sv"
        assert parsed.outline.children[2, 0].key.value == "a"
    assert calls == ["read", "translate", "validate", "outline"]


@pytest.mark.parametrize(
    ("old", "new", "sound", "complete", "says"),
    [
        ("", "", True, True, True),
        ("Bra", "[Bra]", False, False, True),  # not valid
        ("Bra", "Bra\n  n: Igen", False, True, False),  # a doubled key
        ("rubrik: X", "rubrik: X # \u200b\nskede: 'pl\u200ban'", False, True, False),
        ("rubrik: X", "rubrik: X\nskede: plam", False, True, True),  # a typo
    ],
)
def test_whether_a_file_is_sound_and_complete(old, new, sound, complete, says):
    parsed = chain(old=old, new=new)
    assert parsed.can_be_read
    found = (parsed.is_sound, parsed.is_complete, parsed.normal_form is not None)
    assert found == (sound, complete, says)
    assert parsed.validated.is_unchanged == (not parsed.validated.faults)


def test_a_file_that_cannot_be_read_says_nothing_and_is_not_sound():
    parsed = Parsed(b"a: [")
    assert not parsed.can_be_read
    assert not parsed.is_sound
    assert parsed.normal_form is None


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_another_text_keeps_the_byte_order_mark_the_name_and_the_limits(mark):
    limits = LIMITS._replace(depth=5)
    parsed = Parsed(mark + CHAIN.encode(), "k.yaml", limits)
    assert parsed.text == CHAIN
    assert parsed.with_text("å: 1\n") == Parsed(mark + "å: 1\n".encode(), "k.yaml", limits)


def test_a_file_is_read_again_only_within_other_limits():
    parsed = chain()
    assert parsed.within(LIMITS) is parsed
    assert parsed.within(LIMITS._replace(nodes=1)) is parsed
    assert not parsed.within(LIMITS._replace(depth=1)).can_be_read
