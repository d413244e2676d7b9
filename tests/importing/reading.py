"""A foreign file → its chain, as `nyttokedja import` makes it."""

from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.drawings.stages.node_types import parse_mapping
from nyttokedja.importing.model import ImportOptions


def imported(data, format, *, mapping=(), title="", language="", **options):
    """`mapping` as ``--map`` has it, one entry a text."""
    said = ImportOptions(language=language, mapping=parse_mapping(mapping), **options)
    return read_import(data, FORMATS[format], said, title)


def import_dot(data, *, mapping=None, title="", language=""):
    options = ImportOptions(language=language, mapping=mapping or {})
    return read_import(data, FORMATS["dot"], options, title)
