"""Every key of the schema is read, kept, compared, drawn, told and taught; or is named where it is not.

A key that is added to the schema fails here in each place that does not know it yet.
"""

from dataclasses import fields, is_dataclass, replace
from fnmatch import fnmatchcase
from functools import cache, partial

import jsonschema_rs
import pytest

from nyttokedja.batch.engines import AUTO
from nyttokedja.batch.picture_formats import FORMATS as PICTURES
from nyttokedja.checking.check import check
from nyttokedja.comparing import compare, fact_wording
from nyttokedja.comparing.facts import _WEIGHTS, steps
from nyttokedja.comparing.model import Weight
from nyttokedja.language.codes import CANONICAL, LANGUAGES
from nyttokedja.language.editor_schemas import schema_in
from nyttokedja.language.forms import localized, root_form
from nyttokedja.language.schema import canonical
from nyttokedja.language.tables import table
from nyttokedja.language.validators import FORMATS as VALUE_FORMATS
from nyttokedja.model import about, calculation, indicators, plan
from nyttokedja.model import chain as model
from nyttokedja.model.chain import NodeType
from nyttokedja.model.findings import Span
from nyttokedja.model.stage import Stage
from nyttokedja.reports.sentences import sentences
from nyttokedja.writing.chain_file import to_yaml
from tests.completeness.chains import PLACES, saying, saying_another

