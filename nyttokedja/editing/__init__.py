"""Edits, as values → the same file with nothing else in it changed.

An edit is looked up in the file as it is meant (`document`, `lookup`), becomes steps in the file as it is
written (`fields`, `items`, `nodes`), which become splices of its text (`block_style`, `flow_style`); the text
is read again and compared with what the steps say it must be read as (`steps`, `apply`). What people ask for,
in their own words, becomes edits in `orders`. From Python::

    from pathlib import Path
    from nyttokedja.editing import AddItem, AddNode, Set, edit
    from nyttokedja import NodeType

    path = Path("chains/digital_nattillsyn.yaml")
    edited = edit(
        path.read_bytes(),
        AddNode(NodeType.GOAL, "trygg_natt", "Trygga nätter"),
        AddItem("bättre_sömn", ("leads_to",), "trygg_natt"),
        Set("trygg_natt", ("owner",), "Förvaltningschef"),
    )
    print(edited.text)

`CannotEdit` says why an edit was not made. Nothing is written to files here.
"""

from nyttokedja.editing.edits import (
    AddItem,
    AddNode,
    Edit,
    Lengthen,
    MoveNode,
    RemoveItem,
    RemoveNode,
    RenameId,
    Set,
    Shorten,
    Unset,
)
from nyttokedja.editing.engine import Edited, edit
from nyttokedja.editing.errors import CannotEdit

__all__ = [
    "AddItem",
    "AddNode",
    "CannotEdit",
    "Edit",
    "Edited",
    "Lengthen",
    "MoveNode",
    "RemoveItem",
    "RemoveNode",
    "RenameId",
    "Set",
    "Shorten",
    "Unset",
    "edit",
]
