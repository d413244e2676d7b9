"""One chain with all that the schema has, and the places of its single facts."""

from nyttokedja.language.forms import root_form

_EITHER = {("factor", "formula"), ("indicator", "scale")}
"""Keys that stand only where another does not."""


def example(form, at):
    """A value with all that the schema has in a place."""
    kinds = form.schema.get("type", ())
    known = form.schema.get("properties", {})
    if form.listed and "object" not in kinds:
        return form.listed[0]
    if form.schema.get("pattern", "").startswith("^NK"):
        return "NK501"
    if "array" in kinds:
        return [example(form.item, (*at, 0))]
    if "object" in kinds and known:
        known = {key: held for key, held in known.items() if (form.name, key) not in _EITHER}
        return {key: example(form.within(key), (*at, key)) for key in known}
    if "object" in kinds:
        id = "2027-01" if form.name == "measurements" else f"i_{len(at)}_{form.name}"
        return {id: example(form.within(id), (*at, id))}
    if "boolean" in kinds and "string" not in kinds:
        return True
    if "integer" in kinds:
        return form.schema.get("minimum", 1)
    if "number" in kinds or form.schema.get("enum"):
        return min(1, form.schema.get("maximum", 1))
    return "2027-01" if form.takes_date else " ".join(map(str, at))


ALL = example(root_form(), ())


def leaves(data, at=()):
    """The places of all single values in data."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from leaves(value, (*at, key))
        else:
            yield (*at, key)


FACTS = [at for at in leaves(ALL) if at != ("nyttokedja",)]


def changed(data, at, form):
    """The data with another value in one place."""
    if at:
        held = data[at[0]]
        value = changed(held, at[1:], form.item if isinstance(at[0], int) else form.within(at[0]))
        return [value] if isinstance(data, list) else {**data, at[0]: value}
    if isinstance(data, bool):
        return not data
    if isinstance(data, int | float):
        return data + 1 if data < form.schema.get("maximum", data + 1) else data / 2
    if form.listed:
        return form.listed[1]
    if data == "NK501":
        return "NK401"
    return "2031-03" if form.takes_date else f"{data} till"
