"""The command config: which settings hold, and where each was said."""

import tomllib

import pytest

CHAIN = "nyttokedja: 1\nrubrik: A\n"


@pytest.fixture
def chains(write):
    write("chains/utkast/b.yaml", CHAIN)
    return write


def test_config_says_what_holds_and_where_it_was_said(run, chains):
    chains(
        "nyttokedja.toml",
        'stage = "plan"\n[[files]]\npaths = ["utkast"]\nstage = "draft"\nignore = ["NK7"]\n',
    )
    ran = run("config", "chains/utkast/b.yaml", "--severity", "NK401=info")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "# chains/utkast/b.yaml"
    assert 'stage = "draft"  # nyttokedja.toml:4' in lines
    assert 'ignore = ["NK7"]  # nyttokedja.toml:5' in lines
    assert 'severity.NK401 = "info"  # --severity' in lines
    assert "tolerance = 0.1  # default" in lines
    assert 'stage = "plan"  # nyttokedja.toml:1' in run("config", "chains").out


def test_what_config_shows_is_a_settings_file(run, chains):
    chains("nyttokedja.toml", 'language = "nb"\n[limits]\nnodes = 7\n')
    shown = run("config", "--tolerance", "0.3").out
    assert tomllib.loads(shown)["limits"]["nodes"] == 7
    chains("shown.toml", shown)
    again = run("config", "--config", "shown.toml").out
    assert tomllib.loads(again) == tomllib.loads(shown)


def test_config_of_what_is_not_there_is_said(run):
    ran = run("config", "none.yaml")
    assert (ran.code, "none.yaml is not there" in ran.err) == (2, True)


def test_one_path_after_the_other(run, chains):
    ran = run("config", "chains", "none", "chains/utkast/b.yaml")
    assert ran.code == 2
    assert [line for line in ran.out.splitlines() if line.startswith("# c")] == [
        "# chains",
        "# chains/utkast/b.yaml",
    ]
    assert "\n\n# chains/utkast/b.yaml\n" in ran.out
    assert "# language: not said\n" in ran.out


def test_settings_that_are_wrong_are_findings(run, chains):
    chains("nyttokedja.toml", 'stage = "utkast"\n')
    ran = run("config", "chains")
    assert (ran.code, ran.out) == (2, "")
    assert "nyttokedja.toml:1:1 NK007" in ran.err


def test_what_nobody_chose_is_said_in_the_language_of_the_person(run, chains):
    out = run("config", "--language", "sv").out
    assert "tolerance = 0.1  # förvalt" in out.splitlines()
    assert "# language: inte sagt" in out.splitlines()
    assert "limits.depth = 16  # forvalgt" in run("config", "--language", "nb").out.splitlines()


def test_a_pattern_that_no_chain_is_meant_by_is_told(run, chains):
    chains("chains/klara/a.yaml", CHAIN)
    chains("fo\u0308rslag/a.yaml", CHAIN)
    first, second = '"utkast", "f\u00f6rslag"', '\n "chains/klra",\n "*.json"\n'
    chains("nyttokedja.toml", f"[[files]]\npaths = [{first}]\n\n[[files]]\npaths = [{second}]\n")
    out = run("config", "--language", "sv").out
    assert [line for line in out.splitlines() if "nyttokedja.toml:" in line] == [
        '# nyttokedja.toml:6: "chains/klra" är ingen fil eller mapp med effektkedjor här. '
        'Menas "chains/klara"?',
        '# nyttokedja.toml:7: "*.json" är ingen fil eller mapp med effektkedjor här.',
    ]
    assert tomllib.loads(out)["tolerance"] == 0.1
    assert "klra" not in run("config", "--isolated").out


def test_a_folder_that_is_checked_as_a_whole_says_which_patterns_are_of_no_use(run, write):
    write("chains/a.yaml", "nyttokedja: 1\nrubrik: A\nskede: utkast\n")
    write("nyttokedja.toml", '[[files]]\npaths = ["chanis", "chains"]\nignore = ["NK211"]\n')
    said = 'nyttokedja.toml:2: "chanis" är ingen fil eller mapp med effektkedjor här. Menas "chains"?'
    assert said in run("check", ".").err
    assert said not in run("check", "chains").err
    assert said not in run("check", "chains/a.yaml").err


def test_pools_are_shown_as_settings_have_them(run, write):
    write("nyttokedja.toml", '[[pools]]\nname = "hemtjänst"\nhours = 9000\n')
    (line,) = [one for one in run("config").out.splitlines() if one.startswith("pools")]
    assert tomllib.loads(line) == {"pools": [{"name": "hemtjänst", "hours": 9000}]}
    assert line.endswith("# nyttokedja.toml:1")