TYPES = [kind.value for kind in NodeType]
INDICATOR = (
    "text unit better source every measured_by judged_by "
    "baseline.value baseline.date baseline.source baseline.comment baseline.of "
    "target.value target.date target.source target.comment target.of "
    "measurements.value measurements.comment measurements.judgement measurements.action"
)
EVERYWHERE = {
    "a box has room for what a reviewer asks for; this is read in the file": (
        "*.text *.tags *.origin *.when *.size_because benefit.use benefit.conversion.* benefit.reports_to "
        "notes.tags"
    ),
    "a box names its indicators; what they say is read in the answers to the questions": " ".join(
        f"*.indicators.{key}" for key in INDICATOR.split()
    ),
    "what is to be done is named, not who does it and when": "*.actions.who *.actions.due",
    "actions are asked for at what hampers": " ".join(
        f"{kind}.actions.{key}"
        for kind in ("change", "benefit", "drawback", "precondition", "opportunity")
        for key in ("what", "done")
    ),
    "an arrow shows how strong it is; why is read in the file": "*.leads_to.because *.leads_to.evidence",
    "arrows from what stands beside the columns look alike": "risk.leads_to.link",
    "the head of a cost says its category and when it comes": "cost.perspective",
    "a title block says what the chain is about and what is compared; the rest is read in the file": (
        "about.contact about.not_included about.horizon about.assumptions about.uncertainty.* about.summary "
        "about.alternatives.behaviours.* about.alternatives.technology.* about.method about.geography "
        "about.version"
    ),
    "what is decided and handed over, and what people tell, is read in the documents": (
        "decision.* approved.* handover.* success_stories.* prioritising.*"
    ),
    "a box says what it is worth; what that is made of is told by `nyttokedja calculate`": (
        "*.value.hours.* *.value.profile *.value.factors.* *.value.pool *.value.evidence "
        "calculation.* *.share *.indicators.measures"
    ),
    "what is accepted shows at the finding that it is about": (
        "accepted.rule accepted.at accepted.why accepted.decided_by accepted.until"
    ),
}
"""Why a key stands in no picture → the names of the facts, where ``*`` is any type of node."""
TOLD = {
    "what a plan says beside the chain is read in the documents": (
        "benefit.conversion.* benefit.reports_to decision.* approved.* handover.* success_stories.* "
        "prioritising.*"
    ),
    "how things compare row by row, and how the chain was made, is read in the documents": (
        "about.alternatives.behaviours.* about.alternatives.technology.* about.method about.geography "
        "about.version"
    ),
    "an indicator is told with what it is, its course, its source and who measures; the rest is in it": (
        "*.indicators.text *.indicators.better *.indicators.measures *.indicators.*.comment "
        "*.indicators.*.of "
        "*.indicators.baseline.source *.indicators.target.source *.indicators.measurements.judgement "
        "*.indicators.measurements.action"
    ),
    "tags and origins are for those who work on the file": "*.tags *.origin notes.tags",
    "what stands in the way is told with what it leads to, not why": (
        "risk.leads_to.because risk.leads_to.evidence risk.leads_to.link"
    ),
    "what hampers is told with when its actions are due, not when it may come": (
        "obstacle.when risk.when precondition.when"
    ),
    **{why: EVERYWHERE[why] for why in EVERYWHERE if "cost.perspective" in EVERYWHERE[why]},
    **{why: EVERYWHERE[why] for why in EVERYWHERE if "calculation.*" in EVERYWHERE[why]},
    **{why: EVERYWHERE[why] for why in EVERYWHERE if "accepted.rule" in EVERYWHERE[why]},
}
"""Why a key is not told in words → the names of the facts."""
LEFT_OUT = {
    "text": TOLD,
    "markdown": TOLD,
    "json": {
        "what is accepted shows at the finding that it is about": "accepted.*",
        "`nyttokedja calculate --format json` has the calculation": "calculation.*",
        "a pointer says where, not why": "risk.leads_to.because risk.leads_to.evidence risk.leads_to.link",
    },
    "svg": EVERYWHERE
    | {
        "an owner is asked for in the chain and at what hampers it": "cost.owner opportunity.owner",
        "costs stand apart; which decision one waits for is read in the file": "cost.needed_for",
    },
    "dot": EVERYWHERE
    | {
        "a drawing to go on with in Graphviz has no small print": "*.uncertain",
        "arrows of opportunities look alike in Graphviz": "opportunity.leads_to.link",
        "a drawing to go on with in Graphviz has titles, owners and arrows": (
            "*.indicators.title obstacle.actions.what risk.actions.what "
            "obstacle.actions.done risk.actions.done *.size effect.beside benefit.beside "
            "goal.adopted_in precondition.who precondition.due precondition.met *.needs_all"
        ),
        "a drawing to go on with in Graphviz has no title block but its title": (
            "stage reference about.organisation about.purpose about.alternatives.now about.alternatives.new"
        ),
    },
    "html": {},
    "mermaid": EVERYWHERE
    | {
        "a chart has titles, heads, owners and arrows": (
            "*.uncertain *.indicators.title obstacle.actions.what risk.actions.what obstacle.actions.done "
            "risk.actions.done *.size effect.beside benefit.beside goal.adopted_in precondition.who "
            "precondition.due precondition.met notes.text notes.origin *.needs_all"
        ),
        "a chart has no title block but its title": (
            "stage reference about.organisation about.purpose about.alternatives.now about.alternatives.new"
        ),
    },
}
"""Format of pictures → what it leaves out, and why."""

OF_THE_SVG = {"png", "pdf"}
"""Formats that show the picture itself: `tests/printing/` holds that."""


def checked(data):
    found = check(to_yaml(data).encode())
    assert found.complete
    assert [finding.code for finding in found.findings if finding.code < "NK2"] == []
    return found


@cache
def pair(name):
    """The checks of a chain that says a fact, and of the one that says another in its place."""
    return checked(saying(PLACES[name])), checked(saying_another(PLACES[name]))


def without_spans(value):
    if is_dataclass(value):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        return {
            key: without_spans(one)
            for key, one in held.items()
            if key != "spans" and not isinstance(one, Span)
        }
    return tuple(map(without_spans, value)) if isinstance(value, tuple) else value


def named(patterns):
    """The facts that patterns name; each names at least one."""
    for pattern in patterns.split():
        names = [f"{kind}{pattern[1:]}" for kind in TYPES] if pattern.startswith("*") else [pattern]
        found = [name for name in PLACES if any(map(partial(fnmatchcase, name), names))]
        assert found, pattern
        yield from found


