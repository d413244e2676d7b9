"""``.pre-commit-hooks.yaml``: each hook is run as pre-commit would run it."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml

HOOKS = {hook["id"]: hook for hook in yaml.safe_load(Path(".pre-commit-hooks.yaml").read_text("utf-8"))}
WATCHED = {
    "nyttokedja-check": {"chains/a.yaml", "b.yml", "nyttokedja.toml", "under/pyproject.toml"},
    "nyttokedja-fmt": {"chains/a.yaml", "b.yml"},
    "nyttokedja-draw": {"chains/a.yaml", "b.yml", "nyttokedja.toml", "under/pyproject.toml", "renders/a.svg"},
}


def run(hook, folder, environment, *arguments):
    # pre-commit splits the entry as a shell would, and asks no shell
    return subprocess.run(
        [*shlex.split(HOOKS[hook]["entry"]), *arguments],
        check=False,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("hook", HOOKS)
def test_other_yaml_beside_the_chains_harms_nothing(hook, checkout, environment):
    (checkout / "compose.yaml").write_text("services: [a]\n")
    (checkout / "chains" / "compose.yaml").write_text("services: [a]\n")
    assert run(hook, checkout, environment).returncode == 0


def test_what_is_wrong_fails(checkout, environment, spoil):
    spoil()
    path = checkout / "chains" / "digital_lakemedelslista.yaml"
    before = path.read_bytes()
    assert run("nyttokedja-check", checkout, environment).returncode == 1
    assert run("nyttokedja-draw", checkout, environment).returncode == 1
    assert path.read_bytes() == before
    # pre-commit fails a hook that changes a file
    run("nyttokedja-fmt", checkout, environment)
    assert path.read_bytes() != before


def test_arguments_are_options_and_paths(checkout, environment, spoil):
    spoil()
    assert run("nyttokedja-check", checkout, environment, "--fail-on", "never").returncode == 0
    assert run("nyttokedja-check", checkout, environment, "chains/digitala_las.yaml").returncode == 0


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_runs_once_when_a_file_that_it_is_about_changes(hook):
    files = {
        "chains/a.yaml",
        "b.yml",
        "nyttokedja.toml",
        "under/pyproject.toml",
        "renders/a.svg",
        "a.yaml.md",
    }
    assert {
        name for name in files | {"min-nyttokedja.toml"} if re.search(HOOKS[hook]["files"], name)
    } == WATCHED[hook]
    assert HOOKS[hook]["pass_filenames"] is False
    assert HOOKS[hook]["language"] == "python"


def test_the_hooks_shown_are_there():
    page = Path("docs/ci.md").read_text("utf-8")
    (shown,) = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(repos:.*?)```", page, re.DOTALL)]
    assert [hook["id"] for repo in shown["repos"] for hook in repo["hooks"]] == list(HOOKS)
