"""What is read back of documents that were written."""

import io
import re
import shutil
import subprocess

import pikepdf
import pytest

from nyttokedja.documents.model import Figure
from tests.documents.texts import texts_of


def told(document):
    """Every text of a document, in order."""
    yield from (document.kind, document.title)
    yield from _blocks(document.about)
    for section in document.sections:
        yield from _section(section)


def headings(sections, level=1):
    """Each heading with its level."""
    for section in sections:
        yield section.heading, level
        yield from headings(section.sections, level + 1)


def figures(sections):
    """Each figure, in order."""
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Figure))
        yield from figures(section.sections)


def _section(section):
    yield section.heading
    yield from _blocks(section.blocks)
    for one in section.sections:
        yield from _section(one)


def _blocks(blocks):
    """The texts of blocks as they stand on paper, where what figures show is not written out."""
    for block in blocks:
        yield from (block.caption,) if isinstance(block, Figure) else texts_of(block)


def bare(text):
    """A text without spaces, and without what hyphenation puts in."""
    return re.sub(r"[-\u00ad\s]", "", text)


_OPEN = {}


def opened(content):
    """A PDF, which stays open: what is read of it goes with it."""
    if content not in _OPEN:
        _OPEN[content] = pikepdf.open(io.BytesIO(content))
    return _OPEN[content]


def tags(document):
    """Each element of the structure tree of a PDF, in order."""

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for kid in node:
                yield from walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node.K)

    return list(walk(document.Root.StructTreeRoot.K))


def named(document, name):
    return [tag for tag in tags(document) if str(tag.S) == f"/{name}"]


def words(content):
    """What a program reads in a PDF, bare."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing")
    read = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout
    return bare(read.decode())
