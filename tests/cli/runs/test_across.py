"""What the files of a run say of each other comes in every format, however many processes there are."""

import json
from pathlib import Path

import pytest

from nyttokedja.reading.discovery import read_bytes
from nyttokedja.reports.findings import FORMATS

HEAD = "nyttokedja: 1\nrubrik: {title}\nspråk: sv\nskede: plan\n"
CHAIN = HEAD + "förändringar: {{start: {{rubrik: Start {title}, leder_till: {arrow}}}}}\n"
FREED = (
    CHAIN + "nyttor: {{n: {{rubrik: Tid {title}, kategori: omfördelning, värde: {{timmar: {hours}, "
    "pott: hemtjänst}}}}}}\nkalkyl: {{startår: 2027, tidshorisont: 2}}\n"
)
SETTINGS = """
ignore = ["NK2", "NK3", "NK4", "NK5", "NK6", "NK8"]
select = ["NK823"]
[[pools]]
name = "hemtjänst"
hours = 9000
"""


@pytest.fixture
def folder(write, tmp_path):
    write("nyttokedja.toml", SETTINGS)
    write("k/a.yaml", FREED.format(title="A", arrow="[n, b.yaml#m]", hours=5000))
    write("k/b.yaml", FREED.format(title="B", arrow="n", hours=4500))
    for n in range(60):
        write(
            f"k/c{n:02}.yaml",
            f"nyttokedja: 1\nrubrik: C{n}\nspråk: sv\neffekter: {{e: Effekt {n}}}\n",
        )
    return tmp_path


def codes(out):
    return [(one["file"], one["code"]) for one in json.loads(out)["findings"]]


def test_it_is_the_same_in_one_process_and_in_two(folder, run):
    one, two = (run("check", "--format", "json", "--jobs", str(n), "k") for n in (1, 2))
    assert one.out == two.out
    assert ("k/a.yaml", "NK107") in codes(one.out)
    assert ("k/a.yaml", "NK823") in codes(one.out)
    assert one.code == 1


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_says_it(folder, run, format):
    out = run("check", "--format", format, "k").out
    assert "NK823" in out
    assert "B (4500)" in out or "4500" in out


def test_alone_and_on_standard_input_nothing_is_said_of_the_other_chain(folder, run):
    assert codes(run("check", "--format", "json", "k/a.yaml").out) == []
    text = Path("k/a.yaml").read_text("utf-8")
    assert codes(run("check", "--format", "json", "-", stdin=text.encode()).out) == []


def test_two_named_files_are_one_run(folder, run):
    told = codes(run("check", "--format", "json", "k/a.yaml", "./k/../k/b.yaml").out)
    assert told == [("k/a.yaml", "NK107"), ("k/a.yaml", "NK823")]


def test_a_baseline_knows_it_and_a_smaller_run_does_not_call_it_gone(folder, run):
    assert run("check", "--write-baseline", "known.json", "k").code == 0
    ran = run("check", "--baseline", "known.json", "--language", "en", "k")
    assert (ran.code, "NK823" in ran.out) == (0, False)
    ran = run("check", "--baseline", "known.json", "--language", "en", "k/b.yaml")
    assert "no more" not in ran.out + ran.err


def test_what_is_accepted_does_not_fail_a_run(folder, run, write):
    accepted = "undantag: [{regel: NK823, gäller: n, varför: Delas nästa år, beslutat_av: Chef}]\n"
    write("k/a.yaml", FREED.format(title="A", arrow="n", hours=5000) + accepted)
    ran = run("check", "--show-accepted", "k")
    assert (ran.code, "Delas nästa år" in ran.out) == (0, True)


def test_fixing_tells_what_is_left_of_it(folder, run):
    assert "NK823" in run("check", "--fix", "k").out


def test_no_arrow_leads_out_of_the_repository_by_a_link(folder, run, write):
    (folder / ".git").mkdir()
    outside = folder.parent / f"{folder.name}_utanför"
    outside.mkdir()
    (outside / "x.yaml").write_text(CHAIN.format(title="X", arrow="y"), "utf-8")
    (folder / "k" / "ut").symlink_to(outside)
    (folder / "k" / "in").symlink_to(folder / "k")
    arrow = f"[ut/x.yaml#start, ../../{outside.name}/x.yaml#start, in/b.yaml#start]"
    write("k/a.yaml", CHAIN.format(title="A", arrow=arrow))
    report = json.loads(run("check", "--format", "json", "k/a.yaml").out)
    assert ["utanför" in one["message"] for one in report["findings"]] == [True, True]


def test_no_file_is_opened_for_an_arrow(folder, run, write, monkeypatch):
    write("k/a.yaml", CHAIN.format(title="A", arrow="hemlig.yaml#x"))
    write("k/hemlig.yaml", HEAD.format(title="H"))
    opened = []
    monkeypatch.setattr(
        "nyttokedja.batch.check.read_bytes",
        lambda file, limit: opened.append(file.path.name) or read_bytes(file, limit),
    )
    run("check", "k/a.yaml")
    assert opened == ["a.yaml"]
