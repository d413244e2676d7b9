"""Where in a question a mistake is: the line, and a mark under the word."""

import pytest

from nyttokedja.portfolio.places import place_in

SQL = "select titel\nfrom node n\nwhere n.typ = 'x' group by"


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("no such column: titel", "\nLINE 1: select titel\n               ^"),
        ("no such column: n.typ", "\nLINE 3: where n.typ = 'x' group by\n                ^"),
        ('near "group": syntax error', "\nLINE 3: where n.typ = 'x' group by\n                          ^"),
        ("no such table: node", "\nLINE 2: from node n\n             ^"),
        ("ambiguous column name: TITEL", "\nLINE 1: select titel\n               ^"),
        ("no such column: gone", ""),
        ('near "e": syntax error', ""),
        ("disk I/O error", ""),
    ],
)
def test_the_word_that_is_named_gets_a_mark_where_it_stands_once(said, marked):
    assert place_in(SQL, said) == marked


def test_a_word_that_stands_twice_gets_none():
    assert place_in("select a, a from b", "no such column: a") == ""
