"""Help and usage errors in Swedish and Norwegian: complete, and never more than English says."""

import ast
import re
import string
from pathlib import Path

import click
import pytest

from nyttokedja.cli import COMMANDS, program
from nyttokedja.cli.commands import SHORT_HELPS
from nyttokedja.cli.translation import PROGRAM, localized, metavar, short_helps
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.translations import translations

OTHERS = [language for language in LANGUAGES if language != CANONICAL]
OURS = Path("nyttokedja/cli")
CLICK = Path(click.__file__).parent
NOT_HEARD = {
    *("deprecated", "env var: {var}", "(dynamic)", "Aborted!", "Positional arguments"),
    *("Value must be an iterable.", "Choice({choices})", "file", "directory", "path"),
    *("%(prog)s, version %(version)s", "Do you want to continue?", "Confirm the action without prompting."),
    *("{value!r} is not a valid UUID.", "{name} {filename!r} is not executable."),
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
}
"""What click says of commands that ours are not, besides what it says to those who write commands."""
TO_PROGRAMMERS = re.compile("DeprecationWarning|declar|defined|start character|same flag|No options")


NAMES = {"YAML", "JSON", "SVG", "VS", "HEAD", "BAS", "BASE"}


def flag(param):
    return getattr(param, "is_flag", False)


def commands():
    """Every command that is shown, with its path."""
    yield PROGRAM, program
    for name in COMMANDS:
        command = program.get_command(click.Context(program), name)
        yield name, command
        for sub in getattr(command, "commands", {}).values():
            if not sub.hidden:
                yield f"{name} {sub.name}", sub


