"""Boards for tests, and what comes of them."""

from nyttokedja.importing.drawings.board import Board, Connector, Group, Mark, Page, Point, Rect, Shape
from nyttokedja.importing.drawings.collect import collect
from nyttokedja.importing.drawings.stages.node_types import parse_mapping
from nyttokedja.importing.fitting import fitted
from nyttokedja.importing.model import ImportOptions
from nyttokedja.language.validators import verdict

WIDTH, HEIGHT = 120, 60


def shape(
    id, text="", x=None, y=0, *, width=WIDTH, height=HEIGHT, groups=(), tags=(), data=None, note="", **looks
):
    place = None if x is None else Rect(x, y, width, height)
    lines = tuple(line for line in text.split("\n") if line)
    return Shape(id, lines, place, looks, tuple(groups), tuple(tags), data or {}, note)


def group(id, text="", x=None, y=0, *, width=400, height=400, groups=(), sort="container", name=""):
    place = None if x is None else Rect(x, y, width, height)
    return Group(id, (text,) if text else (), place, {}, tuple(groups), sort, name)


def line(tail, head, text="", *, marks="->", id=None, **looks):
    """An end is the id of a shape, or a place."""
    ends = [end if isinstance(end, str) else None for end in (tail, head)]
    points = [None if isinstance(end, str) else Point(*end) for end in (tail, head)]
    heads = {"<": Mark.ARROW, ">": Mark.ARROW, "|": Mark.BAR, "o": Mark.OTHER, "-": Mark.NONE}
    lines = (text,) if text else ()
    return Connector(
        id or f"{tail}→{head}", *ends, *points, (heads[marks[0]], heads[marks[-1]]), lines, looks
    )


def board(*things, name=""):
    return Board("", (page(*things, name=name),))


def page(*things, name=""):
    def of(kind):
        return tuple(thing for thing in things if isinstance(thing, kind))

    return Page(name, of(Shape), of(Connector), of(Group))


def read(drawn, *, mapping=(), language="sv", **options):
    """The chain of a board, which fits the format."""
    said = ImportOptions(language=language, mapping=parse_mapping(mapping), **options)
    imported = fitted(collect(drawn, said), language=language)
    assert verdict().is_valid(imported.data)
    return imported


def boxes(imported):
    """Title → type of each box."""
    return {
        node["title"]: section
        for section, nodes in imported.data.items()
        if isinstance(nodes, dict) and section != "about"
        for node in nodes.values()
    }


def arrows(imported):
    """The pairs of titles with an arrow between them."""
    held = {
        id: node for nodes in imported.data.values() if isinstance(nodes, dict) for id, node in nodes.items()
    }
    found = set()
    for node in held.values():
        for key in ("leads_to", "hinders", "at", "needed_for"):
            targets = node.get(key, [])
            for target in targets if isinstance(targets, list) else [targets]:
                to = target["to"] if isinstance(target, dict) else target
                found.add((node["title"], held[to]["title"]))
    return found


def notes(imported):
    return [note if isinstance(note, str) else note["text"] for note in imported.data.get("notes", ())]


def remarks(imported):
    """Key → the items of its remarks."""
    found = {}
    for remark in imported.remarks:
        found.setdefault(remark.key, []).append(remark.item)
    return found
