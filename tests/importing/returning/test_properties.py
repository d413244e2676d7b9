"""Whatever two walls say, and whatever is done to the chain between: nothing is lost or doubled."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nyttokedja.editing import CannotEdit
from nyttokedja.editing.document import document
from nyttokedja.editing.engine import edit_parsed
from nyttokedja.editing.orders import MoveOrder, RemoveOrder, RenameOrder, RetitleOrder, SetOrder, plan_order
from nyttokedja.importing.identity import identity
from nyttokedja.importing.returning import read_memory
from nyttokedja.importing.returning.said import boxes, said_by_file
from nyttokedja.reading.parsed import Parsed
from tests.importing.returning.walls import again, first, wall

WORDS = (
    "Färre samtal",
    "Färre samtal om natten",
    "Frigjord tid",
    "Lugnare nätter",
    "Kö",
    "Ko",
    "null",
    "a: b",
)
EXAMPLES = 60
LETTERS = ("F", "E", "N", "KK", "M", "H", "R", "FS", "Ö", "KR")

boxes_ = st.builds("{}: {}".format, st.sampled_from(LETTERS), st.sampled_from(WORDS))
notes_ = st.sampled_from(("vad säger facket?", "hur?", "Frigjord tid", "Kö", "- streck", "a: b"))
lines = st.one_of(boxes_, st.builds("{} -> {}".format, boxes_, boxes_), notes_)
walls = st.lists(lines, min_size=1, max_size=7).map(lambda some: wall(*_once(some)))
steps = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9), st.sampled_from(WORDS)), max_size=4)


def _once(some):
    """Lines in which no words have two types, as importers see to."""
    types = {}
    kept = []
    for line in some:
        parts = line.split(" -> ")
        pairs = [part.partition(": ")[::2] for part in parts if part.partition(": ")[0] in LETTERS]
        if all(types.setdefault(words, letter) == letter for letter, words in pairs):
            kept.append(line)
    return kept or ["vad säger facket?"]


def edited(text, wanted):
    """A chain after what somebody has done to it, as far as it can be done."""
    parsed = Parsed(text.encode())
    for number, which, words in wanted:
        there = [box.id for box in boxes(said_by_file(parsed))]
        if not there:
            break
        id = there[which % len(there)]
        order = (
            RemoveOrder(id),
            RenameOrder(id, f"x_{which}"),
            RetitleOrder(id, f"{words} här"),
            SetOrder(id, "title", words.upper()),
            MoveOrder(id, "effect"),
        )[number]
        try:
            after = edit_parsed(parsed, plan_order(order, document(parsed)).edits).parsed
        except CannotEdit:
            continue
        parsed = after if said_by_file(after) is not None else parsed
    return parsed.text


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(walls, steps, walls)
def test_what_is_in_the_chain_stays_and_the_same_import_twice_changes_nothing(one, between, two):
    text, memory = first(one)
    text = "# överst\n" + edited(text, between) + "# sist\n"
    result = again(text, two, memory)
    after = result.chain.decode()
    said, before = said_by_file(Parsed(result.chain)), said_by_file(Parsed(text.encode()))
    assert said is not None
    assert "# överst" in after
    assert "# sist" in after
    assert {box.id for box in boxes(before)} <= {box.id for box in boxes(said)}, "no box goes by itself"
    assert read_memory(result.memory)[1] == ""
    twice = again(after, two, result.memory)
    assert twice.chain == result.chain
    assert twice.memory == result.memory


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(walls, walls)
def test_all_that_is_on_the_wall_is_in_the_chain(one, two):
    text, memory = first(one)
    result = again(text, two, memory)
    there = {identity(box.title) for box in boxes(said_by_file(Parsed(result.chain)))}
    wanted = {identity(box.title) for box in boxes(two.data)}
    assert wanted <= there
    pruned = again(result.chain.decode(), two, result.memory, prune=True)
    left = {identity(box.title) for box in boxes(said_by_file(Parsed(pruned.chain)))}
    assert left == wanted, "what nobody has touched goes with its words"


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(walls, steps, walls)
def test_without_a_memory_nothing_that_the_chain_says_is_changed(one, between, two):
    text, _ = first(one)
    text = edited(text, between)
    result = again(text, two, None)
    before = {box.id: box for box in boxes(said_by_file(Parsed(text.encode())))}
    after = {box.id: box for box in boxes(said_by_file(Parsed(result.chain)))}
    for id, box in before.items():
        assert after[id].title == box.title
        assert after[id].section == box.section
