"""Tables with a row a user: headings, values, who has begun, and what is refused and where."""

from decimal import Decimal

import pytest

from nyttokedja.errors import CannotRead
from nyttokedja.importing.tables.users import Refusal, read_users
from nyttokedja.model.user_sums import User

HEAD = "Brukare;Började;Före;Nu;Grupp\n"


def read(text, until=""):
    return read_users(text.encode(), "brukare.csv", until)


def user(group="", *, begun=True, before=10, now=8):
    return User(group, begun, Decimal(str(before)), Decimal(str(now)))


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (HEAD, "u1;2027-01-10;10;8;Norr"),
        ("Bruker;Startet;Før;Nå;Enhet\n", "u1;10.1.2027;10;8;Norr"),
        ("user,started,before,now,group\n", "u1,yes,10,8,Norr"),
        (
            "Lista över brukare\n\nBrukare;Började;Före (tim/vecka);Nu [tim/vecka];Enhet\n",
            "u1;Ja;10,0;8;Norr",
        ),
    ],
)
def test_a_row_is_a_user_in_every_language(head, row):
    assert read(head + row).users == (user("Norr"),)


def test_what_is_not_said_is_not_needed():
    assert read("Före;Nu\n10;8\n11;9").users == (user(), user(before=11, now=9))


def test_a_unit_in_brackets_is_kept_and_columns_without_meaning_are_told():
    made = read("Före (tim);Nu (tim);Anm;Hus\n10;8;x;y")
    assert (made.unit, made.unread) == ("tim", ("Anm", "Hus"))


@pytest.mark.parametrize(
    ("said", "until", "begun"),
    [
        ("2027-06-30", "2027-Q2", True),
        ("2027-07-01", "2027-Q2", False),
        ("2027-Q2", "2027-05", True),
        ("2030", "", True),
        ("", "", False),
        ("nej", "", False),
        ("x", "2020", True),
    ],
)
def test_who_has_begun(said, until, begun):
    assert read(f"{HEAD}u1;{said};10;8;", until).users == (user(begun=begun),)


def test_an_empty_value_is_none():
    assert read(f"{HEAD}u1;ja;;8;").users[0].baseline is None


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (f"{HEAD}811218-9876;ja;10;8;A", Refusal("birth-number", 2, "Brukare")),
        (f"{HEAD}u1;ja;10;8;01019000083", Refusal("birth-number", 2, "Grupp")),
        (f"{HEAD}a@b.se;ja;10;8;", Refusal("mail", 2, "Brukare")),
        (f"{HEAD}u1;ja;10;8;;x\nu2;ja;1;1;;ring a@b.se", Refusal("mail", 3, "")),
        ("Namn;Före;Nu\nx;1;2", Refusal("column", heading="Namn")),
        ("Brukarens förnamn;Före;Nu\nx;1;2", Refusal("column", heading="Brukarens förnamn")),
        ("Fødselsnummer;Før;Nå\nx;1;2", Refusal("column", heading="Fødselsnummer")),
        ("E-post;Före;Nu\nx;1;2", Refusal("column", heading="E-post")),
        ("name;before;now\nx;1;2", Refusal("column", heading="name")),
        (f"{HEAD}u1;ja;mycket;8;", Refusal("number", 2, "Före")),
        (f"{HEAD}u1;kanske;1;8;", Refusal("day", 2, "Började")),
        (f"{HEAD}u1;ja;1;8;\nU1;ja;1;8;", Refusal("twice", 3, "Brukare")),
        ("Före;Nu;Enhet;Område\n1;2;a;b", Refusal("two-columns", heading="Enhet / Område")),
    ],
)
def test_what_is_refused_says_where_it_is(text, refusal):
    assert read(text).refusals == (refusal,)


@pytest.mark.parametrize("heading", ["Gruppnamn", "Enhetens namn", "Group name"])
def test_a_name_of_a_group_is_no_name_of_somebody(heading):
    assert read(f"Före;Nu;{heading}\n10;8;Norr").users == (user("Norr"),)


def test_a_table_of_other_things_is_none():
    with pytest.raises(CannotRead, match="a value before and one now"):
        read("Indikator;Datum;Värde\nx;2027;1")
