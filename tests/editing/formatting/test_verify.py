"""Nothing is written that does not say the same: whatever our own mistakes, the proof finds them."""

import pytest

from nyttokedja.checking.check import check
from nyttokedja.editing.formatting import CannotFormat, formatted
from nyttokedja.editing.formatting import format as canonical
from nyttokedja.editing.formatting.verify import compare

TEXT = """\
# överst

nyttokedja: 1
rubrik: X
språk: sv
effekter:
  a: {leder_till: b, x-ant: [1, no]}  # pilen
  b: {beteende: ja, x-tom: []}
  c:
    leder_till: b
    # ägare: x
nyttor: {k: , m: }
"""


@pytest.mark.parametrize(
    ("ours", "broken"),
    [
        ("  # pilen", ""),
        ("  # pilen", "  # pilen\n  # pilen"),
        ("    # ägare: x\n", ""),
        ("# överst", "# under"),
        ("leder_till: b, ", "leder_till: c, "),
        ("beteende: ja", "beteende: nej"),
        ("[1, no]", "[1]"),
        ("[1, no]", "[true, no]"),
        ("x-tom: []", "x-tom: {}"),
        ("[1, no]", '["1", no]'),
        ("[1, no]", "{1: no}"),
        ("x-ant: [1, no]", "x-ant: {}"),
        ("rubrik: X", "rubrik: x"),
        ("rubrik: X", "rubrik: X\nrubrik: Z"),
        ("effekter:", "effekter: ["),
        ("nyttor: {k: null, m: null}", "nyttor: {m: null, k: null}"),
        ("nyttor: {k: null, m: null}", "mål: {k: null, m: null}"),
    ],
)
def test_a_mistake_of_ours_is_found(monkeypatch, ours, broken):
    real = canonical._bytes
    assert formatted(TEXT.encode()).after.decode().count(ours) == 1

    def damaged(*arguments):
        return real(*arguments).decode().replace(ours, broken).encode()

    monkeypatch.setattr(canonical, "_bytes", damaged)
    with pytest.raises(CannotFormat) as refused:
        formatted(TEXT.encode())
    assert refused.value.reason == "mistake"
    assert refused.value.finding is None


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("effekter: {a: , b: }", "effekter:\n\n  a:\n  b:", True),
        ("effekter: {a: , b: }", "effekter: {b: , a: }", False),
        ("effekter: {a: }\nnyttor: {b: }", "nyttor: {b: }\neffekter: {a: }", True),
        ("effekter: {a: }\nnyttor: {a: }", "nyttor: {a: }\neffekter: {a: }", False),
        ("effekter: {a: {leder_till: [b, c]}}", "effekter: {a: {leder_till: [c, b]}}", False),
        ("effekter: {a: x}", "effekter: {a: z}", False),
        ("nyttor: {a: {när: 2027}}", "nyttor: {a: {när: '2027'}}", True),
        ("nyttor: {a: {när: 2027}}", "nyttor: {a: {när: 2027-01}}", False),
        ("färg: x", "färg: x\nfärg: z", False),
        ("färg: x", "", False),
        ("", "färg: x", False),
        ("nyttor: {a: {ägre: x}}", "nyttor: {a: {agre: x}}", False),
        ("undantag: [{regel: NK203, gäller: a}]", "", False),
    ],
)
def test_two_checks_say_the_same_but_for_places(before, after, same):
    one, other = (check(f"nyttokedja: 1\nrubrik: X\n{text}\n".encode()) for text in (before, after))
    if same:
        compare(one, other)
    else:
        with pytest.raises(CannotFormat):
            compare(one, other)


def test_messages_are_compared_in_words_unless_the_keys_have_others():
    one = check(b"nyttokedja: 1\nrubrik: X\nspr\xc3\xa5k: sv\nnyttor: {a: {kategori: zzz}}\n")
    other = check(b"nyttokedja: 1\ntitle: X\nlanguage: sv\nbenefits: {a: {category: zzz}}\n")
    compare(one, other, worded=False)
    with pytest.raises(CannotFormat):
        compare(one, other)


@pytest.mark.parametrize(
    ("language", "faulty", "mistake"),
    [("sv", "rad 3 (NK003)", "anmäl"), ("nb", "linje 3 (NK003)", "meld"), ("en", "line 3 (NK003)", "report")],
)
def test_a_refusal_is_a_sentence_in_the_language_of_the_chain(language, faulty, mistake):
    checked = check(f"nyttokedja: 1\ntitle: X\ncolour: x\nlanguage: {language}\n".encode())
    wrong = next(finding for finding in checked.findings if finding.code == "NK003")
    assert faulty in str(CannotFormat("faulty", checked, wrong))
    assert mistake in str(CannotFormat("mistake", checked))
