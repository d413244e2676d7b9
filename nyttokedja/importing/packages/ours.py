"""Workbooks that we have written ourselves and that are no tables of boxes."""

from __future__ import annotations

from collections.abc import Sequence

from nyttokedja.importing.packages.archive import Package

CALCULATION_SHEET = "nyttokedja.kalkyl"
"""The name of a sheet, not shown, by which a workbook is known for a calculation of ours."""
_OF_OPEN_DOCUMENT = f'table:name="{CALCULATION_SHEET}"'.encode()


def sheet_names(package: Package) -> Sequence[str]:
    """The names of a workbook's sheets.

    Raises:
        CannotRead: it is damaged.
    """
    from nyttokedja.importing.packages.relations import main_part  # with XML, which notes have no use for
    from nyttokedja.importing.packages.xml import xml_tree

    main = main_part(package)
    if not main:
        return ()
    return [one.get("name", "") for one in xml_tree(package.chunks(main)).iterfind("{*}sheets/{*}sheet")]


def is_calculation(package: Package) -> bool:
    """Whether a workbook of Excel is a calculation that we have written.

    Raises:
        CannotRead: it is damaged.
    """
    return CALCULATION_SHEET in sheet_names(package)


def is_calculation_elsewhere(package: Package) -> bool:
    """Whether it is one that was saved as an OpenDocument file.

    Raises:
        CannotRead: it is damaged or too large.
    """
    return _OF_OPEN_DOCUMENT in package.read("content.xml")
