"""In the Python that the file holds: /site.tar with sources → /compiled.tar with its code in their place."""

import importlib.util
import io
import marshal
import tarfile

MANUALS = "nyttokedja/checking/rules/"
"""Where docstrings are read: those of rules are their manuals."""


def code(name, source):
    """A module as a .pyc that is never compared with a source, without what nobody reads in a tab."""
    keeps = name.startswith(MANUALS)
    made = bare(compile(source, name, "exec", dont_inherit=True, optimize=0 if keeps else 2))
    flags = (0b01).to_bytes(4, "little")  # by hash, which is not compared
    return importlib.util.MAGIC_NUMBER + flags + importlib.util.source_hash(source) + marshal.dumps(made)


def bare(made):
    """Code without the table of its lines, and so of all code in it."""
    held = tuple(bare(one) if hasattr(one, "co_code") else one for one in made.co_consts)
    return made.replace(co_consts=held, co_linetable=b"")


FORMAT = tarfile.USTAR_FORMAT
with tarfile.open("/site.tar") as held, tarfile.open("/compiled.tar", "w", format=FORMAT) as made:
    for entry in held.getmembers():
        data = held.extractfile(entry).read()
        name = entry.name
        if name.endswith(".py"):
            name, data = f"{name}c", code(name, data)
        written = tarfile.TarInfo(name)
        written.size = len(data)
        made.addfile(written, io.BytesIO(data))
