"""Notes → the chain that is made of them, in the short form that the table of cases is written in."""

from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.model import ImportOptions
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.model.chain import SECTIONS

LETTERS = dict(zip(SECTIONS, ("F", "E", "N", "KK", "M", "KR", "FS", "H", "R", "Ö"), strict=True))
SIGNS = {"leads_to": "->", "hinders": "!-", "at": "@-", "needed_for": "?-"}
UNTITLED = {texts(language).word("exchange/", "untitled") for language in LANGUAGES}
OWN = {"title", "behaviour", *SIGNS}


def imported(text, language="", **options):
    data = text if isinstance(text, bytes) else text.encode()
    return read_import(data, FORMATS["notes"], ImportOptions(language=language, **options))


def lines_of(made):
    """The chain as lines: boxes in order, then arrows, then notes."""
    data = made.data
    titles = {id: node["title"] for section in SECTIONS for id, node in data.get(section, {}).items()}
    if data["title"] not in UNTITLED:
        yield f"titel {data['title']}"
    for section in SECTIONS:
        for node in data.get(section, {}).values():
            letter = "B" if node.get("behaviour") else LETTERS[section]
            said = "; ".join(f"{key}={flat(value)}" for key, value in node.items() if key not in OWN)
            yield f"{letter} {node['title']}{f' {{{said}}}' if said else ''}"
    for section in SECTIONS:
        for id, node in data.get(section, {}).items():
            for key, sign in SIGNS.items():
                held = node.get(key, [])
                for target in held if isinstance(held, list) else [held]:
                    to = target["to"] if isinstance(target, dict) else target
                    because = (
                        f" [{target['because']}]" if isinstance(target, dict) and "because" in target else ""
                    )
                    yield f"  {titles[id]} {sign} {titles[to]}{because}"
    for note in data.get("notes", []):
        yield f"lapp {note if isinstance(note, str) else note['text']}"


def flat(value):
    return " ".join(value if isinstance(value, list) else str(value).split())


def lines_said(made):
    return [remark.place.number for remark in made.remarks if remark.place]
