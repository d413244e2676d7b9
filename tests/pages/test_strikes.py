"""The scripts of a page say what falls exactly as the engine does: every box and every arrow, struck out."""

import json
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.browser import CHROMIUM, opened
from tests.pages.strikes import case, generated_chains, rare_chains, real_chains

SCRIPTS = Path("nyttokedja/pages/scripts")
NODE = shutil.which("node")
SEEDS, CHAINS = range(1, 7), 40
pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(not (NODE or CHROMIUM), reason="needs Node or Chromium"),
]


def source(**changes):
    """The scripts as one plain text, with lines changed: old → new."""
    text = "\n".join((SCRIPTS / name).read_text("utf-8") for name in ("chain.js", "said.js"))
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    text += Path("tests/pages/oracle.js").read_text("utf-8")
    return re.sub(r"^export ", "", text, flags=re.MULTILINE)


def answers(cases, text, folder):
    """What the scripts answer, in Node or else in Chromium."""
    if NODE is None:
        with opened() as page:
            return page.evaluate(f"(cases) => {{ {text}\n return ask(cases); }}", cases)
    asked, script = folder / "cases.json", folder / "ask.mjs"
    asked.write_text(json.dumps(cases), "utf-8")
    script.write_text(
        f'import {{ readFileSync }} from "node:fs";\n{text}\n'
        'console.log(JSON.stringify(ask(JSON.parse(readFileSync(process.argv[2], "utf8")))));\n',
        "utf-8",
    )
    made = subprocess.run([NODE, script, asked], capture_output=True, text=True, check=False, timeout=120)
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


@cache
def cases_of(seed):
    return [case(checked) for checked in generated_chains(CHAINS, seed)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_box_and_arrow_of_generated_chains(seed, tmp_path):
    cases = cases_of(seed)
    found = answers(cases, source(), tmp_path)
    assert found["first"] == []
    assert found["strikes"] == sum(len(each["strikes"]) for each in cases) > 5000 / len(SEEDS)


def test_every_box_and_arrow_of_the_chains_that_people_wrote(tmp_path):
    found = answers([case(checked) for checked in real_chains()], source(), tmp_path)
    assert found["first"] == []
    assert found["strikes"] > 300


def rare_cases():
    return [case(checked, strike) for checked, strike in rare_chains()]


def test_chains_made_by_hand(tmp_path):
    assert answers(rare_cases(), source(), tmp_path)["first"] == []


def test_chains_where_boxes_need_all_are_struck_often_enough():
    data = [each for seed in SEEDS for each in cases_of(seed)]
    needy = [each for each in data if any(node.get("all") for node in each["data"]["nodes"])]
    assert sum(len(each["strikes"]) for each in needy) > 5000


def test_the_cases_have_every_way_that_a_goal_can_fall():
    strikes = [strike for each in cases_of(SEEDS[0]) for strike in each["strikes"]]
    counted = Counter(one["effect"] for strike in strikes for one in strike["falls"])
    assert {"impossible", "unexpected", "exposed", "safe", "single"} <= counted.keys()
    assert min(counted.values()) > 1


BROKEN = {
    'left.filter(({ source }) => chain.nodes.get(source).type !== "drawback")': "left",
    "const shut = new Set(opportunities);": "const shut = new Set();",
    "const hindered = new Set(shut);": "const hindered = new Set();",
    "else closed.add(key(tail, head));": "",
    "!arrows.has(key(tail, head)))": "true)",
    "(limited.size > 0 && firmly.has(id) && !firm.has(id))": "false",
    "asks || spots.some(hasBegun)": "true",
    "(chain.nodes.get(tail).wanted ? carried : anyhow)": "carried",
    "waits.set(target, (waits.get(target) ?? 0) + 1);": "waits.set(target, 1);",
    "if (waits.has(head)) waits.set(head, waits.get(head) - 1);": "waits.set(head, 0);",
    "[...begin].filter((id) => !waits.get(id))": "[...begin]",
    "(end) => boxes.has(end) || without.has(end)": "(end) => without.has(end)",
    "(id) => arrows.has(id) || cut.has(id)": "(id) => cut.has(id)",
    'if (chain.nodes.get(id).type !== "drawback") lifted.add(head);': "lifted.add(head);",
    "all || starts.includes(id) ? 0n : every": "all ? 0n : every",
    "bits = all ? bits | way : bits & way;": "bits &= way;",
    'chain.nodes.get(target).all || chain.nodes.get(source).type !== "drawback") {': "true) {",
    "sort(([one], [other]) => other - one)": "sort(([one], [other]) => one - other)",
    "has ? is : was;": "is;",
    "2 * isGood(one) + !chain.nodes.get(one.node).goal": "0",
    "items.slice(0, 3)": "items",
    "node.owner && !good": "node.owner",
}
"""A line of the scripts → one that does something else."""


def test_a_broken_line_is_noticed(tmp_path):
    cases = [*rare_cases(), *(each for seed in SEEDS[:2] for each in cases_of(seed))]
    unnoticed = [
        line for line in BROKEN if not answers(cases, source(**{line: BROKEN[line]}), tmp_path)["wrong"]
    ]
    assert unnoticed == []
