"""In the Python that the file holds: sources → code in their place, and what of it is not in memory.

/site.tar, /lib/python314.zip → /site.compiled.tar, /library.compiled.zip; then, without what `in_memory`
names, → /site.rest.tar, /library.rest.zip.
"""

import ast
import importlib.util
import io
import marshal
import tarfile
import zipfile

MANUALS = "nyttokedja/checking/rules/"
"""Where docstrings are read: those of rules are their manuals."""
UNUSED = (
    *(
        "_pydatetime",
        "_pyio",
        "_pyrepl",
        "_sysconfigdata",
        "asyncio/windows",
        "cProfile",
        "concurrent/futures/process",
    ),
    *(
        "ctypes",
        "curses",
        "dbm",
        "doctest",
        "ensurepip",
        "ftplib",
        "http/cookie",
        "http/server",
        "idlelib",
        "imaplib",
    ),
    *(
        "mailbox",
        "multiprocessing",
        "netrc",
        "optparse",
        "pdb",
        "pickletools",
        "poplib",
        "profile",
        "pstats",
        "pyclbr",
    ),
    *(
        "pydoc",
        "shelve",
        "smtplib",
        "sqlite3",
        "sysconfig",
        "trace.",
        "turtle",
        "unittest",
        "venv",
        "webbrowser",
    ),
    *("wsgiref", "xmlrpc", "zipapp"),
)
"""Of the standard library, what nothing in a tab asks for."""


def code(name, source):
    """A module as a .pyc that is never compared with a source, without what nobody reads in a tab."""
    tree = ast.parse(source, name)
    if name.startswith("nyttokedja/"):
        unannotated(tree)
    made = bare(compile(tree, name, "exec", dont_inherit=True, optimize=0 if name.startswith(MANUALS) else 2))
    flags = (0b01).to_bytes(4, "little")  # by hash, which is not compared
    return importlib.util.MAGIC_NUMBER + flags + importlib.util.source_hash(source) + marshal.dumps(made)


def unannotated(tree):
    """Take the types from what functions take and give; those of classes are their fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.returns = None


def bare(made):
    """Code without the table of its lines, and so of all code in it."""
    held = tuple(bare(one) if hasattr(one, "co_code") else one for one in made.co_consts)
    return made.replace(co_consts=held, co_linetable=b"")


def compiled(files):
    for name, data in sorted(files):
        yield (f"{name}c", code(name, data)) if name.endswith(".py") else (name, data)


def in_tar(path):
    with tarfile.open(path) as held:
        return [(entry.name, held.extractfile(entry).read()) for entry in held.getmembers()]


def to_tar(path, files):
    with tarfile.open(path, "w", format=tarfile.USTAR_FORMAT) as made:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            made.addfile(entry, io.BytesIO(data))


def in_zip(path):
    with zipfile.ZipFile(path) as held:
        return [(name, held.read(name)) for name in held.namelist() if not name.endswith("/")]


def to_zip(path, files):
    """Nothing is packed in it: the whole is."""
    with zipfile.ZipFile(path, "w") as made:
        for name, data in files:
            made.writestr(zipfile.ZipInfo(name), data)


def leave(in_memory):
    """Without the modules that need not be looked for, by the places that they came from."""
    site, library = in_tar("/site.compiled.tar"), in_zip("/library.compiled.zip")
    to_tar("/site.rest.tar", [one for one in site if f"/site/{one[0]}" not in in_memory])
    to_zip("/library.rest.zip", [one for one in library if f"/lib/python314.zip/{one[0]}" not in in_memory])


used = [one for one in in_zip("/lib/python314.zip") if not one[0].startswith(UNUSED)]
to_zip("/library.compiled.zip", compiled(used))
to_tar("/site.compiled.tar", compiled(in_tar("/site.tar")))
