"""A title → a small, well-commented chain to start from, in one of the three languages."""

from __future__ import annotations

from importlib.resources import files

from nyttokedja.language.editor_schemas import modeline
from nyttokedja.writing.quoting import quoted

# names that Windows keeps for devices, with any ending
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_ASCII = str.maketrans({"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", "é": "e", "ü": "u"})


def starting_chain(title: str, language: str, file: str, schemas: str = "") -> str:
    """The text of a new chain.

    Args:
        title: the chain's title, which its first change gets too.
        language: sv, nb or en.
        file: what the file will be called, for the commands in its comments.
        schemas: the folder of schemas as seen from the file, "" where there is none.
    """
    template = (files("nyttokedja.language.texts") / language / "new.yaml").read_text("utf-8")
    first = f"{modeline(language, schemas)}\n" if schemas else ""
    filled = template.replace("{id}", name_of(title)).replace("{file}", file)
    # the title last: what somebody calls a chain is never a template
    return first + filled.replace("{title}", quoted(" ".join(title.split())))


def name_of(title: str) -> str:
    """A title as an id and a file name: ``Digital nattillsyn!`` → ``digital_nattillsyn``."""
    plain = title.casefold().translate(_ASCII)
    name = "_".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())[:50].strip("_")
    if not name[:1].isalpha() or name in _RESERVED:
        name = f"kedja_{name}".strip("_")
    return name
