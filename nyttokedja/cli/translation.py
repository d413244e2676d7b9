"""What click and our commands say, in another language than the English that stands in the code.

English sentences are the keys of the texts, as gettext has it: ``start.toml`` holds what the program's own
help says, ``commands.toml`` the help of each command, ``usage.toml`` the errors. Only what is needed is read.
"""

from __future__ import annotations

import gettext
import re
import sys
from collections.abc import Iterable, Mapping
from copy import copy

import click

from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.translations import translations

PROGRAM = "nyttokedja"
_NEAR = 0.75
"""How much of a word is that of a command which was meant by it."""
_METAVAR = re.compile(r"[A-Z]{2,}(?: RANGE)?")
_CLICK = ("core", "exceptions", "types", "parser", "decorators", "formatting")
"""The modules of click that say something to a person."""


class _Words(gettext.NullTranslations):
    """The translations that click's own sentences are looked up in."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        for file in ("start", "usage"):
            if translated := translations(self._language, file, "click").get(message):
                return str(translated)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def teach_click(language: str) -> None:
    """Have click speak a language, until it is taught another: its sentences go through gettext."""
    words = gettext.NullTranslations() if language == CANONICAL else _Words(language)
    for name in _CLICK:
        module = sys.modules[f"click.{name}"]
        for hook in ("gettext", "ngettext"):
            known = "_" if hook == "gettext" else hook
            if hasattr(module, known):
                setattr(module, known, getattr(words, hook))


def heading(language: str) -> str:
    """What stands above a list of commands."""
    return str(translations(language, "start", "click").get("Commands", "Commands"))


def translated(sentence: str, language: str, group: str) -> str:
    """An English sentence of `usage.toml` in a language; as it is where it has none there."""
    return str(translations(language, "usage", group).get(sentence, sentence))


def told(sentence: str, language: str, **particulars: object) -> str:
    """What a command says of its work, in a language, with its particulars."""
    return translated(sentence, language, "told").format(**particulars)


def short_helps(language: str, english: Mapping[str, str]) -> Mapping[str, str]:
    """Command → the first sentence of its help."""
    return {**english, **translations(language, "start", "commands")}


def meant_command(written: str, commands: Iterable[str]) -> str | None:
    """The command that was meant by a word that is none: a slip, or a Swedish or Norwegian name for it."""
    from difflib import get_close_matches

    words = {name: name for name in commands}
    for language in LANGUAGES:
        words |= translations(language, "command_names", "commands")
    near = get_close_matches(written.casefold(), words, n=1, cutoff=_NEAR)
    return words[near[0]] if near else None


def localized(command: click.Command, language: str, path: str = "") -> click.Command:
    """A command with its help, and what stands for its values, in a language.

    Args:
        command: it is left as it is, and each call gets a copy that knows nothing of others.
        language: sv, nb or en.
        path: its name; that of a subcommand after the name of its group.
    """
    path = path or command.name or ""
    file = "start" if path == PROGRAM else "commands"
    made = copy(command)
    vars(made)["_help_option"] = None  # click keeps the first, with the names and words that it had then
    if isinstance(made, click.Group):
        made.commands = {
            name: localized(each, language, f"{path} {name}") for name, each in made.commands.items()
        }
    if language == CANONICAL:
        return made
    made.help = str(translations(language, file, "help").get(path, command.help))
    made.options_metavar = metavar(command.options_metavar or "", language)
    made.params = [_parameter(param, command, language, file) for param in command.params]
    if isinstance(made, click.Group):
        made.subcommand_metavar = metavar(made.subcommand_metavar, language)
    return made


def metavar(written: str, language: str) -> str:
    """What stands for a value, as ``[PATH]...``, with its words in a language."""

    def word(found: re.Match[str]) -> str:
        said = (translations(language, file, "metavars").get(found[0]) for file in ("start", "commands"))
        return next((str(one) for one in said if one), found[0])

    return _METAVAR.sub(word, written)


def _parameter(param: click.Parameter, command: click.Command, language: str, file: str) -> click.Parameter:
    made = copy(param)
    if isinstance(param, click.Option) and isinstance(made, click.Option):
        if param.help:
            made.help = str(translations(language, file, "options").get(param.help, param.help))
        if param.is_flag or (param.metavar is None and isinstance(param.type, click.Choice | click.DateTime)):
            return made
        made.metavar = metavar(param.metavar or param.type.name.upper(), language)
    elif param.metavar is not None or not isinstance(param.type, click.Choice):
        made.metavar = metavar(param.make_metavar(click.Context(command)), language)
    return made
