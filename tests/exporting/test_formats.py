"""Every format: what is written is read back, and what is not is counted."""

from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from nyttokedja import exporting, importing
from nyttokedja.batch.engines import AUTO, layout_of
from nyttokedja.checking.check import check_parsed
from nyttokedja.checking.config import Config
from nyttokedja.exporting import FORMATS
from nyttokedja.exporting.facts import facts
from nyttokedja.exporting.model import Exportable
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import ImportOptions
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.schema import canonical
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import IN_GRAPH, SECTIONS, title_from
from nyttokedja.reading.comments import comments
from nyttokedja.reading.parsed import Parsed
from nyttokedja.writing.chain_file import to_yaml
from tests.exporting.chains import chains

HELD = ("owner", "when", "category", "perspective", "text", "for", "tags", "use", "behaviour", "consequence")
SIGNS = ("leads_to", "hinders", "at", "needed_for")
CHAINS = sorted(Path("chains").glob("*.yaml"))


def exportable(parsed):
    n = sum(1 for _ in comments(parsed.outline))
    return Exportable(parsed.normal_form, check_parsed(parsed, Config()), n, lambda: layout_of(AUTO))


def of_data(data):
    return exportable(Parsed(to_yaml(data, data["language"]).encode(), "x.yaml"))


def read_back(format, content):
    data = content if isinstance(content, bytes) else content.encode()
    reader = next(one for one in importing.FORMATS.values() if FORMATS[format].ending in one.endings)
    made = importing.read_import(data, reader, ImportOptions())
    return Parsed(to_yaml(made.data, made.data["language"], titles=True).encode(), "y.yaml").normal_form


def flat(value):
    if isinstance(value, list):
        return sorted(map(flat, value))
    return " ".join(cleaned(line) for line in str(value).splitlines() if cleaned(line))


def boxes(data, holds):
    """Type, title and what a format holds of each box; where it points."""
    nodes = {
        id: (section, node)
        for section in SECTIONS
        if isinstance(data.get(section), dict)
        for id, node in data[section].items()
    }
    titles = {
        id: (section, flat((node or {}).get("title") or title_from(id)), flat((node or {}).get("for", "")))
        for id, (section, node) in nodes.items()
    }
    found = Counter()
    for id, (_, node) in nodes.items():
        found[
            (*titles[id], *((key, str(flat(node[key]))) for key in HELD if key in node and key in holds))
        ] += 1
        for key in SIGNS:
            for target in node.get(key, []):
                to = target["to"] if isinstance(target, dict) else target
                if to in titles and SECTIONS[titles[to][0]] in IN_GRAPH:
                    found[titles[id], key, titles[to]] += 1
    found.update(("note", flat(note["text"])) for note in data.get("notes", []))
    return found


def held_back(format, data):
    """What was written and read again, and the chain as it was; the chain's holds."""
    source = of_data(data) if isinstance(data, dict) else data
    written = FORMATS[format].write(source)
    return source, written, read_back(format, written.content)


def lost(source, back, format):
    """What is not there when a chain has been read back; an import gives a stage and a title of its own."""
    found = facts(back)
    for always in {"stage", "chain-title"} - format.holds:
        del found[always]
    return facts(source.data, source.comments) - found


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_the_examples_come_back(format, path):
    source, written, back = held_back(format, exportable(Parsed(path.read_bytes(), path.name)))
    assert not written.remarks
    assert boxes(back, FORMATS[format].holds) == boxes(source.data, FORMATS[format].holds)
    assert lost(source, back, FORMATS[format]) == FORMATS[format].left_out(source)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=chains())
def test_any_chain_comes_back_but_for_what_is_counted(format, data):
    source, written, back = held_back(format, data)
    assume(not written.remarks)
    holds = FORMATS[format].holds
    assert boxes(back, holds) == boxes(source.data, holds)
    assert lost(source, back, FORMATS[format]) == FORMATS[format].left_out(source)


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_left_out_has_words_in_every_language(format):
    every = {*facts.__doc__.split("``")[1::2]}
    kinds = {*texts("sv").group("exchange/left_out")}
    assert {"none", "own", "about", "comment"} <= every & kinds
    for language in LANGUAGES:
        for kind in kinds - FORMATS[format].holds:
            said = [texts(language).say("exchange/left_out", kind, n=n) for n in (1, 2)]
            assert all(said)
    assert FORMATS[format].holds <= kinds


def test_every_key_of_the_format_has_words_where_it_is_left_out():
    schema = canonical()
    types = [schema["$defs"][kind.value]["properties"] for kind in SECTIONS.values()]
    keys = {key for each in (schema["properties"], *types) for key in each}
    plain = {"nyttokedja", "language", "title", "notes", *SECTIONS, *SIGNS}
    assert keys - plain <= {*texts("sv").group("exchange/left_out")}


def test_what_is_said_of_the_figures_of_an_indicator_is_counted():
    indicator = {
        "title": "Minuter",
        "baseline": {"value": 12, "date": "2026-01", "source": "tidsstudie", "comment": "osäker"},
        "target": {"value": 5, "comment": "beslutat"},
        "measurements": {"2026-05": {"value": 10, "comment": "sjuka", "judgement": "bra"}, "2026-08": 8},
    }
    data = {"nyttokedja": 1, "title": "T", "language": "sv", "stage": "draft"}
    data["benefits"] = {"b": {"title": "Tid", "indicators": {"m": indicator}}}
    left = {format: FORMATS[format].left_out(of_data(data)) for format in ("xlsx", "csv")}
    assert left["xlsx"] == {"of-level": 3, "of-measurement": 2}
    assert left["csv"] == {**left["xlsx"], "indicators": 1, "measurements": 2, "chain-title": 1}


def test_every_writer_is_in_the_table():
    root = Path(exporting.__file__).parent
    found = {
        f"{'.'.join(path.relative_to(root).with_suffix('').parts)}.{name}"
        for path in root.rglob("[a-z]*.py")
        for name, made in vars(
            import_module(f"nyttokedja.exporting.{'.'.join(path.relative_to(root).with_suffix('').parts)}")
        ).items()
        if name.startswith("write_") and made.__annotations__.get("return") == "Written"
    }
    assert found == {format.writer for format in FORMATS.values()}
