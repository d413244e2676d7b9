"""Small Word files, as the XML that Word writes."""

import io
import zipfile
from xml.sax.saxutils import escape

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = """
<w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Overskrift3"><w:name w:val="heading 3"/></w:style>
<w:style w:styleId="Egen"><w:name w:val="Egen rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:styleId="Djup"><w:name w:val="Djup"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:styleId="Rubrik"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Punktlista2"><w:name w:val="List Bullet 2"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def word(*body, comments=0, footnotes=0):
    """A file whose body has these elements."""
    kinds = {"styles": STYLES, "numbering": NUMBERING}
    kinds["comments"] = "<w:comment/>" * comments
    kinds["footnotes"] = '<w:footnote w:type="separator"/>' + "<w:footnote/>" * footnotes
    listed = "".join(
        f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in kinds
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="d" Type="{RELATIONS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document {SPACE}><w:body>{''.join(body)}</w:body></w:document>",
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{listed}</Relationships>")
        for kind, inside in kinds.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {SPACE}>{inside}</w:{kind}>")
    return file.getvalue()


def p(*runs, style="", level=None, number=1, properties=""):
    """A paragraph; ``level`` is that of an item of list ``number``."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        inside += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    words = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{inside}{properties}</w:pPr>{words}</w:p>"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def bold(text):
    return run(text, "<w:b/>")


def table(*rows):
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
