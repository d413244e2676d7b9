"""Whatever the files look like: a merge says what both sides said, or has conflict markers."""

from functools import partial
from pathlib import Path

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from nyttokedja.editing import edit
from nyttokedja.reading.comments import comments
from nyttokedja.reading.outline import outline
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.source import read
from nyttokedja.versions.line_merge import by_lines
from nyttokedja.versions.merging import Versions, merge
from nyttokedja.versions.merging.three_way import merged
from nyttokedja.versions.merging.tree import dangling, tree_of
from nyttokedja.versions.merging.tree_edits import changes
from tests.editing.generated import chains
from tests.repositories import program
from tests.versions.merging.changed import boxes, changed, hands, three

pytestmark = program
lines = partial(by_lines, cwd=Path("/"))  # in no repository: no settings of one


def done(base, ours, theirs):
    return merge(Versions(base, ours, theirs), lines)


def says(data):
    tree = tree_of(Parsed(data))
    assert tree is not None, data.decode()
    return tree


@given(three(comments=True))
@settings(max_examples=60)
def test_what_only_one_side_has_changed_is_that_sides_file(files):
    base, ours, theirs = files
    for side in (ours, theirs):
        for versions in ((base, side, base), (base, base, side), (base, side, side)):
            result = done(*versions)
            assert (result.data, result.clean, result.told) == (side, True, ())


@given(three())
@settings(max_examples=150)
def test_a_merge_says_what_both_sides_said_whichever_is_ours(files):
    assume(None not in [tree_of(Parsed(file)) for file in files])
    base, ours, theirs = files
    one, other = done(base, ours, theirs), done(base, theirs, ours)
    event("clean" if one.clean else f"conflict {one.told[:1]}")
    assert one.clean == other.clean, (one.told, other.told)
    if one.clean:
        assert says(one.data) == says(other.data)
        assert not dangling(says(one.data)) - dangling(says(ours)) - dangling(says(theirs))
    else:
        assert one.told
        assert b"<<<<<<< ours" in one.data
        assert b"<<<<<<< ours" in other.data


@given(three(comments=True))
@settings(max_examples=100)
def test_comments_are_never_lost_but_where_the_other_side_took_them_away(files):
    base, ours, theirs = files
    result = done(base, ours, theirs)
    event("clean" if result.clean else "conflict")
    if result.clean and None not in [read(side).root for side in files]:
        kept = said(result.data)
        for side in (ours, theirs):
            assert all(comment in kept for comment in said(side) if comment not in said(base))


def said(data):
    source = read(data)
    return [source.text[c.start : c.end].rstrip() for c in comments(outline(source))]


@given(st.data())
@settings(max_examples=100)
def test_changes_of_different_boxes_are_always_merged(data):
    base = data.draw(chains())
    ids = [id for _, id in boxes(base)]
    assume(len(ids) > 1)
    half = set(ids[::2])
    texts = [data.draw(hands()).write(base)]
    for mine in (half, set(ids) - half):
        side = data.draw(changed(base))
        kept = {id: (section, side[section][id]) for section, id in boxes(side)}
        texts.append(data.draw(hands()).write(only(base, kept, mine)))
    files = [text.encode() for text in texts]
    assume(None not in [tree_of(Parsed(file)) for file in files])
    result = done(*files)
    assert result.clean, (result.told, *texts)


def only(base, changes, ids):
    """A chain with changes of some boxes alone, none of them taken away or moved."""
    data = {key: dict(value) if isinstance(value, dict) else value for key, value in base.items()}
    for section, id in boxes(base):
        if id in ids and id in changes and changes[id][0] == section:
            data[section][id] = changes[id][1]
    return data


@given(three())
@settings(max_examples=100)
def test_meanings_are_merged_alike_from_either_side(files):
    trees = [tree_of(Parsed(file)) for file in files]
    assume(None not in trees)
    base, ours, theirs = trees
    (one, clashes), (other, others) = merged(base, ours, theirs), merged(base, theirs, ours)
    assert {(c.reason, c.node, c.keys) for c in clashes} == {(c.reason, c.node, c.keys) for c in others}
    if not clashes:
        assert one == other


@given(st.data())
@settings(max_examples=150)
def test_a_file_is_made_to_say_what_another_says(data):
    one, other = data.draw(chains()), data.draw(chains())
    other = data.draw(st.sampled_from([other, data.draw(changed(one))]))
    file, wanted = (
        data.draw(hands()).write(one).encode(),
        tree_of(Parsed(data.draw(hands()).write(other).encode())),
    )
    now = tree_of(Parsed(file))
    assume(now is not None and wanted is not None)
    assert says(edit(file, *changes(now, wanted)).after) == wanted