def literals(folder, call):
    """The texts that a function is called with, in the modules of a folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in call
            ):
                for argument in node.args:
                    for part in ast.walk(argument):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield part.value


def fields(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def of_click():
    said = set()
    for name in ("core", "exceptions", "types", "parser", "decorators", "formatting"):
        path = CLICK / f"{name}.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                said |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return said


@pytest.mark.parametrize("language", OTHERS)
def test_all_that_click_says_to_a_person_is_translated(language):
    known = {**translations(language, "start", "click"), **translations(language, "usage", "click")}
    options = translations(language, "start", "options")
    left = {
        text for text in of_click() - NOT_HEARD - set(known) - set(options) if not TO_PROGRAMMERS.search(text)
    }
    assert left == set()
    for english, translated in known.items():
        assert fields(translated) <= fields(english), english


@pytest.mark.parametrize("language", OTHERS)
def test_every_refusal_of_ours_is_translated(language):
    known = translations(language, "usage", "usage")
    said = {text for text in literals(OURS, {"Unfit", "_refusal", "_refuse_broken"}) if " " in text}
    assert said - set(known) - {", ", "{address}: "} == set()
    for english, translated in known.items():
        assert fields(translated) == fields(english), english


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    ("path", "command"), list(commands()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_the_whole_help_of_a_command_is_translated(path, command, language):
    made = localized(command, language, path)
    assert made.help
    assert made.help != command.help
    for param, english in zip(made.params, command.params, strict=True):
        assert getattr(english, "help", None) is None or param.help != english.help
    usage, shown = (
        [
            each.options_metavar,
            *(one.make_metavar(click.Context(each)) for one in each.params if not flag(one)),
        ]
        for each in (command, made)
    )
    listed = {**translations(language, "start", "metavars"), **translations(language, "commands", "metavars")}
    assert set(re.findall(r"[A-Z]{2,}(?: RANGE)?", " ".join(usage))) <= set(listed)
    # words in capitals in the prose are those of the usage line
    prose = set(re.findall(r"\b[A-ZÅÄÖÆØ]{2,}\b", made.help.split("\b")[0]))
    known = set(re.findall(r"[A-ZÅÄÖÆØ]{2,}", " ".join(shown))) | NAMES
    assert prose <= known


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    ("path", "command"), list(commands()), ids=lambda one: one if isinstance(one, str) else ""
)
def test_the_examples_are_commands_with_the_same_options(path, command, language):
    def examples(text):
        lines = (text or "").partition("\b")[2].splitlines()
        return [
            re.findall(r"nyttokedja [a-z]+|(?<=\s)--?[a-z-]+", line) for line in lines if "nyttokedja" in line
        ]

    made = localized(command, language, path)
    if path != PROGRAM:  # a newcomer's first chain is in the language of the newcomer
        assert examples(made.help) == examples(command.help)


@pytest.mark.parametrize("language", OTHERS)
def test_the_list_of_commands_is_translated_whole(language):
    listed = short_helps(language, SHORT_HELPS)
    assert list(listed) == list(COMMANDS)
    assert not set(listed.values()) & set(SHORT_HELPS.values())


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over(language):
    helps = {path for path, _ in commands()}
    options = {param.help for _, command in commands() for param in command.params if hasattr(param, "help")}
    assert set(translations(language, "commands", "help")) == helps - {PROGRAM}
    assert set(translations(language, "commands", "options")) <= options
    assert set(translations(language, "start", "options")) <= options
    assert set(translations(language, "usage", "click")) | set(translations(language, "start", "click")) <= (
        of_click() | {"required"}
    )


def test_what_stands_for_values_is_translated_word_by_word():
    assert metavar("[OLD NEW | REVISIONS [PATH]...]", "sv") == "[GAMMAL NY | VERSIONER [SÖKVÄG]...]"
    assert metavar("FORMAT[=FILE]", "nb") == "FORMAT[=FIL]"
    assert metavar("INTEGER RANGE", "sv") == "TAL"
    assert metavar("XX", "sv") == "XX"


def test_english_is_left_as_it_is():
    made = localized(program, CANONICAL)
    assert (made.help, made.params, made.callback) == (program.help, program.params, program.callback)
    assert metavar("PATH", CANONICAL) == "PATH"
    assert short_helps(CANONICAL, SHORT_HELPS) == SHORT_HELPS


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--rule-pges"], "Fel: Valet '--rule-pges' finns inte. Menas '--rule-pages'?"),
        (["check", "--langage", "sv"], "Fel: Valet '--langage' finns inte. (Menas något av: '--language', "),
        (["add", "x"], "Fel: Det saknas 'RUBRIK'."),
        (["chekc"], "Fel: Kommandot 'chekc' finns inte."),
        (["rule", "NK999"], "Fel: KOD går inte att använda: det finns ingen regel som heter NK999"),
        (["set", "a", "b", " "], "Fel: VÄRDE går inte att använda: det är tomt"),
        (["draw", "--format", "x"], "Fel: '--format' går inte att använda: 'x' är inget av 'svg', "),
        (["questions", "--fail-under", "101"], "101 ligger utanför 0<=x<=100."),
        (["questions", "--fail-under", "x"], "'x' är inget tal."),
        (["check", "--today", "i dag"], "'i dag' är inte skrivet som '%Y-%m-%d'."),
        (["rule", "a", "b"], "Det står ett ord för mycket (b)."),
        (["check", "--stage"], "Efter '--stage' ska det stå ett värde."),
        (["check", "--fix=x"], "Efter '--fix' ska det inte stå något värde."),
        (["git"], "Användning: nyttokedja git [VAL] KOMMANDO [ARGUMENT]..."),
        (["check", "--rule-pages", "x"], "x: det saknas {code}, som står för regeln"),
    ],
)
def test_a_usage_error_is_said_in_the_language_of_the_person(run, monkeypatch, arguments, said):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    ran = run(*arguments)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    monkeypatch.setenv("LC_ALL", "C")
    again = run(*arguments)
    assert "Error: " in again.err or again.err.startswith("Usage: ")
    assert said not in again.err


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *[
            ("granska", "check"),
            ("Granska", "check"),
            ("granksa", "check"),
            ("chekc", "check"),
            ("rita", "draw"),
        ],
        *[
            ("tegn", "draw"),
            ("jämför", "diff"),
            ("sammenlign", "diff"),
            ("regler", "rule"),
            ("hjälp", "--help"),
        ],
    ],
)
def test_a_swedish_or_norwegian_name_of_a_command_is_understood(run, written, meant):
    ran = run(written)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"No such command '{written}'. Did you mean '{meant}'?\n")


def test_what_is_near_no_command_gets_no_hint(run):
    assert run("xyzzy").err.endswith("No such command 'xyzzy'.\n")


@pytest.mark.parametrize("language", OTHERS)
def test_the_names_of_commands_in_other_languages_lead_to_commands(language):
    names = translations(language, "command_names", "commands")
    assert {meant.split()[0] for meant in names.values()} <= {*COMMANDS, "--help"}
    assert {"check", "draw", "new", "add", "diff", "rule", "remove"} <= set(names.values())
    assert not set(names) & set(COMMANDS) - {"schema"}


@pytest.mark.parametrize("language", OTHERS)
def test_what_commands_say_of_their_work_is_translated(language):
    known = translations(language, "usage", "told")
    source = "".join(path.read_text("utf-8") for path in OURS.rglob("*.py"))
    assert all(f'"{english}"' in source for english in known)
    for english, translated in known.items():
        assert fields(translated) == fields(english), english


def test_a_command_speaks_of_its_work_in_the_language_of_the_person(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "nb_NO.UTF-8")
    assert run("schema", "s").out.startswith("skrev: s/chain.sv.schema.json\n")
    assert "Første linje i et kart" in run("schema", "s").out
    assert run("config", "none.yaml").err.startswith("nyttokedja: none.yaml finnes ikke.")


def test_what_one_call_said_is_not_said_by_the_next(run):
    """Help in several languages, one after the other in one process."""
    for command in ([], ["check"], ["git"], ["git", "install"]):
        said = [
            run(*command, "--help", *which) for which in ([], ["--language", "sv"], ["--language", "nb"], [])
        ]
        assert "Show this message" in said[0].out
        assert "Show this message" not in said[1].out + said[2].out
        assert said[0] == said[3]
        click.Context(program).get_help()  # which asks for no -h
        assert run(*command, "--help") == said[0]
