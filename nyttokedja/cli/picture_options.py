"""The settings of pictures as options: named as in settings files, over which they take precedence."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import wraps
from typing import Any

import click

from nyttokedja.batch.engines import AUTO, ENGINES
from nyttokedja.cli import completion
from nyttokedja.cli.setting_options import Command, file
from nyttokedja.cli.unfit import Unfit
from nyttokedja.model.picture_settings import DIRECTIONS, ONLY, THEMES

engine = click.option(
    "--engine",
    type=click.Choice((AUTO, *ENGINES)),
    default=AUTO,
    show_default=True,
    help="The layout engine.",
)
"""The option of what lays pictures out."""


def pictures(command: Command) -> Command:
    """Decorate a command with the options of pictures; it gets a parameter ``chosen``, a `Chosen`."""
    with_file = file(command)

    @click.option("--theme", type=click.Choice(THEMES), help="The colours; light, if not said.")
    @click.option(
        "--direction",
        type=click.Choice(DIRECTIONS),
        help="Where the goals of a picture are: right, if not said, left or down.",
    )
    @click.option(
        "--bare/--no-bare", default=None, help="Boxes with a pictogram and a title alone, for a wall."
    )
    @click.option(
        "--focus",
        metavar="ID",
        shell_complete=completion.boxes,
        help="Only what leads to this box, and what follows from it.",
    )
    @click.option(
        "--hops", type=click.IntRange(0, 200), help="So many arrows from --focus at most; 2, if not said."
    )
    @click.option(
        "--only",
        metavar="KEY=VALUE",
        multiple=True,
        help=f"Only boxes with this: {', '.join(ONLY)}; may be given several times.",
    )
    @wraps(with_file)
    def with_pictures(
        *args: Any,
        theme: str | None,
        direction: str | None,
        bare: bool | None,
        focus: str | None,
        hops: int | None,
        only: tuple[str, ...],
        **rest: Any,
    ) -> Any:
        values = {
            "theme": theme,
            "direction": direction,
            "bare": bare,
            "focus": unicodedata.normalize("NFC", focus.strip()) if focus else None,
            "hops": hops,
            "only": list(map(_only, only)),
        }
        said = {key: value for key, value in values.items() if value not in (None, [])}
        return with_file(*args, values=said, **rest)

    return with_pictures


_KEYS: Mapping[str, str] = {
    **{key: key for key in ONLY},
    "ägare": "owner", "eier": "owner", "kategori": "category", "perspektiv": "perspective",
    "etikett": "tag", "tags": "tag", "typ": "type",
}  # fmt: skip
"""What the key of ``--only`` may be called → the key."""


def _only(written: str) -> str:
    key, _, value = (part.strip() for part in unicodedata.normalize("NFC", written).partition("="))
    if key.lower() not in _KEYS or not value:
        raise Unfit(
            "{written!r} is not KEY=VALUE, where KEY is one of {names}",
            "--only",
            written=written,
            names=", ".join(ONLY),
        )
    return f"{_KEYS[key.lower()]}={value}"
