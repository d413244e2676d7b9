"""Triples of files: no merge loses a fact or a comment, nor is a conflict where git alone has a good file.

What files say is judged by a naive meaning: plain data, and the lines that begin with ``#``.
"""

import subprocess
from collections import Counter
from copy import deepcopy

import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.repositories import program

pytestmark = program

WORDS = ["Mer tid", "Färre fel", "Lugnare nätter", "Sparad arbetstid", "Kortare köer", "Nöjda brukare"]
SECTIONS = {"effekter": ["a", "b", "c"], "nyttor": ["n", "o"], "mål": ["m"]}
ARROWS = {"a": ["n"], "b": ["n", "o"], "c": ["o"], "n": ["m"], "o": ["m"], "m": []}


KINDS = ["title", "owner", "comment", "rename", "add", "remove", "arrow"]


def plain_chain():
    """Section → id → its lines: (key, value); an arrow is a line of its own, and so is a comment."""
    chain = {}
    for section, ids in SECTIONS.items():
        chain[section] = {id: [["rubrik", f"Ruta {id}"], *(["till", to] for to in ARROWS[id])] for id in ids}
        for id in ids if section == "nyttor" else []:
            chain[section][id][1:1] = [["ägare", f"Chef {id}"], ["när", "2027"], ["målvärde", 40]]
    return chain


def written(chain):
    lines = ["nyttokedja: 1", "rubrik: Prov"]
    for section, boxes in chain.items():
        lines.append(f"{section}:")
        for id, said in boxes.items():
            lines.append(f"  {id}:")
            indicator = [value for key, value in said if key == "målvärde"]
            arrows = [value for key, value in said if key == "till"]
            for key, value in said:
                if key == "#":
                    lines.append(f"    # {value}")
                elif key not in ("målvärde", "till"):
                    lines.append(f"    {key}: {value!r}" if key == "när" else f"    {key}: {value}")
            lines += (
                [f"    indikatorer:\n      i_{indicator[0] % 7}:\n        målvärde: {indicator[0]}"]
                if indicator
                else []
            )
            lines += ["    leder_till:", *(f"      - {to}" for to in arrows)] if arrows else []
    return "\n".join(lines) + "\n"


@st.composite
def changed(draw, chain, side):
    chain = deepcopy(chain)
    for n in range(draw(st.integers(0, 3))):
        section = draw(st.sampled_from([name for name, boxes in chain.items() if boxes]))
        id = draw(st.sampled_from(sorted(chain[section])))
        said = chain[section][id]
        kind = draw(st.sampled_from(KINDS))
        if kind in ("title", "owner"):
            key, value = {"title": "rubrik", "owner": "ägare"}[kind], draw(st.sampled_from(WORDS))
            said[:] = [[key, value] if one[0] == key else one for one in said]
        elif kind == "comment":
            said.insert(draw(st.integers(0, len(said))), ["#", f"{side} {n}"])
        elif kind == "add":
            chain[section][f"{side}{n}"] = [["rubrik", draw(st.sampled_from(WORDS))], ["#", f"ny {side} {n}"]]
        elif kind == "arrow" and section == "effekter":
            to = draw(st.sampled_from(["m", "n", "o"]))
            if ["till", to] not in said:
                said.append(["till", to])
        elif kind in ("rename", "remove"):
            without(chain, section, id, f"{id}_{side}" if kind == "rename" else None)
    return chain


def without(chain, section, id, new):
    """Take a box away, with what points at it, or call it something else."""
    for boxes in chain.values():
        for held in boxes.values():
            kept = [one for one in held if new or one != ["till", id]]
            held[:] = [["till", new] if one == ["till", id] else one for one in kept]
    chain[section] = {
        new if one == id else one: held for one, held in chain[section].items() if new or one != id
    }
    if not chain[section]:
        del chain[section]


@st.composite
def triples(draw):
    base = plain_chain()
    if draw(st.booleans()):
        base["nyttor"]["n"].insert(1, ["#", "om n"])
    return tuple(written(one) for one in (base, draw(changed(base, "x")), draw(changed(base, "y"))))


def facts(text):
    """What a file says, as (keys, value), naively; None where it says nothing."""
    try:
        data = yaml.load(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    return Counter(_flat(data, ())) if isinstance(data, dict) else None


def _flat(held, at):
    if isinstance(held, dict):
        for key, value in held.items():
            yield from _flat(value, (*at, key))
    elif isinstance(held, list):
        for value in held:
            yield from _flat(value, (*at, "-"))
    else:
        yield at, held


def comments(text):
    return Counter(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


def sound(text):
    """Whether every key stands once, and every arrow leads to a box."""
    data = yaml.load(text, yaml.BaseLoader)
    if facts(text) is None or not isinstance(data, dict):
        return False
    boxes = [
        (id, box) for key, held in data.items() if isinstance(held, dict) for id, box in held.items() if key
    ]
    ids = [id for id, _ in boxes]
    lines = Counter(line for line in text.splitlines() if line[:2] == "  " and line[2:3].isalpha())
    to = [end for _, box in boxes if isinstance(box, dict) for end in box.get("leder_till", [])]
    return len(set(ids)) == len(ids) == sum(lines.values()) and set(to) <= set(ids)


def holds(base, ours, theirs, result):
    """Whether a result says, somewhere, all that either side came to say."""
    then, mine, others, now = (
        {(at[-1], value) for at, value in facts(one)} for one in (base, ours, theirs, result)
    )
    return ((mine - then) | (others - then)) <= now


def all_comments(base, ours, theirs, result):
    then, mine, others = map(comments, (base, ours, theirs))
    return not ((mine - (then - others)) | (others - (then - mine))) - comments(result)


def merged(folder, files, *, plainly):
    names = ["base", "ours", "theirs"]
    for name, text in zip(names, files, strict=True):
        (folder / name).write_text(text, "utf-8")
    if plainly:
        done = subprocess.run(
            ["git", "merge-file", "-p", "ours", "base", "theirs"],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        return done.stdout.decode(), done.returncode == 0
    from nyttokedja.cli.commands import git  # the program itself, in this process for speed

    try:
        git.merge_.main([str(folder / name) for name in names], standalone_mode=False)
    except SystemExit as ended:
        return (folder / "ours").read_text("utf-8"), ended.code == 0
    raise AssertionError


def removed_by(base, side):
    return facts(base) - facts(side)


@given(triples())
@settings(max_examples=60)
def test_nothing_is_lost_and_git_alone_is_no_better(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("merge")
    base, ours, theirs = files
    alone, git_clean = merged(folder, files, plainly=True)
    result, clean = merged(folder, files, plainly=False)
    event(f"clean {clean}, git {git_clean}")
    if clean:
        assert holds(*files, result), result
        assert all_comments(*files, result), result
        for one, other in (
            (ours, theirs),
            (theirs, ours),
        ):  # what one took away, and nobody put back, is gone
            gone = {
                fact for fact in removed_by(base, one) if fact in facts(base) and fact not in facts(other)
            }
            assert not gone & set(facts(result))
    elif git_clean and sound(alone) and holds(*files, alone) and all_comments(*files, alone):
        raise AssertionError(f"git alone has\n{alone}\nof\n{base}\n---\n{ours}\n---\n{theirs}")
