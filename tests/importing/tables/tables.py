"""Tables as people make them, in the kinds of file that they bring."""

from io import BytesIO

import xlsxwriter

from nyttokedja.importing import FORMATS
from nyttokedja.importing.model import ImportOptions
from nyttokedja.model.chain import NodeType


def text_of(*rows, delimiter=";"):
    return "\n".join(delimiter.join(row) if not isinstance(row, str) else row for row in rows)


def workbook(sheets, make=None):
    """A workbook of sheets, name → rows; ``make`` may do more to it."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for n, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value not in ("", None):
                        sheet.write(n, column, value)
            if make:
                make(book, sheet)
    return buffer.getvalue()


def collected(data, name="karta.csv", **options):
    data = data.encode() if isinstance(data, str) else data
    return FORMATS["table"].read(data, ImportOptions(name, **options))


def short(data, **options):
    """What came of it: boxes by their words, arrows between words, notes."""
    found = collected(data, **options)
    titles = {box.key: box.title for box in found.boxes} | {note.key: note.text for note in found.notes}
    order = [kind.value for kind in NodeType]
    boxes = [
        (("behaviour" if box.fields.get("behaviour") else box.type), box.title)
        for box in sorted(found.boxes, key=lambda box: order.index(box.type))
    ]
    arrows = [(titles[arrow.tail], titles[arrow.head]) for arrow in found.arrows]
    return boxes, arrows, [note.text for note in found.notes]


def keys(found):
    return [remark.key for remark in found.remarks]


def box(found, title):
    return next(one for one in found.boxes if one.title == title)
