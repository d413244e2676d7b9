"""How to install an extra: to the letter what installs it where this nyttokedja was installed from."""

import json
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from nyttokedja.extras import _folder, command, how_to_install


def installed_from(folder, **of_folder):
    return {"url": folder.as_uri(), "dir_info": of_folder}


def test_what_lies_in_the_folder_is_installed_from_there_as_the_readme_does_it(tmp_path):
    python = str(tmp_path / ".venv" / "bin" / "python")
    said = command("pdf", installed_from(tmp_path), python, tmp_path)
    assert said == '.venv/bin/python -m pip install ".[pdf]"'
    assert f"`{said}`" in Path("README.md").read_text("utf-8")
    assert command("pdf", installed_from(tmp_path, editable=True), python, tmp_path) == (
        '.venv/bin/python -m pip install -e ".[pdf]"'
    )


@pytest.mark.parametrize("name", ["plan", "en plan", "$(plan)", "it's"])
def test_from_elsewhere_the_folder_is_named(tmp_path, name):
    home, here = tmp_path / name, tmp_path
    home.mkdir()
    said = command("web", installed_from(home), str(home / "bin" / "python"), here)
    assert shlex.split(said) == [f"{name}/bin/python", "-m", "pip", "install", f"{home}[web]"]


def test_what_came_from_a_registry_or_an_archive_comes_from_there_again(tmp_path):
    assert command("web", None, "/v/python", tmp_path) == '/v/python -m pip install "nyttokedja[web]"'
    git = {"url": "https://example.org/n.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}
    assert command("pdf", git, "/v/python", tmp_path) == (
        '/v/python -m pip install "nyttokedja[pdf] @ git+https://example.org/n.git@abc"'
    )
    wheel = {"url": "file:///w/n.whl", "archive_info": {}}
    assert command("pdf", wheel, "/v/python", tmp_path).endswith('"nyttokedja[pdf] @ file:///w/n.whl"')


def test_a_folder_that_is_gone_is_the_one_that_one_stands_in(tmp_path):
    gone = installed_from(tmp_path / "gone")
    assert command("pdf", gone, "/v/python", tmp_path) == '/v/python -m pip install ".[pdf]"'


def test_whatever_is_written_of_the_origin_there_is_a_command(tmp_path):
    for origin in ({}, [], "x", {"url": ""}, {"url": "https://x/y", "vcs_info": 1}):
        assert "-m pip install " in command("pdf", origin, sys.executable, tmp_path)


def test_every_extra_that_is_asked_for_is_there():
    extras = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    asked = {
        word
        for path in Path("nyttokedja").rglob("*.py")
        for word in extras
        if f'how_to_install("{word}")' in path.read_text("utf-8")
    }
    assert asked == {"duckdb", "pdf", "office", "web", "pygraphviz"}
    assert sum(path.read_text("utf-8").count("pip install") for path in Path("nyttokedja").rglob("*.py")) == 1


def test_what_is_said_here_can_be_followed():
    *run, extra = shlex.split(how_to_install("pdf"))
    assert extra.endswith("[pdf]")
    assert run[1:4] == ["-m", "pip", "install"]
    asked = subprocess.run(
        [run[0], "-c", "import nyttokedja, json; print(json.dumps(1))"], capture_output=True, check=True
    )
    assert json.loads(asked.stdout) == 1


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        (None, "nyttokedja[pdf]"),
        ({"url": ""}, "nyttokedja[pdf]"),
        (
            {"url": "https://example.org/n.git", "vcs_info": {"vcs": "hg", "requested_revision": "main"}},
            "nyttokedja[pdf] @ hg+https://example.org/n.git@main",
        ),
        (
            {
                "url": "https://example.org/n.git",
                "vcs_info": {"vcs": "git", "commit_id": "abc", "requested_revision": "main"},
            },
            "nyttokedja[pdf] @ git+https://example.org/n.git@abc",
        ),
        (
            {"url": "https://example.org/n.git", "vcs_info": {}},
            "nyttokedja[pdf] @ git+https://example.org/n.git",
        ),
        ({"url": "https://example.org/n.whl"}, "nyttokedja[pdf] @ https://example.org/n.whl"),
        ({"url": "file:///gone/away", "dir_info": {"editable": False}}, ".[pdf]"),
    ],
)
def test_what_is_wanted_is_named_as_its_origin_is_written_down(tmp_path, origin, wanted):
    assert command("pdf", origin, "/v/python", tmp_path) == f'/v/python -m pip install "{wanted}"'


def test_a_folder_whose_name_is_written_in_the_way_of_addresses_is_found(tmp_path):
    home = tmp_path / "åtta 8"
    home.mkdir()
    assert f'"{home}[pdf]"' in command("pdf", installed_from(home), "/v/python", tmp_path)


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("file:///home/a", "/home/a"),
        ("file:///C:/Users/a", "C:/Users/a"),
        ("file://server/share", "//server/share"),
        ("file:///home/a%20b", "/home/a b"),
        ("file:///home/C:/a", "/home/C:/a"),
    ],
)
def test_the_folder_of_an_address(url, folder):
    assert _folder(url) == Path(folder)


@pytest.mark.parametrize(
    ("python", "called"),
    [
        ("/my programs/python", '"/my programs/python"'),
        ("/it's/python", '"/it\'s/python"'),
        ("/$HOME/a b", "'/$HOME/a b'"),
        ("/v/python", "/v/python"),
    ],
)
def test_a_program_is_quoted_where_a_shell_would_part_it(tmp_path, python, called):
    assert command("pdf", None, python, tmp_path).partition(" -m ")[0] == called
