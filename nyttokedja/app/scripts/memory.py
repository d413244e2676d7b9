"""In the Python that the file holds: what a board needs is brought into its memory, which the file keeps."""

import gc
import importlib
import json
import sys
import zipimport

sys.path.insert(0, "/site")

from nyttokedja.app.host import Host

WALLS = {
    "sv": "F: Digitala lås -> E: Färre nyckelhämtningar -> N: Frigjord tid\nVad säger facket?",
    "nb": "T: Digitale låser -> E: Færre nøkkelhentinger -> G: Frigjort tid\nHva sier de tillitsvalgte?",
    "en": "C: Digital locks -> E: Fewer trips for keys -> B: Freed time\nWhat do the unions say?",
}


def played(language, wall):
    """A short workshop, so that what it reads, compiles and remembers is there."""
    host = Host(_render, language, "2026-01-01")  # noqa: F821

    def ask(**message):
        told = json.loads(host.answer(json.dumps({"who": "me", "file": 1, **message})))
        assert told["answer"] == "done", told
        return told

    ask(ask="new", title="X", name="x.yaml")
    ask(ask="order", order={"do": "type", "text": wall})
    nodes = ask(ask="state")["state"]["chain"]["nodes"]
    ask(
        ask="order",
        order={
            "do": "sort",
            "note": wall.partition("\n")[2],
            "type": "obstacle",
            "targets": [nodes[1]["id"]],
        },
    )
    ask(ask="picture")
    ask(ask="undo")
    ask(ask="redo")
    ask(ask="questions")
    ask(ask="file")


for language, wall in WALLS.items():
    played(language, wall)

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
