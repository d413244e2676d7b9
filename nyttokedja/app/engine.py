"""Questions about an open chain beside those of a board: each answered as the command of its name does."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from nyttokedja.board import protocol
from nyttokedja.board.protocol import MalformedMessage, Message, text_in
from nyttokedja.board.room import Refused, Room
from nyttokedja.board.state import picture_of
from nyttokedja.calculating import Options, calculate
from nyttokedja.checking.calculated import CalculationOutcome, Reckoning, factor_names, put_below_zero
from nyttokedja.checking.check import check
from nyttokedja.checking.outcome import summed_up
from nyttokedja.checking.questions.ask import ask
from nyttokedja.checking.questions.outcome import QuestionOutcome
from nyttokedja.comparing import compare
from nyttokedja.comparing.model import Compared, Effect
from nyttokedja.comparing.what_if import struck
from nyttokedja.drawing.layout.engine_input import Layout
from nyttokedja.editing.autofix import fixed
from nyttokedja.editing.formatting.errors import CannotFormat
from nyttokedja.editing.formatting.format import formatted
from nyttokedja.errors import CannotDraw, CannotWrite
from nyttokedja.exporting import FORMATS
from nyttokedja.exporting.model import Exportable
from nyttokedja.language.texts import texts
from nyttokedja.language.typed_numbers import LARGEST, typed_number
from nyttokedja.model.graph import Graph
from nyttokedja.model.ids import ARROW
from nyttokedja.pages.chain_page import chain_page
from nyttokedja.reading.comments import comments
from nyttokedja.reports.calculation import reporter as of_calculation
from nyttokedja.reports.comparison import reporter as of_comparison
from nyttokedja.reports.comparison.text import what_if_lines
from nyttokedja.reports.model import ReportContext
from nyttokedja.reports.questions import reporter as of_questions

_FALLS = (Effect.IMPOSSIBLE, Effect.UNEXPECTED)
"""What becomes of a box that falls with what is struck out."""


class FactorRefused(Refused):
    """A factor is not calculated at what was typed for it."""

    def __init__(self, why: str, factor: str) -> None:
        super().__init__(why)
        self.factor = factor


def answer(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """What is answered to a message about an open chain, whether a board is asked that or not.

    Raises:
        MalformedMessage: it is no message.
    """
    asked = ASKED.get(str(message.get("ask", "")))
    if asked is None:
        return protocol.answer(message, room, layout)
    try:
        return {"answer": "done", **asked(message, room, layout)}
    except Refused as reason:
        of = {"factor": reason.factor} if isinstance(reason, FactorRefused) else {}
        return {"answer": "refused", "why": str(reason), "revision": room.revision, **of}


def _fix(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """The file with all that is certain mended, as a step."""
    return _replaced(room, fixed(room.data, room.parsed.name, room.config).after, message)


def _format(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """The file laid out in one way, as a step."""
    try:
        return _replaced(room, formatted(room.data, room.parsed.name).after, message)
    except CannotFormat as error:
        raise Refused(str(error)) from error


def _replaced(room: Room, data: bytes, message: Message) -> Mapping[str, Any]:
    done = room.rewrite(data, str(message["ask"]), text_in(message, "who"))
    return {"revision": done.revision, "said": list(done.said)}


def _questions(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """How the seven questions are answered, as `nyttokedja questions --format json` says it."""
    checked = room.checked
    answers = ask(checked.chain, _graph(room), checked.findings, checked.today)  # type: ignore[arg-type]
    report = of_questions("json")(
        [QuestionOutcome(summed_up(checked), answers)], ReportContext(room.language)
    )
    return {"questions": json.loads(str(report))}


def _without(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """What falls if boxes and arrows are struck out, in sentences; the boxes that do, or stand worse."""
    graph = _graph(room)
    ends = [tuple(part.strip() for part in ARROW.split(one)) for one in texts_of(message, "of")]
    boxes = frozenset(pair[0] for pair in ends if len(pair) == 1 and pair[0] in graph.nodes)
    arrows = frozenset(pair for pair in ends if len(pair) == 2 and pair in graph.arrow_between)
    comparison = struck(room.checked, boxes, arrows)
    worse = [one for one in comparison.consequences if not one.effect.good]
    return {
        "lines": list(what_if_lines(comparison)),
        "lost": [one.node.id for one in worse if one.effect in _FALLS],
        "exposed": [one.node.id for one in worse if one.effect not in _FALLS],
    }


def _worth(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """What it is worth, with factors at other values where that is asked; nothing is written.

    ``{"ask": "worth", "with": {"andel": "60 %"}}`` → what `calculate --with … --format json` says.
    """
    graph, chain = _graph(room), room.checked.chain
    assert chain is not None
    names = factor_names(chain)
    changed = _changed(message.get("with", {}), names, room.language)
    for name in put_below_zero(chain, changed):
        written = str(message["with"][name])
        raise FactorRefused(texts(room.language).say("board/told", "below-zero", written=written), name)
    made = calculate(graph, Options(changed=changed))
    outcome = CalculationOutcome(summed_up(room.checked), chain, made, changed, names)
    report = of_calculation("json")(Reckoning((outcome,)), ReportContext(room.language))
    return {"calculation": json.loads("".join(report) if not isinstance(report, bytes) else report)}


def _difference(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """What lies between an earlier text of the file and what it is now, in sentences."""
    name = room.parsed.name
    comparison = compare(check(text_in(message, "before").encode(), name, room.config), room.checked)
    report = of_comparison("text")([Compared(name, name, comparison)], ReportContext(room.language))
    return {"text": report}


def _page(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """The page of the chain, which can be sent."""
    _graph(room)
    try:
        picture: str | CannotDraw = picture_of(room.checked, layout)
    except CannotDraw as reason:
        picture = reason
    return {"name": _named(room, ".html"), "text": chain_page(room.checked, picture)}


def _export(message: Message, room: Room, layout: Layout) -> Mapping[str, Any]:
    """The chain as a file that other programs edit, and how many facts of which kind it does not hold."""
    format = FORMATS.get(text_in(message, "format"))
    if format is None:
        raise MalformedMessage(f"A format is one of: {', '.join(FORMATS)}.")
    _graph(room)
    data = room.parsed.normal_form if room.parsed.is_sound else None
    if data is None:
        raise Refused(texts(room.language).word("board/told", "faults"))
    exportable = Exportable(data, room.checked, sum(1 for _ in comments(room.parsed.outline)), lambda: layout)
    try:
        content = format.write(exportable).content
    except CannotWrite as error:  # what writes it is not in a tab
        raise Refused(texts(room.language).word("board/told", "no-format")) from error
    said = texts(room.language)
    left = [said.say("exchange/left_out", kind, n=n) for kind, n in format.left_out(exportable).items()]
    data64 = b64encode(content if isinstance(content, bytes) else content.encode()).decode()
    return {"name": _named(room, format.ending), "data": data64, "left_out": left}


def _named(room: Room, ending: str) -> str:
    return f"{PurePath(room.parsed.name).stem}{ending}"


def _graph(room: Room) -> Graph:
    if room.checked.graph is None:
        raise Refused(texts(room.language).word("board/told", "no-chain"))
    return room.checked.graph


def _changed(asked: object, names: Collection[str], language: str) -> Mapping[str, Decimal]:
    """Factors → the values that they are tried at, as people type them.

    Raises:
        FactorRefused: what was typed is no number.
        MalformedMessage: it names no factor of the chain.
    """
    if not isinstance(asked, Mapping) or not asked.keys() <= set(names):
        raise MalformedMessage("The key “with” of a message holds numbers by names of factors.")
    typed = {name: typed_number(str(value)) for name, value in asked.items()}
    for name, number in typed.items():
        if number is None or abs(number) > LARGEST:
            written = str(asked[name])
            raise FactorRefused(texts(language).say("board/told", "no-number", written=written), name)
    return {name: number for name, number in typed.items() if number is not None}


def texts_of(message: Message, key: str) -> list[str]:
    """A list of texts of a message.

    Raises:
        MalformedMessage: there is none.
    """
    value = message.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise MalformedMessage(f"The key “{key}” of a message holds a list of texts.")
    return value


ASKED: Mapping[str, Callable[[Message, Room, Layout], Mapping[str, Any]]] = {
    "fix": _fix,
    "format": _format,
    "questions": _questions,
    "without": _without,
    "worth": _worth,
    "difference": _difference,
    "page": _page,
    "export": _export,
}
"""What may be asked of an open chain, beside what a board is asked → what answers it."""
