"""Runs the steps of a composite action or a workflow as GitHub's runner does, as far as ours need it."""

import re
import subprocess
from dataclasses import dataclass, field

_TOKEN = re.compile(r"'[^']*'|[a-z_]+\(\)|[a-z][\w.-]*|&&|\|\||!=|==|!")
_WORDS = {"&&": " and ", "||": " or ", "!": " not ", "!=": "!=", "==": "=="}


@dataclass
class Job:
    """A job, what it knows, and what came of its steps so far.

    ``stand_ins`` are the outputs of actions that others have made, by their name without the version.
    """

    folder: object
    environment: dict
    known: dict
    stand_ins: dict = field(default_factory=dict)
    outcomes: dict = field(default_factory=dict)
    printed: str = ""
    summary: str = ""

    @property
    def failed(self):
        return "failure" in self.outcomes.values()

    def evaluated(self, expression):
        """What an expression says; whatever it names must be known."""

        def word(match):
            token = match[0]
            if token in _WORDS:
                return _WORDS[token]
            if token[0] == "'":
                return repr(token[1:-1])
            if token.endswith("()"):
                return repr(
                    {"cancelled()": False, "failure()": self.failed, "success()": not self.failed}[token]
                )
            step, _, output = token.partition(".outputs.")
            if output and f"{step}.outcome" in self.known:  # what a step has not said is empty
                return repr(self.known.get(token, ""))
            return repr(self.known[token])

        return eval(_TOKEN.sub(word, expression))

    def filled(self, text):
        """A value with its expressions filled in."""
        return re.sub(r"\$\{\{ (.+?) }}", lambda match: str(self.evaluated(match[1])), str(text))

    def run(self, steps):
        for step in steps:
            name = step.get("id", step.get("name"))
            outcome, outputs = self._step(step) if self._is_run(step) else ("skipped", {})
            self.outcomes[name] = self.known[f"steps.{name}.outcome"] = outcome
            self.known |= {f"steps.{name}.outputs.{key}": value for key, value in outputs.items()}

    def _is_run(self, step):
        condition = re.sub(r"^\$\{\{ | }}$", "", step.get("if", "success()"))
        # where a condition does not ask how it went, it must have gone well
        return self.evaluated(condition) and ("()" in condition or not self.failed)

    def _step(self, step):
        if "uses" in step:
            for value in step.get("with", {}).values():
                self.filled(value)
            return "success", self.stand_ins[step["uses"].split("@")[0]]
        given = {name: self.filled(value) for name, value in step.get("env", {}).items()}
        files = {name: self.folder.parent / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("")
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            check=False,
            cwd=self.folder,
            env={**self.environment, **given, **{name: str(path) for name, path in files.items()}},
            capture_output=True,
            encoding="utf-8",
        )
        self.printed += ran.stdout + ran.stderr
        self.summary += files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines())
        return ("failure" if ran.returncode else "success"), outputs
