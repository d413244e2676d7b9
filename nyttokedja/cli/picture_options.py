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
from nyttokedja.model.picture_settings import DIRECTIONS, ONLY, PAPERS, THEMES

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
    @click.option(
        "--paper",
        type=click.Choice(PAPERS),
        help="What a PDF is printed on, landscape; auto, if not said, is a4 where its print can be read "
        "on that.",
    )
    @click.option(
        "--width",
        type=click.IntRange(16, 50_000),
        metavar="N",
        help="How many pixels a PNG is wide; else it is as sharp as print needs.",
    )
    @click.option(
        "--dpi",
        type=click.IntRange(24, 1200),
        metavar="N",
        help="The pixels an inch of a PNG, instead of a width.",
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
        paper: str | None,
        width: int | None,
        dpi: int | None,
        **rest: Any,
    ) -> Any:
        if width is not None and dpi is not None:
            raise Unfit("--width and --dpi both say how large a PNG is; give one of them")
        values = {
            "theme": theme,
            "direction": direction,
            "bare": bare,
            "focus": unicodedata.normalize("NFC", focus.strip()) if focus else None,
            "hops": hops,
            "only": list(map(_only, only)),
            "paper": paper,
            "width": width,
            "dpi": dpi,
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
