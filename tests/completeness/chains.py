"""For each fact that the schema has a place for: a small chain that says it, and one that says another.

`tests.everything.ALL` has a value under every key, but its pointers name nothing. Here they lead to a box
called `first`, and where they are changed, to one called `second`. Nothing else is said of the box that the
fact is about but its title: some keys are shown only where others are missing.
"""

from copy import deepcopy

from nyttokedja.language.forms import root_form
from nyttokedja.model.chain import SECTIONS
from tests.everything import ALL, FACTS, changed

HEADS = {
    ("changes", "leads_to"): "effects",
    ("effects", "leads_to"): "benefits",
    ("benefits", "leads_to"): "goals",
    ("drawbacks", "leads_to"): "goals",
    ("goals", "leads_to"): "goals",
    ("risks", "leads_to"): "drawbacks",
    ("opportunities", "leads_to"): "effects",
    ("preconditions", "needed_for"): "changes",
    ("costs", "needed_for"): "opportunities",
    ("obstacles", "hinders"): "effects",
    ("risks", "hinders"): "effects",
    ("risks", "at"): "effects",
    ("accepted", "at"): "effects",
    ("handover", "followed_up"): "benefits",
    ("success_stories", "at"): "effects",
}
"""Section and key → the section of what its pointers lead to."""


def name_of(at):
    """A fact's name: the keys on the way to it, from the type of node on: ``benefit.indicators.unit``."""
    form, keys = root_form(), []
    for step in at:
        if step in form.schema.get("properties", {}):
            keys.append(SECTIONS[step].value if step in SECTIONS else step)
        form = form.item if isinstance(step, int) else form.within(step)
    return ".".join(keys)


def saying(at):
    """A chain that says the fact, as plain data. It is a draft: no picture shows notes at another stage."""
    kept = ("nyttokedja", "title", "language", at[0])
    data = {key: deepcopy(ALL[key]) for key in kept} | {"stage": "draft", "reference": False}
    if at[0] in SECTIONS:
        node = {key: data[at[0]][at[1]][key] for key in ("title", at[2])}
        data[at[0]] = {at[1]: node}
        _lead_somewhere(data, at[0], node)
        if at[2] == "beside":  # the arrows to the box show it
            data["changes"] = {"first": {"leads_to": [at[1]]}}
        elif at[2] == "needs_all":
            causes = data.setdefault("changes" if at[0] == "effects" else "effects", {})
            causes |= {id: {"leads_to": [at[1]]} for id in ("first", "second")}
    elif at[0] in ("accepted", "success_stories"):
        _lead_somewhere(data, at[0], data[at[0]][0])
    elif at[0] == "handover":
        _lead_somewhere(data, at[0], data[at[0]])
    elif at[:2] == ("about", "perspectives"):  # the boxes that have the perspective show it
        data["benefits"] = {"first": {"perspective": at[2]}}
    elif at[0] == "language":  # the words for a box show it
        data["benefits"] = {"first": None}
    return data


def _lead_somewhere(data, section, holder):
    """Let the pointers of a box or a decision lead to a box of the section that they may lead to."""
    for key in [key for key in holder if (section, key) in HEADS]:
        heads = {"first": {"title": "First"}, "second": {"title": "Second"}}
        data.setdefault(HEADS[section, key], {}).update(heads)
        holder[key] = [{**one, "to": "first"} if isinstance(one, dict) else "first" for one in holder[key]]


def saying_another(at):
    """The same chain with another value in the fact's place."""
    data = saying(at)
    *way, last = at
    holder = data
    for step in way:
        holder = holder[step]
    if holder[last] != "first":
        return changed(data, at, root_form())
    holder[last] = "second"
    return data


PLACES = {name_of(at): at for at in FACTS}
"""Name of a fact → one place of it."""
