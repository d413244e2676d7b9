import pytest

GOOD = "nyttokedja: 1\nrubrik: Bra\nskede: utkast\n"
BAD = "nyttokedja: 1\nrubrik: Dålig\nskede: plan\nnyttor:\n  trygghet: Ökad trygghet\n"
WARNED = "nyttokedja: 1\nrubrik: Nå mål #1\nskede: utkast\n"


def test_a_sound_chain_is_said_to_be_so(run, write):
    write("a.yaml", GOOD)
    assert run("check") == (0, "1 effektkedja granskad: inga fel och inga varningar.\n", "")


def test_a_finding_says_where_what_and_what_to_do(run, write):
    write("a.yaml", BAD)
    ran = run("check", "a.yaml")
    assert ran.code == 1
    assert "a.yaml:5:3 NK401 fel: Nyttan ”Ökad trygghet” har ingen ägare.\n    → Vem i linjen" in ran.out
    assert ran.out.endswith("1 effektkedja granskad: 3 fel och 3 varningar.\n")
    assert ran.err == ""


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        (BAD, "error", 1),
        (BAD, "never", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 1),
        (GOOD + "nyttor: {a: A}\n", "warning", 0),
        (GOOD + "nyttor: {a: A}\n", "info", 1),
    ],
)
def test_the_exit_code_follows_the_level(run, write, text, level, code):
    write("a.yaml", text)
    assert run("check", "--fail-on", level, "a.yaml").code == code


def test_chains_are_looked_for_in_the_folder_chains_if_there_is_one(run, write):
    write("chains/a.yaml", GOOD)
    write("b.yaml", BAD)
    assert run("check").code == 0
    assert run("check", ".").code == 1


def test_standard_input_is_a_chain(run):
    ran = run("check", "-", stdin=BAD.encode())
    assert ran.code == 1
    assert ran.out.startswith("-:2:9 NK213 varning")


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(run, write):
    write("a.yaml", BAD)
    ran = run("check", "missing.yaml", "a.yaml")
    assert ran.code == 2
    assert "a.yaml:5:3 NK401" in ran.out
    assert ran.err == "missing.yaml går inte att öppna: No such file or directory.\n"


def test_a_file_that_cannot_be_read_is_a_finding(run, write):
    write("a.yaml", "rubrik: å\n".encode("utf-16"))
    write("b.yaml", GOOD)
    ran = run("check", "a.yaml", "b.yaml")
    assert ran.code == 1
    assert "a.yaml:1:1 NK001 fel: Filen är sparad som UTF-16" in ran.out


def test_where_there_is_no_chain_one_is_told_how_to_get_one(run, write):
    write("docker-compose.yaml", "services: {}\n")
    ran = run("check")
    assert ran.code == 2
    assert "nyttokedja new" in ran.err


def test_other_yaml_is_counted_and_a_near_miss_is_a_finding(run, write):
    write("a.yaml", GOOD)
    write("b.yaml", "services: {}\n")
    write("c.yaml", "nyttokeda: 1\nrubrik: x\n")
    ran = run("check")
    assert ran.code == 1
    assert "c.yaml:1:1 NK003 fel: ”nyttokeda” är ingen nyckel som kan stå här. Menas ”nyttokedja”?" in ran.out
    assert "1 annan YAML-fil hoppades över." in ran.out


def test_infos_alike_are_said_in_one_line(run, write):
    write("a.yaml", "nyttokedja: 1\nrubrik: x\nnyttor: {a: A, b: B, c: {ägare: Chef}}\n")
    ran = run("check")
    assert "NK401 upplysning: 2 av 3 nyttor saknar ägare: A, B." in ran.out
    assert ran.out.count("NK401") == 1
    assert "a.yaml säger inget skede, så analys antas." in ran.out


def test_rules_can_be_turned_on_and_off(run, write):
    write("a.yaml", BAD)
    assert run("check", "--ignore", "NK2,NK4,missing-indicator").code == 0
    assert "NK2" not in run("check", "--ignore", "NK2").out
    effects = "effekter: {b: {leder_till: c}, c: {leder_till: d}}\n"
    text = "förändringar: {a: {leder_till: [b, c]}}\n" + effects + "nyttor: {d: D}\n"
    write("a.yaml", GOOD.replace("utkast", "plan") + text)
    assert "NK210" not in run("check").out
    assert "NK210 upplysning" in run("check", "--select", "shortcut-link").out


def test_a_rule_that_is_not_there_is_refused(run, write):
    write("a.yaml", GOOD)
    ran = run("check", "--ignore", "NK999")
    assert ran.code == 2
    assert "NK999" in ran.err


def test_each_chain_is_spoken_of_in_its_own_language(run, write):
    write("a.yaml", BAD)
    write("b.yaml", "nyttokedja: 1\ntitle: x\nstage: plan\nbenefits: {a: A}\n")
    out = run("check").out
    assert "har ingen ägare" in out
    assert "has no owner" in out
    assert "2 effektkedjor granskade" in out
    assert "2 effect chains checked" in run("check", "--language", "en").out


def test_what_is_accepted_is_not_shown_but_counted(run, write):
    write("a.yaml", BAD + "undantag: [{regel: NK401, gäller: trygghet}]\n")
    out = run("check").out
    assert "NK401" not in out
    assert "1 påpekande är godtaget i kedjan och visas inte." in out


@pytest.mark.parametrize(
    ("title", "shown"),
    [("\\e[31mröd", "\\u001b"), ("a\u202eb", "\\u202e"), ("\u2028::error ::x", "\\u2028")],
)
def test_nothing_in_a_chain_can_speak_to_the_terminal(run, write, title, shown):
    write("a.yaml", f'nyttokedja: 1\nrubrik: x\nskede: plan\nnyttor: {{a: "{title}"}}\n')
    out = run("check").out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\u2028" not in out
    assert "\n::error" not in out


def test_the_same_findings_come_from_many_files_in_parallel(run, write):
    for n in range(50):
        write(f"chains/k{n:02}.yaml", BAD)
    alone, together = run("check", "--jobs", "1"), run("check", "--jobs", "2")
    assert alone == together
    assert "50 effektkedjor granskade: 150 fel och 150 varningar." in together.out
