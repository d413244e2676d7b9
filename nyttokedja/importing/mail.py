"""A mail that was saved (.eml) → its text and its subject; the people in its head are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nyttokedja.errors import CannotRead
from nyttokedja.importing.text_decoding import decode_text

_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:")
_SURE = (b"from:", b"mime-version:", b"message-id:", b"received:", b"return-path:", b"content-type:")
_HEAD = 60_000
"""So many bytes the head of a mail has at most."""
_FEWEST = 3
_LONGEST_SUBJECT = 1_000
_ANSWER = re.compile(r"(?:\s*(?:re|sv|vs|fw|fwd|svar)\s*:)+\s*", re.IGNORECASE)
_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"style", "script"})
_TAG = re.compile(r"/?([A-Za-z][A-Za-z0-9]*)")


class Mail(NamedTuple):
    """What a person wrote in a mail, and the names of the files that hang on it."""

    subject: str
    text: str
    attached: tuple[str, ...]


def is_mail(data: bytes) -> bool:
    """Whether a file begins with the head of a mail, as mail programs save it."""
    begun = data[:_HEAD].lstrip(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    head, blank, _ = begun.partition(b"\n\n")
    fields = [line.lower() for line in head.split(b"\n") if line[:1] not in (b" ", b"\t")]
    if not blank or len(fields) < _FEWEST or not all(map(_FIELD.match, fields)):
        return False
    return sum(any(field.startswith(sure) for field in fields) for sure in _SURE) > 1


def read_mail(data: bytes) -> Mail:
    """What a mail says.

    Raises:
        CannotRead: it holds mails in mails without end.
    """
    from email import message_from_bytes

    try:
        message = message_from_bytes(data)
    except RecursionError:
        raise CannotRead(
            "The file is a mail that cannot be read. Copy its text into a .txt file, and import that."
        ) from None
    parts = [part for part in message.walk() if not part.is_multipart()]
    attached = tuple(name for part in parts if (name := part.get_filename()))
    bodies = {part.get_content_type(): part for part in reversed(parts) if not part.get_filename()}
    body = bodies.get("text/plain") or bodies.get("text/html")
    payload = body.get_payload(decode=True) if body is not None else None
    text = decode_text(payload)[0] if isinstance(payload, bytes) else ""
    if body is not None and body.get_content_type() == "text/html":
        text = "".join(_words_of_page(text))
    return Mail(_ANSWER.sub("", _decoded(str(message.get("subject", ""))), count=1), text, attached)


def _decoded(subject: str) -> str:
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(subject[:_LONGEST_SUBJECT])))
    except (LookupError, ValueError, MessageError):
        return subject


def _words_of_page(page: str) -> Iterator[str]:
    """The words of a page, a paragraph a line."""
    from html import unescape

    ends = ""
    for n, part in enumerate(page.replace("\n", " ").split("<")):
        if ends or part.startswith("!--"):
            _, ended, words = part.partition(ends or "-->")
            ends = "" if ended else ends or "-->"
            yield unescape(words)
            continue
        tag, closed, words = part.partition(">") if n else ("", ">", part)
        name = found[1].lower() if (found := _TAG.match(tag)) else ""
        if name in _UNSEEN and not tag.startswith("/"):
            ends = f"/{tag[: len(name)]}>"
            continue
        if name in _BLOCKS:
            yield "\n"
        yield unescape(words) if closed else unescape(f"<{part}")
