"""The sheet with the result: for each party in each run, in sum and year by year; all of it formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from nyttokedja.calculating.model import ALL, OWN, Result, Run
from nyttokedja.exporting.calculation_book import by_year
from nyttokedja.exporting.calculation_book.by_year import summed
from nyttokedja.exporting.calculation_book.content import Content
from nyttokedja.exporting.calculation_book.party import FIRST, by_year_rows, ref
from nyttokedja.exporting.calculation_book.plan import Cell, Formula, Row, Sheet, gap
from nyttokedja.exporting.calculation_book.start import frame_cell

LABEL = 1
RUNS = {Run.LOWEST: 2, Run.LIKELY: 3, Run.HIGHEST: 4}
_WIDTHS = (3, 58, 16, 16, 16, 14, 14, 14, 14)
_LAST = 8


def result_sheet(content: Content) -> Sheet:
    """The sheet with the result."""
    name = content.say("sheets", "result")
    rows = [Row("title", (Cell(LABEL, name, "title"),))]
    if not content.has_sums:
        rows.append(Row("none", (Cell(LABEL, content.say("results", "none"), "wrapped", to=_LAST),)))
        return Sheet("result", name, tuple(rows), _WIDTHS, (2, 2))
    rows += [
        Row(f"about|{key}", (Cell(LABEL, content.say("results", key), "note", to=_LAST),))
        for key in ("help", *(("freed",) if _redistributes(content) else ()))
    ]
    for party in parties(content):
        rows += _summary(content, party)
    for party in parties(content):
        for run in (Run.LIKELY, Run.LOWEST, Run.HIGHEST):
            rows += by_year_rows(content, party, run, party_name(content, party))
    return Sheet("result", name, tuple(rows), _WIDTHS, (2, 2))


def parties(content: Content) -> tuple[str, ...]:
    """Whose result is shown: one's own, all, and each that something is valued for."""
    likely = content.calculated.likely
    held = tuple(likely.results) if likely else ()
    return (OWN, ALL, *(party for party in held if party not in (OWN, ALL)))


def party_name(content: Content, party: str) -> str:
    """What a party is called."""
    return content.say("results", "all") if party == ALL else content.party(party)


def _redistributes(content: Content) -> bool:
    return any(
        item.node.category == "redistribution"
        for run in Run
        for side in ("benefits", "costs")
        for item in content.summed(side, run)
    )


def _summary(content: Content, party: str) -> Iterator[Row]:
    """The result of a party, a column a run."""
    heads = (Cell(column, content.say("runs", run.value), "head_number") for run, column in RUNS.items())
    yield Row(f"sum|{party}", (Cell(LABEL, party_name(content, party), "head"), *heads))
    for name, look in _FIGURES.items():
        if name == "calendar" and content.frame.start == 1:
            continue
        label = Cell(LABEL, content.say("results", name, money=content.money), "label")
        yield Row(f"sum|{party}|{name}", (label, *_figures(content, party, name, look)))
    yield gap(f"gap|{party}")


_FIGURES = {
    "net": "money_bold",
    "benefits": "money",
    "costs": "money",
    "per_krona": "ratio",
    "year": "year",
    "calendar": "year",
    "net_financial": "money_bold",
    "financial_benefits": "money",
    "financial_costs": "money",
    "net_redistribution": "money_bold",
    "redistribution_benefits": "money",
    "redistribution_costs": "money",
    "share_of_benefits": "share",
    "share_of_costs": "share",
    "hours_freed": "hours",
    "hours_spent": "hours",
    "work_years": "ratio",
}


def _figures(content: Content, party: str, name: str, look: str) -> Iterator[Cell]:
    for run, column in RUNS.items():
        result = content.calculated.runs[run].results[party]
        yield Cell(column, _value(content, result, name), look, _formula(content, party, name, run))


def _formula(content: Content, party: str, name: str, run: Run) -> Formula:
    def own(other: str) -> Formula:
        return (ref(f"sum|{party}|{other}", RUNS[run]),)

    def years(row: str) -> Formula:
        return (ref(f"year|{party}|{run.value}|{row}", FIRST, FIRST + content.frame.horizon - 1),)

    def unless_none(of: Formula, then: Formula, said: str = "cannot") -> Formula:
        return ("IF(", *of, f'=0,"{content.say("results", said)}",', *then, ")")

    never = content.say("results", "never")
    category, _, side = name.partition("_")
    formulas: Mapping[str, Callable[[], Formula]] = {
        "net": lambda: (*own("benefits"), "-", *own("costs")),
        "benefits": lambda: ("SUM(", *years(name), ")"),
        "costs": lambda: ("SUM(", *years(name), ")"),
        "per_krona": lambda: unless_none(own("costs"), (*own("net"), "/", *own("costs"))),
        "year": lambda: ("IFERROR(MATCH(1,", *years("ahead"), f',0),"{never}")'),
        "calendar": lambda: ("IFERROR(", *own("year"), "+", frame_cell("start"), f'-1,"{never}")'),
        "net_financial": lambda: (*own("financial_benefits"), "-", *own("financial_costs")),
        "net_redistribution": lambda: (*own("redistribution_benefits"), "-", *own("redistribution_costs")),
        "share_of_benefits": lambda: unless_none(
            own("benefits"), (*own("financial_benefits"), "/", *own("benefits"))
        ),
        "share_of_costs": lambda: unless_none(own("costs"), (*own("financial_costs"), "/", *own("costs"))),
        "hours_freed": lambda: ("SUM(", *years(name), ")"),
        "hours_spent": lambda: ("SUM(", *years(name), ")"),
        "work_years": lambda: unless_none(
            ("N(", frame_cell("work_year"), ")"),
            ("MAX(", *years("hours_freed"), ")/", frame_cell("work_year")),
            "unsaid",
        ),
    }
    if name in formulas:
        return formulas[name]()
    whose = "" if party == ALL else party
    return summed(content, side, "worth", run, by_year.SUM, category=category, party=whose)


def _value(content: Content, result: Result, name: str) -> str | Decimal:
    match name:
        case "per_krona":
            held = result.per_krona
            return content.say("results", "cannot") if held is None else held
        case "year" | "calendar":
            if result.year is None:
                return content.say("results", "never")
            return Decimal(result.year if name == "year" else result.year + content.frame.start - 1)
        case "share_of_benefits" | "share_of_costs":
            of = name.removeprefix("share_of_")
            whole: Decimal = getattr(result, of)
            part: Decimal = getattr(result, f"financial_{of}")
            return part / whole if whole else content.say("results", "cannot")
        case "hours_freed" | "hours_spent":
            return sum(getattr(result, name), Decimal(0))
        case "work_years":
            hours = content.frame.work_year
            return max(result.hours_freed) / hours if hours else content.say("results", "unsaid")
        case _:
            figure: Decimal = getattr(result, name)
            return figure
