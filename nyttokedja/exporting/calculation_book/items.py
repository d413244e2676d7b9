"""Valued boxes → blocks of rows: their factors, hours, yearly value, and the share of it in each year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from nyttokedja.calculating.expression import Expression, names_in
from nyttokedja.calculating.model import Item, Run, Standing
from nyttokedja.calculating.scope import full_name
from nyttokedja.exporting.calculation_book import factors
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.factors import factor_row, used_row
from nyttokedja.exporting.calculation_book.fallible import guarded
from nyttokedja.exporting.calculation_book.formulas import formula_of
from nyttokedja.exporting.calculation_book.plan import Cell, Field, Formula, Ref, Row, gap
from nyttokedja.importing.calculation.memory import NUMBER, TEXT, said_number
from nyttokedja.model.calculation import Value
from nyttokedja.model.chain import NodeType

YEARS = 6
"""The column of the first year."""
_LABEL, _LAST_LABEL = factors.TITLE, factors.SOURCE


def block(content: Content, item: Item) -> Iterator[Row]:
    """The rows of a box."""
    node, value = item.node, item.node.value
    assert value is not None
    yield Row(f"item|{node.id}", tuple(_heading(content, item)))
    yield Row(f"heads|{node.id}", content.heads(*factors.HEADS))
    own = {full_name(node.id, factor.id) for factor in value.factors}
    for name in _used(content, node.id):
        if name not in own:
            yield used_row(content, node.id, name)
    for factor in value.factors:
        yield factor_row(content, node.id, factor)
    yield from _sums(content, item)
    evidence = Field((node.id, "value", "evidence"), TEXT, value.evidence or None)
    cell = Cell(factors.SOURCE, value.evidence, "input", field=evidence, to=factors.COMMENT)
    yield Row(f"evidence|{node.id}", (*_labelled(content, "evidence"), cell))
    yield from _profile(content, item)
    yield gap(f"gap|{node.id}")


def cell_of(content: Content, key: str, box: str, run: Run) -> Ref:
    """The cell with the ``hours`` or the ``yearly`` value of a box in a run."""
    return Ref(content.sheets[box], f"{key}|{box}", factors.RUNS[run])


def share_of(content: Content, box: str, year: int) -> Ref:
    """The cell with the share of a year, from 0."""
    return Ref(content.sheets[box], f"profile|{box}", YEARS + year)


def _heading(content: Content, item: Item) -> Iterator[Cell]:
    node = item.node
    yield Cell(factors.NAME, node.title, "block", to=factors.SOURCE)
    kind = content.texts.word("picture/boxes", node.kind)
    about = (kind, content.category(node.category), content.party(node.perspective))
    yield Cell(factors.UNIT, " · ".join(filter(None, about)), "block_about", to=factors.HIGHEST)
    told = "" if item.standing is Standing.SUMMED else content.say("standing", item.standing.value)
    yield Cell(factors.KIND, told, "block_about", to=factors.COMMENT)


def _used(content: Content, box: str) -> tuple[str, ...]:
    """The full names of the factors that the formulas of a box use."""
    formulas = content.scope.boxes.get(box, {}).values()
    hours = full_name(box, "hours")
    return tuple(
        name
        for name in dict.fromkeys(name for formula in formulas for name in names_in(formula))
        if name != hours
    )


def _labelled(content: Content, key: str, note: str = "") -> tuple[Cell, ...]:
    label = Cell(_LABEL, content.say("items", key, money=content.money), "label")
    return (label, Cell(_LAST_LABEL, note, "formula")) if note else (label,)


def _sums(content: Content, item: Item) -> Iterator[Row]:
    """The hours before and after, the hours, and the yearly value: each a formula in each run."""
    node, value = item.node, item.node.value
    assert value is not None
    formulas = content.scope.boxes.get(node.id, {})
    for key, look in (("before", "hours"), ("after", "hours"), ("hours", "hours"), ("yearly", "money_bold")):
        written = str(getattr(value, key))
        if key == "hours" and not written and value.counts_hours:
            yield _row(content, key, node.id, "", look, lambda run: _difference(content, item, run))
        elif written and (expression := formulas.get(key)) is not None:
            yield _row(content, key, node.id, written, look, _own(content, expression, node.id))
        elif written:
            cells = (Cell(column, content.cannot, "fault") for column in factors.RUNS.values())
            yield Row(f"{key}|{node.id}", (*_labelled(content, key, written), *cells))


def _own(content: Content, expression: Expression, box: str) -> Callable[[Run], Formula]:
    return lambda run: formula_of(expression, _finder(content, box, run))


def _row(
    content: Content, key: str, box: str, written: str, look: str, formula: Callable[[Run], Formula]
) -> Row:
    cells = []
    fails = content.can_fail(box, key)
    for run, column in factors.RUNS.items():
        value: Decimal | None = getattr(content.by_run[run, box], key)
        made = guarded(formula(run), content.cannot) if fails else formula(run)
        if key == "yearly" and content.can_fail(box, "hours"):  # a box whose hours fail is in no sum
            made = ("IF(ISNUMBER(", cell_of(content, "hours", box, run), "),", *made, f',"{content.cannot}")')
            fails = True
        if value is None and not fails:
            cells.append(Cell(column, content.cannot, "fault"))
        else:
            cells.append(Cell(column, content.cannot if value is None else value, look, made))
    return Row(f"{key}|{box}", (*_labelled(content, key, written), *cells))


def _difference(content: Content, item: Item, run: Run) -> Formula:
    """Before − after of a benefit, after − before of what costs; what is not said is 0."""
    value = item.node.value
    assert value is not None
    before, after = (
        ((cell_of(content, key, item.node.id, run),) if getattr(value, key) else ("0",))
        for key in ("before", "after")
    )
    first, last = (before, after) if item.node.type is NodeType.BENEFIT else (after, before)
    return (*first, "-", *last)


def _finder(content: Content, box: str, run: Run) -> Callable[[str], Ref]:
    """What finds the cells of a box's own formulas: in its block, where shared factors stand too."""
    own = content.sheets[box]

    def place(name: str) -> Ref:
        if name == full_name(box, "hours"):
            return cell_of(content, "hours", box, run)
        if name.startswith(f"{box}/"):
            return factors.place_of(content, name, run)
        return Ref(own, f"used|{box}|{name}", factors.RUNS[run])

    return place


def _said_profile(value: Value) -> tuple[str, ...] | None:
    """What the chain says of the years, as a memory has it."""
    by_year = tuple(f"{year}:{said_number(share)}" for year, share in value.profile_from.items())
    return tuple(map(said_number, value.profile)) or by_year or None


def _profile(content: Content, item: Item) -> Iterator[Row]:
    """The row of years, and that of the shares."""
    node = item.node
    if not item.shares:
        return
    years = tuple(Cell(YEARS + n, Decimal(year), "year") for n, year in enumerate(content.frame.years))
    yield Row(f"years|{node.id}", years)
    assert node.value is not None
    field = Field((node.id, "value", "profile"), NUMBER, _said_profile(node.value))
    shares = (Cell(YEARS + n, share, "input_share", field=field) for n, share in enumerate(item.shares))
    yield Row(f"profile|{node.id}", (*_labelled(content, "profile"), *shares))
