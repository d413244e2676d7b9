"""The core in a process that has no native wheels, and may start no program, thread or connection.

So it is in a browser tab: check, draw to DOT, edit and compare give the same there as anywhere.
"""

import json
import subprocess
import sys
from pathlib import Path

CHAINS = sorted(Path("chains").glob("*.yaml"))

BARE = """
import importlib.abc, os, socket, subprocess, sys, threading

class NoWheels(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        native = name.split(".")[0] in ("jsonschema_rs", "pygraphviz") or name in ("yaml._yaml", "_yaml")
        if native or (name.startswith("rapidfuzz.") and "_cpp" in name):
            raise ImportError(f"{name} is a native wheel")

def forbidden(*_, **__):
    raise AssertionError("no program, thread or connection may be started")

sys.meta_path.insert(0, NoWheels())
subprocess.Popen.__init__ = forbidden
threading.Thread.start = forbidden
socket.socket.__init__ = forbidden
os.fork = forbidden
"""

WORK = """
import hashlib, json, sys
from pathlib import Path
from nyttokedja import check
from nyttokedja.comparing import compare
from nyttokedja.drawing.dot.export import to_dot
from nyttokedja.editing import Set, edit

def hashed(value):
    return hashlib.sha256(repr(value).encode()).hexdigest()

done = {}
for name in sys.argv[1:]:
    data = Path(name).read_bytes()
    before = check(data, name)
    typo = check(data.replace(b": ", b":", 3), name)
    edited = edit(data, Set(before.chain.nodes[0].id, ("text",), "Ett annat ord"))
    after = check(edited.after, name)
    comparison = compare(before, after)
    done[name] = {
        "check": hashed(before.findings),
        "typo": hashed(typo.findings),
        "dot": hashed(to_dot(before.chain, before.graph)),
        "edit": hashed(edited.after),
        "diff": hashed((comparison.nodes, comparison.weight)),
    }
print(json.dumps(done))
"""


def run(code):
    ran = subprocess.run(
        [sys.executable, "-c", code, *map(str, CHAINS)], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_the_core_gives_the_same_without_wheels_programs_threads_and_connections():
    assert len(CHAINS) == 5
    assert run(BARE + WORK) == run(WORK)


def test_what_is_forbidden_is():
    """That the test above would notice: each of the four stops a process that tries."""
    for attempt in (
        "subprocess.run(['true'])",
        "threading.Thread(target=print).start()",
        "socket.socket()",
        "os.fork()",
        "import jsonschema_rs",
        "from yaml import CSafeLoader",
        "import rapidfuzz.fuzz_cpp",
    ):
        ran = subprocess.run([sys.executable, "-c", BARE + attempt], capture_output=True, check=False)
        assert ran.returncode == 1, attempt
