"""A site of many chains: pages that lead to each other by relative links, for a folder on a share.

    summary (a chain, small) → site (all of them, with their places) → index, lists, roles, …

Each page holds all it needs, so that any of them can be mailed. `manifest` remembers what was written, and
what the chains said then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nyttokedja.pages.site.changes import changes_page
from nyttokedja.pages.site.index import index_page
from nyttokedja.pages.site.lists import goals_page, indicators_page, obstacles_page
from nyttokedja.pages.site.manifest import Change
from nyttokedja.pages.site.model import Site
from nyttokedja.pages.site.portfolio import portfolio_page
from nyttokedja.pages.site.roles import calendar, role_page, roles_page
from nyttokedja.pages.site.search import search_page

__all__ = ["files_around"]


def files_around(site: Site, changes: Sequence[Change] | None) -> Mapping[str, str | bytes]:
    """All files of a site but the pages of its chains: place → content.

    Args:
        site: the chains.
        changes: what was changed when the site was last made anew; None where it was never made before.
    """
    return dict(_files(site, changes))


def _files(site: Site, changes: Sequence[Change] | None) -> Iterator[tuple[str, str | bytes]]:
    yield "index.html", index_page(site)
    yield "portfolio.html", portfolio_page(site)
    yield "goals.html", goals_page(site)
    yield "indicators.html", indicators_page(site)
    yield "obstacles.html", obstacles_page(site)
    yield "roles.html", roles_page(site)
    yield "search.html", search_page(site)
    yield "changes.html", changes_page(site, changes)
    yield "calendars/all.ics", calendar(site)
    for role in site.roles:
        yield site.role_place(role), role_page(site, role)
        if site.has_calendar(role):
            yield site.calendar_place(role), calendar(site, role)
