"""A chain as a table, and the table read again: what the table holds comes back."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.exporting.tables.book import Book
from nyttokedja.exporting.tables.delimited import delimited
from nyttokedja.exporting.tables.rows import ChainRows
from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.clean_text import cleaned
from nyttokedja.importing.model import ImportOptions
from nyttokedja.model.chain import SECTIONS, title_from
from nyttokedja.reading.parsed import Parsed
from nyttokedja.writing.chain_file import to_yaml

CHAINS = sorted(Path("chains").glob("*.yaml"))
KEYS = ("for", "owner", "when", "category", "perspective", "uncertain", "behaviour", "text")


def normal(data):
    return Parsed(to_yaml(data, data["language"], titles=True).encode(), "x.yaml").normal_form


def written(data, ending):
    rows = ChainRows(data)
    if ending == "csv":
        return delimited(rows.boxes(), rows.language)
    return Book(rows.language).content("t", list(rows.boxes()), list(rows.indicators()), list(rows.actions()))


def back(data, ending):
    made = read_import(written(data, ending), FORMATS["table"], ImportOptions())
    return normal(made.data), made


def flat(text):
    return "\n".join(cleaned(line) for line in str(text).splitlines()).strip()


def level(value):
    return (
        {"value": value}
        if isinstance(value, (int, float))
        else {k: value[k] for k in ("value", "date") if k in value}
    )


def indicator(one, id):
    said = {
        key: one[key]
        for key in ("unit", "better", "source", "every", "measured_by", "judged_by")
        if key in one
    }
    said |= {key: level(one[key]) for key in ("baseline", "target") if key in one}
    measured = one.get("measurements") or {}
    said["measured"] = {
        str(day): value if isinstance(value, (int, float)) else value.get("value")
        for day, value in measured.items()
    }
    return (cleaned(one.get("title") or title_from(id)), said, flat(one.get("text", "")))


def held(data, ending):
    """What a table holds of a chain."""
    nodes = {
        id: (section, node)
        for section in SECTIONS
        if isinstance(data.get(section), dict)
        for id, node in data[section].items()
    }
    found = []
    for id, (section, node) in nodes.items():
        said = {key: flat(node[key]) for key in KEYS if key in node and node[key] is not False}
        arrows = sorted(one["to"] for one in node.get("leads_to", ()))
        pointers = {
            key: sorted(one for one in node.get(key, ()) if one in nodes)
            for key in ("hinders", "at", "needed_for")
        }
        more = ()
        if ending == "xlsx":
            more = (
                sorted(
                    (indicator(one or {}, own) for own, one in (node.get("indicators") or {}).items()),
                    key=repr,
                ),
                [
                    {"what": one}
                    if isinstance(one, str)
                    else {key: one[key] for key in ("what", "who", "due", "done") if key in one}
                    for one in node.get("actions", ())
                ],
            )
        found.append(
            (
                section,
                id,
                flat(node.get("title") or title_from(id)),
                said,
                arrows,
                {k: v for k, v in pointers.items() if v},
                *more,
            )
        )
    return found, [flat(note["text"]) for note in data.get("notes", ())]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_the_chains_come_back(path, ending):
    data = Parsed(path.read_bytes(), path.name).normal_form
    again, made = back(data, ending)
    assert held(again, ending) == held(data, ending)
    assert [remark.key for remark in made.remarks] == []
    assert again["language"] == data["language"]


NASTY = [
    "Färre fel",
    "färre fel.",
    "A; B",
    'A "B"; C',
    "=HYPERLINK(1)",
    "'=x",
    "-5 %",
    "@SUM(1)",
    "+1",
    "Nytta: mer tid",
    "A -> B",
    "!- Oro",
    "2027",
    "???",
    "a, b",
    "B",
    "Effekt",
    "Rubrik",
    "[x] y",
    "Å" * 300,
    "effekt_1",
    "Fritid (barn)",
    '"A"',
    "1.234",
    "ja",
    "Summa",
    "_x0041_",
    "<b>&amp;</b>",
]


def point(draw, data, section, key, targets):
    for node in data.get(section, {}).values():
        if targets and draw(st.booleans()):
            node[key] = draw(st.lists(st.sampled_from(targets), min_size=1, max_size=3, unique=True))


@st.composite
def chains(draw):
    titles = st.sampled_from(NASTY)
    data = {
        "nyttokedja": 1,
        "title": "T",
        "language": draw(st.sampled_from(["sv", "nb", "en"])),
        "stage": "draft",
    }
    for section in SECTIONS:
        nodes = {}
        for n in range(draw(st.integers(0, 3))):
            node = {"title": draw(titles)}
            if draw(st.booleans()):
                node["text"] = draw(st.sampled_from(["Rad ett\n\nrad två", "=1+1", "Ägare: Chef"]))
            if section in ("benefits", "drawbacks") and draw(st.booleans()):
                node["for"] = draw(st.sampled_from(["barn", "=x", "chefer; lärare"]))
            nodes[f"{section[:3]}{n}"] = node
        if nodes:
            data[section] = nodes
    ids = {section: list(data.get(section, ())) for section in SECTIONS}
    order = ["changes", "effects", "benefits", "goals"]
    for n, section in enumerate(order[:-1]):
        point(draw, data, section, "leads_to", [id for later in order[n + 1 :] for id in ids[later]])
    for section, key in (
        ("risks", "at"),
        ("risks", "hinders"),
        ("obstacles", "hinders"),
        ("preconditions", "needed_for"),
    ):
        point(draw, data, section, key, ids["changes"] + ids["effects"] + ids["benefits"])
    if notes := draw(st.lists(titles, max_size=3)):
        data["notes"] = notes
    return data


@settings(max_examples=150, deadline=None)
@given(chains(), st.sampled_from(["csv", "csv", "xlsx"]))
def test_any_chain_comes_back(data, ending):
    if not any(section in data for section in (*SECTIONS, "notes")):
        return
    data = normal(data)
    assert held(back(data, ending)[0], ending) == held(data, ending)
