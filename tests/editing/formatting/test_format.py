"""The canonical form, rule by rule: what somebody wrote, and what it becomes."""

from pathlib import Path

import pytest

from nyttokedja.checking.check import check
from nyttokedja.editing.formatting import CannotFormat, formatted

HEAD = "nyttokedja: 1\nrubrik: X\n"


def fmt(text, keys=None):
    done = formatted(text.encode(), "x.yaml", keys)
    assert formatted(done.after, "x.yaml", keys).after == done.after
    return done.after.decode()


def body(text, head=HEAD):
    """What becomes of the sections of a chain."""
    after = fmt(f"{head}{text}")
    assert after.startswith(f"{head}\n")
    return after.removeprefix(f"{head}\n")


def cases():
    """The name of each case, and what becomes of what."""
    written = Path(__file__).with_name("cases.txt").read_text("utf-8")
    for case in written.removeprefix("=== ").removesuffix("\n").split("\n=== "):
        name, _, pair = case.partition("\n")
        before, after = pair.split("--->\n")
        yield pytest.param(before, after, id=name)


@pytest.mark.parametrize(("before", "after"), list(cases()))
def test_the_sections_of_a_chain(before, after):
    assert body(before) == after


FILES = {
    "the head: known facts first, then one's own, then a blank line": (
        "skede: plan\nx-dnr: VON 1\nrubrik: X\n\nnyttokedja: 1\neffekter: {a: }\n",
        "nyttokedja: 1\nrubrik: X\nskede: plan\nx-dnr: VON 1\n\neffekter: {a: null}\n",
    ),
    "one's own facts after the sections stay there": (
        f"{HEAD}effekter: {{a: }}\nx-dnr: VON 1\n",
        f"{HEAD}\neffekter: {{a: null}}\n\nx-dnr: VON 1\n",
    ),
    "one's own facts after a blank line stay after it": (
        f"{HEAD}\nx-dnr: VON 1\n",
        f"{HEAD}\nx-dnr: VON 1\n",
    ),
    "and without one": (f"{HEAD}x-dnr: VON 1\n", f"{HEAD}x-dnr: VON 1\n"),
    "an empty key, and lines that no line holds": (
        f"{HEAD}x-dnr: {{'': 1}}\nx-text: a\n\n  b\n",
        f'{HEAD}\nx-dnr: {{"": 1}}\n\nx-text: |-\n  a\n  b\n',
    ),
    "no spaces at the end of a line": (
        "# a  \n\nnyttokedja: 1  \nrubrik: X # b  \n",
        "# a\n\nnyttokedja: 1\nrubrik: X  # b\n",
    ),
    "nothing over the top": (f"\n\n{HEAD}", HEAD),
    "a line break at the end": (HEAD.rstrip(), HEAD),
    "no marks of documents": (
        f"# före\n--- # start\n{HEAD}...\n# slut\n",
        f"# före\n# start\n\n{HEAD}# slut\n",
    ),
    "brackets around a whole file": (
        '{"nyttokedja": 1, "rubrik": "X", # hej\n "effekter": {"a": null}} # slut\n',
        "nyttokedja: 1\nrubrik: X  # hej\n\neffekter: {a: null}\n# slut\n",
    ),
    "the comment at the top stays at the top": (
        "\n# Överst\n#   i filen\n\n# om rubriken\nrubrik: X\nnyttokedja: 1\n",
        "# Överst\n#   i filen\n\nnyttokedja: 1\n# om rubriken\nrubrik: X\n",
    ),
    "and so does the line for editors": (
        "# yaml-language-server: $schema=x.json\nrubrik: X\nnyttokedja: 1\n",
        "# yaml-language-server: $schema=x.json\nnyttokedja: 1\nrubrik: X\n",
    ),
    "comments in the head keep their blank lines": (
        "nyttokedja: 1\n\n# om rubriken\n\nrubrik: X\n\nskede: plan\n",
        "nyttokedja: 1\n\n# om rubriken\n\nrubrik: X\nskede: plan\n",
    ),
    "line ends are those that most lines have": (
        "nyttokedja: 1\r\nrubrik: X\neffekter:\r\n  a: |\r\n    b\r\n    c\r\n",
        "nyttokedja: 1\r\nrubrik: X\r\n\r\neffekter:\r\n  a: |\r\n    b\r\n    c\r\n",
    ),
    "also the oldest ones": ("nyttokedja: 1\rrubrik: 'X'\r", "nyttokedja: 1\rrubrik: X\r"),
    "a byte order mark stays": ("\ufeffnyttokedja: 1\nrubrik: 'X'\n", "\ufeffnyttokedja: 1\nrubrik: X\n"),
    "composed letters": ("nyttokedja: 1\nrubrik: A\u030a\n", "nyttokedja: 1\nrubrik: Å\n"),
}


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_a_whole_file(before, after):
    assert fmt(before) == after


SWEDISH = """\
# yaml-language-server: $schema=../schemas/chain.sv.schema.json

nyttokedja: 1
rubrik: Kvalitet  # rubrik: ägare
språk: sv

effekter:
  a: {beteende: ja, leder_till: ägare}

nyttor:
  # kategori: kvalitet
  ägare: {kategori: kvalitet, x-ägare: ja}

konsekvenskostnader: inga
"""
ENGLISH = """\
# yaml-language-server: $schema=../schemas/chain.schema.json

nyttokedja: 1
title: Kvalitet  # rubrik: ägare
language: sv

effects:
  a: {behaviour: true, leads_to: ägare}

benefits:
  # kategori: kvalitet
  ägare: {category: quality, x-ägare: ja}

drawbacks: none
"""


