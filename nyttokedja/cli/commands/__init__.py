"""The commands, one thin file each: the module of a command's name, imported when the command is called."""

from __future__ import annotations

from collections.abc import Mapping

SHORT_HELPS: Mapping[str, str] = {
    "check": "Say what is wrong or missing in chains, and what to do.",
    "draw": "Make pictures of chains, one file a chain.",
    "read": "Read a chain aloud, both ways, and describe its benefits.",
    "questions": "Say how the seven questions are answered for each benefit.",
    "calculate": "Say what chains are worth: benefits, costs and net.",
    "prioritise": "Put chains in order by your own criteria and weights.",
    "report": "Make documents of chains to edit, print and archive.",
    "fmt": "Lay chains out in one way, with everything in them kept.",
    "new": "Write a small chain to start from, with explanations.",
    "import": "Make chains of notes, tables, drawings and reports.",
    "template": "Write a table that a workshop fills in, a note a row.",
    "maturity": "Ask how mature the organisation is, and report it.",
    "app": "Write the board as one file for browsers.",
    "board": "Work on a chain together, on a wall in the browser.",
    "site": "Make a site of chains: a page each, and overviews.",
    "portfolio": "Make tables over many chains, and ask them.",
    "open": "Check a chain, draw its page and show it in the browser.",
    "serve": "Show chains in the browser, and follow each save.",
    "watch": "Follow notes while they are typed.",
    "sort": "Go through the unsorted notes of FILE, one at a time.",
    "adapt": "Put a WORKSHOP beside a REFERENCE, and say what differs.",
    "export": "Write chains as files to edit in other programs.",
    "add": "Add a box of a TYPE, with a TITLE.",
    "link": "Draw an arrow FROM one box TO another.",
    "unlink": "Take away the arrow FROM one box TO another.",
    "set": "Give the KEY of the box ID a VALUE.",
    "unset": "Take the KEY of the box ID away.",
    "move": "Move the box ID to another SECTION.",
    "rename": "Give the box OLD the id NEW, wherever it is named.",
    "remove": "Take the box ID away, with the arrows to it.",
    "due": "Say what is to be measured, judged and done, by day.",
    "measure": "Write down the VALUE of an INDICATOR, and how it stands.",
    "users": "Add up what is registered of each user, by group.",
    "accept": "Accept what a RULE finds AT a box, and say why.",
    "diff": "Say what a change does to chains, and what it means.",
    "log": "Say what has changed in a chain, commit by commit.",
    "without": "Say what falls if boxes or arrows are taken away.",
    "git": "Let git show and merge chains by what they say.",
    "rule": "List the rules, or show the manual of one.",
    "config": "Show which settings hold for a chain, and why.",
    "schema": "Write the JSON Schemas that editors complete by.",
    "completion": "Print a script that lets a shell complete commands.",
}
"""Command → its line in a list of commands, whole in a terminal of 80 columns; a newcomer's first come first.

A list of commands is made of this table alone: importing them all would take three times as long as click.
"""
