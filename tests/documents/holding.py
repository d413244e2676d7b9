"""What a document holds, for tests: its blocks, its headings, its texts; and that nothing in it is empty."""

from nyttokedja.documents.model import Facts, Figure, KeyFigures, Listed, Paragraph, Table


def sections_of(document):
    """All sections, those within others too."""

    def inner(sections):
        for one in sections:
            yield one
            yield from inner(one.sections)

    return list(inner(document.sections))


def blocks_of(document):
    """All blocks."""
    return [*document.about, *(block for one in sections_of(document) for block in one.blocks)]


def section_of(document, name):
    """The section of a name."""
    (found,) = (one for one in sections_of(document) if one.name == name)
    return found


def tables_of(section):
    """The tables of a section, each as the texts of its headings and cells."""
    return [
        ([column.heading for column in block.columns], [[cell.text for cell in row] for row in block.rows])
        for block in section.blocks
        if isinstance(block, Table)
    ]


def texts_of(block):
    """All that a block says."""
    match block:
        case Paragraph():
            return [block.text]
        case Listed():
            return list(block.points)
        case Facts():
            return [text for fact in block.facts for text in fact]
        case KeyFigures():
            return [text for figure in block.figures for text in figure]
        case Table():
            rows = [cell.text for row in block.rows for cell in row]
            return [block.caption, *(column.heading for column in block.columns), *rows]
        case Figure():
            return [block.alt, block.caption]
    raise TypeError(block)


def said(holder):
    """All that a section or a document says, in one text."""
    blocks = holder.blocks if hasattr(holder, "blocks") else blocks_of(holder)
    return "\n".join(text for block in blocks for text in texts_of(block))


def assert_nothing_is_empty(document):
    """No section, table, list or row says nothing; each row is as long as its table is wide."""
    assert document.sections
    for section in sections_of(document):
        assert section.heading.strip()
        assert section.blocks or section.sections, section.name
    names = [section.name for section in sections_of(document)]
    assert len(set(names)) == len(names)
    for block in blocks_of(document):
        match block:
            case Paragraph():
                assert block.text.strip()
            case Listed():
                assert block.points
                assert all(point.strip() for point in block.points)
            case Facts():
                assert block.facts
                assert all(fact.label.strip() and fact.text.strip() for fact in block.facts)
            case KeyFigures():
                assert 1 <= len(block.figures) <= 3
            case Table():
                assert block.rows
                assert all(len(row) == len(block.columns) for row in block.rows)
                assert all(row[0].text.strip() for row in block.rows)
                assert all(column.heading.strip() for column in block.columns)
            case Figure():
                assert block.alt.strip()
    assert "{" not in said(document).replace("{value: …, date: …}", "")
