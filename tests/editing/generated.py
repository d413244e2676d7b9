"""Chains as people write them: any style, any indentation, and comments at every spot where one can stand."""

import random

from hypothesis import strategies as st

from nyttokedja.language.forms import root_form
from nyttokedja.language.keywords import words
from nyttokedja.writing.quoting import is_safe, quoted

IDS = ["a", "färre_fel", "ökad_trygghet", "e1", "mål-2", "no", "tid", "x_y"]
TEXTS = [
    "Färre fel",
    "no",
    "12:30",
    "a, b: c",
    "# inte",
    "Ökad trygghet för den boende",
    "'citat'",
    "2027-01-01",
    "ja",
]
SECTIONS = ("changes", "effects", "benefits", "goals", "obstacles", "opportunities")


@st.composite
def chains(draw):
    """A small chain as plain data, its sections and fields in any order."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=7, unique=True))
    data = {"nyttokedja": 1, "title": draw(st.sampled_from(TEXTS))}
    if draw(st.booleans()):
        data["stage"] = draw(st.sampled_from(["draft", "plan"]))
    sections = draw(st.lists(st.sampled_from(SECTIONS), min_size=1, max_size=4, unique=True))
    for n, section in enumerate(sections):
        mine = ids[n :: len(sections)]
        if mine or draw(st.booleans()):
            data[section] = {id: draw(node(section, ids)) for id in mine} or draw(
                st.sampled_from([None, "none"])
            )
    return data | draw(plan(ids))


def plan(ids):
    """What a chain says of its decision and of what comes after, any of it."""
    text, date = st.sampled_from(TEXTS), st.just("2027-06")
    pointers = st.one_of(st.sampled_from(ids), st.lists(st.sampled_from(ids), min_size=1, max_size=2))
    decision = st.fixed_dictionaries({"what": text}, optional={"by": text, "date": date, "reference": text})
    level = st.integers(0, 3)
    rating = st.one_of(
        level, st.fixed_dictionaries({"level": level}, optional={"because": text, "decided_by": text})
    )
    approval = st.one_of(text, st.fixed_dictionaries({"role": text}, optional={"date": date}))
    story = {"at": pointers, "by": text, "consent": st.booleans()}
    row = st.fixed_dictionaries({"what": text}, optional={"now": text, "new": text})
    sure = st.one_of(text, st.fixed_dictionaries({"data": text}, optional={"effects": text, "overall": text}))
    compared = st.fixed_dictionaries(
        {}, optional={"now": text, "behaviours": st.lists(row, min_size=1, max_size=2)}
    )
    about = {"uncertainty": sure, "method": text, "version": text, "alternatives": compared.filter(bool)}
    return st.fixed_dictionaries(
        {},
        optional={
            "about": st.fixed_dictionaries({}, optional=about).filter(bool),
            "prioritising": st.dictionaries(st.sampled_from(["nytta", "level"]), rating, min_size=1),
            "decision": st.one_of(text, decision),
            "approved": st.lists(approval, min_size=1, max_size=2),
            "handover": st.fixed_dictionaries(
                {"to": text}, optional={"followed_up": pointers, "ready": text}
            ),
            "success_stories": st.lists(
                st.fixed_dictionaries({"text": text}, optional=story), min_size=1, max_size=2
            ),
        },
    )


def conversions():
    kinds = st.sampled_from(["budget_cut", "avoided_hiring", "kept"])
    rest = {
        "unit": st.sampled_from(["money", "hours"]),
        "amount": st.sampled_from([12, 2.5]),
        "year": st.just(2028),
    }
    return st.lists(st.fixed_dictionaries({"kind": kinds}, optional=rest), min_size=1, max_size=2)


def node(section, ids):
    text = st.sampled_from(TEXTS)
    target = st.sampled_from(ids)
    link = st.one_of(
        target, st.fixed_dictionaries({"to": target}, optional={"because": text, "link": st.just("direct")})
    )
    links = st.one_of(link, st.lists(link, min_size=1, max_size=3))
    pointers = st.one_of(target, st.lists(target, min_size=1, max_size=3))
    fields = {"title": text, "text": text, "tags": st.lists(text, min_size=1, max_size=2)}
    if section != "effects":
        fields["owner"] = text
        fields["when"] = st.sampled_from(["2027-06", "2027-01-31"])
    if section == "obstacles":
        fields["hinders"] = pointers
        action = st.one_of(text, st.fixed_dictionaries({"what": text}, optional={"who": text}))
        fields["actions"] = st.lists(action, min_size=1, max_size=2)
    else:
        fields["leads_to"] = links
        fields["needs_all"] = st.booleans()
    if section == "benefits":
        fields["conversion"] = conversions()
        fields["reports_to"] = text
    if section == "effects":
        fields["behaviour"] = st.booleans()
    if section in ("benefits", "goals"):
        level = st.one_of(
            st.just(3), st.fixed_dictionaries({"value": st.just(2.5)}, optional={"source": text})
        )
        indicator = st.fixed_dictionaries({}, optional={"title": text, "target": level, "unit": text})
        fields["indicators"] = st.dictionaries(
            st.sampled_from(["i1", "i2"]), indicator, min_size=1, max_size=2
        )
    mapping = st.fixed_dictionaries({}, optional=fields).filter(bool)
    return st.one_of(st.none(), text, mapping.flatmap(shuffled))


def shuffled(mapping):
    return st.permutations(list(mapping.items())).map(dict)


class Hand:
    """Somebody's way of writing."""

    def __init__(self, seed, language):
        self.random = random.Random(seed)
        self.language = language
        self.step = self.random.choice([2, 2, 2, 3, 4])
        self.dash = self.random.choice([2, 2, 0, 4])
        self.flow = self.random.choice([0.1, 0.5, 0.9])
        self.quotes = self.random.choice([0, 0.3])
        self.comments = self.random.choice([0, 0.2, 0.6])
        self.newline = self.random.choice(["\n", "\n", "\r\n"])
        self.count = 0

    def chance(self, p):
        return self.random.random() < p

    def write(self, data):
        lines = ["# överst", ""] if self.chance(0.3) else []
        for n, (key, value) in enumerate(data.items()):
            if n > 1 and self.chance(0.6):
                lines.append("")
            lines += self.entry(key, value, root_form(), 0)
        text = self.newline.join(lines)
        return text if self.chance(0.2) else text + self.newline

    def comment(self):
        self.count += 1
        return f"# anm {self.count}"

    def above(self, column):
        lines = []
        while self.chance(self.comments / 2):
            lines.append(" " * column + self.comment())
        if lines and self.chance(0.3):
            lines.append("")
        if lines and self.chance(0.2):
            lines.insert(0, "")
        return lines

    def beside(self):
        return f"  {self.comment()}" if self.chance(self.comments) else ""

    def entry(self, key, value, form, column):
        held = form.within(key) if form else None
        known = form.schema.get("properties", {}) if form else {}
        word = words(self.language).key(key, form.name) if key in known else key
        head = f"{' ' * column}{self.scalar(word)}:"
        return [*self.above(column), *self.value(head, value, held, column)]

    def value(self, head, value, form, column):
        if value is None:
            return [head + self.beside()]
        if not isinstance(value, dict | list):
            return [f"{head} {self.said(value, form)}{self.beside()}"]
        if self.chance(self.flow) or not value:
            if self.chance(0.2) and value:
                return self.broken_flow(head, value, form, column)
            return [f"{head} {self.inline(value, form)}{self.beside()}"]
        lines = [head + self.beside()]
        if isinstance(value, dict):
            for key, item in value.items():
                lines += self.entry(key, item, form, column + self.step)
        else:
            for item in value:
                lines += self.item(item, form and form.item, column + self.dash)
        if self.chance(self.comments / 3):
            lines.append(" " * (column + self.step) + self.comment())
        return lines

    def item(self, value, form, column):
        pad = " " * column
        if isinstance(value, dict) and not self.chance(self.flow):
            lines = [line for key, item in value.items() for line in self.entry(key, item, form, column + 2)]
            if lines[0].strip() and not lines[0].lstrip().startswith("#"):
                lines[0] = f"{pad}- {lines[0].lstrip()}"
                return [*self.above(column), *lines]
            return [*self.above(column), f"{pad}-", *lines]
        said = self.inline(value, form) if isinstance(value, dict) else self.said(value, form)
        return [*self.above(column), f"{pad}- {said}{self.beside()}"]

    def inline(self, value, form):
        if isinstance(value, dict):
            known = form.schema.get("properties", {}) if form else {}
            parts = []
            for key, item in value.items():
                word = words(self.language).key(key, form.name) if key in known else key
                held = form.within(key) if form else None
                parts.append(f"{self.scalar(word, flow=True)}: {self.inline(item, held)}".rstrip())
            return f"{{{', '.join(parts)}}}"
        if isinstance(value, list):
            space = self.random.choice(["", " "])
            held = form.item if form else None
            return f"[{space}{', '.join(self.inline(item, held) for item in value)}{space}]"
        return self.said(value, form, flow=True)

    def broken_flow(self, head, value, form, column):
        pad = " " * (column + self.step)
        if isinstance(value, dict):
            parts = [self.inline({key: item}, form)[1:-1] for key, item in value.items()]
            opening, closing = "{}"
        else:
            parts = [self.inline(item, form and form.item) for item in value]
            opening, closing = "[]"
        last = "," if self.chance(0.5) else ""
        lines = [f"{head} {opening}{self.beside()}"]
        for n, part in enumerate(parts):
            comma = "," if n < len(parts) - 1 else last
            lines += [*self.above(column + self.step), f"{pad}{part}{comma}{self.beside()}"]
        return [*lines, f"{' ' * (column + 1)}{closing}{self.beside()}"]

    def said(self, value, form, flow=False):
        if isinstance(value, bool):
            return str(form.truth(value, self.language) if form else value).lower()
        if isinstance(value, int | float):
            return str(value)
        if value is None:
            return ""
        if form and form.name == "date":
            return value
        return self.scalar(form.word(value, self.language) if form else value, flow)

    def scalar(self, text, flow=False):
        if not is_safe(text, flow):
            return quoted(text, self.random.choice(["'", '"']))
        return quoted(text, self.random.choice(["'", '"'])) if self.chance(self.quotes) else text


@st.composite
def files(draw):
    """A chain's data, and a file that says it."""
    data = draw(chains())
    hand = Hand(draw(st.integers(0, 10**6)), draw(st.sampled_from(["sv", "nb", "en"])))
    return data, hand.write(data)


POINTING = ("leads_to", "hinders", "needed_for", "at")


def full(data):
    """A chain's data without short forms, its sections by name."""
    return {key: full_section(value) if key in SECTIONS else value for key, value in data.items()}


def full_section(section):
    return {id: full_node(value) for id, value in section.items()} if isinstance(section, dict) else section


def full_node(value):
    value = {"title": value} if isinstance(value, str) else dict(value or {})
    for key in POINTING:
        if key in value:
            items = value[key] if isinstance(value[key], list) else [value[key]]
            value[key] = [
                {"to": item} if isinstance(item, str) and key == "leads_to" else item for item in items
            ]
    return value
