"""What README and the Swedish page show is what happens."""

import json
import re
import shlex
import shutil
import textwrap
from pathlib import Path

import click
import pytest

from nyttokedja.checking.check import check
from nyttokedja.checking.settings.schema import schema
from nyttokedja.checking.settings.toml_places import parse
from nyttokedja.checking.settings.validation import findings
from nyttokedja.cli import COMMANDS, main, program
from nyttokedja.editing import Set, edit
from nyttokedja.language.texts import texts
from nyttokedja.reports.sentences import sentences

PAGES = {path.as_posix(): path.read_text("utf-8") for path in (Path("README.md"), *Path("docs").glob("*.md"))}


def blocks(page, language):
    return [
        textwrap.dedent(text)
        for text in re.findall(rf"^ *```{language}\n(.*?)^ *```", PAGES[page], re.DOTALL | re.MULTILINE)
    ]


def said(text, name):
    for finding in check(text.encode(), name).findings:
        speaker = texts(finding.language)
        word = speaker.word("severity", finding.severity.word)
        place = f"{name}:{finding.place.line}:{finding.place.column}"
        yield f"{place} {finding.code} {word}: {speaker.message(finding)}"
        yield f"    → {speaker.remedy(finding)}"


@pytest.mark.parametrize(
    ("page", "name", "slip"),
    [
        ("README.md", "forsta.yaml", None),
        ("docs/kom-igang.md", "nattillsyn.yaml", ("till: frigjord_tid", "till: frigjort_tid")),
        ("docs/kom-i-gang.md", "tilsyn.yaml", ("til: frigjort_tid", "til: frigjord_tid")),
    ],
)
def test_the_findings_shown_are_those_of_the_chain_shown(page, name, slip):
    chain = blocks(page, "yaml")[0]
    if slip:
        assert check(chain.encode()).findings == ()
        chain = chain.replace(*slip)
    lines = list(said(chain, name))
    assert [line for line in blocks(page, "text")[0].splitlines() if line not in lines] == []


def test_the_answers_shown_are_those_of_a_chain(capsys):
    with pytest.raises(SystemExit):
        main(["questions", "chains"])
    assert textwrap.indent(blocks("README.md", "text")[1], "  ") in capsys.readouterr().out


def test_the_calculation_shown_can_be_calculated(tmp_path, capsys):
    (shown,) = (block for block in blocks("README.md", "yaml") if "kalkyl:" in block)
    path = tmp_path / "x.yaml"
    path.write_text(
        f"nyttokedja: 1\nrubrik: x\nförändringar: {{a: {{leder_till: frigjord_tid}}}}\n{shown}", "utf-8"
    )
    with pytest.raises(SystemExit) as end:
        main(["calculate", "--format", "json", str(path)])
    (chain,) = json.loads(capsys.readouterr().out)["chains"]
    assert (end.value.code, chain["items"][0]["hours"]["likely"]) == (0, 1092)


@pytest.mark.parametrize(
    ("page", "head", "box"),
    [
        ("docs/kom-igang.md", "rubrik: x\nskede: plan\n", "frigjord_tid"),
        ("docs/kom-i-gang.md", "tittel: x\nfase: planlegging\n", "frigjort_tid"),
    ],
)
def test_a_box_of_a_plan_is_sound_as_shown(page, head, box):
    chain = f"nyttokedja: 1\n{head}{blocks(page, 'yaml')[1]}"
    about = {finding.code for finding in check(chain.encode()).findings if finding.node == box}
    assert about == {"NK204"}  # all that is left to say is that nothing leads to it here


