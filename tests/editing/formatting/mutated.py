"""Chain files as nobody should write them: comments and blank lines anywhere, any order, any line ends."""

import random
import re

from hypothesis import strategies as st

from nyttokedja.language.schema import canonical
from nyttokedja.reading.comments import comments
from nyttokedja.reading.outline import outline
from nyttokedja.reading.parts import plain
from nyttokedja.reading.source import read
from nyttokedja.writing.chain_file import to_yaml
from tests.writing.test_chain_file import of


def comments_of(text):
    """All comments of a text."""
    source = read(text.encode())
    return sorted(text[c.start : c.end].rstrip() for c in comments(outline(source)))


def data_of(text):
    source = read(text.encode())
    return repr((plain(source.root), source.faults)) if source.root else None


class Mutator:
    """Changes of a text that change nothing of what it says."""

    def __init__(self, text, seed):
        self.text = text
        self.data = data_of(text)
        self.random = random.Random(seed)
        self.count = 0

    def mutate(self, times):
        kinds = (self.own_line, self.own_line, self.beside, self.beside, self.blank, self.quote, self.wider)
        for _ in range(times):
            lines = self.text.split("\n")
            changed = self.random.choice(kinds)(lines, self.random.randrange(len(lines)))
            text = "\n".join(lines)
            if changed and data_of(text) == self.data and len(comments_of(text)) == self.count_of(text):
                self.text = text
        return self.text

    def count_of(self, text):
        return len(re.findall(r"#°", text))

    def comment(self):
        self.count += 1
        return self.random.choice(["#° anm {}", "#°{}", "#°  rubrik: {}", "#° - {}", "#° #{}"]).format(
            self.count
        )

    def own_line(self, lines, at):
        column = (
            len(lines[at]) - len(lines[at].lstrip(" -")) + self.random.choice([-4, -2, -1, 0, 0, 0, 1, 2, 4])
        )
        lines.insert(at, " " * max(0, column) + self.comment())
        return True

    def beside(self, lines, at):
        lines[at] += " " * self.random.choice([1, 2, 7]) + self.comment()
        return True

    def blank(self, lines, at):
        lines[at:at] = self.random.choice([[""], ["", ""], ["  "]])
        return True

    def quote(self, lines, at):
        """Take a key or value into other quotes."""
        match = re.fullmatch(r'(\s*(?:- )?[^\s#"\']+: )([^"\'\[{|>#&]+)', lines[at])
        if match and match[2].strip():
            lines[at] = f"{match[1]}'{match[2]}'"
        return bool(match)

    def wider(self, lines, at):
        """Break brackets over several lines, with a comment inside."""
        if not re.search(r"[\[{].*, .*[\]}]$", lines[at]):
            return False
        lines[at] = lines[at].replace(
            ", ", self.random.choice([",\n          ", f", {self.comment()}\n          "]), 1
        )
        return True


@st.composite
def files(draw):
    """A chain as data, and the text of a file that says it."""
    data = draw(of(canonical()))
    text = to_yaml(data, draw(st.sampled_from(["sv", "nb", "en"])))
    mutator = Mutator(text, draw(st.integers(0, 2**32)))
    return mutator.mutate(draw(st.integers(0, 25)))
