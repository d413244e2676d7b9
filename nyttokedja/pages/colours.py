"""A theme and the size of a picture → the styles that a page needs of them.

The colours of a picture stand in it as attributes, which any style goes before: so a light picture is dark
where the person's screen is, and is copied and printed as it was drawn. What scripts draw on it is in its
colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nyttokedja.drawing.svg.theme import DARK, LIGHT, THEMES, Theme

_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def picture_style(picture: str, theme: str) -> str:
    """The styles of the pictures of one page.

    Args:
        picture: that of the chain as SVG; "" where there is none.
        theme: the name of that in which it is drawn. Curves are always drawn as the light one is.
    """
    size = _SIZE.search(picture)
    wide = f"--wide:{size[1]};--high:{size[2]};" if size else ""
    drawn = THEMES[theme]
    style = f".view{{{wide}{_declared(drawn)}}}"
    if drawn is not LIGHT:
        return style
    pairs = "".join(
        f'[{name}="{light}"]{{{name}:{dark}}}'
        for light, dark in in_the_dark().items()
        for name in ("fill", "stroke")
    )
    return f"{style}@media screen and (prefers-color-scheme:dark){{.view,.plot{{{_declared(DARK)}}}{pairs}}}"


def in_the_dark() -> Mapping[str, str]:
    """Each colour of the light theme → that of the dark one."""
    return dict(zip(_colours(LIGHT), _colours(DARK), strict=True))


def _colours(theme: Theme) -> Iterator[str]:
    yield from (
        theme.page,
        theme.column,
        theme.rule,
        theme.ink,
        theme.soft,
        theme.arrow,
        theme.missing,
        theme.pale,
    )
    for kind in LIGHT.kinds:
        yield from (theme.kinds[kind].fill, theme.kinds[kind].line)
    yield from (theme.statuses[status] for status in LIGHT.statuses)


def variables(theme: Theme) -> Mapping[str, str]:
    """The colours of what scripts draw on a picture of a theme, by the names that styles have for them."""
    statuses = theme.statuses
    return {
        "paper": theme.page,
        "strong": theme.ink,
        "mark": statuses["changed"],
        "bad": statuses["removed"],
        "dim": statuses["kept"],
    }


def _declared(theme: Theme) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in variables(theme).items())
