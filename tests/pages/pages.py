"""What tests of pages share: a chain's page, and what an HTML parser reads in it."""

from html.parser import HTMLParser
from pathlib import Path

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check
from nyttokedja.checking.config import Config

CHAINS = sorted(Path("chains").glob("*.yaml"))


def page_of(data, **config):
    """The page of a chain's bytes, as `draw --format html` makes it."""
    checked = check(data if isinstance(data, bytes) else data.encode(), "kedja.yaml", Config(**config))
    (made,) = FORMATS["html"]([checked], "auto")
    return made


class Read(HTMLParser):
    """The elements of a page in order, each (name, attributes, text that stands right in it)."""

    VOID = ("meta", "link", "input", "br", "hr")

    def __init__(self, page):
        super().__init__()
        self.elements, self.open, self.unclosed = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])
        if tag not in self.VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.unclosed.append(tag)
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open:
            self.open[-1][2] += data

    def named(self, name):
        return [(attributes, text) for tag, attributes, text in self.elements if tag == name]
