"""First stage: words are gathered to the shapes that they belong to, and shapes to what they stand in.

People put a text upon a form, or below a picture, and draw the arrow to the form or the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from nyttokedja.importing.drawings.board import OUR_HEADING, Connector, Group, Page, Point, Shape
from nyttokedja.importing.drawings.stages.lost import without
from nyttokedja.importing.drawings.stages.places import PlaceIndex, area, centre
from nyttokedja.importing.kind_words import kind_of_word, kinds_by_label
from nyttokedja.importing.model import Remark

_BELOW = 15.0
_BESIDE = 20.0
_LONGEST_NAME = 80
_MOST_TEXTS = 3
_FILLED = 0.5
_FRAMES = ("frame", "lane", "section")
"""Sorts of groups that hold what is drawn in them, whether the program knows that or not."""


def gather(page: Page) -> tuple[Page, tuple[Remark, ...]]:
    """The page with its words where they belong; remarks on arrows that end at something without words.

    A group with words and nothing in it is a shape, and so is a text over a frame that is too long for a
    name. Each arrow ends at a shape with words, at a group, or nowhere.
    """
    page = _with_boxes_of_groups(_with_groups_by_place(_without_own_headings(page)))
    page, texts = _with_texts_in_forms(page)
    return _with_ends(page, texts)


def _without_own_headings(page: Page) -> Page:
    """The page without the headings of columns in our own drawings, where nobody has written in them."""
    own = {shape.id for shape in page.shapes if shape.data.get(OUR_HEADING) == " ".join(shape.lines)}
    met = {end for one in page.connectors for end in (one.tail, one.head)}
    return replace(page, shapes=tuple(one for one in page.shapes if one.id not in own - met)) if own else page


def _with_groups_by_place(page: Page) -> Page:
    """Each shape is in the frames and lanes that it is drawn in, the largest first."""
    index = PlaceIndex((group.id, group.place) for group in page.groups if group.sort in _FRAMES)
    shapes = []
    for shape in page.shapes:
        if shape.place is not None:
            around = reversed(index.near(centre(shape.place)))
            size = area(shape.place)
            more = [name for _, large, name in around if large > size and name not in shape.groups]
            shape = replace(shape, groups=(*more, *shape.groups)) if more else shape  # noqa: PLW2901
        shapes.append(shape)
    return replace(page, shapes=tuple(shapes))


def _with_boxes_of_groups(page: Page) -> Page:
    """A group with words and none in it is a shape; so is one that says its kind and has arrows."""
    filled = {name for shape in page.shapes if shape.lines for name in shape.groups}
    ends = {end for connector in page.connectors for end in (connector.tail, connector.head)}
    alone = [
        group
        for group in page.groups
        if _is_box(group) and (group.id not in filled or (group.id in ends and kinds_by_label(group.lines)))
    ]
    boxes = [Shape(one.id, one.lines, one.place, one.looks, one.groups) for one in alone]
    gone = {group.id for group in alone}
    groups = tuple(group for group in page.groups if group.id not in gone)
    texts = [one for one in groups if len(" ".join(one.lines)) > _LONGEST_NAME]
    boxes += [Shape(f"{one.id} …", one.lines, lasting=False, groups=(one.id,)) for one in texts]
    groups = tuple(replace(one, lines=()) if one in texts else one for one in groups)
    return replace(page, shapes=(*page.shapes, *boxes), groups=groups)


def _is_box(group: Group) -> bool:
    return bool(group.lines) and group.sort != "layer" and kind_of_word(" ".join(group.lines)) is None


def _with_texts_in_forms(page: Page) -> tuple[Page, Mapping[str, str]]:
    """Texts that fill a form take its looks, and are one; form → the text that lies on it."""
    index = PlaceIndex((shape.id, shape.place) for shape in page.shapes if shape.lines)
    shapes = {shape.id: shape for shape in page.shapes}
    met = {end for connector in page.connectors for end in (connector.tail, connector.head)}
    texts: dict[str, str] = {}
    for form in page.shapes:
        if form.lines or form.place is None:
            continue
        inside = [
            shapes[name] for name in islice(index.inside(form.place), _MOST_TEXTS + 1) if name in shapes
        ]
        plain = not any(_is_form(text) for text in inside)
        if len(inside) > 1 and plain and not met & {text.id for text in inside} and _is_filled(form, inside):
            first, *rest = sorted(
                inside, key=lambda text: (text.place.y, text.place.x) if text.place else (0.0, 0.0)
            )
            said = [first.note, *(part for text in rest for part in (" ".join(text.lines), text.note))]
            note = "\n".join(part for part in said if part)
            shapes[first.id] = replace(first, note=note)
            for text in rest:
                del shapes[text.id]
            inside = [shapes[first.id]]
        if len(inside) == 1:
            (text,) = inside
            texts[form.id] = text.id
            if plain:
                shapes[text.id] = replace(text, place=form.place, looks={**form.looks, **text.looks})
                shapes.pop(form.id, None)  # two forms may have one id
    return replace(page, shapes=tuple(shapes.values())), texts


def _is_filled(form: Shape, texts: Sequence[Shape]) -> bool:
    """Whether a few texts fill a form, so that they are its heading and what stands under it."""
    places = [text.place for text in texts if text.place is not None]
    if form.place is None or len(texts) > _MOST_TEXTS:
        return False
    return sum(map(area, places)) >= area(form.place) * _FILLED


def _is_form(shape: Shape) -> bool:
    """Whether a shape is more than its words."""
    return bool({"fill", "line"} & set(shape.looks))


def _with_ends(page: Page, texts: Mapping[str, str]) -> tuple[Page, tuple[Remark, ...]]:
    ends = _Ends(page, texts)
    found, lost = [], []
    for connector in page.connectors:
        tail, head = ends.of(connector.tail), ends.of(connector.head)
        if None in (tail, head):
            lost.append(replace(connector, tail=tail or None, head=head or None))
        else:
            found.append(_ending(connector, tail or None, head or None))
    return without(replace(page, connectors=tuple(found)), lost, "arrow-unlabelled")


def _ending(connector: Connector, tail: str | None, head: str | None) -> Connector:
    return replace(connector, tail=tail, head=head)


class _Ends:
    """What an arrow's end means."""

    def __init__(self, page: Page, texts: Mapping[str, str]) -> None:
        self._shapes = {shape.id: shape for shape in page.shapes}
        self._groups = {group.id: group for group in page.groups}
        self._texts = texts
        self._index = PlaceIndex((shape.id, shape.place) for shape in page.shapes if shape.lines)
        met = {end for one in page.connectors for end in (one.tail, one.head)}
        free = (one for one in page.shapes if one.lines and one.id not in met and not _is_form(one))
        self._captions = PlaceIndex((shape.id, shape.place) for shape in free)
        self._holding: dict[str, list[str]] = {}
        for shape in page.shapes:
            for name in shape.groups if shape.lines else ():
                self._holding.setdefault(name, []).append(shape.id)

    def of(self, name: str | None) -> str | None:
        """The shape with words, or the group, that an end is at; "" for nowhere, None for no words there."""
        if name is None:
            return ""
        if name in self._texts:
            return self._texts[name]
        if name in self._groups:
            return self._of_group(self._groups[name])
        shape = self._shapes.get(name)
        if shape is None:
            return ""
        return name if shape.lines else next(self._meant(shape), None)

    def _of_group(self, group: Group) -> str | None:
        inside = self._holding.get(group.id, ())
        if inside:
            return inside[0] if len(inside) == 1 and not group.lines else group.id
        return next((name for name in reversed(group.groups) if name in self._shapes), None)

    def _meant(self, form: Shape) -> Iterator[str]:
        for name in reversed(form.groups):
            if name in self._shapes and self._shapes[name].lines:
                yield name
        if form.place is None:
            return
        foot = Point(centre(form.place).x, form.place.y + form.place.height)
        for _, _, name in self._index.near(foot, _BELOW):
            text = self._shapes[name].place
            if text is not None and centre(text).y > foot.y:
                yield name
        beside = self._captions.beside(form.place, _BESIDE)
        if len(beside) == 1 or (beside and beside[1][0] - beside[0][0] > _BESIDE / 4):
            yield beside[0][2]