def test_keys_and_listed_values_are_put_into_a_language_and_back():
    assert fmt(SWEDISH, "en") == ENGLISH
    assert fmt(ENGLISH, "sv") == SWEDISH
    assert fmt(fmt(SWEDISH, "nb"), "sv") == SWEDISH
    assert fmt(SWEDISH, "sv") == fmt(SWEDISH) == SWEDISH
    other = SWEDISH.replace("chain.sv.schema", "chain.schema")
    assert (fmt(other), fmt(other, "sv")) == (other, SWEDISH)


def test_a_language_that_only_the_keys_said_is_said_from_then_on():
    assert fmt(HEAD, "en") == "nyttokedja: 1\ntitle: X\nlanguage: sv\n"
    assert fmt("nyttokedja: 1\ntitle: X\n", "nb") == "nyttokedja: 1\ntittel: X\nspråk: en\n"
    assert fmt("nyttokedja: 1\ntitle: X\n", "en") == "nyttokedja: 1\ntitle: X\n"


def test_what_is_wrong_is_still_wrong_when_it_is_said_of_other_keys():
    assert fmt(f"{HEAD}färg: blå\n", "en") == "nyttokedja: 1\ntitle: X\nlanguage: sv\nfärg: blå\n"


@pytest.mark.parametrize("schema", ["http://x.se/schemas/other.json", "chain.da.schema.json"])
def test_only_our_own_schema_is_changed_with_the_keys(schema):
    line = f"# yaml-language-server: $schema={schema}\n"
    assert fmt(f"{line}{HEAD}", "sv").startswith(line)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("", "empty"),
        ("nyttokedja: 1\n<<<<<<< HEAD\nrubrik: X\n=======\nrubrik: Z\n>>>>>>> b\n", "conflict-marker"),
        ("nyttokedja: 1\n\trubrik: X\n", "tab"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_finding(text, variant):
    with pytest.raises(CannotFormat) as refused:
        formatted(text.encode())
    assert (refused.value.reason, refused.value.finding.code) == ("unreadable", "NK001")
    assert refused.value.finding.variant == variant
    assert " " in str(refused.value)


@pytest.mark.parametrize(
    "faulty",
    [
        "färg: blå\n",
        "effekter:\n  a: {beteende: kanske, leder_til: c, leder_till: [c]}\n",
        "effekter:\n  a:\n    rubrik:\n    leder_till: [[b]]\n",
        "nyttor:\n  a: {rubrik: 2027, när: 27/3 2027, indikatorer: {i: {målvärde: 2 000}}}\n",
        "om:\n  syfte: Nå mål #1 i planen\n",
        "om: {tidshorisont: 12345678901234567890}\n",
        "effekter:\n  a: {rubrik: 12345678901234567890}\n",
        "effekter:\n  a: {rubrik: ''}\n",
        "nyttor:\n  a: {ägare: x, ägare: z, rubrik: 'A'}\n",
        "nyttor:\n  a: {ägare: x, owner: z}\n",
        "effekter:\n  a: {rubrik: X x, rubrik: A}\n",
        'nyttor:\n  a: "Ökad\u200b trygghet"\n',
        "effekter:\n  a: {rubrik: {till: x}}\n",
    ],
)
def test_faults_stay_what_they_are(faulty):
    before, after = f"{HEAD}{faulty}", fmt(f"{HEAD}{faulty}")
    assert found(check(after.encode())) == found(check(before.encode()))


def test_what_is_not_of_its_kind_stays_as_it_is_written():
    text = "effekter:\n  a:\n    rubrik: true\n    beteende: on\n"
    text += "    indikatorer:\n      i:\n        målvärde: 2,5\n"
    assert body(text) == text


def found(checked):
    return sorted((f.code, f.variant, f.node, f.severity) for f in checked.findings)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # a key too far out, which is told from what stands above it
        ("effekter:\n  a:\n    rubrik: A b\n  leder_till: b\n", 6),
        # two words for a key, the first of which is not in the language of the others
        ("nyttor:\n  a: {owner: x, ägare: z}\n", 4),
        # a number that its comma has broken in two
        ("nyttor:\n  a: {indikatorer: {i: {målvärde: 2,5}}}\n", 4),
    ],
)
def test_what_could_be_read_in_another_way_is_refused_with_its_line(text, line):
    with pytest.raises(CannotFormat) as refused:
        formatted(f"{HEAD}{text}".encode())
    assert refused.value.reason == "faulty"
    assert refused.value.finding.place.line == line
    assert f"rad {line}" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        # a circle is told from its first node on
        "nyttor:\n  b: {leder_till: a}\n\neffekter:\n  a: {leder_till: b}\n",
        # of a doubled id the first counts
        "nyttor:\n  a: Först\n\neffekter:\n  a: Sedan\n",
        # what is not indented is told from the section above it
        "effekter:\n\nb:\n\nnyttor:\n  a:\n",
    ],
)
def test_sections_stay_where_their_order_says_something(text):
    assert body(text) == text


@pytest.mark.parametrize(("length", "stays"), [(99, True), (100, True), (101, False)])
def test_a_line_holds_a_hundred_characters(length, stays):
    text = f"om:\n  syfte: ett {'o' * (length - len('  syfte: ett '))}\n"
    room = length - len("effekter: {a: {rubrik: , beteende: ja}}")
    flow = f"effekter: {{a: {{rubrik: {'o' * room}, beteende: ja}}}}\n"
    assert (body(text) == text) is stays
    assert (body(flow) == flow) is stays
