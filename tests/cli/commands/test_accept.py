"""The command accept: decisions about findings."""

from tests.cli.edited_chain import CHAIN


def test_a_finding_is_accepted_with_its_reason(run, chain):
    assert "NK404" not in run("check", "--select", "NK404").out
    ran = run("accept", "missing-description", "trygghet", "--why", "Rubriken räcker", "--decided-by", "Chef")
    assert ran.out == "Beslutet att godta NK304 vid ”Trygghet” står nu i chains/lista.yaml.\n"
    assert chain.read_text("utf-8") == CHAIN + (
        "  - regel: NK304\n    gäller: trygghet\n    varför: Rubriken räcker\n    beslutat_av: Chef\n"
    )
    assert "NK304 godtaget" in run("check", "--select", "NK304", "--show-accepted").out


def test_the_file_may_come_first_when_a_finding_is_accepted(run, chain):
    (name,) = (path.relative_to(chain.parents[1]).as_posix() for path in [chain])
    said = ("--why", "Sedan", "--decided-by", "Chef", "--force")
    assert run("accept", name, "NK401", "trygghet", *said).code == 0
    assert "NK401" in chain.read_text("utf-8")


def test_a_decision_about_nothing_is_refused(run, chain):
    said = ("--why", "x", "--decided-by", "Chef")
    ran = run("accept", "NK401", "trygghet", *said)
    assert ran.code == 1
    assert "NK901 varning: Undantaget från NK401 gäller ”trygghet”, men där finns inget sådant" in ran.err
    assert chain.read_text("utf-8") == CHAIN
    assert run("accept", "NK401", "trygghet", *said, "--until", "2028-12-31", "--force").code == 0
    assert '    till_och_med: "2028-12-31"\n' in chain.read_text("utf-8")
    assert run("accept", "NK401", "trygghet", *said, "--until", "snart").code == 2
    assert "cannot be accepted" in run("accept", "NK101", "trygghet", *said).err
    assert "no rule called" in run("accept", "NK999", "trygghet", *said).err
    assert run("accept", "NK401", "trygghet", "--why", " ", "--decided-by", "Chef").code == 2


BROKEN = "nyttokedja: 1\nrubrik: A: B\n"


def test_a_date_that_is_none_is_said_also_of_a_file_that_cannot_be_read(run, write):
    write("chains/a.yaml", BROKEN)
    said = ("--why", "x", "--decided-by", "Chef")
    assert "”snart” är ingen tid" in run("accept", "NK401", "a", *said, "--until", "snart").err
    assert "går inte att läsa" in run("accept", "NK401", "a", *said, "--until", "2028").err


def test_an_empty_reason_is_named_by_its_option(run, chain):
    assert "--why: it is empty" in run("accept", "NK401", "trygghet", "--why", " ", "--decided-by", "A").err
    ran = run("accept", "NK401", "trygghet", "--why", "x", "--decided-by", "")
    assert "--decided-by: it is empty" in ran.err


def test_an_arrow_may_be_what_a_finding_is_at(run, chain):
    said = ("--why", "x", "--decided-by", "Chef", "--force")
    ran = run("accept", "NK401", "signerar -> färre_fel", *said)
    assert ran.out.startswith("Beslutet att godta NK401 vid ”Sjuksköterskan signerar digitalt” står nu")
    assert "    gäller: signerar -> färre_fel\n" in chain.read_text("utf-8")
