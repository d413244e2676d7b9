"""The engine of the built file, in Chromium, beside the same engine here.

``python -m tests.app.alike 300`` asks both the same of so many made chains, and prints what is answered
otherwise.
"""

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

from benchmarks.pictures.realistic import recipe
from nyttokedja.app.host import Host
from nyttokedja.app.letters import bytes_of
from nyttokedja.batch.layout_programs import packaged_program
from nyttokedja.exporting import FORMATS
from tests.app.conftest import BUILT
from tests.browser import browser

TODAY = "2026-11-30"
LIBRARIES_ELSEWHERE = {"pptx"}
"""Formats whose libraries are not in a tab: it says so."""
_PART = re.compile(r'<script type="text/plain" id="part-(\w+)">([^<]*)</script>')
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"script-src blob: 'wasm-unsafe-eval' 'unsafe-eval'\">"
)
_START = """([source, today]) => new Promise((awake, failed) => {
  const part = (name) => document.getElementById(`part-${name}`).textContent;
  const names = ["wasm", "memory", "library", "site"];
  const parts = Object.fromEntries(names.map((name) => [name, part(name)]));
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  window.engine = new Worker(address);
  window.engine.onerror = (event) => failed(new Error(event.message));
  window.engine.onmessage = ({ data }) => (data.awake ? awake() : failed(new Error(data.failed)));
  window.engine.postMessage({ start: { ...parts, language: "sv", today, life: "alike" } });
})"""
_ASK = """(messages) => new Promise((told) => {
  const answers = [];
  window.engine.onmessage = ({ data }) => {
    answers.push(data.answer ?? `failed: ${data.failed}`);
    if (answers.length === messages.length) told(answers);
  };
  messages.forEach((message, number) => window.engine.postMessage({ number, message }));
})"""


class Tab:
    """The engine in a tab: the parts of the file as they are, on a page that lets a test ask."""

    def __init__(self, browser, folder):
        parts = dict(_PART.findall(BUILT.read_bytes().decode("utf-16")))
        worker = gzip.decompress(bytes_of(parts.pop("worker"))).decode()
        tags = (
            f'<script type="text/plain" id="part-{name}">{letters}</script>'
            for name, letters in parts.items()
        )
        page = Path(folder, "parts.html")
        page.write_bytes((f"\ufeff<!doctype html>{_POLICY}" + "".join(tags)).encode("utf-16-le"))
        self._page = browser.new_page()
        self._page.goto(page.absolute().as_uri())
        self._page.evaluate(_START, [worker, TODAY])

    def ask(self, messages):
        return self._page.evaluate(_ASK, [json.dumps(message) for message in messages])

    def close(self):
        self._page.close()


class Here:
    """The engine in this Python."""

    def __init__(self):
        self._host = Host(render, "sv", TODAY)

    def ask(self, messages):
        return [self._answer(json.dumps(message)) for message in messages]

    def _answer(self, message):
        try:
            return self._host.answer(message)
        except Exception as error:  # noqa: BLE001 - it is compared
            return f"failed: {error!r}"


def render(dot):
    """Graphviz as a program, in the place of the one in the tab."""
    ran = subprocess.run([packaged_program(), "-Tjson0"], input=dot.encode(), capture_output=True, check=True)
    return ran.stdout.decode()


def questions(name, text, file, formats=tuple(FORMATS)):
    """What is asked of a chain that is opened as the file of a number, in order."""
    of = {"file": file, "who": "me"}
    yield {"ask": "open", "name": name, "text": text, "who": "me"}
    yield {"ask": "picture", **of}
    yield {"ask": "questions", **of}
    yield {"ask": "worth", "with": {}, **of}
    yield {"ask": "without", "of": _boxes(text)[:3], **of}
    yield {"ask": "page", **of}
    yield from ({"ask": "export", "format": format, **of} for format in formats)
    yield {
        "ask": "order",
        "order": {"do": "type", "text": "E: Lugnare nätter -> N: Lugn\nVad säger facket?"},
        **of,
    }
    yield {"ask": "order", "order": {"do": "sort", "note": "Vad säger facket?", "type": "obstacle"}, **of}
    yield {"ask": "picture", **of}
    yield {"ask": "difference", "before": text, **of}
    yield {"ask": "undo", **of}
    yield {"ask": "fix", **of}
    yield {"ask": "format", **of}
    yield {"ask": "file", **of}
    yield {"ask": "close", **of}


def _boxes(text):
    return re.findall(r"^  (\w+):", text, re.MULTILINE)


def imported(answers):
    """For each file that was exported: the question that imports it."""
    for told in map(json.loads, answers):
        if "data" in told:
            yield {"ask": "import", "name": told["name"], "data": told["data"], "who": "me"}


def unlike(tab, here, messages):
    """What is answered otherwise, with both answers."""
    pairs = zip(messages, tab.ask(messages), here.ask(messages), strict=True)
    return [(message, one, other) for message, one, other in pairs if one != other]


def made(count):
    """So many chains, of each size up to sixty boxes."""
    for n in range(count):
        size, depth, share = 1 + (n * 7) % 60, (3, 8, 15)[n % 3], (0.0, 1 / 6, 1 / 3, 1 / 2)[n % 4]
        yield f"{size} boxes, {n}", recipe(size, depth, share, n).yaml.decode()


def without_data(svg):
    """A picture without what a page finds boxes by, and what a page has of its own for print."""
    return re.sub(r' data-[a-z-]+="[^"]*"|<style>@page.*</style>\n', "", svg)


def main():
    import tempfile

    with browser() as started, tempfile.TemporaryDirectory() as folder:
        tab, here = Tab(started, folder), Here()
        asked = wrong = 0
        for name, text in made(count := int(sys.argv[1])):
            messages = [*questions("k.yaml", text, 1, [*FORMATS.keys() - LIBRARIES_ELSEWHERE])]
            found = unlike(tab, here, messages)
            asked += len(messages)
            wrong += len(found)
            for message, one, other in found:
                print(name, json.dumps(message)[:90], one[:200], other[:200], sep="\n   ")
        print(f"{count} chains, {asked} answers, {wrong} unlike")


if __name__ == "__main__":
    main()
