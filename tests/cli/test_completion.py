"""What the shells are offered at a press of Tab."""

import os
import shutil
import subprocess
import sys

import pytest
from click.shell_completion import get_completion_class

from nyttokedja.checking.rules import RULES
from nyttokedja.cli import COMMANDS, program
from nyttokedja.cli.commands.completion import SHELLS
from nyttokedja.reports.findings import FORMATS

CHAIN = """\
nyttokedja: 1
förändringar:
  digital_lista: {leder_till: signerar}
effekter:
  signerar: {leder_till: [färre_fel, "$(reboot)"]}
  färre_fel:
  $(reboot):
  två ord:
  "-rf":
  "rad\\nbrytning":
  "*.yaml":
nyttor: ja
"""
OTHER = "nyttokedja: 1\nrubrik: B\nmål:\n  sista_målet: Målet\n"


@pytest.fixture
def offered(tmp_path, monkeypatch, capfd):
    """What is offered after some words, of which the last one is not complete."""
    monkeypatch.chdir(tmp_path)

    def offered(*words):
        complete = get_completion_class("bash")(program, {}, "nyttokedja", "_NYTTOKEDJA_COMPLETE")
        items = complete.get_completions(list(words[:-1]), words[-1])
        assert capfd.readouterr() == ("", "")
        return [item.value for item in items]

    return offered


@pytest.mark.parametrize("command", ["set", "unset", "move", "remove", "rename", "link", "unlink"])
def test_boxes_are_offered_and_nothing_else_that_a_file_says(offered, write, command):
    write("chains/a.yaml", CHAIN)
    assert offered(command, "") == ["digital_lista", "signerar", "färre_fel"]
    assert offered(command, "f") == ["färre_fel"]
    assert offered("accept", "NK501", "s") == ["signerar"]
    assert offered("add", "nytta", "Titel", "--from", "") == offered(command, "")
    assert offered("without", "") == offered(command, "")
    assert offered("without", "signerar", "chains/") == ["chains/"]


def test_an_arrow_leads_to_a_box_of_the_same_chain(offered, write):
    write("chains/a.yaml", CHAIN)
    write("chains/b.yaml", OTHER)
    assert "sista_målet" in offered("link", "")
    assert "sista_målet" not in offered("link", "signerar", "")
    assert offered("link", "sista_målet", "") == ["sista_målet"]
    assert len(offered("link", "finns_inte", "")) == 4


@pytest.mark.parametrize(
    "content", [b"\xff\xff", b"nyttokedja: [", b"a: 1\n", b"", OTHER.encode() + b"#" * 600_000]
)
def test_what_cannot_be_read_quickly_is_passed_by(offered, write, content):
    write("chains/a.yaml", content)
    write("chains/b.yaml", CHAIN)
    assert offered("set", "s") == ["signerar"]


@pytest.mark.parametrize(("size", "read"), [(500_000, True), (500_001, False)])
def test_a_file_is_read_up_to_a_size(offered, write, size, read):
    write("chains/b.yaml", OTHER.encode().ljust(size, b"#"))
    assert (offered("set", "sista") == ["sista_målet"]) is read


def test_so_many_files_are_read_and_no_more(offered, write):
    for n in range(101):
        write(f"chains/{n:03}.yaml", f"nyttokedja: 1\nmål: {{m{n:03}: x}}\n")
    assert offered("set", "m") == [f"m{n:03}" for n in range(100)]


def test_a_link_out_of_the_folder_is_passed_by_and_the_next_is_read(offered, write, tmp_path):
    write("elsewhere.yaml", OTHER)
    write("chains/b.yaml", CHAIN)
    (tmp_path / "chains/a.yaml").symlink_to("../elsewhere.yaml")
    assert offered("set", "s") == ["signerar"]


def test_a_factor_is_completed_by_its_id_and_waits_for_a_value(offered, write):
    factors = "{andel: {troligt: 1}, antal: {troligt: 2}, två ord: {troligt: 3}}"
    write("chains/a.yaml", f"nyttokedja: 1\nrubrik: A\nkalkyl: {{tidshorisont: 6, faktorer: {factors}}}\n")
    write("chains/b.yaml", CHAIN)
    assert offered("calculate", "--with", "an") == ["andel=", "antal="]
    assert offered("calculate", "--with", "x") == []


