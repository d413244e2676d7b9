"""A picture in the programs that people open it with: every word of it can be seen there."""

import base64
import html
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest

from nyttokedja.drawing.layout.estimate import SMALLEST
from nyttokedja.drawing.typesetting.metrics import width

SVG = Path("renders/digital_nattillsyn.svg")
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        **{name: name for name in ("office", "style", "text")},
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
PAGE = """\
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties
 fo:page-width="28cm" fo:page-height="20cm" fo:margin-top="1cm" fo:margin-bottom="1cm" fo:margin-left="1cm"
 fo:margin-right="1cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="P"/></office:master-styles>"""
WIDE, RESOLUTION = 23.0, 200
"""How wide the picture is in the document, in cm, and how many pixels an inch are looked at."""


def needs(*programs):
    missing = [name for name in programs if shutil.which(name) is None]
    reason = f"missing: {missing}"
    return lambda test: pytest.mark.program(pytest.mark.skipif(bool(missing), reason=reason)(test))


def size():
    head = SVG.read_text("utf-8")[:400]
    return tuple(float(re.search(rf' {side}="([\d.]+)"', head)[1]) for side in ("width", "height"))


def lines():
    """Each line of text of the picture: its words, and where they stand in px."""
    for attributes, said in re.findall(r"<text ([^>]*)>([^<]+)</text>", SVG.read_text("utf-8")):
        held = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        x, y, high = (float(held[name]) for name in ("x", "y", "font-size"))
        text = html.unescape(said)
        wide = width(text, high, "font-weight" in held, float(held.get("letter-spacing", 0)))
        x -= {"middle": wide / 2, "end": wide}.get(held.get("text-anchor"), 0.0)
        yield text, x, y - 0.75 * high, x + wide, y


def document(kind):
    """A document of LibreOffice with the picture in it."""
    high = WIDE * size()[1] / size()[0]
    anchor = 'text:anchor-type="page" text:anchor-page-number="1"' if kind == "text" else ""
    picture = (
        f'<draw:frame {anchor} svg:x="0cm" svg:y="0cm" svg:width="{WIDE}cm" svg:height="{high}cm">'
        '<draw:image draw:mime-type="image/svg+xml">'
        f"<office:binary-data>{base64.b64encode(SVG.read_bytes()).decode()}</office:binary-data>"
        "</draw:image></draw:frame>"
    )
    page = f'<draw:page draw:name="p" draw:master-page-name="M">{picture}</draw:page>'
    body = picture if kind == "text" else page
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">{PAGE}'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    )


class Word(NamedTuple):
    left: float
    right: float
    foot: float
    text: str


def read_words(pdf):
    """The words of the first page, with their places in pt."""
    read = subprocess.run(["pdftotext", "-l", "1", "-bbox", pdf, "-"], capture_output=True, check=True).stdout
    found = re.findall(
        r'<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]+)<', read.decode()
    )
    return [Word(*map(float, places), html.unescape(text)) for *places, text in found]


def unread(words):
    """The lines of the picture that are not among the words."""
    flat = "".join(word.text for word in words)
    return [text for text, *_ in lines() if re.sub(r"\s", "", text) not in flat]


def placed(words):
    """How many pixels a px of the picture has on its page, and where its corner is, by two of its words."""
    (first, last), held = ("EFFEKTKEDJA", "Teckenförklaring"), {word.text: word for word in words}
    drawn = {text: (left, foot) for text, left, _, _, foot in lines()}
    apart = (held[last].foot - held[first].foot) / (drawn[last][1] - drawn[first][1])
    scale = apart / 72 * RESOLUTION
    below = 0.21 * SMALLEST * scale  # what a typeface reaches below its baseline
    x = held[first].left / 72 * RESOLUTION - drawn[first][0] * scale
    return scale, x, held[first].foot / 72 * RESOLUTION - below - drawn[first][1] * scale


def grey(pdf, folder):
    """The first page in shades of grey: its width and its rows."""
    subprocess.run(
        ["pdftoppm", "-r", str(RESOLUTION), "-gray", "-singlefile", pdf, folder / "page"], check=True
    )
    head, sizes, _, pixels = (folder / "page.pgm").read_bytes().split(b"\n", 3)
    assert head == b"P5"
    wide = int(sizes.split()[0])
    return [pixels[n : n + wide] for n in range(0, len(pixels), wide)]


@needs("soffice", "pdftoppm", "pdftotext")
@pytest.mark.parametrize(("kind", "ending"), [("text", "fodt"), ("presentation", "fodp")])
def test_every_word_is_seen_in_writer_and_in_impress(tmp_path, kind, ending):
    written = tmp_path / f"p.{ending}"
    written.write_text(document(kind), "utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, written]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    pdf = tmp_path / "p.pdf"
    words = read_words(pdf)
    assert unread(words) == []
    rows, (scale, x, y) = grey(pdf, tmp_path), placed(words)
    unseen = []
    for text, left, top, right, foot in lines():
        across = range(round(x + left * scale), round(x + right * scale))
        seen = [rows[n][m] for n in range(round(y + top * scale), round(y + foot * scale)) for m in across]
        if min(seen, default=255) > max(seen, default=0) - 60:
            unseen.append(text)
    assert unseen == []


@needs("chromium", "pdftotext")
def test_a_browser_prints_all_of_it(tmp_path):
    """Without a rule for printing it cut off the right half."""
    pdf = tmp_path / "p.pdf"
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    home = f"--user-data-dir={tmp_path / 'home'}"
    command = ["chromium", *quiet, home, f"--print-to-pdf={pdf}", SVG.resolve().as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    words = read_words(pdf)
    assert unread(words) == []
    with pikepdf.open(pdf) as document:
        (page,) = document.pages
        wide, high = (float(side) for side in page.mediabox[2:])
    assert wide > high
    assert max(word.right for word in words) < wide