def test_the_python_shown_runs(capsys):
    exec(compile(blocks("README.md", "python")[0], "README.md", "exec"), {})
    assert "True" in capsys.readouterr().out


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the chains, in the folder that is worked in."""
    shutil.copytree("chains", tmp_path / "chains")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_python_shown_changes_a_chain(copy, capsys):
    exec(compile(blocks("README.md", "python")[1], "README.md", "exec"), {})
    assert capsys.readouterr().out == ""
    checked = check((copy / "changed.yaml").read_bytes())
    assert ("okad_trygghet", "trygg_hemma") in checked.graph.arrow_between
    assert "lakemedelsautomat" in checked.graph.nodes


def test_the_changes_shown_can_be_made(copy):
    lines = next(block for block in blocks("README.md", "sh") if "nyttokedja add" in block).splitlines()
    for line in lines:
        with pytest.raises(SystemExit) as end:
            main(shlex.split(line)[1:])
        assert end.value.code == 0, line
    changed = (copy / "chains/digital_nattillsyn.yaml").read_text("utf-8")
    assert "    leder_till: {till: hållbar_bemanning_natt, koppling: direkt}\n" in changed
    assert "målvärde: {värde: 70," in changed


def test_the_reports_shown_are_written(copy, capsys):
    lines = next(block for block in blocks("README.md", "sh") if "--format sarif" in block).splitlines()
    for line in lines:
        with pytest.raises(SystemExit) as end:
            main(shlex.split(line)[1:])
        assert end.value.code == 0, line
    assert {"findings.sarif", "findings.xml"} <= {path.name for path in copy.iterdir()}
    assert "effect chains" in capsys.readouterr().out


def test_the_diff_shown_is_of_what_the_chain_says():
    data, id = Path("chains/lakemedelsautomat.yaml").read_bytes(), "frigjord_tid_hemtjanst"
    changes = Set(id, ("size",), "large"), Set(id, ("for",), "Undersköterskor i hemtjänsten, dag och natt")
    before, after = (sentences(file).decode().splitlines() for file in (data, edit(data, *changes).after))
    head, *lines = blocks("README.md", "diff")[0].splitlines()
    assert head == f"@@ -159,7 +159,8 @@ {next(line for line in before if id in line and line[0] != ' ')}"
    assert [line[1:] for line in lines if line[0] in " -"] == before[158 : 158 + 7]
    assert [line[1:] for line in lines if line[0] in " +"] == after[158 : 158 + 8]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_shown_is_one(page):
    shown = re.findall(rf"nyttokedja ((?:{'|'.join(COMMANDS)})\b[^`\n;&|)]*)", PAGES[page])
    assert {line.split()[0] for line in shown} <= set(COMMANDS)
    for line in shown:
        name, *arguments = shlex.split(line.replace("\\", "/").replace("[", "").replace("]", ""))
        command = program.get_command(click.Context(program), name)
        if arguments and arguments[0] in getattr(command, "commands", {}):
            command = command.commands[arguments.pop(0)]
        options = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word for word in arguments if word.startswith("-")} <= options, line


def test_the_two_commands_stand_there_for_both_systems():
    shell, powershell = blocks("README.md", "sh"), blocks("README.md", "powershell")
    main, tests = shell[0], shell[1]
    assert main.count("\n") == tests.count("\n") == 1
    assert "check chains" in main
    assert "draw chains" in main
    assert "pytest" in tests
    assert [text.split()[:4] for text in powershell] == [["py", "-m", "venv", ".venv;"]] * 2


def test_the_pages_for_workshops_say_the_same_in_both_languages():
    swedish, norwegian = PAGES["docs/kom-igang.md"], PAGES["docs/kom-i-gang.md"]
    for part in ("^#+ ", "^\\|", "^```", r"^\d\. ", "^- "):
        assert len(re.findall(part, swedish, re.MULTILINE)) == len(
            re.findall(part, norwegian, re.MULTILINE)
        ), part
    for page in (swedish, norwegian):
        assert "`python` i st" in page.split("\n## ")[1]
        assert "-P -m nyttokedja" in page


@pytest.mark.parametrize("page", PAGES)
def test_every_link_and_picture_is_there(page):
    for target in re.findall(r"\]\(([^)#]+)\)", PAGES[page]):
        assert (Path(page).parent / target).exists(), target


_COMMENTED = ("baseline", "focus", "hops", "only", "width", "dpi", "template")


def test_the_settings_shown_are_settings():
    (text,) = blocks("README.md", "toml")
    written = parse(text.encode())
    assert findings(written, "nyttokedja.toml", "en") == ()
    assert findings(parse(text.replace("# baseline", "baseline").encode()), "nyttokedja.toml", "en") == ()
    commented = {name for name in _COMMENTED if f"# {name} = " in text}
    assert set(schema()["properties"]) == {*written.values, *commented}


def test_the_settings_shown_can_be_used_as_they_stand(copy, capsys):
    (text,) = blocks("README.md", "toml")
    (copy / "nyttokedja.toml").write_text(text, "utf-8")
    with pytest.raises(SystemExit) as end:
        main(["check", "chains"])
    assert end.value.code in (0, 1), capsys.readouterr().err


def test_what_falls_is_what_is_shown(capsys):
    with pytest.raises(SystemExit):
        main(["without", "farre_besok", "chains/lakemedelsautomat.yaml"])
    assert capsys.readouterr().out in blocks("README.md", "text")
