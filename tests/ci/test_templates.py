"""The templates in ``docs/ci``: they fit what the services demand, and each of their commands is run."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.ci.steps import Job
from tests.repositories import Repository, alone
from tests.repositories import program as program_git

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
CHANGE = "effect chains change"


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
    checks = [job for name, job in GITLAB.items() if name != CHANGE]
    assert [job["script"][0].split()[1] for job in checks] == CHECKED
    assert {job["extends"] for job in GITLAB.values()} == {".nyttokedja"}


@pytest.fixture
def branch(checkout, monkeypatch, tmp_path):
    """A branch of two commits, the last of which changes an owner; the commit that it grew from."""
    alone(monkeypatch, tmp_path)
    repo = Repository(checkout)
    base = repo.commit({})
    repo.git("update-ref", "refs/remotes/origin/main", base)
    chain = repo.read("chains/digital_nattillsyn.yaml")
    repo.commit({"chains/digital_nattillsyn.yaml": chain.replace("Enhetschef natt", "Chef natt")})
    return base


@pytest.fixture
def python(program, environment, tmp_path):
    """A Python that only notes what it is to run, and with what."""
    environment["ASKED"] = str(tmp_path / "asked")
    for name in ("python", "python3"):
        program.with_name(name).write_text('#!/bin/sh\necho "$@" "$TOKEN" "$AUTHOR" "$COMMENTS" > "$ASKED"\n')
        program.with_name(name).chmod(0o755)
    return tmp_path / "asked"


class TestWhatAChangeDoes:
    pytestmark = program_git

    def test_gitlab_links_it_and_comments_where_it_may(self, checkout, environment, branch, python):
        job = GITLAB[CHANGE]
        environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = branch
        ran = run("\n".join(job["script"]), checkout, environment)
        assert ran.returncode == 0, ran.stderr
        assert "Chef natt" in ran.stdout
        (card,) = job["artifacts"]["paths"]
        assert (checkout / card).read_text("utf-8").startswith("<!-- nyttokedja -->")
        assert not python.exists()
        run(
            "\n".join(job["script"]),
            checkout,
            {**environment, "NYTTOKEDJA_TOKEN": "$(x)", "NYTTOKEDJA_AUTHOR": "bot"},
        )
        assert python.read_text("utf-8").split()[:4] == ["ci/comment.py", card, "$(x)", "bot"]

    def test_azure_shows_it_in_the_summary(self, checkout, environment, branch):
        (step,) = (
            one for one in template("azure-pipelines.yml")["steps"] if "Tell" in one.get("displayName", "")
        )
        ran = run(step["bash"], checkout, environment)
        assert ran.stdout == f"##vso[task.uploadsummary]{checkout}/nyttokedja-card.md\n"
        assert "Chef natt" in (checkout / "nyttokedja-card.md").read_text("utf-8")

    def test_forgejo_comments_once_with_what_was_found(self, checkout, forgejo, branch, python, spoil):
        spoil()
        came = forgejo("kommun/kedjor")
        assert [*came.outcomes.values()][-2:] == ["success"] * 2
        card = (checkout / "nyttokedja-card.md").read_text("utf-8")
        assert card.startswith("<!-- nyttokedja -->")
        assert "Chef natt" in card
        assert "NK101" in card
        said = python.read_text("utf-8")
        assert said.startswith(".forgejo/comment.py nyttokedja-card.md $(touch HACKED) forgejo-actions ")
        assert said.endswith("https://git.example.org/api/v1/repos/kommun/kedjor/issues/7/comments\n")
        assert not (checkout / "HACKED").exists()

    def test_forgejo_writes_nothing_for_a_fork(self, forgejo, branch, python):
        came = forgejo("en-annan/kedjor")
        assert [*came.outcomes.values()][-2:] == ["success", "skipped"]
        assert not python.exists()


@pytest.mark.parametrize("name", [name for name in GITLAB if name != CHANGE])
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
    told = [step["bash"] for step in steps if "bash" in step and "Tell" not in step["displayName"]]
    install, *checks = told
    assert install == INSTALL
    assert [script.split()[1] for script in checks] == CHECKED
    assert all("succeededOrFailed()" in step["condition"] for step in steps[4:])
    ran = [run(script, checkout, environment) for script in checks]
    assert [one.returncode for one in ran] == [faulty] * 3
    assert ("##vso[task.logissue type=error;sourcepath=chains/" in ran[0].stdout) == faulty
    assert all(line.startswith("##vso[") for line in ran[0].stdout.splitlines())
    tests = next(step["inputs"] for step in steps if step.get("task") == "PublishTestResults@2")
    published = [step["publish"] for step in steps if "publish" in step]
    assert all((checkout / path).is_file() for path in [tests["testResultsFiles"], *published])


@pytest.fixture
def forgejo(checkout, environment):
    """Run the workflow for a pull request from a repository;"""
    (job,) = template("forgejo.yml")["jobs"].values()
    install = next(step for step in job["steps"] if "Install" in step.get("name", ""))
    assert '-m pip install --quiet "$NYTTOKEDJA_SOURCE"\n' in install["run"]
    known = {
        "github.event_name": "pull_request",
        "github.repository": "kommun/kedjor",
        "github.token": "$(touch HACKED)",
        "github.api_url": "https://git.example.org/api/v1",
        "github.event.pull_request.number": 7,
        "github.base_ref": "main",
    }

    def forgejo(source):
        known["github.event.pull_request.head.repo.full_name"] = source
        run = Job(checkout, environment, known, {"actions/checkout": {}})
        run.run([step for step in job["steps"] if step is not install])
        return run

    return forgejo


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
