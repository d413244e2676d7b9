"""Posts a card on a pull request of GitHub, Forgejo, Gitea or GitLab, or updates the one from before.

    python comment.py card.md

COMMENTS is the address of the pull request's comments, TOKEN one that may write there, AUTHOR whom it writes
as. The first line of the card tells the earlier one from other comments; those of anybody else are left
alone, whatever they begin with. Where POST is 0, a card is updated but none is posted.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

_MAY_NOT = (401, 403)
_REDIRECTS = (301, 302, 303, 307, 308)
_PAGE = 100


def main(card: str) -> int:
    """Post the card, or update it."""
    try:
        _put(Path(card).read_text("utf-8"), os.environ["COMMENTS"], os.environ.get("POST", "1") != "0")
    except urllib.error.HTTPError as error:
        if error.code in _REDIRECTS:
            there = error.headers["Location"]
            print(f"No comment was written: the address leads on to {there!r}. Give that one.")
            return 1
        print(f"No comment was written: {error.code} {error.reason}.")
        return int(error.code not in _MAY_NOT)  # as in a pull request from a fork
    return 0


def _put(card: str, comments: str, post: bool) -> None:
    marker = card.split("\n", 1)[0]
    earlier = next((one["id"] for one in _comments(comments) if _is_card(one, marker)), None)
    if earlier is not None and _is_gitlab(comments):
        _call(f"{comments}/{int(earlier)}", "PUT", {"body": card})
    elif earlier is not None:
        of_all = comments.rsplit("/", 2)[0]  # …/issues/12/comments → …/issues
        _call(f"{of_all}/comments/{int(earlier)}", "PATCH", {"body": card})
    elif post:
        _call(comments, "POST", {"body": card})


def _is_card(comment: dict[str, Any], marker: str) -> bool:
    said, who = comment["body"] or "", comment.get("user") or comment.get("author") or {}
    author = who.get("login") or who.get("username")
    return author == os.environ["AUTHOR"] and said.splitlines()[:1] == [marker]


def _is_gitlab(address: str) -> bool:
    return "/merge_requests/" in address


def _comments(address: str) -> Iterator[dict[str, Any]]:
    """All comments; not every server knows pages, so one that says nothing new is the last."""
    seen: set[int] = set()
    for page in count(1):
        found = _call(f"{address}?per_page={_PAGE}&page={page}", "GET")
        fresh = [one for one in found if one["id"] not in seen]
        yield from fresh
        seen.update(one["id"] for one in fresh)
        if len(fresh) < _PAGE:
            return


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the token would go along to wherever it leads, and a comment would not."""

    def redirect_request(self, *_: Any) -> None:
        return None


urllib.request.install_opener(urllib.request.build_opener(_NoRedirect))


def _call(address: str, method: str, data: object = None) -> Any:
    if not address.startswith("https://"):
        raise SystemExit(f"{address} is no https address")
    token = os.environ["TOKEN"]
    headers = {
        **({"PRIVATE-TOKEN": token} if _is_gitlab(address) else {"Authorization": f"token {token}"}),
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": "nyttokedja",
    }
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(address, body, headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