def test_without_a_folder_of_chains_only_the_current_one_is_looked_through(offered, write):
    assert offered("set", "") == []
    write("a.yml", CHAIN)
    write("deep/b.yaml", OTHER)
    assert offered("set", "s") == ["signerar"]


def test_rules_are_offered_by_name_and_by_code(offered):
    assert offered("rule", "missing-ind") == ["missing-indicator"]
    assert offered("rule", "nk50") == [rule.code for rule in RULES if rule.code.startswith("NK50")]
    assert len(offered("rule", "")) == len(RULES)
    assert offered("check", "--select", "NK706,missing-ind") == ["NK706,missing-indicator"]
    assert offered("check", "--ignore", "NK00") == []
    assert offered("accept", "NK101") == []


def test_the_rest_is_offered_too(offered):
    assert set(offered("")) == set(COMMANDS)
    assert offered("check", "--format", "") == list(FORMATS)
    assert "--fail-on" in offered("check", "--")
    assert offered("check", "--fail-on", "w") == ["warning"]
    assert offered("completion", "") == list(SHELLS)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_for_its_shell(run, shell):
    ran = run("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"_NYTTOKEDJA_COMPLETE={shell}_complete" in ran.out.replace(" = '", "=")


@pytest.fixture
def environment(write):
    """An environment in which ``nyttokedja`` is the program that is tested."""
    launcher = write("bin/nyttokedja", f'#!/bin/sh\nexec "{sys.executable}" -m nyttokedja "$@"\n')
    launcher.chmod(0o755)
    write("chains/a.yaml", CHAIN)
    return {**os.environ, "PATH": f"{launcher.parent}{os.pathsep}{os.environ['PATH']}"}


ASKS = {
    "bash": """
        eval "$(nyttokedja completion bash)"
        COMP_WORDS=(nyttokedja set f) COMP_CWORD=2
        _nyttokedja_completion nyttokedja
        printf '%s\\n' "${COMPREPLY[@]}"
        complete -p nyttokedja
    """,
    "zsh": """
        autoload -U compinit && compinit -u -D
        eval "$(nyttokedja completion zsh)"
        words=(nyttokedja set f) CURRENT=3
        _describe() { print -l -- "${(@P)4%%:*}" "${(@P)3%%:*}" }
        _nyttokedja_completion
    """,
    "fish": """
        nyttokedja completion fish | source
        complete --do-complete 'nyttokedja set f'
    """,
    "pwsh": """
        nyttokedja completion powershell | Out-String | Invoke-Expression
        [Console]::OutputEncoding = [Text.Encoding]::UTF8
        (TabExpansion2 'nyttokedja set f' 16).CompletionMatches.CompletionText
    """,
}


@pytest.mark.program
@pytest.mark.parametrize("shell", ASKS)
def test_the_shell_itself_completes_a_box(environment, tmp_path, shell):
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    ran = subprocess.run(
        [program, "-c", ASKS[shell]],
        check=True,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert "färre_fel" in ran.stdout
    assert "signerar" not in ran.stdout
    assert ran.stderr == ""


HEAVY = {"networkx", "jsonschema", "jsonschema_rs", "nyttokedja.checking.check"}


@pytest.mark.parametrize("words", ["set f", "rule f", "f f", "check --f"])
def test_nothing_heavy_is_imported(environment, tmp_path, words):
    code = f"""
import sys
from nyttokedja.cli import main
try:
    main()
finally:
    print(sorted({HEAVY} & set(sys.modules)))
"""
    asked = {"_NYTTOKEDJA_COMPLETE": "bash_complete", "COMP_CWORD": "2", "COMP_WORDS": f"nyttokedja {words}"}
    ran = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=tmp_path,
        env={**environment, **asked},
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.stdout.splitlines()[-1] == "[]"
    assert ran.stderr == ""
