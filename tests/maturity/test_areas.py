import pytest

from nyttokedja.maturity.areas import translate_areas


@pytest.mark.parametrize("word", ["Styrning", "styring", "STEERING", "steering"])
def test_an_area_is_known_by_its_word_in_each_language(word):
    by_id, listed = {"statements": {"a": {"area": word}}}, {"statements": [{"area": word}]}
    translate_areas(by_id)
    translate_areas(listed)
    assert (by_id["statements"]["a"]["area"], listed["statements"][0]["area"]) == ("steering",) * 2


@pytest.mark.parametrize(
    "data",
    [{}, {"statements": 7}, {"statements": ["a", None]}, {"statements": [{"area": 7}, {"area": "Hav"}]}],
)
def test_what_is_no_area_stays_for_the_schema_to_tell_of(data):
    before = repr(data)
    translate_areas(data)
    assert repr(data) == before
