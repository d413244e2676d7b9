"""Unified diffs: as git writes them, and harmless on a screen."""

import subprocess

import pytest

from nyttokedja.reports.unified_diff import terminal_lines, unified_diff

HEAD = "--- a/x.yaml\n+++ b/x.yaml\n"


@pytest.mark.parametrize(
    ("before", "after", "diff"),
    [
        ("a\nb\n", "a\nb\n", ""),
        ("", "", ""),
        ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
        ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
        ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        (
            "a\nb",
            "a\nc",
            "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
        ),
        # line ends of one kind are not shown
        ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        ("a\rb\r", "a\rc\r", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        ("a\r\nb\n", "a\r\nb\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\n+b\r\n"),
        ("a\r\n", "a\n", "@@ -1 +1 @@\n-a\r\n+a\n"),
        # what only Python takes for line ends stays in its line
        ("a\x85b\u2028c\x0bd\n", "e\n", "@@ -1 +1 @@\n-a\x85b\u2028c\x0bd\n+e\n"),
    ],
)
def test_the_text_of_a_diff(before, after, diff):
    assert unified_diff(before, after, "x.yaml") == (HEAD + diff if diff else "")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("chains/a.yaml", "chains/a.yaml"), ("/tmp/a.yaml", "tmp/a.yaml"), ("chains\\a.yaml", "chains/a.yaml")],
)
def test_files_are_named_as_git_names_them(name, shown):
    assert unified_diff("a\n", "b\n", name).startswith(f"--- a/{shown}\n+++ b/{shown}\n@@")


def test_git_can_apply_it(tmp_path):
    before, after = "a\nb\nc\nd\ne\nf\ng\nh\ni", "a\nb\nX\nd\ne\nf\ng\nh\ni\nj\n"
    (tmp_path / "x.yaml").write_text(before)
    command = ["git", "apply", "--unidiff-zero", "-"]
    diff = unified_diff(before, after, "x.yaml").encode()
    subprocess.run(command, cwd=tmp_path, input=diff, check=True)
    assert (tmp_path / "x.yaml").read_text() == after


def test_the_lines_are_painted_by_what_they_are():
    diff = unified_diff("a\n-- b\n", "a\n++ c", "x.yaml")
    painted = list(terminal_lines(diff, lambda text, role: f"{role}({text})"))
    assert painted == [
        *("place(--- a/x.yaml)", "place(+++ b/x.yaml)", "info(@@ -1,2 +1,2 @@)", " a"),
        *("error(--- b)", "good(+++ c)", "soft(\\ No newline at end of file)"),
    ]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("\x1b[31mröd", "\\u001b[31mröd"),
        ("a\x85::error::b", "a\\u0085::error::b"),
        ("a\u2028::error::b", "a\\u2028::error::b"),
        ("\u202etxet", "\\u202etxet"),
        ("##vso[task]", "#\\u0023vso[task]"),
        ("a\tb", "a b"),
    ],
)
def test_what_a_terminal_or_a_log_might_obey_is_shown_as_an_escape(line, shown):
    lines = list(terminal_lines(unified_diff(f"{line}\n", "b\n", "x")))
    assert lines[3] == f"-{shown}"


def test_no_line_is_a_command_of_a_build():
    text = "::error::a\n  ::error::b\n"
    lines = list(terminal_lines(unified_diff(text, f"{text}c\n", "x")))
    assert not any(line.lstrip().startswith("::") for line in lines)
    assert lines[3:5] == [" \\u003a:error::a", "   \\u003a:error::b"]


def test_a_changed_line_end_is_shown_where_it_has_changed():
    assert list(terminal_lines(unified_diff("a\r\nb\n", "a\r\nb\r\n", "x")))[3:] == [" a", "-b", "+b\\r"]


def test_nothing_is_shown_of_no_difference():
    assert list(terminal_lines("")) == []
