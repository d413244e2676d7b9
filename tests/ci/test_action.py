"""``action.yml``: each of its steps is run, with inputs of every kind."""

import json
import re
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
import yaml

from tests.ci.steps import Job
from tests.repositories import Repository, alone
from tests.repositories import program as program_git

ACTION = yaml.safe_load(Path("action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
DEFAULTS = {name: given["default"] for name, given in ACTION["inputs"].items()}
CHECK, FMT, DRAW = "check", "Check the layout of the files", "Check the pictures"
DIFF, COMMENT = "diff", "Tell it in a comment"
GITHUB = {
    "github.event_name": "push",
    "github.token": "token",
    "github.api_url": "https://api.example.org",
    "github.repository": "kommun/kedjor",
    "github.event.pull_request.number": 12,
}
PYTHON = """\
#!/bin/sh
printf '%s\\n' "$@" >> "$RUNNER_TEMP/installed"
if [ "$3" = venv ]; then
    mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && cp {program} "$4/bin/nyttokedja"
fi
"""
RECORDING = """\
#!/bin/sh
printf '%s\\n' "$@" >> "$RUNNER_TEMP/asked"
"""


@pytest.fixture
def job(checkout, environment, program, tmp_path):
    """Run the action with inputs; a Python that only notes what it is to install stands in for one."""
    (tmp_path / "temp folder").mkdir()
    python = tmp_path / "python"
    python.write_text(PYTHON.format(program=program))
    python.chmod(0o755)
    environment |= {"RUNNER_TEMP": str(tmp_path / "temp folder"), "GITHUB_ACTION_PATH": "/the action/itself"}

    def job(event="push", **inputs):
        given = {**DEFAULTS, **{name.replace("_", "-"): value for name, value in inputs.items()}}
        assert set(given) == set(DEFAULTS)
        stand_ins = {"actions/setup-python": {"python-path": str(python)}}
        known = {**GITHUB, "github.event_name": event}
        known |= {f"inputs.{name}": value for name, value in given.items()}
        run = Job(checkout, environment, known, stand_ins)
        run.run(STEPS)
        return run

    return job


def outputs(job):
    values = {name: given["value"].strip("${ }") for name, given in ACTION["outputs"].items()}
    return {name: Path(job.known[value]) for name, value in values.items() if value in job.known}


def test_where_nothing_is_wrong_it_succeeds(job, tmp_path):
    run = job()
    assert {name for name, outcome in run.outcomes.items() if outcome != "success"} == {DIFF, COMMENT}
    assert {run.outcomes[DIFF], run.outcomes[COMMENT]} == {"skipped"}
    assert len(run.outcomes) == len(STEPS)
    assert "5 effektkedjor granskade" in run.summary
    assert "::error" not in run.printed
    assert json.loads(outputs(run)["sarif"].read_text("utf-8"))["version"] == "2.1.0"
    assert outputs(run)["report"].read_text("utf-8") == run.summary
    installed = (tmp_path / "temp folder" / "installed").read_text().splitlines()
    assert installed[:3] == ["-I", "-m", "venv"]
    assert installed[4:7] == ["-I", "-m", "pip"]
    assert installed[-1] == "/the action/itself"


def test_what_is_wrong_fails_it_and_all_of_it_is_said(job, spoil):
    spoil()
    run = job()
    assert {name for name, outcome in run.outcomes.items() if outcome == "failure"} == {CHECK, FMT, DRAW}
    assert "::error file=chains/digital_lakemedelslista.yaml,line=" in run.printed
    assert "❌" in run.summary
    assert "renders/digital_lakemedelslista.svg" in run.printed
    results = json.loads(outputs(run)["sarif"].read_text("utf-8"))["runs"][0]["results"]
    assert "NK101" in {result["ruleId"] for result in results}


def test_each_part_can_be_left_out(job, spoil):
    spoil()
    run = job(fmt="false", pictures="")
    assert run.outcomes | {CHECK: "failure", FMT: "skipped", DRAW: "skipped"} == run.outcomes


def test_the_inputs_reach_the_program(job, checkout, spoil):
    spoil()
    (checkout / "chains").rename(checkout / "två kedjor")
    (checkout / "renders").rename(checkout / "bilder")
    (checkout / "lugn.toml").write_text('fail-on = "never"\n')
    assert job(paths="två kedjor").outcomes[CHECK] == "failure"
    assert job(paths="två kedjor", fail_on="never").outcomes[CHECK] == "success"
    run = job(
        paths="\ntvå kedjor/digitala_las.yaml\ntvå kedjor/digital_lakemedelslista.yaml\n",
        config="lugn.toml",
        formats="junit=findings.xml\njson=findings.json",
        pictures="bilder",
    )
    assert run.outcomes[CHECK] == "success"
    assert "2 effektkedjor granskade" in run.summary
    assert (checkout / "findings.xml").is_file()
    assert len(json.loads((checkout / "findings.json").read_text("utf-8"))["files"]) == 2
    assert run.printed.count("bilder/digital_lakemedelslista.svg") == 1
    assert job(paths="två kedjor", baseline="finns inte.json").outcomes[CHECK] == "failure"


@pytest.mark.parametrize("name", ["paths", "fail-on", "config", "baseline", "formats", "pictures"])
@pytest.mark.parametrize(
    "value", ["$(touch HACKED)", "a; touch HACKED #", '"; touch HACKED; "', "--fix", "a  *"]
)
def test_an_input_is_never_a_command(job, program, checkout, tmp_path, name, value):
    program.write_text(RECORDING)
    run = job(**{name.replace("-", "_"): value})
    asked = (tmp_path / "temp folder" / "asked").read_text().splitlines()
    option = {"paths": "", "formats": "--format=", "pictures": "--output="}.get(name, f"--{name}=")
    assert f"{option}{value}" in asked
    if name == "paths":
        assert asked[asked.index(value) - 1] == "--"
    assert not (checkout / "HACKED").exists()
    assert "failure" not in run.outcomes.values()


@pytest.fixture
def merge(checkout, monkeypatch, tmp_path):
    """A pull request that renames an owner, checked out as the merge that a service makes of it."""
    alone(monkeypatch, tmp_path)

    def merge(**files):
        repo = Repository(checkout)
        repo.commit({})
        repo.branch("change")
        chain = repo.read("chains/digital_nattillsyn.yaml")
        repo.commit(
            {"chains/digital_nattillsyn.yaml": chain.replace("Enhetschef natt", "Chef natt"), **files}
        )
        repo.switch("main")
        repo.commit({"other.txt": "x"})
        repo.git("merge", "-q", "--no-ff", "-m", "merge", "change")

    return merge


class TestInAPullRequest:
    pytestmark = program_git

    def test_what_the_change_does_is_told_in_the_summary(self, job, merge):
        merge()
        run = job("pull_request", fmt="false", pictures="")
        assert (run.outcomes[DIFF], run.outcomes[COMMENT]) == ("success", "skipped")
        assert "<!-- nyttokedja -->" in run.summary
        assert "Chef natt" in run.summary
        assert outputs(run)["card"].read_text("utf-8") in run.summary

    def test_and_in_a_comment_where_that_is_asked_for(self, job, merge, tmp_path):
        merge()
        run = job("pull_request", comment="true", fmt="false", pictures="")
        assert run.outcomes[COMMENT] == "success"
        asked = (tmp_path / "temp folder" / "installed").read_text().splitlines()
        assert asked[-3:] == ["-I", "/the action/itself/docs/ci/comment.py", str(outputs(run)["card"])]
        assert run.known["steps.diff.outputs.changed"] == "1"

    def test_where_no_chain_changes_no_comment_is_posted_anew(self, job, merge):
        merge(**{"chains/digital_nattillsyn.yaml": Path("chains/digital_nattillsyn.yaml").read_text("utf-8")})
        assert job("pull_request", comment="true").known["steps.diff.outputs.changed"] == "0"

    def test_a_change_of_settings_alone_is_told_and_posted(self, job, merge):
        same = Path("chains/digital_nattillsyn.yaml").read_text("utf-8")
        merge(**{"chains/digital_nattillsyn.yaml": same, "nyttokedja.toml": 'ignore = ["NK401"]'})
        run = job("pull_request", comment="true", fmt="false", pictures="")
        assert run.known["steps.diff.outputs.changed"] == "1"
        assert "prövas inte längre: NK401 Ägare saknas" in run.summary

    def test_without_the_merge_it_is_said_that_nothing_is_told(self, job, checkout, monkeypatch, tmp_path):
        alone(monkeypatch, tmp_path)
        Repository(checkout).commit({})
        run = job("pull_request", fmt="false", pictures="")
        assert run.outcomes[DIFF] == "success"
        assert "::notice::" in run.printed
        assert run.outcomes[COMMENT] == "skipped"


def test_where_it_cannot_be_installed_nothing_is_checked(job, tmp_path):
    (tmp_path / "python").write_text("#!/bin/sh\nexit 1\n")
    run = job()
    assert run.outcomes["install"] == "failure"
    assert {run.outcomes[name] for name in (CHECK, FMT, DRAW)} == {"skipped"}


def test_every_input_is_used_and_no_script_holds_an_expression():
    text = Path("action.yml").read_text("utf-8")
    used = set(re.findall(r"inputs\.([\w-]+)", text))
    assert used == set(ACTION["inputs"])
    assert [step for step in STEPS if "${{" in step.get("run", "")] == []
    assert {step["shell"] for step in STEPS if "run" in step} == {"bash"}


def test_the_inputs_are_told_of_with_their_defaults():
    rows = re.findall(
        r"^\| `([\w-]+)` \| .* \| (.*) \|$", Path("docs/ci.md").read_text("utf-8"), re.MULTILINE
    )
    told = dict(rows)
    assert set(told) == set(DEFAULTS)
    assert {name: told[name] for name, default in DEFAULTS.items() if default} == {
        name: f"`{default}`" for name, default in DEFAULTS.items() if default
    }


def test_all_that_is_installed_is_pinned():
    lines = Path("docs/ci/constraints.txt").read_text("utf-8").splitlines()
    pinned = {line.split("==")[0] for line in lines if "==" in line}
    assert needed("nyttokedja") | {"hatchling"} | needed("hatchling") <= pinned


def needed(name, seen=None):
    """The names of all packages that one needs, wherever it runs."""
    seen = set() if seen is None else seen
    for written in requires(name) or ():
        package = re.match(r"[\w.-]+", written)[0].lower().replace("_", "-")
        if "extra ==" not in written and "python_version <" not in written and package not in seen:
            seen.add(package)
            with suppress(PackageNotFoundError):
                needed(package, seen)
    return seen
