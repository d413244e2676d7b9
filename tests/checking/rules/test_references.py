"""How a pointer to what is not there is explained."""

import json

import pytest

from nyttokedja.checking.check import check
from nyttokedja.language.texts import texts

HEAD = "nyttokedja: 1\nrubrik: A\nskede: utkast\n"
BOXES = "nyttor: {g: Glad, h: Hem, ökad_trygghet: Ökad trygghet}\n"


@pytest.mark.parametrize(
    ("target", "variant", "particular", "value"),
    [
        ("okad_trygghet", "meant", "meant", "ökad_trygghet"),
        ("Ökad trygghet", "meant", "meant", "ökad_trygghet"),
        ("g och h", "several", "items", "[g, h]"),
        ("g, h", "several", "items", "[g, h]"),
        ("(g h)", "several", "items", "[g, h]"),
        ("e -> g", "end", "meant", "g"),
        ("e --> g", "end", "meant", "g"),
        ("något helt annat!", "words", "suggestion", "något_helt_annat"),
    ],
)
def test_what_was_meant_is_said(target, variant, particular, value):
    text = f'{HEAD}effekter: {{e: {{leder_till: "{target}"}}}}\n{BOXES}'
    (found,) = [finding for finding in check(text.encode()).findings if finding.code == "NK101"]
    assert found.variant == variant
    said = found.particulars[particular]
    assert getattr(said, "id", said) == value


@pytest.mark.parametrize(
    ("box", "rest", "variant"),
    [
        ("ökad_tryghet: Ökad trygghet", "", "id"),
        ("ökad_tryghet: Ökad trygghet", "risker: {r: {vid: ökad_trygghet}}\n", "id"),
        # something else names the box as it is called
        ("ökad_tryghet: Ökad trygghet", "risker: {r: {vid: ökad_tryghet}}\n", "meant"),
        ("ökad_tryghet: Ökad trygghet", "risker: {r: {hindrar: e -> ökad_tryghet}}\n", "meant"),
        ("ökad_tryghet: Ökad trygghet", "undantag: [{regel: NK401, gäller: ökad_tryghet}]\n", "meant"),
        # names that were chosen
        ("trygghet: Ökad trygghet", "", "meant"),
        ("okad_trygghet: Ökad trygghet", "", "meant"),
        ("ökad_trygghet_2: Ökad trygghet", "", "meant"),
        # the title does not say what the arrow does
        ("ökad_tryghet: Mer trygghet", "", "meant"),
    ],
)
def test_an_id_that_is_not_what_arrows_and_title_say_is_the_slip(box, rest, variant):
    text = f"{HEAD}effekter: {{e: {{leder_till: ökad_trygghet}}}}\nnyttor: {{{box}}}\n{rest}"
    found = [finding for finding in check(text.encode()).findings if finding.code == "NK101"]
    assert {finding.variant for finding in found} == {variant}


@pytest.mark.parametrize(
    "written",
    [
        *(
            "nowhere",
            "No_Where",
            "no-where",
            "Nöjdare brukare",
            "Nöjdare brukare!",
            "Helt nytt: ja",
            "# nytt",
        ),
        *("2027 års mål", "[b]", "Ja", "»Nytt«", "Ökad " * 12 + "trygghet"),
    ],
)
def test_what_is_advised_where_a_box_is_new_leads_to_it(written):
    """The line that is to be added, and what is to be written in the arrow, are taken from the finding."""
    text = "nyttokedja: 1\nrubrik: T\nförändringar:\n  f: {{leder_till: {0}}}\neffekter:\n  a:\n"
    written = " ".join(written.split())
    before = check(text.format(json.dumps(written, ensure_ascii=False)).encode())
    (found,) = [one for one in before.findings if one.code == "NK101"]
    line = found.particulars.get("line", f"{found.particulars['suggestion']}:")
    assert line in texts("sv").remedy(found)
    followed = text.format(found.particulars["suggestion"]) + f"  {line}\n"
    after = check(followed.encode())
    assert [one for one in after.findings if one.code < "NK2"] == []
    if found.variant:
        assert after.chain.nodes[-1].title == written
