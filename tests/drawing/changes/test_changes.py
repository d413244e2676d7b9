"""The picture of a change: each status has its sign, its word and its line; nothing else is drawn."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.check import check
from nyttokedja.comparing import compare
from nyttokedja.comparing.what_if import without
from nyttokedja.drawing import changes
from nyttokedja.drawing.content.overlay import Status
from nyttokedja.drawing.content.wording import picture_words
from nyttokedja.drawing.page.status_styles import GONE
from nyttokedja.drawing.svg.theme import LIGHT
from nyttokedja.errors import CannotDraw
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.schema import canonical
from nyttokedja.model.graph import Graph
from tests.comparing.sides import compared, side
from tests.comparing.test_union import BASE
from tests.drawing.laid import SVG, labels, parsed, texts
from tests.drawing.page.test_document import HOSTILE, everywhere
from tests.writing.test_chain_file import of

WORDS = picture_words("sv")
draw_change = partial(changes.draw_change, layout=layout_of())
CHAINS = sorted(Path("chains").glob("*.yaml"))

MIXED = (
    BASE.replace("Färre körda mil", "Kortare körsträcka")
    .replace("[a, b]", "[a, ny]")
    .replace("  d: {", "  ny: {rubrik: Lugnare dagar, leder_till: n}\n  d: {")
    .replace("  c: {rubrik: Mindre pappersarbete, leder_till: n3}\n", "")
    .replace("leder_till: d}", "leder_till: {till: d, eftersom: Resorna minskar}}")
)
"""One of each: d is another, ny is new, c is gone, n2 falls, a -> d has other reasons."""


def box(svg, title):
    """The group of the box with a title."""
    (found,) = [
        g for g in parsed(svg).iter(f"{SVG}g") if g.get("aria-label", "").split(".")[0].endswith(f": {title}")
    ]
    return found


def texts_in(element):
    return " ".join(text.text for text in element.iter(f"{SVG}text"))


def outline(group):
    return next(iter(group.iter(f"{SVG}path")))


def arrows(svg):
    (group,) = [g for g in parsed(svg).iter(f"{SVG}g") if g.get("class") == "arrows"]
    return group


def lines(svg, colour):
    """The lines of arrows in a colour."""
    return [
        p for p in arrows(svg).iter(f"{SVG}path") if p.get("stroke") == colour and p.get("fill") == "none"
    ]


def described(svg):
    return parsed(svg).find(f"{SVG}desc").text


@pytest.fixture(scope="module")
def mixed():
    return draw_change(compared(BASE, MIXED), names=("förut", "nu"))


@pytest.mark.parametrize(
    ("title", "status", "dashes"),
    [
        ("Lugnare dagar", Status.ADDED, None),
        ("Mindre pappersarbete", Status.REMOVED, GONE),
        ("Kortare körsträcka", Status.CHANGED, None),
        ("Ökad trygghet", Status.TOUCHED, None),
    ],
)
def test_a_box_tells_its_status_by_sign_word_and_line(mixed, title, status, dashes):
    group = box(mixed, title)
    assert status.value in group.get("class").split()
    assert WORDS.word("status", status) in [text.text for text in group.iter(f"{SVG}text")]
    assert outline(group).get("stroke-dasharray") == dashes
    symbol = [
        p for p in group.iter(f"{SVG}path") if p.get("stroke-linecap") == "round" and p.get("d").count("M")
    ]
    assert symbol
    assert f"{WORDS.word('status', status)}." in group.get("aria-label")


def test_each_status_has_a_symbol_of_its_own(mixed):
    def badge(title):
        pill = [p.get("d") for p in box(mixed, title).iter(f"{SVG}path") if p.get("stroke-width") == "1.5"]
        return re.sub("[^A-Z]", "", pill[-1])

    told = [
        badge(t) for t in ("Lugnare dagar", "Mindre pappersarbete", "Kortare körsträcka", "Ökad trygghet")
    ]
    assert told == ["MLML", "ML", "MLLL", "MCC"]


def test_new_and_changed_boxes_are_heavier_than_what_is_as_it_was(mixed):
    kept = float(outline(box(mixed, "Färre besök")).get("stroke-width"))
    for title in ("Lugnare dagar", "Kortare körsträcka"):
        assert float(outline(box(mixed, title)).get("stroke-width")) >= kept + 0.8


def test_the_title_of_what_is_gone_is_struck_out_and_no_other(mixed):
    struck = [t.text for t in parsed(mixed).iter(f"{SVG}text") if t.get("text-decoration") == "line-through"]
    assert struck == ["Mindre pappersarbete"]


def test_what_is_as_it_was_has_no_badge_and_no_small_lines(mixed):
    assert texts_in(box(mixed, "Färre besök")).startswith("EFFEKT Färre besök")
    assert outline(box(mixed, "Förändring")).get("fill") == LIGHT.pale
    assert texts_in(box(mixed, "Förändring")) == "FÖRÄNDRING Förändring"


@pytest.mark.parametrize(("status", "many"), [(Status.ADDED, 2), (Status.REMOVED, 3), (Status.CHANGED, 1)])
def test_arrows_by_line_and_sign(mixed, status, many):
    found = [p for p in lines(mixed, LIGHT.statuses[status]) if float(p.get("stroke-width")) >= 2]
    assert len(found) == many
    assert all((p.get("stroke-dasharray") == GONE) is (status is Status.REMOVED) for p in found)
    discs = [c for c in arrows(mixed).iter(f"{SVG}circle") if c.get("fill") == LIGHT.statuses[status]]
    assert len(discs) == many


def test_arrows_to_examine_again_have_a_dotted_sign(mixed):
    dotted = [c for c in arrows(mixed).iter(f"{SVG}circle") if c.get("stroke-dasharray")]
    assert len(dotted) == 1  # the arrow to n; that from a has other reasons itself
    assert "(pil att pröva igen)" in box(mixed, "Kortare körsträcka").get("aria-label")


def test_other_reasons_are_said_at_the_tail(mixed):
    assert "Pilen till Kortare körsträcka: eftersom: Resorna minskar (nytt)." in described_box(
        mixed, "Färre besök"
    )


def test_how_strong_an_arrow_is_is_said_in_the_words_of_the_file():
    after = BASE.replace(
        "n2: {rubrik: Ökad trygghet, leder_till: m}",
        "n2: {rubrik: Ökad trygghet, leder_till: {till: m, koppling: direkt}}",
    )
    label = described_box(draw_change(compared(BASE, after)), "Ökad trygghet")
    assert "Pilen till Hållbar bemanning: koppling: direkt (nytt)." in label


def described_box(svg, title):
    return box(svg, title).get("aria-label")


def test_a_consequence_stands_in_its_box(mixed):
    svg = draw_change(compared(BASE, BASE.replace("[a, b]", "a")))
    label = described_box(svg, "Ökad trygghet")
    assert "Ingen väg hit längre." in label
    assert "Saknar orsak" not in label  # which would say the same again


def test_facts_stand_in_the_box_before_and_after():
    after = BASE.replace(
        "rubrik: Ovana, hindrar: f -> a, ägare: Chef", "rubrik: Ovana, hindrar: f -> b, ägare: Bas"
    )
    label = described_box(draw_change(compared(BASE, after)), "Ovana")
    assert "ägare: Chef → Bas." in label
    assert "hindrar: ”Förändring → Kortare väntan” (nytt)." in label
    assert "hindrar: ”Förändring → Färre besök” (borttaget)." in label


def test_only_so_many_facts_stand_in_a_box():
    facts = ", ".join(
        f"{key}: x" for key in ("beskrivning", "ursprung", "osäkert", "ägare", "när", "beslutat_i")
    )
    after = BASE.replace("m2: {rubrik: Ekonomi i balans}", f"m2: {{rubrik: Ekonomi i balans, {facts}}}")
    after = after.replace("när: x", "när: 2027")
    label = described_box(draw_change(compared(BASE, after)), "Ekonomi i balans")
    assert "och 2 uppgifter till." in label
    assert label.index("ägare: x") < label.index("beslutat i: x") < label.index("och 2")


def test_a_renamed_box_says_its_old_id():
    after = BASE.replace("  d: {rubrik", "  mil: {rubrik").replace("leder_till: d}", "leder_till: mil}")
    assert "id: d → mil." in described_box(draw_change(compared(BASE, after)), "Färre körda mil")


def test_a_changed_title_says_the_one_before(mixed):
    assert "Förut: Färre körda mil." in described_box(mixed, "Kortare körsträcka")


def test_the_heading(mixed):
    said = texts(mixed)
    assert said[:2] == ["EFFEKTKEDJA · ÄNDRING", "Prov"]
    assert said[2].startswith("Ingen väg leder längre från någon förändring till: Ekonomi i balans; ")
    before = said[: said.index("förut → nu")]
    assert before.index("Resonemanget ändras.") > 2  # counts and the names of the files come last
    assert "1 ny ruta, 2 nya pilar" in said
    assert "1 borttagen ruta, 3 borttagna pilar" in said
    assert "1 ändrad ruta, 1 pil med nya skäl" in said


def test_what_is_left_out_is_counted():
    svg = draw_change(compared(BASE, BASE.replace("Färre körda mil", "Kortare körsträcka")))
    assert "11 rutor och 8 pilar som inte berörs visas inte" in texts(svg)
    assert "11 rutor och 8 pilar som inte berörs visas inte." in described(svg)
    assert len(labels(svg)) == 3
    (cut,) = [g for g in parsed(svg).iter(f"{SVG}g") if g.get("class") == "cut"]
    assert len(list(cut)) == 2 * 3
    assert "1 pil till visas inte." in described_box(svg, "Färre besök")


def test_everything_is_drawn_where_that_is_asked_for():
    svg = draw_change(compared(BASE, BASE.replace("Färre körda mil", "Kortare körsträcka")), everything=True)
    assert len(labels(svg)) == 14
    assert "visas inte" not in svg


def test_the_legend_explains_what_is_used_and_no_more(mixed):
    def explained(svg):
        return {
            (s, k)
            for s in ("box", "arrow")
            for k in Status
            if WORDS.has(s, k) and WORDS.word(s, k) in texts(svg)
        }

    assert explained(mixed) == {*(("box", s) for s in Status), *(("arrow", s) for s in Status if s != "kept")}
    owner = draw_change(compared(BASE, BASE.replace("Hyra", "Hyra per år")))
    assert explained(owner) == {("box", Status.CHANGED)}


def test_only_new_findings_are_marked():
    bare = BASE.replace("Avtal, hindrar: c, ägare: Chef", "Avtal, hindrar: c")
    handled = bare.replace("hindrar: c", "hindrar: c, åtgärder: [{vad: Avtala, vem: Chef, senast: 2027}]")
    svg = draw_change(compared(handled, bare))
    assert "Saknas: åtgärd och ägare" in texts(svg)
    assert "Saknas: ägare" not in texts(svg)
    assert "Ingen väg hit om hindren står kvar" not in texts(svg)  # which a consequence says already
    assert "2 nya påpekanden" in texts(svg)


def test_a_new_finding_about_the_whole_chain_stands_above():
    before = (
        "om: {jämförelse: {a: Nu, b: Sedan}}\nkostnader: {k: {rubrik: Hyra}}\n"
        + BASE.partition("kostnader")[0]
    )
    svg = draw_change(compared(before, before.replace(", b: Sedan", "")))
    assert "Saknas: alternativ B" in texts(svg)
    assert described(svg).endswith("Alternativ B saknas.")


def test_what_the_chain_says_of_itself():
    svg = draw_change(compared(BASE, "om: {syfte: Trygghet}\n" + BASE))
    assert "om › syfte: Trygghet (nytt)" in texts(svg)
    assert "Ingen ruta och ingen pil är ändrad." in texts(svg)


def test_no_change_is_a_small_picture_that_says_so():
    svg = draw_change(compared(BASE, BASE))
    assert "Kedjan säger detsamma som förut." in described(svg)
    assert "Ingen ruta och ingen pil är ändrad." in texts(svg)
    assert labels(svg) == []
    assert float(parsed(svg).get("height")) < 260


@pytest.mark.parametrize(("sides", "verdict"), [((None, BASE), "ny"), ((BASE, None), "finns inte längre")])
def test_a_chain_that_is_born_or_gone(sides, verdict):
    before, after = (text and side(text) for text in sides)
    svg = draw_change(compare(before, after))
    assert f"Kedjan är {verdict}." in described(svg) or f"Kedjan {verdict}." in described(svg)
    assert all(("Ny." if before is None else "Borttagen.") in label for label in labels(svg))
    assert len(labels(svg)) == 14


def test_a_side_that_cannot_be_read_cannot_be_drawn():
    with pytest.raises(CannotDraw, match=r"a\.yaml cannot be read as a chain"):
        draw_change(compare(check(b"a: [", "a.yaml"), side(BASE)))


def test_what_is_struck_out_on_trial():
    whole = side(BASE)
    graph = without(whole.graph, frozenset({"c"}))
    svg = draw_change(
        compare(whole, replace(whole, chain=graph.chain, graph=graph)), struck="Mindre pappersarbete"
    )
    assert texts(svg)[0] == "EFFEKTKEDJA · PÅ PROV"
    assert described(svg).startswith(
        "Utan Mindre pappersarbete. Ingen annan väg leder till målet ”Ekonomi i balans” "
    )
    assert "Ingen väg hit längre." in described_box(svg, "Ekonomi i balans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language(language):
    text = (
        f"nyttokedja: 1\ntitle: x\nlanguage: {language}\neffects: {{a: {{title: A, leads_to: b}}, b: {{}}}}"
    )
    comparison = compare(check(text.encode()), check(text.replace("A, leads_to: b", "C").encode()))
    svg = draw_change(comparison)
    assert picture_words(language).word("status", "changed") in texts(svg)
    assert parsed(svg).get("lang") == language


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_stays_text(text):
    chains = (everywhere(text), everywhere(f"{text} {text}a"))
    sides = [replace(side(BASE), chain=chain, graph=Graph(chain)) for chain in chains]
    svg = draw_change(compare(*sides), names=(text, text), struck=text)
    names = {element.tag.removeprefix(SVG) for element in parsed(svg).iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "path", "circle", "g", "text"}
    attributes = {name for element in parsed(svg).iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name}


def test_the_same_change_gives_the_same_bytes(mixed):
    assert draw_change(compared(BASE, MIXED), names=("förut", "nu")) == mixed


def whole_chain(path):
    return check(path.read_bytes(), path.name)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(CHAINS), st.data())
def test_whatever_is_struck_out_is_drawn(path, data):
    chain = whole_chain(path)
    ids = data.draw(st.frozensets(st.sampled_from(sorted(chain.graph.nodes)), max_size=8))
    graph = without(chain.graph, ids)
    other = replace(chain, chain=graph.chain, graph=graph)
    everything = data.draw(st.booleans())
    for comparison, status in ((compare(chain, other), "removed"), (compare(other, chain), "added")):
        svg = draw_change(comparison, everything=everything)
        drawn = [g for g in parsed(svg).iter(f"{SVG}g") if status in (g.get("class") or "").split()]
        assert len(drawn) >= len(ids)


@settings(max_examples=12, deadline=None)
@given(of(canonical()), of(canonical()), st.booleans())
def test_any_two_chains_are_drawn(one, other, everything):
    sides = [check(yaml.safe_dump(each, allow_unicode=True).encode()) for each in (one, other)]
    comparison = compare(*sides)
    if not comparison.unread:
        parsed(draw_change(comparison, everything=everything))
