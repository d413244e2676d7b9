"""Walls of notes, by hand: what an importer makes of them, and the chain and the memory of a first import."""

from itertools import pairwise

from nyttokedja.importing.fitting import fitted
from nyttokedja.importing.model import Collected, CollectedArrow, CollectedBox, CollectedNote
from nyttokedja.importing.returning import Origin, read_memory, remembered, returned
from nyttokedja.writing.chain_file import to_yaml

NOTES = Origin("vaggen.txt", "notes")
LETTERS = {
    "F": "change", "E": "effect", "N": "benefit", "KK": "drawback", "M": "goal", "KR": "cost",
    "FS": "precondition", "H": "obstacle", "R": "risk", "Ö": "opportunity",
}  # fmt: skip


def wall(*lines, refs=None, title="Väggen", **head):
    """An import of lines as ``N: Frigjord tid {for=chefer}``, ``E: A -> E: B`` or ``vad säger facket?``.

    ``refs`` is words → the lasting name that a board has for them.
    """
    refs = refs or {}
    boxes, notes, arrows = {}, {}, []
    for line in lines:
        keys = [_put(part.strip(), boxes, notes, refs) for part in line.split(" -> ")]
        arrows += [CollectedArrow(*pair) for pair in pairwise(keys)]
    collected = Collected(title, tuple(boxes.values()), tuple(notes.values()), tuple(arrows), head=head)
    return fitted(collected)


def _put(part, boxes, notes, refs):
    letter, colon, rest = part.partition(": ")
    if not colon or letter not in LETTERS:
        notes[part] = CollectedNote(part, part, ref=refs.get(part, ""))
        return part
    words, _, said = rest.partition(" {")
    fields = dict(pair.split("=") for pair in said.rstrip("}").split("; ") if pair)
    boxes.setdefault(part, CollectedBox(part, LETTERS[letter], words, fields, refs.get(words, "")))
    return part


def first(imported, origin=NOTES):
    """The text of the chain that an import makes, and what is remembered of it."""
    return to_yaml(imported.data, "sv", titles=True), remembered(imported, origin).to_bytes()


def again(text, imported, memory, origin=NOTES, *, prune=False):
    """Another import into a chain."""
    return returned(text.encode(), imported, origin, read_memory(memory)[0], name="k.yaml", prune=prune)
