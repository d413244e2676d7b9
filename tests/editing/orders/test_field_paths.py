"""Keys with dots between them."""

import pytest

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.lookup import locate
from nyttokedja.editing.orders.field_paths import aimed, field_named, key_shown
from nyttokedja.language.forms import root_form
from tests.editing.opened import document_of

CHAIN = """\
nyttor:
  b:
    indikatorer: {i: {målvärde: {värde: 3, källa: x}, nollmätning: 1}}
    leder_till: [m, n]
    etiketter: [x, y]
    åtgärder: [a]
mål:
  m: M
risker:
  r: {vid: b}
"""
BENEFIT = root_form().within("benefits").within("b")


@pytest.mark.parametrize(
    ("written", "keys", "name"),
    [
        ("ägare", ("owner",), "owner"),
        ("Eier", ("owner",), "owner"),
        ("agare", ("owner",), "owner"),
        ("leder till", ("leads_to",), "leads_to"),
        ("indikatorer.besök.målvärde", ("indicators", "besök", "target"), "level"),
        ("åtgärder.2.senast", ("actions", 1, "due"), "date"),
        ("åtgärder.1.vad", ("actions", 0, "what"), ""),
        ("x-egen", ("x-egen",), ""),
    ],
)
def test_words_name_keys_in_any_language(written, keys, name):
    found, form = field_named(BENEFIT, written, "sv")
    assert (found, form.name) == (keys, name)


@pytest.mark.parametrize(
    ("written", "reason", "particulars"),
    [
        ("åtgärder.0", "no-item", {"number": "0"}),
        ("åtgärder.1234567", "no-item", {"number": "1234567"}),
        ("ägre", "no-key-but", {"word": "ägre", "meant": "ägare"}),
        ("ägare.x", "no-field", {"word": "x", "allowed": ()}),
    ],
)
def test_words_that_name_none(written, reason, particulars):
    with pytest.raises(CannotEdit) as refused:
        field_named(BENEFIT, written, "sv")
    assert (refused.value.reason, refused.value.particulars) == (reason, particulars)


def test_the_keys_that_may_stand_there_are_named_in_the_words_of_the_file():
    with pytest.raises(CannotEdit) as refused:
        field_named(BENEFIT, "qqqqqqq", "nb")
    assert {"eier", "tittel"} <= set(refused.value.particulars["allowed"])
    assert field_named(BENEFIT, "åtgärder.123456", "sv")[0] == ("actions", 123455)


def aim(node, written, *, force=False):
    document = document_of(CHAIN)
    form = locate(document, node, ())[0].form
    return aimed(document, node, *field_named(form, written, "sv"), force=force)


@pytest.mark.parametrize(
    ("node", "written", "keys"),
    [
        ("b", "indikatorer.i.målvärde", ("indicators", "i", "target", "value")),
        ("b", "indikatorer.i", ("indicators", "i", "title")),
        ("b", "indikatorer.i.nollmätning", ("indicators", "i", "baseline")),
        ("b", "ägare", ("owner",)),
        ("b", "etiketter", ("tags",)),
        ("b", "åtgärder", ("actions",)),
        ("r", "vid", ("at",)),
    ],
)
def test_a_value_goes_into_the_mapping_that_stands_there(node, written, keys):
    assert aim(node, written)[0] == keys


def test_several_facts_are_not_lost_unasked():
    with pytest.raises(CannotEdit) as refused:
        aim("b", "leder_till")
    assert refused.value.reason == "holds-more"
    assert aim("b", "leder_till", force=True)[0] == ("leads_to",)


def test_keys_are_shown_in_the_words_of_the_file():
    document = document_of(CHAIN)
    assert key_shown(document, "b", ("indicators", "i", "target")) == "indikatorer.i.målvärde"
    assert key_shown(document, "b", ("actions", 1, "due")) == "åtgärder.2.senast"
    assert key_shown(document, "b", ("x-egen", "y")) == "x-egen.y"
    assert key_shown(document, "", ("stage",)) == "skede"
