"""A title → a small, well-commented chain to start from, in one of the three languages."""

from __future__ import annotations

from importlib.resources import files

from nyttokedja.language.editor_schemas import modeline
from nyttokedja.model.ids import ascii_id
from nyttokedja.writing.quoting import quoted


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
    filled = template.replace("{id}", ascii_id(title)).replace("{file}", file)
    # the title last: what somebody calls a chain is never a template
    return first + filled.replace("{title}", quoted(" ".join(title.split())))
