"""Factors → rows: what a person may change, from the lowest to the highest, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nyttokedja.calculating.model import Run
from nyttokedja.calculating.scope import full_name, short_name
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.fallible import guarded
from nyttokedja.exporting.calculation_book.formulas import formula_of
from nyttokedja.exporting.calculation_book.plan import Cell, Field, Formula, Ref, Row, Sheet
from nyttokedja.importing.calculation.memory import DATE, NUMBER, TEXT, said_number, word_kind
from nyttokedja.model.calculation import Factor

NAME, TITLE, SOURCE, UNIT, LOWEST, LIKELY, HIGHEST, KIND, AS_OF, COMMENT = range(1, 11)
"""The columns of the sheets with factors."""
RUNS = {Run.LOWEST: LOWEST, Run.LIKELY: LIKELY, Run.HIGHEST: HIGHEST}
HEADS = ("name", "title", "source", "unit", "lowest", "likely", "highest", "kind", "as_of", "comment")
WIDTHS = (3, 18, 30, 28, 14, 14, 14, 14, 16, 14, 14, 14)
KINDS = ("local", "estimate", "experience", "standard")


def row_of(name: str) -> str:
    """The key of the row of a factor, by its full name."""
    return f"factor|{name}"


def place_of(content: Content, name: str, run: Run) -> Ref:
    """The cell with the value of a factor in a run."""
    box = name.rpartition("/")[0]
    return Ref(sheet_of(content, box), row_of(name), RUNS[run])


def sheet_of(content: Content, box: str) -> str:
    """The sheet of a box's block; that of the shared factors for ""."""
    return content.sheets[box] if box else "factors"


def factors_sheet(content: Content) -> Sheet:
    """The sheet of the factors that all boxes share."""
    calculation = content.chain.calculation
    shared = calculation.factors if calculation else ()
    rows = [
        Row("title", (Cell(NAME, content.say("sheets", "factors"), "title"),)),
        Row("help", (Cell(NAME, content.say("factors", "help"), "note", to=COMMENT),)),
        Row("heads", content.heads(*HEADS)),
        *(factor_row(content, "", factor) for factor in shared),
    ]
    if not shared:
        rows.append(Row("none", (Cell(NAME, content.say("factors", "none"), "note", to=COMMENT),)))
    return Sheet("factors", content.say("sheets", "factors"), tuple(rows), WIDTHS, (4, 3))


def factor_row(content: Content, box: str, factor: Factor) -> Row:
    """The row of a factor of a box, or of a shared one."""
    return Row(row_of(full_name(box, factor.id)), tuple(_cells(content, box, factor)))


def _cells(content: Content, box: str, factor: Factor) -> Iterator[Cell]:
    path = (box, "value", "factors", factor.id) if box else ("", "calculation", "factors", factor.id)

    def text(column: int, key: str, shown: str, look: str = "input") -> Cell:
        said = shown if factor.spans.get(key) or (shown and not factor.spans) else None
        return Cell(column, shown, look, field=Field((*path, key), DATE if key == "as_of" else TEXT, said))

    yield Cell(NAME, factor.id, "name")
    yield text(TITLE, "title", factor.title)
    if factor.formula:
        source = f" · {factor.source}" if factor.source else ""
        yield Cell(SOURCE, f"{factor.formula}{source}", "formula")
    else:
        yield text(SOURCE, "source", factor.source)
    yield text(UNIT, "unit", factor.unit)
    yield from _numbers(content, box, factor, path)
    choices = tuple(content.listed(kind, "kind") for kind in KINDS)
    kind = Field((*path, "kind"), word_kind("kind"), factor.kind or None)
    yield Cell(KIND, content.listed(factor.kind, "kind"), "input", field=kind, choices=choices)
    yield text(AS_OF, "as_of", factor.as_of.written if factor.as_of else "")
    yield text(COMMENT, "comment", factor.comment)


def _numbers(content: Content, box: str, factor: Factor, path: tuple[str, ...]) -> Iterator[Cell]:
    name = full_name(box, factor.id)
    expression = content.scope.formulas.get(name)
    for run, column in RUNS.items():
        value = content.values[run].get(name)
        if expression is not None and name in content.fallible and name not in content.changed:
            said = guarded(formula_of(expression, finder(content, run)), content.cannot)
            yield Cell(column, content.cannot if value is None else value, "number", said)
        elif value is None:
            yield Cell(column, content.cannot, "fault")
        elif expression is not None and name not in content.changed:
            yield Cell(column, value, "number", formula_of(expression, finder(content, run)))
        elif factor.formula:
            yield Cell(column, value, "number")
        else:
            given = {Run.LOWEST: factor.lowest, Run.LIKELY: factor.likely, Run.HIGHEST: factor.highest}[run]
            field = Field((*path, run.value), NUMBER, None if given is None else said_number(given))
            same: Formula = (place_of(content, name, Run.LIKELY),) if given is None else ()
            yield Cell(column, value, "default" if same else "input_number", same, field)


def finder(content: Content, run: Run) -> Callable[[str], Ref]:
    """What finds the cells of factors by their full names, in a run."""
    return lambda name: place_of(content, name, run)


def used_row(content: Content, box: str, name: str) -> Row:
    """The row of a shared factor in the block of a box that uses it."""
    factor = content.scope.factors[name]
    numbers = (
        Cell(column, content.values[run].get(name, content.cannot), "linked", (place_of(content, name, run),))
        for run, column in RUNS.items()
    )
    about = (
        Cell(NAME, short_name(name), "name"),
        Cell(TITLE, factor.title, "text"),
        Cell(SOURCE, content.say("items", "shared"), "note"),
        Cell(UNIT, factor.unit, "text"),
    )
    return Row(f"used|{box}|{name}", (*about, *numbers))
