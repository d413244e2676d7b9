"""Ids that try to be more than names: the tests of every output write them, as they do hostile titles."""

IDS = {
    "id-dot-link": '<x> [URL="javascript:alert(1)" label=pwn]; <y>',
    "id-dot-html": "<<TABLE HREF='javascript:alert(1)'><TR><TD>x</TD></TR></TABLE>>",
    "id-dot-port": "a:b:c",
    "id-dot-end": "x\\",
    "id-dot-escape": "\\N\\G",
    "id-dot-statement": '"]; } digraph y { "z" [shape=box',
    "id-dot-name": "n1",
    "id-dot-keyword": "subgraph",
    "id-markup": "\"><a href='javascript:alert(1)'>x</a>",
    "id-mermaid": 'x"] --> y; click x href "javascript:alert(1)"',
    "id-command": "x\n::error::y",
    "id-digits": "007",
}


def harmless(text: str) -> bool:
    """Whether a line has nothing in it that is not seen, but for what holds an emoji together."""
    return text.replace("👩\u200d💻", "").isprintable()
