"""The command due: what there is to do, from a day on."""

import json

import pytest

CHAIN = """\
nyttokedja: 1
rubrik: Digital lista
förändringar:
  lista:
    när: 2027-03-01
    åtgärder:
      - {vad: Köp läsplattor, vem: Inköpare, senast: 2027-02-01}
      - {vad: Byt, vem: Inköpare, senast: 2027-09-01}
"""


@pytest.fixture
def chain(write):
    return write("chains/lista.yaml", CHAIN)


def test_what_is_overdue_comes_first(run, chain):
    done = run("due", "--today", "2027-06-01")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "Försenat (1)"
    assert "2027-02-01  Gör: Köp läsplattor" in lines[1]
    assert lines.index("Framöver (1)") > 2


@pytest.mark.parametrize(
    ("within", "n"), [("90d", 1), ("92", 2), ("13w", 1), ("3m", 2), ("1y", 2), ("0d", 1)]
)
def test_within_a_time(run, chain, within, n):
    done = run("due", "--today", "2027-06-01", "--within", within, "--format", "json", chain)
    assert len(json.loads(done.out)["tasks"]) == n


def test_what_is_refused(run, chain):
    assert run("due", "--within", "snart").code == 2
    done = run("due", "--today", "2027-06-01", "--role", "Inköpere", "--language", "sv")
    assert done.code == 2
    assert "menas Inköpare?" in done.err
    assert run("due", "saknas.yaml").code == 2


def test_a_calendar_is_written_and_the_same_whatever_the_day(run, chain, tmp_path):
    assert run("due", "--today", "2027-06-01", "--role", "inköpare", "-o", "a.ics").code == 0
    assert run("due", "--today", "2027-07-01", "--format", "ics=b.ics").code == 0
    first = (tmp_path / "a.ics").read_bytes()
    assert first == (tmp_path / "b.ics").read_bytes()
    assert first.count(b"\r\n") == first.count(b"\n")
    assert first.count(b"BEGIN:VEVENT") == 2


NORWEGIAN = """\
nyttokedja: 1
tittel: Digital liste
endringer:
  liste:
    når: 2027-03-01
    tiltak:
      - {hva: Kjøp nettbrett, hvem: Innkjøper, senest: 2027-02-01}
      - Si fra
    indikatorer: {bruk: Bruk}
"""


def test_each_task_is_said_in_the_language_of_its_chain(run, chain, write):
    write("chains/liste.yaml", NORWEGIAN)
    said = run("due", "--today", "2027-06-01").out
    assert "Gör: Köp läsplattor" in said
    assert "Gjør: Kjøp nettbrett" in said
    assert "Gör: Kjøp nettbrett" in run("due", "--today", "2027-06-01", "--language", "sv").out


def test_what_has_no_day_is_counted(run, write):
    write("liste.yaml", NORWEGIAN)
    done = run("due", "--today", "2027-06-01", "liste.yaml")
    assert "Ett tiltak har ingen dag" in done.out
    assert "Én indikator har ikke noe nullpunkt" in done.out
    assert "Ett tiltak har ingen dag" in run("due", "--format", "markdown", "liste.yaml").out


def test_an_empty_calendar_is_said_to_be_so(run, write):
    write("tom.yaml", "nyttokedja: 1\nrubrik: Tom\nförändringar: {a: A}\n")
    done = run("due", "-o", "a.ics", "tom.yaml")
    assert done.code == 0
    assert "Det finns inget att göra som har en dag." in done.err
