"""What a field is called where people fill it in, and what belongs there, as editors of files say it."""

from __future__ import annotations

from collections.abc import Mapping

from nyttokedja.language.codes import CANONICAL
from nyttokedja.language.forms import Form
from nyttokedja.language.keywords import words
from nyttokedja.language.schema import canonical
from nyttokedja.language.tables import table


def field_help(holder: Form, form: Form, language: str) -> Mapping[str, str]:
    """The ``label`` of a field and the ``help`` for it, without the marks of Markdown.

    Args:
        holder: where the field is: the form of a box, or of the chain.
        form: that of what stands in it.
        language: that of the words.
    """
    if language == CANONICAL:
        taught = {**canonical()["$defs"].get(form.name, {}), **holder.schema["properties"][form.key]}
    else:
        help = table(language, "help")
        taught = {**help.get(form.name or form.key, {}), **help.get(f"{holder.name}.{form.key}", {})}
    word = words(language).key(form.key, holder.name).replace("_", " ")
    return {"label": taught.get("title") or word, "help": taught.get("description", "").replace("`", "")}