# -- schema = model -----------------------------------------------------------------------------------

FIELDS = {
    "link": (model.Link, {"to": "target", "link": "strength"}, {"source", "span"}),
    "action": (model.Action, {}, {"span"}),
    "level": (indicators.Level, {}, {"span", "word"}),
    "measurement": (indicators.Measurement, {}, {"date", "span", "word"}),
    "indicator": (indicators.Indicator, {}, {"id", "span"}),
    "note": (model.Note, {}, {"span"}),
    "calculation": (calculation.Calculation, {}, {"span", "spans"}),
    "factor": (calculation.Factor, {}, {"id", "span", "spans"}),
    "value": (calculation.Value, {}, {"span", "spans", "profile_from"}),
    "acceptance": (model.Acceptance, {}, {"span"}),
    "converted": (plan.Conversion, {}, {"span"}),
    "rating": (plan.Rating, {}, {"criterion", "span"}),
    "resolution": (plan.Decision, {}, {"span"}),
    "approval": (plan.Approval, {}, {"span"}),
    "handover": (plan.Handover, {}, {"span"}),
    "success_story": (plan.SuccessStory, {}, {"span"}),
    "comparison": (about.Comparison, {}, set()),
    "uncertainty": (about.Uncertainty, {}, {"text"}),
    "about": (about.About, {}, set()),
    "chain": (model.Chain, {"stage": "said_stage"}, {"nodes", "doubled", "none", "span", "spans"}),
    **{
        kind: (
            model.Node,
            {"for": "receiver", "leads_to": "links"},
            {"id", "type", "span", "title_span", "spans", "faulty", "elsewhere"},  # of the key `leads_to` too
        )
        for kind in TYPES
    },
}
"""`$def` → its class in the model, keys whose field has another name, and fields that no key gives."""
NO_FIELD = {"nyttokedja", *model.SECTIONS}
"""Top-level keys that are the version of the format, or hold the nodes."""


def keys_of(form):
    schema = canonical() if form == "chain" else canonical()["$defs"][form]
    keys = set(schema["properties"]) - (NO_FIELD if form == "chain" else set())
    if form == "value":
        return keys | {"before", "after"}
    return (
        keys - {"alternatives"} | set(canonical()["$defs"]["alternatives"]["properties"])
        if form == "about"
        else keys
    )


@pytest.mark.parametrize("form", FIELDS)
def test_every_key_has_a_field(form):
    kind, renamed, _ = FIELDS[form]
    assert {renamed.get(key, key) for key in keys_of(form)} <= {field.name for field in fields(kind)}


@pytest.mark.parametrize(
    "kind", dict.fromkeys(kind for kind, *_ in FIELDS.values()), ids=lambda kind: kind.__name__
)
def test_every_field_has_a_key(kind):
    forms = [form for form, (held, *_) in FIELDS.items() if held is kind]
    keys = {FIELDS[form][1].get(key, key) for form in forms for key in keys_of(form)}
    assert {field.name for field in fields(kind)} == keys | FIELDS[forms[0]][2]


def test_every_def_with_keys_has_a_class():
    keyed = {name for name, held in canonical()["$defs"].items() if "properties" in held}
    assert keyed - {"alternatives", "perspectives", "leads_to", "hours"} == FIELDS.keys() - {"chain"}


@pytest.mark.parametrize("name", PLACES)
def test_every_key_is_read(name):
    before, after = (without_spans(side.chain) for side in pair(name))
    assert before != after


# -- schema = what is compared ------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLACES)
def test_a_change_of_every_key_weighs(name):
    comparison = compare(*pair(name))
    assert comparison.weight > Weight.NONE
    changed = [one for change in (*comparison.nodes, *comparison.arrows) for one in change.fields]
    for change in (*changed, *comparison.fields):
        keys = [step for step, is_name in steps(change.path) if not is_name]
        assert keys[0] in {*_WEIGHTS, *model.SECTIONS}
        assert keys[0] == "about" or keys[-1] in {*_WEIGHTS, *model.SECTIONS}, f"{keys[-1]} has no weight"


