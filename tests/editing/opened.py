"""Files for tests of single modules: a file of any YAML, a document of a chain, and steps made in a text."""

from nyttokedja.editing.apply import written
from nyttokedja.editing.document import document
from nyttokedja.editing.file_text import FileText
from nyttokedja.reading.parsed import Parsed

HEAD = "nyttokedja: 1\nrubrik: T\n"


def file_of(text):
    return FileText(Parsed(text.encode()))


def document_of(text):
    """The document of a chain, whose head is put before the text."""
    return document(Parsed((HEAD + text).encode()))


def stepped(text, *steps):
    return written(file_of(text), steps).text
