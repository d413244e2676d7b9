"""The templates in ``docs/ci``: they fit what the services demand, and each of their commands is run."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.steps import Job

FOLDER = Path("docs/ci")
SCHEMAS = {
    "action.yml": ["vendor.github-actions"],
    "docs/ci/github.yml": ["vendor.github-workflows"],
    "docs/ci/forgejo.yml": ["vendor.github-workflows"],
    "docs/ci/gitlab-ci.yml": ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
    "docs/ci/azure-pipelines.yml": [
        *("vendor.azure-pipelines", "--data-transform", "azure-pipelines"),
        *("--regex-variant", "python"),  # a pattern of this schema is none in ECMAScript
    ],
}
INSTALL = 'python -m pip install --quiet "$NYTTOKEDJA_SOURCE"'
CHECKED = ["check", "fmt", "draw"]


def template(name):
    return yaml.safe_load((FOLDER / name).read_text("utf-8"))


def run(script, folder, environment):
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        check=False,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )


def test_every_template_is_tested():
    assert {path.as_posix() for path in FOLDER.glob("*.yml")} == set(SCHEMAS) - {"action.yml"}


@pytest.mark.parametrize("path", SCHEMAS)
def test_it_is_what_its_service_demands(path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *SCHEMAS[path], path]
    ran = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", SCHEMAS)
def test_what_others_have_made_is_of_one_version(path):
    used = re.findall(r"uses: (\S+)", Path(path).read_text("utf-8"))
    assert [name for name in used if not re.fullmatch(r"[\w./-]+@v\d+\.\d+\.\d+", name)] == []


GITLAB = {name: job for name, job in template("gitlab-ci.yml").items() if "script" in job}


def test_gitlab_runs_all_checks():
    base = template("gitlab-ci.yml")[".nyttokedja"]
    assert base["before_script"] == [INSTALL]
    assert [job["script"][0].split()[1] for job in GITLAB.values()] == CHECKED
    assert {job["extends"] for job in GITLAB.values()} == {".nyttokedja"}


@pytest.mark.parametrize("name", GITLAB)
@pytest.mark.parametrize("faulty", [False, True])
def test_gitlab(checkout, environment, spoil, name, faulty):
    if faulty:
        spoil()
    ran = run("\n".join(GITLAB[name]["script"]), checkout, environment)
    assert ran.returncode == faulty, ran.stderr
    reports = GITLAB[name].get("artifacts", {}).get("reports", {})
    assert all((checkout / path).is_file() for path in reports.values())
    if reports:
        found = json.loads((checkout / reports["codequality"]).read_text("utf-8"))
        assert ("NK101" in {issue["check_name"] for issue in found}) == faulty
        assert "NK101" in ran.stdout or not faulty


@pytest.mark.parametrize("faulty", [False, True])
def test_azure(checkout, environment, spoil, faulty):
    if faulty:
        spoil()
    steps = template("azure-pipelines.yml")["steps"]
    install, *checks = [step["bash"] for step in steps if "bash" in step]
    assert install == INSTALL
    assert [script.split()[1] for script in checks] == CHECKED
    assert all(step["condition"] == "succeededOrFailed()" for step in steps[3:])
    ran = [run(script, checkout, environment) for script in checks]
    assert [one.returncode for one in ran] == [faulty] * 3
    assert ("##vso[task.logissue type=error;sourcepath=chains/" in ran[0].stdout) == faulty
    assert all(line.startswith("##vso[") for line in ran[0].stdout.splitlines())
    tests = next(step["inputs"] for step in steps if step.get("task") == "PublishTestResults@2")
    published = [step["publish"] for step in steps if "publish" in step]
    assert all((checkout / path).is_file() for path in [tests["testResultsFiles"], *published])


CURL = """\
#!/bin/sh
printf '%s\\n' "$@" > "$ASKED"
"""


@pytest.fixture
def forgejo(checkout, environment, program, tmp_path):
    """Run the workflow for a pull request from a repository; what would be sent is noted only."""
    (job,) = template("forgejo.yml")["jobs"].values()
    program.with_name("curl").write_text(CURL)
    program.with_name("curl").chmod(0o755)
    environment["ASKED"] = str(tmp_path / "asked")
    install = next(step for step in job["steps"] if "Install" in step.get("name", ""))
    assert '-m pip install --quiet "$NYTTOKEDJA_SOURCE"\n' in install["run"]
    known = {
        "github.event_name": "pull_request",
        "github.repository": "kommun/kedjor",
        "github.token": "$(touch HACKED)",
        "github.api_url": "https://git.example.org/api/v1",
        "github.event.pull_request.number": 7,
    }

    def forgejo(source):
        known["github.event.pull_request.head.repo.full_name"] = source
        run = Job(checkout, environment, known, {"actions/checkout": {}})
        run.run([step for step in job["steps"] if step is not install])
        return run

    return forgejo


def test_forgejo_where_nothing_is_wrong(forgejo, tmp_path):
    run = forgejo("kommun/kedjor")
    assert [*run.outcomes.values()] == ["success"] * 4 + ["skipped"]
    assert not (tmp_path / "asked").exists()


def test_forgejo_tells_the_pull_request_what_is_wrong(forgejo, spoil, checkout, tmp_path):
    spoil()
    run = forgejo("kommun/kedjor")
    assert [*run.outcomes.values()] == ["success"] + ["failure"] * 3 + ["success"]
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[-1] == "https://git.example.org/api/v1/repos/kommun/kedjor/issues/7/comments"
    assert "Authorization: token $(touch HACKED)" in asked
    assert asked[asked.index("--data") + 1] == "@comment.json"
    assert "NK101" in json.loads((checkout / "comment.json").read_text("utf-8"))["body"]
    assert not (checkout / "HACKED").exists()


def test_forgejo_sends_nothing_for_a_fork(forgejo, spoil, tmp_path):
    spoil()
    assert [*forgejo("en-annan/kedjor").outcomes.values()][-1] == "skipped"
    assert not (tmp_path / "asked").exists()


@pytest.mark.parametrize("name", ["github.yml", "forgejo.yml"])
def test_no_script_holds_an_expression(name):
    steps = [step for job in template(name)["jobs"].values() for step in job["steps"]]
    assert [step for step in steps if "${{" in step.get("run", "")] == []


def test_github_gives_the_action_inputs_that_it_has():
    workflow = template("github.yml")
    (job,) = workflow["jobs"].values()
    action = yaml.safe_load(Path("action.yml").read_text("utf-8"))
    given = next(step["with"] for step in job["steps"] if "nyttokedja" in step["uses"])
    assert set(given) <= set(action["inputs"])
    assert (workflow["permissions"], job["permissions"]) == (
        {},
        {"contents": "read", "pull-requests": "write"},
    )
