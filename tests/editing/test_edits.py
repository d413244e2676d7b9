"""Edits one by one: the file before, the file after, and the sentence where nothing is done."""

import pytest

from nyttokedja import NodeType, check
from nyttokedja.editing import (
    AddItem,
    AddNode,
    CannotEdit,
    Lengthen,
    MoveNode,
    RemoveItem,
    RemoveNode,
    RenameId,
    Set,
    Shorten,
    Unset,
    edit,
)

HEAD = "nyttokedja: 1\nrubrik: T\n"


def edited(text, *edits):
    return edit((HEAD + text).encode(), *edits).text.removeprefix(HEAD)


CASES = {
    "a node as it stands in another file, with its comments": (
        "nyttor:\n    # om n\n    n:\n\nmål:\n    m:\n",
        AddNode(NodeType.BENEFIT, "ny", {"owner": "Chef"}, ("# om ny", "ny:  # ny", "  ägare: Chef")),
        "nyttor:\n    # om n\n    n:\n    # om ny\n    ny:  # ny\n      ägare: Chef\n\nmål:\n    m:\n",
    ),
    "a field goes where the schema has it": (
        "nyttor:\n  ny:\n    rubrik: Ny\n    leder_till: m\nmål:\n  m:\n",
        Set("ny", ("owner",), "Chef"),
        "nyttor:\n  ny:\n    rubrik: Ny\n    ägare: Chef\n    leder_till: m\nmål:\n  m:\n",
    ),
    "a field before all others": (
        "nyttor:\n  ny:\n    # vem\n    ägare: C\n",
        Set("ny", ("title",), "Ny"),
        "nyttor:\n  ny:\n    rubrik: Ny\n    # vem\n    ägare: C\n",
    ),
    "a node that is its id becomes a mapping, with the file's indentation": (
        "nyttor:\n    ny:   # anm\n    o: {ägare: C}\n    p:\n        ägare: C\n    q:\n        ägare: D\n",
        Set("ny", ("owner",), "Chef"),
        "nyttor:\n    ny:   # anm\n        ägare: Chef\n    o: {ägare: C}\n    p:\n        ägare: C\n    q:\n"
        "        ägare: D\n",
    ),
    "a node that is its title keeps it as it was quoted": (
        "nyttor:\n  ny: 'Nytta: en'  # anm\n",
        Set("ny", ("owner",), "Chef"),
        "nyttor:\n  ny:  # anm\n    rubrik: 'Nytta: en'\n    ägare: Chef\n",
    ),
    "a title in place of the short form": (
        "nyttor:\n  ny: Nytta  # anm\n",
        Set("ny", ("title",), "Annan"),
        "nyttor:\n  ny: Annan  # anm\n",
    ),
    "brackets stay brackets": (
        "nyttor:\n  ny: { rubrik: Ny, ägare: C }\n",
        Set("ny", ("category",), "quality"),
        "nyttor:\n  ny: { rubrik: Ny, kategori: kvalitet, ägare: C }\n",
    ),
    "what a YAML 1.1 reader would misread is quoted": (
        "nyttor:\n  ny:\n    rubrik: Ny\n",
        Set("ny", ("text",), "no"),
        'nyttor:\n  ny:\n    rubrik: Ny\n    beskrivning: "no"\n',
    ),
    "with the quotes that the file prefers": (
        "nyttor:\n  ny:\n    rubrik: 'a: b'\n",
        Set("ny", ("text",), "12:30"),
        "nyttor:\n  ny:\n    rubrik: 'a: b'\n    beskrivning: '12:30'\n",
    ),
    "a text that was quoted without need stays quoted": (
        'nyttor:\n  ny:\n    rubrik: "Ny"\n',
        Set("ny", ("title",), "Annan"),
        'nyttor:\n  ny:\n    rubrik: "Annan"\n',
    ),
    "a day stands bare where other days do": (
        "nyttor:\n  ny: {när: 2027-01-01}\n  o:\n",
        Set("o", ("when",), "2027-06-30"),
        "nyttor:\n  ny: {när: 2027-01-01}\n  o: {när: 2027-06-30}\n",
    ),
    "a day is quoted where none stands bare": (
        "nyttor:\n  o:\n",
        Set("o", ("when",), "2027-06-30"),
        'nyttor:\n  o:\n    när: "2027-06-30"\n',
    ),
    "deep down, all that is missing on the way is made": (
        "mål:\n  m: Mål\n",
        Set("m", ("indicators", "i", "target", "value"), 2.5),
        "mål:\n  m:\n    rubrik: Mål\n    indikatorer:\n      i:\n        målvärde: {värde: 2.5}\n",
    ),
    "a block of text is replaced, its comment kept": (
        "nyttor:\n  ny:\n    beskrivning: |  # anm\n      en\n      två\n\n    ägare: C\n",
        Set("ny", ("text",), "tre"),
        "nyttor:\n  ny:\n    beskrivning: tre  # anm\n\n    ägare: C\n",
    ),
    "several lines become a block": (
        "nyttor:\n  ny:\n    beskrivning: en\n",
        Set("ny", ("text",), "en\ntvå"),
        "nyttor:\n  ny:\n    beskrivning: |-\n      en\n      två\n",
    ),
    "a listed value in the file's words": (
        "skede: utkast  # anm\nmål:\n",
        Set("", ("stage",), "follow-up"),
        "skede: uppföljning  # anm\nmål:\n",
    ),
    "a truth in the file's words": (
        "effekter:\n  e:\n",
        Set("e", ("behaviour",), value=True),
        "effekter:\n  e:\n    beteende: ja\n",
    ),
    "the reason of the only arrow": (
        "effekter:\n  e:\n    leder_till: m  # anm\nmål:\n  m:\n",
        Set("e", ("leads_to", 0, "because"), "Så är det"),
        "effekter:\n  e:\n    leder_till: {till: m, eftersom: Så är det}  # anm\nmål:\n  m:\n",
    ),
    "the reason of one arrow of several": (
        "effekter:\n  e:\n    leder_till:\n      - m  # anm\n      - o\nmål:\n  m:\n  o:\n",
        Set("e", ("leads_to", 1, "because"), "Så"),
        "effekter:\n  e:\n    leder_till:\n      - m  # anm\n      - {till: o, eftersom: Så}\n"
        "mål:\n  m:\n  o:\n",
    ),
    "a field is taken away with its comments, and no other": (
        "nyttor:\n  ny:\n    rubrik: Ny\n\n    # om C\n    ägare: C  # C\n    # sist\n    när: 2027\n",
        Unset("ny", ("owner",)),
        "nyttor:\n  ny:\n    rubrik: Ny\n\n    # sist\n    när: 2027\n",
    ),
    "the only field of a node": (
        "nyttor:\n  ny:  # anm\n    ägare: C\n  o:\n",
        Unset("ny", ("owner",)),
        "nyttor:\n  ny:  # anm\n  o:\n",
    ),
    "a field in brackets": (
        "nyttor:\n  ny: {rubrik: Ny, ägare: C}\n",
        Unset("ny", ("title",)),
        "nyttor:\n  ny: {ägare: C}\n",
    ),
    "a second arrow makes a list": (
        "effekter:\n  e:\n    leder_till: m # anm\n",
        AddItem("e", ("leads_to",), "o"),
        "effekter:\n  e:\n    leder_till: [m, o] # anm\n",
    ),
    "an item in a list of lines": (
        "effekter:\n  e:\n    leder_till:\n    - m\n    - o # anm\n    # sist\nmål:\n",
        AddItem("e", ("leads_to",), "p"),
        "effekter:\n  e:\n    leder_till:\n    - m\n    - o # anm\n    - p\n    # sist\nmål:\n",
    ),
    "an item in brackets over several lines": (
        "effekter:\n  e:\n    leder_till: [\n      m,  # ett\n      o  # två\n    ]\n",
        AddItem("e", ("leads_to",), "p"),
        "effekter:\n  e:\n    leder_till: [\n      m,  # ett\n      o,  # två\n      p\n    ]\n",
    ),
    "an item after a last comma": (
        "effekter:\n  e:\n    leder_till: [\n      m,\n      o,\n    ]\n",
        AddItem("e", ("leads_to",), "p"),
        "effekter:\n  e:\n    leder_till: [\n      m,\n      o,\n      p,\n    ]\n",
    ),
    "an item that makes the line too wide": (
        f'effekter:\n  e:\n    leder_till: [{"x" * 60}, "no"]  # anm\n',
        AddItem("e", ("leads_to",), "y" * 40),
        f'effekter:\n  e:\n    leder_till:  # anm\n      - {"x" * 60}\n      - "no"\n      - {"y" * 40}\n',
    ),
    "a decision": (
        "mål:\n  m:\n",
        AddItem("", ("accepted",), {"rule": "NK202", "at": "m", "why": "Nej", "decided_by": "Chef"}),
        "mål:\n  m:\nundantag:\n  - regel: NK202\n    gäller: m\n    varför: Nej\n    beslutat_av: Chef\n",
    ),
    "an action in a list of actions": (
        "hinder:\n  h:\n    åtgärder:\n      - vad: En\n        vem: A\n",
        AddItem("h", ("actions",), {"what": "Två", "who": "B"}),
        "hinder:\n  h:\n    åtgärder:\n      - vad: En\n        vem: A\n      - {vad: Två, vem: B}\n",
    ),
    "of two arrows one stays alone": (
        "effekter:\n  e:\n    leder_till: [m, o]\n",
        RemoveItem("e", ("leads_to",), 0),
        "effekter:\n  e:\n    leder_till: o\n",
    ),
    "the last arrow takes its key along": (
        "effekter:\n  e:\n    beteende: ja\n    leder_till: [m]\n",
        RemoveItem("e", ("leads_to",), 0),
        "effekter:\n  e:\n    beteende: ja\n",
    ),
    "an item on the line of its dash": (
        "hinder:\n  h:\n    åtgärder:\n      - vad: En\n        vem: A\n",
        Unset("h", ("actions", 0, "what")),
        "hinder:\n  h:\n    åtgärder:\n      - vem: A\n",
    ),
    "a node after the others": (
        "nyttor:\n  ny:\n    ägare: C\n    # om ny\n\n# om mål\nmål:\n  m:\n",
        AddNode(NodeType.BENEFIT, "o", "En annan"),
        "nyttor:\n  ny:\n    ägare: C\n    # om ny\n  o: En annan\n\n# om mål\nmål:\n  m:\n",
    ),
    "a node with a blank line before it where the others have one": (
        "nyttor:\n  ny:\n    ägare: C\n\n  o:\n    ägare: D\nmål:\n",
        AddNode(NodeType.BENEFIT, "p"),
        "nyttor:\n  ny:\n    ägare: C\n\n  o:\n    ägare: D\n\n  p:\nmål:\n",
    ),
    "a node in a section that is empty": (
        "nyttor: inga  # anm\nmål:\n",
        AddNode(NodeType.BENEFIT, "ny", {"title": "Ny", "leads_to": ["m", {"to": "o", "link": "limited"}]}),
        "nyttor:  # anm\n  ny:\n    rubrik: Ny\n    leder_till:\n      - m\n"
        "      - {till: o, koppling: begränsad}\nmål:\n",
    ),
    "a section that is not there comes in its place": (
        "\nförändringar:\n  f:\n\nmål:\n  m:\n",
        AddNode(NodeType.EFFECT, "e"),
        "\nförändringar:\n  f:\n\neffekter:\n  e:\n\nmål:\n  m:\n",
    ),
    "a node in brackets where the others are": (
        "nyttor:\n  ny: {ägare: C}\n",
        AddNode(NodeType.BENEFIT, "o", {"owner": "D, E"}),
        'nyttor:\n  ny: {ägare: C}\n  o: {ägare: "D, E"}\n',
    ),
    "a node is taken away with the comment over it": (
        "nyttor:\n  # fri\n\n  # om ny\n  ny:\n    ägare: C\n    # om C\n\n  # om o\n  o:\n",
        RemoveNode("ny"),
        "nyttor:\n  # fri\n\n  # om o\n  o:\n",
    ),
    "the only node of a section": ("nyttor:\n  ny: Ny\nmål:\n", RemoveNode("ny"), "nyttor:\nmål:\n"),
    "an id, its arrows, pointers and decisions": (
        "effekter:\n  e: {leder_till: [ny, {till: ny}]}\nnyttor:\n  ny:\nhinder:\n  h: {hindrar: 'e -> ny'}\n"
        "undantag:\n  - {regel: NK501, gäller: [ny, e→ny]}\n# n\n",
        RenameId("ny", "nej"),
        "effekter:\n  e: {leder_till: [nej, {till: nej}]}\nnyttor:\n  nej:\nhinder:\n"
        "  h: {hindrar: 'e -> nej'}\n"
        "undantag:\n  - {regel: NK501, gäller: [nej, e→nej]}\n# n\n",
    ),
    "an id that has to be quoted": (
        "effekter:\n  e: {leder_till: ny}\nnyttor:\n  ny:\n",
        RenameId("ny", "no"),
        'effekter:\n  e: {leder_till: "no"}\nnyttor:\n  "no":\n',
    ),
    "a node moves with its comments": (
        "effekter:\n  # om e\n  e:\n    leder_till: [\n      m]\n    # sist\n  f:\nnyttor:\n"
        "    ny:\n        ägare: C\n",
        MoveNode("e", NodeType.BENEFIT),
        "effekter:\n  f:\nnyttor:\n    ny:\n        ägare: C\n    # om e\n    e:\n"
        "      leder_till: [\n        m]\n"
        "      # sist\n",
    ),
    "to a section of its own": (
        "effekter:\n  e: E\n  f:\n",
        MoveNode("e", NodeType.GOAL),
        "effekter:\n  f:\nmål:\n  e: E\n",
    ),
    "a value that does not fit is replaced, and not given twice": (
        "mål:\n  m:\n    ägare: [x]\n    när: 2027-13\n    inget: 1\n",
        Set("m", ("when",), "2027-12"),
        "mål:\n  m:\n    ägare: [x]\n    när: 2027-12\n    inget: 1\n",
    ),
    "a key that is misspelt is taken as meant": (
        "mål:\n  m:\n    ägre: A\n",
        Set("m", ("owner",), "B"),
        "mål:\n  m:\n    ägre: B\n",
    ),
    "a value that is there already": (
        "mål:\n  m:   'Mål'\n",
        Set("m", ("title",), "Mål"),
        "mål:\n  m:   'Mål'\n",
    ),
    "a measurement among others": (
        "mål:\n  m:\n    indikatorer:\n      i:\n        mätningar:\n          2026-09-30: 1\n",
        Set("m", ("indicators", "i", "measurements", "2026-12-31"), 2),
        "mål:\n  m:\n    indikatorer:\n      i:\n        mätningar:\n          2026-09-30: 1\n"
        "          2026-12-31: 2\n",
    ),
    "what the file says of itself stands together": (
        "språk: sv\n\nmål:\n  m:\n\nnyttor:\n",
        Set("", ("stage",), "plan"),
        "språk: sv\nskede: plan\n\nmål:\n  m:\n\nnyttor:\n",
    ),
    "one of two that needs no new quotes": (
        "effekter:\n  e: {leder_till: [n, y]}\n",
        RemoveItem("e", ("leads_to",), 1),
        "effekter:\n  e: {leder_till: n}\n",
    ),
    "a key that this type does not have, in the file's words": (
        "nyttor:\n  ny: {ägare: C}\n",
        Set("ny", ("hinders",), "x"),
        "nyttor:\n  ny: {ägare: C, hindrar: x}\n",
    ),
    "an item beside one that does not fit": (
        "effekter:\n  e:\n    etiketter:\n      - {x: 1}\n      - a\n      - b\n",
        RemoveItem("e", ("tags",), 1),
        "effekter:\n  e:\n    etiketter:\n      - {x: 1}\n      - b\n",
    ),
    "the last of those that fit": (
        "effekter:\n  e:\n    etiketter:\n      - {x: 1}\n      - a\n",
        RemoveItem("e", ("tags",), 1),
        "effekter:\n  e:\n    etiketter:\n      - {x: 1}\n",
    ),
    "an item after one that does not fit": (
        "effekter:\n  e: {etiketter: [a, {x: 1}]}\n",
        AddItem("e", ("tags",), "b"),
        "effekter:\n  e: {etiketter: [a, {x: 1}, b]}\n",
    ),
    "what does not fit is not shortened away": (
        "mål:\n  m: {rubrik: N, inget: 1}\n",
        Shorten("m"),
        "mål:\n  m: {rubrik: N, inget: 1}\n",
    ),
    "a short form is lengthened": ("mål:\n  m:\n", Lengthen("m"), "mål:\n  m:\n    rubrik: M\n"),
    "a mapping is shortened": ("mål:\n  m:  # a\n    rubrik: Ny\n", Shorten("m"), "mål:\n  m: Ny  # a\n"),
    "an arrow is shortened": (
        "effekter:\n  e: {leder_till: {till: m}}\n",
        Shorten("e", ("leads_to",)),
        "effekter:\n  e: {leder_till: m}\n",
    ),
    "what would lose something is not shortened": (
        "mål:\n  m:\n    # a\n    rubrik: Ny\n",
        Shorten("m"),
        "mål:\n  m:\n    # a\n    rubrik: Ny\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_edit(case):
    before, wanted, after = CASES[case]
    assert edited(before, wanted) == after


@pytest.mark.parametrize("case", CASES)
def test_line_ends_and_a_mark_at_the_beginning_stay(case):
    before, wanted, after = (part if not isinstance(part, str) else HEAD + part for part in CASES[case])
    windows = edit(b"\xef\xbb\xbf" + before.replace("\n", "\r\n").encode(), wanted)
    assert windows.after == b"\xef\xbb\xbf" + after.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("case", CASES)
def test_a_last_line_without_an_end_gets_none(case):
    before, wanted, after = CASES[case]
    if wanted != CASES["an id, its arrows, pointers and decisions"][1]:
        assert edited(before.removesuffix("\n"), wanted) == after.removesuffix("\n")


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        ("title: T\nbenefits:\n  ny:\n", "title: T\nbenefits:\n  ny:\n    category: quality\n"),
        ("tittel: T\ngevinster:\n  ny:\n", "tittel: T\ngevinster:\n  ny:\n    type: kvalitet\n"),
    ],
)
def test_a_file_keeps_its_language(keys, after):
    edited = edit(f"nyttokedja: 1\n{keys}".encode(), Set("ny", ("category",), "quality"))
    assert edited.text == f"nyttokedja: 1\n{after}"


