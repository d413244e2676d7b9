"""In the Python that the file holds: what a board needs is brought into its memory, which the file keeps."""

import gc
import importlib
import json
import sys
import zipimport

sys.path.insert(0, "/site")

from nyttokedja.app.host import Host
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts


def played(language):
    """A short workshop, so that what it reads, compiles and remembers is there."""
    host = Host(_render, language, "2026-01-01")  # noqa: F821

    def ask(**message):
        told = json.loads(host.answer(json.dumps({"who": "me", "file": 1, **message})))
        assert told["answer"] == "done", told
        return told

    wall, note = (texts(language).word("app/played", name) for name in ("wall", "note"))
    ask(ask="new", title="X", name="x.yaml")
    ask(ask="order", order={"do": "type", "text": f"{wall}\n{note}"})
    nodes = ask(ask="state")["state"]["chain"]["nodes"]
    ask(
        ask="order",
        order={
            "do": "sort",
            "note": note,
            "type": "obstacle",
            "targets": [nodes[1]["id"]],
        },
    )
    ask(ask="picture")
    ask(ask="undo")
    ask(ask="redo")
    ask(ask="questions")
    ask(ask="file")


for language in LANGUAGES:
    played(language)

del _render  # noqa: F821
in_memory = sorted(
    module.__spec__.origin
    for module in list(sys.modules.values())
    if getattr(module, "__spec__", None)
    and module.__spec__.origin
    and module.__spec__.origin.endswith(".pyc")
)
sys.path_importer_cache.clear()  # what lies where is looked up anew where there is less
zipimport._zip_directory_cache.clear()  # noqa: SLF001
importlib.invalidate_caches()
gc.collect()
