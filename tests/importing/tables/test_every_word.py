"""Nothing that stands in a visible cell is lost: its words are in a box, a note, a field or a remark."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nyttokedja.importing import FORMATS, read_import
from nyttokedja.importing.model import ImportOptions
from nyttokedja.importing.tables.headings import meanings
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts
from nyttokedja.writing.chain_file import to_yaml
from tests.importing.tables.tables import workbook

WORDS = sorted(
    {
        word
        for language in LANGUAGES
        for part in ("columns", "kinds")
        for words in texts(language).group(f"headings/{part}").values()
        for word in words
    }
)
KINDS = ["Nytta", "effekt", "Hinder", "Change", "Risiko", "Outcome 2", "Lapp", "Dröm", "Kostnad"]
AMOUNTS = ["12", "1 250,5 tim", "1.234", "22 %", "-", "2027-06", "31.12.2027", "hög", "ja"]


@st.composite
def tables(draw):
    """Rows of a sheet: words of their own in most cells, below headings that are known and not."""
    width = draw(st.integers(1, 7))
    headings = draw(
        st.lists(st.sampled_from([*WORDS, "", "Kvarn", "Väder i byn"]), min_size=width, max_size=width)
    )
    n = 0
    rows = [] if draw(st.booleans()) else [["Arbetsmöte i byn"]]
    rows.append(headings)
    for _ in range(draw(st.integers(1, 6))):
        row = []
        for _ in range(width):
            n += 1
            kind = draw(
                st.sampled_from(["word", "word", "word", "", "", "kind", "amount", "several", "again"])
            )
            own = f"ord{n}q"
            row.append(
                {
                    "": "",
                    "kind": draw(st.sampled_from(KINDS)),
                    "amount": draw(st.sampled_from(AMOUNTS)),
                    "word": own,
                    "several": f"{own}; ord{n}w, och ord{n}z",
                    "again": "ord1q",
                }[kind]
            )
        rows.append(row)
    return rows


@settings(max_examples=200, deadline=None)
@given(tables(), st.sampled_from(["csv", "xlsx"]))
def test_every_word_of_every_cell_is_somewhere(rows, ending):
    if not any(cell.startswith("ord") for row in rows for cell in row):
        return
    data = (
        workbook({"Blad1": rows})
        if ending == "xlsx"
        else "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()
    )
    made = read_import(data, FORMATS["table"], ImportOptions(f"t.{ending}"))
    said = to_yaml(made.data, "en", titles=True)
    said += repr([(r.item, r.particulars) for r in made.remarks]) + repr(made.refs)
    said = " ".join(said.split()).casefold()
    for row in rows:
        for cell in row:
            for word in cell.split():
                if word.startswith("ord") or (not meanings(cell) and cell in ("Kvarn", "Väder i byn")):
                    below = [
                        one[row.index(cell)] for one in rows if len(one) > row.index(cell) and one is not row
                    ]
                    assert word.strip(";,").casefold() in said or not any(below), (cell, said)