REFUSED = {
    "no such node": (
        "mål:\n  frigjord_tid:\n",
        RemoveNode("frigjord_tdi"),
        "no-node-but",
        "Menas ”frigjord_tid”?",
    ),
    "nothing like it": ("mål:\n  m:\n", RemoveNode("något_annat"), "no-node", "”något_annat”"),
    "an id that is there twice": (
        "nyttor:\n  ny:\nmål:\n  ny:\n",
        Set("ny", ("title",), "x"),
        "doubled",
        "på rad 4 och rad 6",
    ),
    "a key that is there twice": (
        "nyttor:\n  ny:\n    ägare: A\n    ägare: B\n",
        Set("ny", ("owner",), "x"),
        "doubled",
        "”ägare” står två gånger, på rad 5 och rad 6",
    ),
    "an id that is taken": ("mål:\n  m:\n  ny:\n", RenameId("m", "ny"), "taken", "på rad 5"),
    "an id that is none": ("mål:\n  m:\n", RenameId("m", "a b"), "bad-id", "a_b"),
    "comments that would be lost": (
        "effekter:\n  e:\n    etiketter:\n      # viktig\n      - a\n",
        Set("e", ("tags",), ["b"]),
        "comments-inside",
        "kommentarer",
    ),
    "a character that cannot be seen": ("mål:\n  m:\n", Set("m", ("text",), "a\x1bb"), "forbidden", "U+001B"),
    "half a character": ("mål:\n  m:\n", AddItem("m", ("tags",), "\ud83d"), "forbidden", "U+D83D"),
    "a comment that brackets cannot hold": (
        "effekter:\n  e:\n    etiketter:\n      - a  # viktig\nnyttor: {x: X}\n",
        MoveNode("e", NodeType.BENEFIT),
        "comments-inside",
        "kommentarer",
    ),
    "a list that has no such item": (
        "mål:\n  m: {etiketter: [a]}\n",
        RemoveItem("m", ("tags",), 1),
        "no-item",
        "inget nummer 2",
    ),
    "a field that is not there": (
        "mål:\n  m: {rubrik: M}\n",
        Unset("m", ("owner",)),
        "not-there",
        "ingen uppgift ”ägare”",
    ),
    "a file whose parts are lost": (
        "effekter:\n  e: 1\n  f: {leder_till: {x: 1}}\nmål:\n  m:\n",
        RenameId("m", "ny"),
        "not-certain",
        "Rätta först",
    ),
    "a list that is not there": ("mål:\n  m:\n", RemoveItem("m", ("tags",), 0), "not-there", "”etiketter”"),
    "a list where none can stand": (
        "mål:\n  m: M\n",
        AddItem("m", ("title",), "N"),
        "no-list",
        "ingen lista",
    ),
    "a node as a list": ("mål:\n  m: M\n", AddItem("m", (), "N"), "no-list", "ingen lista"),
    "an item of a node": ("mål:\n  m: M\n", Set("m", (0,), "N"), "no-item", "inget nummer 1"),
    "the chain for a node": ("mål:\n  m: M\n", RemoveNode(""), "no-node", "Det finns ingen ruta"),
    "the chain's id": ("mål:\n  m: M\n", RenameId("", "x"), "no-node", "Det finns ingen ruta"),
    "an id that one has that does not fit": (
        "mål:\n  m: 5\n",
        AddNode(NodeType.GOAL, "m"),
        "not-certain",
        "Rätta först",
    ),
    "a section that is none": ("mål: 5\n", AddNode(NodeType.GOAL, "m"), "not-certain", "Rätta först"),
    "a file that is no YAML": ("mål: [\n", RemoveNode("m"), "unreadable", "Rätta först"),
    "a conflict": (
        "<<<<<<< HEAD\nmål:\n=======\nmål:\n  m:\n>>>>>>> x\n",
        RemoveNode("m"),
        "conflict",
        "konfliktmarkering",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_edit_that_is_refused(case):
    text, wanted, reason, sentence = REFUSED[case]
    with pytest.raises(CannotEdit) as refused:
        edited(text, wanted)
    assert refused.value.reason == reason
    assert sentence in str(refused.value)


def test_a_refusal_knows_its_place_and_speaks_the_language_of_the_chain():
    with pytest.raises(CannotEdit, match="is there twice") as refused:
        edit(b"nyttokedja: 1\ntitle: T\nbenefits:\n  ny:\ngoals:\n  ny:\n", RemoveNode("ny"))
    assert (refused.value.place.line, refused.value.place.column) == (6, 3)


def test_all_edits_or_none():
    with pytest.raises(CannotEdit):
        edited("mål:\n  m:\n", Set("m", ("owner",), "A"), RemoveNode("x"))


def test_a_text_that_is_pasted_in_two_ways_of_writing_is_one():
    after = edited("mål:\n  m:\n", AddNode(NodeType.GOAL, "ny", "A\u030angra"), RenameId("m", "o\u0308"))
    assert after == "mål:\n  ö:\n  ny: Ångra\n"


@pytest.mark.parametrize(
    "text", ["a #b", "a: b", "- a", "@a", "'a", '"', "a\tb", "a\u2028b", "😀", "[a", "0x1F", "~"]
)
@pytest.mark.parametrize("style", ["nyttor:\n  ny:\n    rubrik: Ny\n", "nyttor:\n  ny: {rubrik: Ny}\n"])
def test_any_text_is_read_back_as_itself(text, style):
    after = edit((HEAD + style).encode(), Set("ny", ("text",), text), Set("ny", ("title",), text))
    node = check(after.after).chain.nodes[0]
    assert (node.text, node.title) == (text, text)
