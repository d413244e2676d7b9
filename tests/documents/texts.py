"""What stands in a document, for tests: the texts of blocks and sections."""

from nyttokedja.checking.check import check
from nyttokedja.documents import DOCUMENTS
from nyttokedja.documents.model import Facts, Figure, KeyFigures, Listed, Paragraph, Table
from nyttokedja.documents.source import Source


def document(name, text, config=None):
    """The document of a chain that is written so."""
    checked = check(text.encode(), "chain.yaml", config) if config else check(text.encode(), "chain.yaml")
    return DOCUMENTS[name](Source(checked))


def texts_of(block):
    """Every text of a block."""
    match block:
        case Paragraph():
            yield block.text
        case Listed():
            yield from block.points
        case Facts():
            yield from (text for fact in block.facts for text in fact)
        case KeyFigures():
            yield from (text for figure in block.figures for text in figure)
        case Table():
            yield block.caption
            yield from (column.heading for column in block.columns)
            yield from (cell.text for row in block.rows for cell in row)
        case Figure():
            yield from (block.caption, block.alt)


def sections_of(section):
    """A section and all that are in it."""
    yield section
    for inner in section.sections:
        yield from sections_of(inner)


def text_of(section):
    """All that stands in a section, as one text."""
    parts = [one for each in sections_of(section) for one in (each.heading, *_blocks(each.blocks))]
    return "\n".join(parts)


def _blocks(blocks):
    return [text for block in blocks for text in texts_of(block)]


def whole(document):
    """All that stands in a document, as one text."""
    head = [document.kind, document.title, *_blocks(document.about)]
    return "\n".join([*head, *map(text_of, document.sections)])


def blocks_of(document):
    """Every block of a document."""
    yield from document.about
    for section in document.sections:
        for each in sections_of(section):
            yield from each.blocks
