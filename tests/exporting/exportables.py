"""Chains of the repository, ready to be written."""

from pathlib import Path

from nyttokedja.batch.engines import AUTO, layout_of
from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.exporting.model import Exportable
from nyttokedja.reading.comments import comments
from nyttokedja.reading.parsed import Parsed


def exportable(parsed):
    n = sum(1 for _ in comments(parsed.outline))
    return Exportable(parsed.normal_form, check_parsed(parsed, Config()), n, lambda: layout_of(AUTO))


def of_chain(name):
    path = Path("chains") / f"{name}.yaml"
    return exportable(Parsed(path.read_bytes(), path.name))


def of_text(text):
    return exportable(Parsed(text.encode(), "x.yaml"))