# -- schema = what is shown ---------------------------------------------------------------------------


@pytest.mark.parametrize("format", [format for format in PICTURES if format not in OF_THE_SVG])
def test_every_key_is_drawn_or_left_out_with_a_reason(format):
    sides = [[replace(pair(name)[n], findings=()) for name in PLACES] for n in (0, 1)]
    before, after = (PICTURES[format](side, AUTO) for side in sides)
    same = {name for name, *drawn in zip(PLACES, before, after, strict=True) if drawn[0] == drawn[1]}
    left_out = {name for patterns in LEFT_OUT[format].values() for name in named(patterns)}
    assert sorted(same - left_out) == sorted(left_out - same) == []


@pytest.mark.parametrize("name", PLACES)
def test_every_key_is_told_in_sentences(name):
    before, after = (to_yaml(data(PLACES[name])).encode() for data in (saying, saying_another))
    assert sentences(before) != sentences(after)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_a_word_for_one_of_its_items(language):
    lists = {
        key
        for held in (canonical(), *canonical()["$defs"].values())
        for key, place in held.get("properties", {}).items()
        if (canonical()["$defs"][place["$ref"][8:]] if "$ref" in place else place).get("type")
        in ("array", ["array", "null"])
    }
    assert set(table(language, "sentences")["one"]) == lists


# -- schema = what editors are taught -----------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_known_to_the_editor_schema_of_a_language(language):
    validator = jsonschema_rs.validator_for(
        schema_in(language), formats=dict(VALUE_FORMATS), validate_formats=True
    )
    for name, at in PLACES.items():
        assert validator.is_valid(localized(saying(at), language, root_form())), name


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != CANONICAL])
def test_every_key_has_a_word_in_every_other_language(language):
    spoken = table(language, "words")["keys"]
    places = {"chain": canonical(), **canonical()["$defs"]}
    keys = {(form, key) for form, held in places.items() for key in held.get("properties", {})}
    own = {(form, key) for form, held in spoken.items() if isinstance(held, dict) for key in held}
    assert sorted(own - keys) == []
    assert {key for _, key in keys - own} == {key for key, word in spoken.items() if isinstance(word, str)}


# -- listed values ------------------------------------------------------------------------------------


def listed_values():
    """Key → the values that may stand under it, where only some may."""
    defs = canonical()["$defs"]
    for place in (canonical(), *defs.values()):
        for key, held in place.get("properties", {}).items():
            found = {**defs.get(held.get("$ref", "")[8:], {}), **held}.get("enum")
            if found and isinstance(found[0], str) and key != "language":
                yield key, set(found)


LISTED = {
    key: set().union(*(found for one, found in listed_values() if one == key)) for key, _ in listed_values()
}
IN_PICTURES = {
    "stage": "stages",
    **{key: key for key in ("category", "perspective", "timing", "size", "link")},
}
"""Key → the group of words that a picture has for its values; those of other keys stand in none."""


@pytest.mark.parametrize("key", LISTED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_value_has_a_word(language, key):
    if language != CANONICAL:
        assert set(table(language, "words")["values"][key]) == LISTED[key]
    if key in IN_PICTURES:
        assert set(table(language, "picture")[IN_PICTURES[key]]) == LISTED[key]
    if key == "every":
        assert set(table(language, "questions")["every"]) == LISTED[key]
    if key == "stage":
        assert set(table(language, "common")["stage"]) == LISTED[key]


def test_every_listed_value_is_said_in_words_of_a_change():
    assert set(fact_wording._LISTED.values()) == set(LISTED)


def test_the_model_has_the_stages_of_the_schema():
    assert {stage.value for stage in Stage} == LISTED["stage"]
