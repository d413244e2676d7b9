"""The commands, one thin file each: the module of a command's name, imported when the command is called."""

from __future__ import annotations

from collections.abc import Mapping

SHORT_HELPS: Mapping[str, str] = {
    "check": "Say what is wrong or missing in chains, where, and what to do about it.",
    "draw": "Make pictures of chains, one file a chain.",
    "questions": "Say which of the seven questions are answered for each benefit, by what, "
    "and which are open.",
    "fmt": "Rewrite chains in their canonical form: one way of writing the same chain.",
    "new": "Write a small, well-commented chain to start from.",
    "add": "Add a box of a TYPE, with a TITLE, last in its section.",
    "link": "Draw an arrow FROM one box TO another; or say more about one that is there.",
    "unlink": "Take away the arrow FROM one box TO another, or what an obstacle, precondition or risk names.",
    "set": "Give the KEY of the box ID a VALUE.",
    "unset": "Take the KEY of the box ID away, with what it holds.",
    "move": "Move the box ID to another SECTION, so that it becomes a benefit, say, in place of an effect.",
    "rename": "Give the box OLD the id NEW, in all chains that have it and wherever they name it.",
    "remove": "Take the box ID away, with the arrows to it and whatever else names it, "
    "and say what that was.",
    "accept": "Accept what a RULE finds AT a box, or at an arrow: the decision is written into the chain.",
    "diff": "Say what a change does to chains: what falls, what holds, and what is to be examined again.",
    "log": "Say commit by commit what has changed in a chain, in its git history, newest first.",
    "without": "Say what falls if boxes or arrows are taken away: goals and benefits lost "
    "or exposed, and whose.",
    "git": "Let git show and merge chains by what they say.",
    "rule": "List the rules, or show the manual of one, by code or name.",
    "config": "Show which settings hold for a chain, and where each of them was said.",
    "schema": "Write the JSON Schemas into FOLDER (schemas, if not said), and show how a "
    "file names its schema.",
    "import": "Make a chain of a Graphviz drawing.",
    "completion": "Print a script that makes a SHELL complete commands, options, rules and boxes.",
}
"""Command → the first sentence of its help, in the order in which a newcomer meets them.

A list of commands is made of this table alone: importing them all would take three times as long as click.
"""
