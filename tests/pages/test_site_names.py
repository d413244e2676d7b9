"""The names of a site's pages: they hold everywhere, and none is another's."""

import re

from hypothesis import given
from hypothesis import strategies as st

from nyttokedja.pages.site.names import named


def test_names_as_people_would_write_them():
    assert named({"a": "Enhetschef natt", "b": "Välfärdsteknik/läkemedel"}) == {
        "a": "enhetschef-natt",
        "b": "valfardsteknik-lakemedel",
    }


def test_two_that_would_be_the_same_are_both_told_apart_and_stay_so():
    one = named({"x": "Chef!", "y": "chef", "z": "Annan"})
    assert len(set(one.values())) == 3
    assert one["z"] == "annan"
    assert named({"y": "chef", "x": "Chef!"}) == {"x": one["x"], "y": one["y"]}


def test_names_that_no_disk_takes_are_others():
    names = named({name: name for name in ("con", "COM1", "", "...", "../../etc/passwd", "å" * 300, "北京")})
    for name in names.values():
        assert re.fullmatch("[a-z0-9][a-z0-9-]{0,80}", name), name
    assert names["con"] != "con"
    assert names["COM1"] != "com1"


@given(st.dictionaries(st.text(min_size=1), st.text(), max_size=8))
def test_every_name_holds_and_is_one(called):
    names = named(called)
    assert names.keys() == called.keys()
    assert len(set(names.values())) == len(names)
    assert all(re.fullmatch("[a-z0-9][a-z0-9-]*", name) for name in names.values())
