"""The bytes of a file → which format it is, found from its content; its name only breaks ties."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from nyttokedja.errors import CannotRead
from nyttokedja.importing.mail import is_mail
from nyttokedja.importing.signatures import format_of_signature
from nyttokedja.importing.tables.headings import meanings
from nyttokedja.importing.text_decoding import decode_text

_HEAD = 100_000
"""So many characters of a text say what it is."""
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<([A-Za-z_][\w.:-]*)", re.DOTALL
)
_XML = {
    "mxfile": "drawio",
    "mxgraphmodel": "drawio",
    "graphml": "graphml",
    "map": "freemind",
    "opml": "opml",
}
_DOT = re.compile(
    r"(?:\s|//[^\n]*\n|\#[^\n]*\n|/\*.*?\*/)*(?:strict\s+)?(?:di)?graph"
    r"(?:\s+(?:[\w.-]+|\"(?:[^\"\\]|\\.)*\"|<[^{}]*>))?\s*(?:/\*.*?\*/\s*)?\{",
    re.DOTALL | re.IGNORECASE,
)
_MERMAID = re.compile(
    r"(?:---\n.*?\n---\s*\n)?(?:\s|%%[^\n]*\n)*(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR))?"
    r"[ \t]*(?:;|\n|$)",
    re.DOTALL,
)
_FENCE = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[ \t]*\{?\.?mermaid\b[^\n]*\n(.*?)(?:^[ \t>]*\1|\Z)",
    re.MULTILINE | re.IGNORECASE | re.DOTALL,
)
"""A diagram of Mermaid in a page of Markdown."""
_QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?:[\d.]+[ \t]+)?(\S.*)$", re.MULTILINE)
_REPORT = re.compile(
    r"nytto|nyttor|nytte|gevinst|benefit|kostnad|costs|effektkedj|sammanfattning|sammendrag|summary|fakta",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^[ \t*_]*(?:\\?\[[^\[\]\n]{3,}\\?\][ \t*_]*){1,4}$", re.MULTILINE)
"""A line of a report that says what kind of value a benefit is, and for whom."""
_BLANK = re.compile(r"\n[ \t]*\n")
_CHAIN = re.compile(r"^\W{0,3}nyttokedja\W{0,2}:\s*\W?1\b", re.MULTILINE)
"""What a chain says of itself. Names of sections do not tell: notes have them as headings."""
_LONG_LINE = 80
_FEW_LINES = 200
_DELIMITERS = "\t;|,"
_MARKED = re.compile(
    r"\s*(?:[-=–—]+>|→|<-|!-|\+-|[-–*•·▪○●◦‣➢✓❖]\s|[^\W\d_]{1,14}:\s|(?:o|\w{1,3}[.)])\t[^\t]*$)"
)
"""How lines of notes begin, and rows of a sheet do not. Word processors put a tab after a bullet."""
_MOSTLY = 0.8


def format_name(data: bytes, name: str = "") -> str:
    """The name of the format that a file is in, as `FORMATS` has it.

    Args:
        data: its content.
        name: what it is called; "" for what was piped.

    Raises:
        CannotRead: it is of a kind that cannot be imported; the sentence says what to do instead.
    """
    ending = name.lower().rpartition(".")[2] if "." in name else ""
    if packed := format_of_signature(data):
        return packed
    if is_mail(data):
        return "notes"
    text = decode_text(data)[0]
    head = text[:_HEAD]
    if found := _of_xml(head) or _of_json(text, ending) or _of_drawing(head):
        return found
    if ending in ("mmd", "mermaid"):
        return "mermaid"
    if _is_other_xml(head):
        raise CannotRead(
            "The file holds no text and no drawing that can be read. Save it as .txt, .xlsx, .csv or .drawio."
        )
    if _CHAIN.search(head):
        raise CannotRead("The file is an effect chain already. Look at it with: nyttokedja check")
    if _is_report(head):
        return "report"
    return "table" if _is_table(head, ending) else "notes"


def _of_xml(text: str) -> str:
    if not text.lstrip().startswith("<") or (match := _ROOT.match(text)) is None:
        return ""
    root = match[1].rpartition(":")[2].lower()
    if root == "svg":
        if "mxfile" in text[:20_000] or "mxGraphModel" in text[:20_000]:
            return "drawio"
        raise CannotRead(
            "The file is a picture (SVG) whose boxes and arrows cannot be read. "
            "Save the drawing as .drawio, .graphml or .pptx in the program that made it."
        )
    if root in _XML:
        return _XML[root]
    if root in ("html", "body", "table"):
        raise CannotRead(
            "The file is a web page. Copy its text into a .txt file, or its table into a sheet (.xlsx)."
        )
    return ""


def _is_other_xml(text: str) -> bool:
    return text.lstrip().lower().startswith(("<?xml", "<!doctype", "<!entity"))


def _of_json(text: str, ending: str) -> str:
    if text.lstrip()[:1] not in ("{", "["):
        return ""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        if ending in ("json", "canvas", "excalidraw"):
            raise CannotRead(
                "The file is cut off or damaged: it cannot be read as JSON. Export the board once more."
            ) from None
        return ""
    for name, fits in _BOARDS:
        if fits(held):
            return name
    raise CannotRead(
        "The file is JSON, but no board from Mural, Miro, Obsidian (canvas) or Excalidraw. "
        "Export the board as .csv."
    )


def _is_excalidraw(held: Any) -> bool:
    return isinstance(held, dict) and str(held.get("type")).startswith("excalidraw")


def _is_canvas(held: Any) -> bool:
    if not isinstance(held, dict) or not {"nodes", "edges"} & held.keys():
        return False
    nodes = held.get("nodes") or []
    return isinstance(nodes, list) and (
        not nodes or any(isinstance(node, dict) and "x" in node for node in nodes)
    )


def _widgets(held: Any) -> Iterator[dict[str, Any]]:
    lists = (
        held
        if isinstance(held, list)
        else next(
            (held[key] for key in ("value", "data", "widgets", "items") if isinstance(held.get(key), list)),
            [],
        )
    )
    for one in lists[:50]:
        if isinstance(one, dict):
            yield from _widgets(one) if isinstance(one.get("data"), list) else [one]


def _is_miro(held: Any) -> bool:
    found = list(_widgets(held))
    return any(
        isinstance(one.get("data"), dict)
        or "startItem" in one
        or isinstance(one.get("position"), dict)
        or (one.get("type") in ("sticky_note", "connector") and "content" in one)
        for one in found
    )


def _is_mural(held: Any) -> bool:
    mural = {"sticky note", "arrow", "shape", "text", "area", "image", "icon", "title"}
    return any(str(one.get("type", "")).lower() in mural and "id" in one for one in _widgets(held))


_BOARDS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("excalidraw", _is_excalidraw),
    ("canvas", _is_canvas),
    ("miro", _is_miro),
    ("mural", _is_mural),
)


def _of_drawing(text: str) -> str:
    if _DOT.match(text):
        return "dot"
    return "mermaid" if _MERMAID.match(text) or _has_chart(text) else ""


def _has_chart(text: str) -> bool:
    """Whether a page holds a flow chart of Mermaid, or nothing but other diagrams."""
    diagrams = [_QUOTED.sub("", match[2]) for match in _FENCE.finditer(text)]
    return any(map(_MERMAID.match, diagrams)) or (bool(diagrams) and not _FENCE.sub("", text).strip())


def _is_report(text: str) -> bool:
    """Whether a text has the headings of an analysis of benefits, and prose or brackets under them."""
    headings = _HEADING.findall(text)
    told = [heading for heading in headings if _REPORT.search(heading)]
    if len(headings) < 4 or len(told) < 2:
        return False
    prose = (part for part in _BLANK.split(text) if not _MARKED.match(part) and not _HEADING.match(part))
    long = sum(_is_long(part) for part in prose)
    return long >= 3 or _BRACKETS.search(text) is not None


def _is_long(paragraph: str) -> bool:
    """Whether it is longer than a note, also where its lines are broken by hand."""
    lines = paragraph.strip().splitlines()
    plain = [line for line in lines if not _MARKED.match(line)]
    return any(len(line) > _LONG_LINE for line in plain) or (
        len(plain) == len(lines) > 1 and len(plain[0]) > _LONG_LINE // 2 and len(paragraph) > _LONG_LINE
    )


def _is_table(text: str, ending: str) -> bool:
    lines = [line for line in text.splitlines()[:_FEW_LINES] if line.strip()]
    if lines and lines[0].lower().startswith("sep="):
        return True
    if ending in ("csv", "tsv"):
        return len(lines) > 1 or any(sign in text for sign in _DELIMITERS)
    marked = sum(_MARKED.match(line) is not None for line in lines)
    if len(lines) < 2 or marked * 2 > len(lines):
        return False
    return any(_parts_evenly(lines, sign) for sign in _DELIMITERS)


def _parts_evenly(lines: list[str], sign: str) -> bool:
    """Whether most lines have the same number of cells; commas must part more than words do."""
    counts = Counter(
        line.strip(" ").count(sign) if sign != "\t" else line.rstrip("\n").count(sign) for line in lines
    )
    number, alike = counts.most_common(1)[0]
    if sign == "\t" and all(line.startswith("\t") or "\t" not in line for line in lines):
        return False  # tabs that only indent
    if sign == "\t":
        return sum(n for cells, n in counts.items() if cells) >= _MOSTLY * len(lines)
    if number < (2 if sign == "," else 1) or alike < _MOSTLY * len(lines):
        return False
    return len(lines) > 2 or all(map(meanings, lines[0].split(sign)))
