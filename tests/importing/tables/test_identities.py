"""What tells who somebody is: every form of the numbers, and what is near but none."""

import pytest

from nyttokedja.importing.tables.identities import identity_in

BIRTH_NUMBERS = [
    "8112189876",
    "811218-9876",
    "811218+9876",
    "811218–9876",
    "19811218-9876",
    "198112189876",
    "811218 9876",
    "811278-9873",  # of coordination: 60 is added to the day
    "000229-1235",  # a leap day in one of the centuries
    "Brukare 811218-9876 (Norr)",
    "01019000083",
    "010190 00083",
    "41019000077",  # 40 is added to the day
    "01419000066",  # to the month
    "01819000049",
    "1019000083",  # a sheet has dropped the first zero
]
NONE = [
    "",
    "u17",
    "8112189877",  # wrong check digit
    "811318-9876",  # no such month
    "811218-98765",
    "01019000084",
    "2027-03-01",
    "0701234567",
    "12345678901",
    "420",
    "1 250,5",
    "17@",
]


@pytest.mark.parametrize("text", BIRTH_NUMBERS)
def test_a_birth_number_is_known(text):
    assert identity_in(text) == "birth-number"


@pytest.mark.parametrize("text", ["anna@exempel.se", "Skriv till a.b@x.example.org!"])
def test_an_address_is_known(text):
    assert identity_in(text) == "mail"


@pytest.mark.parametrize("text", NONE)
def test_what_is_near_is_none(text):
    assert identity_in(text) == ""
