"""Chains for exporters: every key, titles that no format takes easily, arrows of all kinds."""

from hypothesis import strategies as st

from nyttokedja.importing.identity import identity
from nyttokedja.language.schema import canonical
from nyttokedja.language.validators import verdict
from nyttokedja.model.chain import IN_GRAPH, SECTIONS

NASTY = [
    *(
        "-> ",
        " -> B: x",
        "<- ",
        "=>",
        "@Chef",
        "#vård",
        "[Kvalitet]",
        "(chefer)",
        "(ca 20 %)",
        "• ",
        "1. ",
        "**fet**",
    ),
    *(
        "// ",
        "%%",
        "N: ",
        "F:",
        "Nytta: ",
        "; E: y",
        ", N: z",
        "http://a.se/?b=c",
        '"',
        "”citat”",
        "«",
        "...",
        "…",
    ),
    *(
        "? ",
        "! ",
        "!- ",
        "+- ",
        "titel: ",
        "ägare: Bo",
        "eftersom ",
        "# ",
        "---",
        "Hinder",
        "=HYPERLINK(1)",
        "@SUM(1)",
    ),
    *(
        "å",
        "ö",
        "Ä",
        "é",
        "🎯",
        "10 → 5",
        "\n",
        "  ",
        "\t",
        "<b>",
        "&amp;",
        "|",
        ";",
        "'",
        "end",
    ),
]
WORDS = st.lists(st.sampled_from(["färre", "Samtal", "mer", "tid", "Besked", "lugn"]), min_size=1, max_size=3)
TITLES = st.tuples(
    st.lists(st.sampled_from(NASTY), max_size=1), WORDS, st.lists(st.sampled_from(NASTY), max_size=2)
).map(lambda parts: " ".join([*parts[0], *parts[1], *parts[2]]))
TEXTS = st.sampled_from(
    ["Ett ord", "N: inte en nytta", "-> x", "a\nB", "ja", "2027", "x: y", "(se bilaga)", "=1+1"]
)
TRUE = st.sampled_from([True])
OWNERS = st.sampled_from(["Enhetschef", "Chef (vik.)", "Chef, hemtjänst", "@x", "Chef på plan 3"])
DATES = st.sampled_from(["2027", "2027-06", "2027-Q3", "2027-06-30"])
VALUES = {
    "text": TEXTS,
    "tags": st.lists(st.sampled_from(["vård", "IT", "plan 3"]), min_size=1, max_size=2, unique=True),
    "origin": TEXTS,
    "uncertain": TEXTS,
    "owner": OWNERS,
    "when": DATES,
    "actions": st.lists(st.fixed_dictionaries({"what": TEXTS}), min_size=1, max_size=2),
    "indicators": st.dictionaries(
        st.sampled_from(["tid", "antal"]),
        st.fixed_dictionaries({}, optional={"unit": TEXTS, "measurements": st.just({"2027": {"value": 3}})}),
        min_size=1,
    ),
    "behaviour": TRUE,
    "effect_goal": TRUE,
    "beside": TRUE,
    "category": st.sampled_from(["financial", "redistribution", "quality", "environment"]),
    "perspective": st.sampled_from(["own", "residents", "relatives", "others", "society"]),
    "for": st.sampled_from(["chefer", "Vakter (natt)", "boende på plan 3", "finansiell", "se bilaga"]),
    "size": st.sampled_from(["none", "small", "medium", "large"]),
    "size_because": TEXTS,
    "use": TEXTS,
    "adopted_in": TEXTS,
    "timing": st.sampled_from(["once", "running"]),
    "who": OWNERS,
    "due": DATES,
    "met": st.booleans(),
    "consequence": TEXTS,
    "requires": TEXTS,
}
"""Key → the values that it may have here; other keys are pointers."""
SAID = {"because": TEXTS, "evidence": TEXTS, "link": st.sampled_from(["direct", "indirect", "limited"])}
ABOUT = {"organisation": TEXTS, "purpose": TEXTS, "contact": TEXTS, "horizon": st.just(4)}
POINTS = {"obstacle": "hinders", "risk": "at", "precondition": "needed_for"}


@st.composite
def boxes(draw, titles):
    """Id → type and fields of a box; no two of one kind have the same words."""
    types = draw(
        st.lists(st.sampled_from([kind.value for kind in SECTIONS.values()]), min_size=1, max_size=7)
    )
    found, known = {}, set()
    for n, type in enumerate(types):
        title = " ".join(draw(titles).split())
        words = ("chain" if type in IN_GRAPH else type, identity(title))
        if words in known or not any(map(str.isalpha, identity(title))):
            continue
        known.add(words)
        keys = [key for key in canonical()["$defs"][type]["properties"] if key in VALUES]
        given = draw(st.lists(st.sampled_from(keys), max_size=3, unique=True))
        found[f"ruta_{n}"] = (type, {"title": title, **{key: draw(VALUES[key]) for key in given}})
    return found


def point(draw, boxes):
    """Draw arrows between boxes."""
    for id, (type, node) in boxes.items():
        heads = [other for other in boxes if other != id and leads(type, boxes[other][0])]
        if heads and (to := draw(st.lists(st.sampled_from(heads), max_size=2, unique=True))):
            said = st.fixed_dictionaries({}, optional=SAID)
            node["leads_to"] = [{"to": head, **draw(said)} for head in to]
        graph = [other for other in boxes if boxes[other][0] in IN_GRAPH]
        if (
            type in POINTS
            and graph
            and (to := draw(st.lists(st.sampled_from(graph), max_size=2, unique=True)))
        ):
            node[draw(st.sampled_from(["at", "hinders"])) if type == "risk" else POINTS[type]] = to


@st.composite
def chains(draw, titles=TITLES):
    """A sound chain as plain data."""
    nodes = draw(boxes(titles))
    point(draw, nodes)
    data = {"nyttokedja": 1, "title": " ".join(draw(titles).split())}
    data["language"] = draw(st.sampled_from(["sv", "nb", "en"]))
    data |= draw(
        st.fixed_dictionaries({}, optional={"stage": st.sampled_from(["draft", "plan"]), "reference": TRUE})
    )
    if about := draw(st.fixed_dictionaries({}, optional=ABOUT)):
        data["about"] = about
    for section, kind in SECTIONS.items():
        held = {id: node for id, (type, node) in nodes.items() if type == kind.value}
        if held or draw(st.integers(0, 5)) == 0:
            data[section] = held or "none"
    said = st.fixed_dictionaries({}, optional={"origin": TEXTS})
    notes = draw(st.lists(titles.map(lambda text: " ".join(text.split())), max_size=2))
    if notes:
        data["notes"] = [{"text": text, **draw(said)} for text in notes]
    assert verdict().is_valid(data), data
    return data


def leads(tail, head):
    if tail == "risk":
        return head == "drawback"
    return tail in IN_GRAPH and head in IN_GRAPH and (tail != "goal" or head == "goal")
