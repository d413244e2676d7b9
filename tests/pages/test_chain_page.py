"""The page of a chain, as it stands without scripts."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from nyttokedja.checking.check import check
from nyttokedja.errors import CannotDraw
from nyttokedja.model.chain import NodeType
from nyttokedja.pages.chain_page import chain_page
from tests.pages.pages import CHAINS, Read, page_of

EMPTY = "nyttokedja: 1\ntitel: Tom\n"
HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "]]><img src=x onerror=alert(1)>",
    "{{7*7}} ${alert(1)} javascript:alert(1)",
    "<!-- <script>",
)


@pytest.fixture(params=CHAINS, ids=lambda path: path.stem)
def chain(request):
    return check(request.param.read_bytes()), Read(page_of(request.param.read_bytes()))


def test_every_element_is_closed(chain):
    _, page = chain
    assert page.unclosed == []
    assert page.open == []


def test_every_box_has_its_own_place_and_is_linked_to(chain):
    checked, page = chain
    ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
    links = {attributes["href"][1:] for attributes, _ in page.named("a")}
    assert len(ids) == len(set(ids))
    assert {node.id for node in checked.chain.nodes} <= set(ids) & links
    assert links <= set(ids)


def test_every_title_stands_in_the_list_in_the_table_and_at_its_details(chain):
    checked, page = chain
    headings = [text for _, text in page.named("h3")]
    links = [text for _, text in page.named("a")]
    for node in checked.chain.nodes:
        assert node.title in headings
        assert links.count(node.title) >= 2


def test_nothing_is_fetched_and_only_what_the_page_holds_may_run(chain):
    _, page = chain
    policy = next(a["content"] for a, _ in page.named("meta") if a.get("http-equiv"))
    allowed = re.findall(r"'sha256-([^']+)'", policy)
    own = [
        text
        for name in ("style", "script")
        for a, text in page.named(name)
        if "json" not in a.get("type", "")
    ]
    assert sorted(allowed) == sorted(b64encode(sha256(text.encode()).digest()).decode() for text in own)
    assert "unsafe" not in policy
    for name, attributes, _ in page.elements:
        assert not {"src", "style", "srcset"} & attributes.keys(), name
        assert not [one for one in attributes if one.startswith("on")]
        assert attributes.get("href", "#").startswith("#")


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_page_speaks_the_language_of_its_chain(language):
    page = page_of(f"nyttokedja: 1\nlanguage: {language}\ntitle: T\nchanges:\n  a:\n    title: Aaa\n")
    assert f'<html lang="{language}">' in page
    assert {"sv": "Rutorna", "nb": "Boksene", "en": "The boxes"}[language] in page


def test_a_chain_without_boxes_has_a_page():
    page = page_of(EMPTY)
    assert "Kedjan har inga rutor ännu." in page
    assert Read(page).unclosed == []


def test_a_chain_that_cannot_be_drawn_has_the_rest_of_its_page():
    checked = check(CHAINS[0].read_bytes())
    page = chain_page(checked, CannotDraw("The chain is too large."))
    assert "<svg" not in page
    assert all(node.title in page for node in checked.chain.nodes)
    assert page.count("<table") >= 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_only_text(text):
    quoted = "'" + text.replace("'", "''") + "'"
    plain = Read(page_of("nyttokedja: 1\ntitel: T\nförändringar:\n  a:\n    titel: T\n    ägare: T\n"))
    page = page_of(
        f"nyttokedja: 1\ntitel: {quoted}\nförändringar:\n  a:\n    titel: {quoted}\n    ägare: {quoted}\n"
    )
    read = Read(page)
    names = [name for name, *_ in read.elements if name not in ("tspan", "text")]
    assert names == [name for name, *_ in plain.elements if name not in ("tspan", "text")]


def test_no_text_turns_the_direction_of_writing():
    assert "\u202e" not in page_of("nyttokedja: 1\ntitel: \u202ednoheb\nförändringar:\n  a: \u202ednoheb\n")


def test_a_row_of_the_table_says_what_leads_where():
    page = page_of(
        "nyttokedja: 1\ntitel: T\nförändringar:\n  a: {titel: Aaa, leder_till: [b]}\n"
        "effekter:\n  b: {titel: Bbb}\n"
    )
    assert re.search(r'data-label="Leder till"><span><a href="#b" data-to="b">Bbb</a>', page)
    assert re.search(r'data-label="Följer av"><span><a href="#a" data-to="a">Aaa</a>', page)


def test_what_is_found_stands_at_its_box_and_in_the_list():
    page = page_of("nyttokedja: 1\ntitel: T\nförändringar:\n  a: {titel: Aaa}\nnyttor:\n  b: {titel: Bbb}\n")
    found = check(
        "nyttokedja: 1\ntitel: T\nförändringar:\n  a: {titel: Aaa}\nnyttor:\n  b: {titel: Bbb}\n".encode()
    )
    assert [one for one in found.findings if one.node == "b"]
    article = page[page.index('<article id="b"') :]
    assert '<ul class="remarks">' in article[: article.index("</article>")]


def test_what_is_measured_is_told():
    page = page_of(
        "nyttokedja: 1\ntitel: T\nnyttor:\n  a:\n    titel: Aaa\n    indikatorer:\n      i:\n"
        "        titel: Antal\n        enhet: st\n        nollmätning: {värde: 10, datum: 2026-01}\n"
        "        målvärde: {värde: 5, datum: 2027-01}\n        mätningar: {2026-06: 7.5}\n"
    )
    assert "Uppföljning" in page
    assert "7,5 st (2026-06)" in page


def test_the_same_chain_gives_the_same_page():
    data = CHAINS[0].read_bytes()
    assert page_of(data) == page_of(data)


def test_every_kind_of_box_has_a_list():
    page = page_of(
        "nyttokedja: 1\nlanguage: en\ntitle: T\n"
        + "".join(f"{kind.section}:\n  x{n}: {{title: Box{n}}}\n" for n, kind in enumerate(NodeType))
    )
    headings = [text for _, text in Read(page).named("h3")]
    for word in ("Changes", "Effects", "Benefits", "Drawbacks", "Goals", "Costs", "Obstacles", "Risks"):
        assert word in headings


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("sv", "Layoutprogrammet dot hittas inte (PATH)."),
        ("nb", "Layoutprogrammet dot blir ikke funnet (PATH)."),
        ("en", "The layout engine dot is not on the PATH."),
    ],
)
def test_why_there_is_no_picture_is_said_in_the_language_of_the_chain(language, why):
    checked = check(f"nyttokedja: 1\ntitle: A\nlanguage: {language}\nchanges: {{a: {{}}}}\n".encode())
    page = chain_page(checked, CannotDraw("The layout engine dot is not on the PATH."))
    assert why in page
    assert 'lang="en"' not in page or language == "en"
