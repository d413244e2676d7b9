"""The page says in words what `nyttokedja read` says."""

import re
from html import unescape

import pytest

from nyttokedja.checking.check import check
from nyttokedja.reports.twin.document import blocks_of
from nyttokedja.reports.twin.model import Telling
from nyttokedja.writing.blocks import Heading, Sentence
from tests.pages.pages import CHAINS, page_of


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_every_sentence_stands_there_with_its_number(path):
    page = page_of(path.read_bytes())
    section = page[page.index('<section class="told"') :].partition("</section>")[0]
    blocks = blocks_of(Telling(check(path.read_bytes()), table=False))
    lists = re.findall(r'<ol start="(\d+)">(.*?)</ol>', section, re.DOTALL)
    told = [
        (int(start) + n, text)
        for start, held in lists
        for n, text in enumerate(re.findall(r"<li>(?!<)([^<]*)(?:<ul>.*?</ul>)?</li>", held, re.DOTALL))
    ]
    assert [(number, unescape(text)) for number, text in told] == [
        (one.number, one.text) for one in blocks if isinstance(one, Sentence)
    ]
    headings = [unescape(text) for text in re.findall(r"<h[34]>([^<]*)</h[34]>", section)]
    assert headings == [one.text for one in blocks if isinstance(one, Heading) and one.level > 1]
