"""Three files → what is merged, what is a conflict, and what is said about it."""

import subprocess
from functools import partial
from pathlib import Path

import pytest

from nyttokedja.editing import Set, Unset
from nyttokedja.reading.parsed import Parsed
from nyttokedja.reading.sniffing import is_chain
from nyttokedja.versions.line_merge import by_lines
from nyttokedja.versions.merging import Labels, Lines, Versions, engine, merge
from nyttokedja.versions.merging.tree import tree_of
from tests.repositories import program

pytestmark = program
lines = partial(by_lines, cwd=Path("/"))
HEAD = "nyttokedja: 1\nrubrik: X\n"
BASE = """\
effekter:
  a: {rubrik: A, leder_till: [b]}
  b:
    # om b
    rubrik: B
    leder_till: n
nyttor:
  n: {ägare: Chef}
  o: {ägare: Annan}
hinder:
  h: {hindrar: b, åtgärder: [Öva]}
"""


def merging(base, ours, theirs, labels=None):
    return merge(Versions(*(side.encode() for side in (base, ours, theirs))), lines, labels)


def changed(*pairs):
    text = HEAD + BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


CLEAN = {
    "both add an arrow to one list": (
        [("[b]", "[b, n]")],
        [("[b]", "[b, o]")],
        "[b, n, o]",
    ),
    "two facts of one box on one line": (
        [("{ägare: Chef}", "{ägare: Chef, när: 2027-01}")],
        [("{ägare: Chef}", "{kategori: kvalitet, ägare: Chef}")],
        "n: {kategori: kvalitet, ägare: Chef, när: 2027-01}",
    ),
    "both add a box at the end of a section": (
        [("hinder:", "  p: {ägare: P}\nhinder:")],
        [("hinder:", "  # ny\n  q: {ägare: Q}   # vem\nhinder:")],
        "  p: {ägare: P}\n  # ny\n  q: {ägare: Q}   # vem\nhinder:",
    ),
    "a box is moved and gets a fact": (
        [("  o: {ägare: Annan}\n", ""), ("hinder:", "mål:\n  o: {ägare: Annan}\nhinder:")],
        [("{ägare: Annan}", "{beskrivning: Text, ägare: Annan}")],
        "mål:\n  o: {beskrivning: Text, ägare: Annan}\nhinder:",
    ),
    "an id is changed where the other side points at it": (
        [("  b:", "  bb:"), ("[b]", "[bb]"), ("hindrar: b", "hindrar: bb")],
        [("[b]", "[b, n]"), ("{hindrar: b", "{hindrar: [b, a]")],
        "  a: {rubrik: A, leder_till: [bb, \"n\"]}\n  bb:\n    # om b\n",
    ),
    "an id is changed on the other side": (
        [("[b]", "[b, n]"), ("ägare: Chef", "ägare: Chefen")],
        [("  n:", "  nytta:"), ("leder_till: n", "leder_till: nytta")],
        "  a: {rubrik: A, leder_till: [b, nytta]}\n",
    ),
    "an arrow becomes long on one side, and the list longer on the other": (
        [("[b]", "[{till: b, eftersom: Vi tror det}]")],
        [("[b]", "[b, n]")],
        "[{till: b, eftersom: Vi tror det}, \"n\"]",
    ),
    "actions": (
        [("[Öva]", "[{vad: Öva, vem: Alla}]")],
        [("[Öva]", "[Öva, Pröva]")],
        "åtgärder: [{vad: Öva, vem: Alla}, Pröva]",
    ),
    "keys in two languages": (
        [("ägare: Chef", "ägare: Chefen")],
        [("rubrik: X", "title: X"), ("effekter", "effects"), ("nyttor", "benefits"), ("ägare: Chef", "owner: Chef, size: small")],  # noqa: E501
        "n: {storlek: liten, ägare: Chefen}",
    ),
    "none, where the other side says nothing": (
        [("ägare: Chef", "ägare: Chefen")],
        [("hinder:", "konsekvenskostnader: inga\nhinder:"), ("ägare: Chef", "ägare: Chef, storlek: stor")],
        "konsekvenskostnader: inga\n",
    ),
    "a fact is taken away beside one that is changed": (
        [("rubrik: A, leder_till: [b]", "leder_till: [b]")],
        [("leder_till: [b]", "leder_till: [n]")],
        "a: {leder_till: \"n\"}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CLEAN)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_lines_cannot_merge_is_merged_box_by_box(name, newline, mark):
    ours, theirs, there = CLEAN[name]
    files = [mark + text.replace("\n", newline) for text in (changed(), changed(*ours), changed(*theirs))]
    result = merging(*files)
    assert result.clean, result.told
    assert there.replace("\n", newline) in result.data.decode()
    assert result.data.decode().startswith(mark + "nyttokedja: 1" + newline)
    assert "\n" not in result.data.decode().replace(newline, "")
    assert "# om b" in result.data.decode()


@pytest.mark.parametrize("name", [name for name in CLEAN if "none" not in name])
def test_plain_git_would_not_have_merged_it(name):
    ours, theirs, _ = CLEAN[name]
    files = [text.encode() for text in (changed(), changed(*ours), changed(*theirs))]
    assert not lines(*files, Labels()).clean


FULL = """\
nyttokedja: 1
rubrik: X
om: {syfte: Vi vill}
nyttor:
  n: {indikatorer: {i: {enhet: st, mätningar: {2027-01: 1}}}}
  o: O
lappar: [Ett]
undantag: [{regel: NK501, gäller: n, varför: Nej}]
"""


@pytest.mark.parametrize(
    ("old", "ours", "theirs", "there"),
    [
        (
            "{syfte: Vi vill}",
            "{syfte: Vi vill, kontakt: A}",
            "{organisation: B, syfte: Vi vill}",
            "{organisation: B, syfte: Vi vill, kontakt: A}",
        ),
        (
            "{syfte: Vi vill}",
            "{syfte: Vi vill, jämförelse: {a: A}}",
            "{syfte: Vi vill, jämförelse: {b: B}}",
            "jämförelse: {a: A, b: B}",
        ),
        (
            "[Ett]",
            "[Ett, Två]",
            "[Ett, {text: Tre, ursprung: Per}]",
            "[Ett, Två, {beskrivning: Tre, ursprung: Per}]",
        ),
        ("[Ett]", "[Två]", "[Ett, Tre]", "[Två, Tre]"),
        (
            "{2027-01: 1}",
            "{2027-01: 1, 2027-02: 2}",
            "{2027-01: 1, 2027-03: {värde: 3, kommentar: K}}",
            "{2027-01: 1, 2027-02: 2, 2027-03: {värde: 3, kommentar: K}}",
        ),
        (
            "{2027-01: 1}",
            "{2027-01: {värde: 1, kommentar: K}}",
            "{2027-01: 2}",
            "{2027-01: {värde: 2, kommentar: K}}",
        ),
        (
            "enhet: st",
            "enhet: st, mäts_av: A",
            "enhet: st, målvärde: 5",
            "enhet: st, målvärde: 5, mäts_av: A",
        ),
        (
            "{indikatorer: {i:",
            "{indikatorer: {j: {enhet: kg}, i:",
            "{indikatorer: {k: {enhet: m}, i:",
            "k: {enhet: m}",
        ),
        (
            "varför: Nej}",
            "varför: Nej, beslutat_av: Chef}",
            "varför: Nej, till_och_med: 2028}",
            "beslutat_av: Chef, till_och_med: 2028}",
        ),
        (
            "varför: Nej}]",
            "varför: Nej}, {regel: NK401, gäller: n, varför: A}]",
            "varför: Nej}, {regel: NK401, gäller: o, varför: B}]",
            "{regel: NK401, gäller: n, varför: A}, {regel: NK401, gäller: o, varför: B}]",
        ),
        (
            "o: O",
            "o: {rubrik: O, x-egen: 1}",
            "o: {rubrik: O, etiketter: [A]}",
            "o: {rubrik: O, etiketter: [A], x-egen: 1}",
        ),
        ("o: O", "o:", "o: {rubrik: O, ägare: A}", "o: {ägare: A}"),
    ],
)
def test_every_kind_of_part_is_merged(old, ours, theirs, there):
    files = [FULL, FULL.replace(old, ours), FULL.replace(old, theirs)]
    assert not lines(*(file.encode() for file in files), Labels()).clean
    result = merging(*files)
    assert result.clean, result.told
    assert there in result.data.decode()
    turned = merging(files[0], files[2], files[1])
    assert tree_of(Parsed(turned.data)) == tree_of(Parsed(result.data))


CLASHES = {
    "Båda sidorna har ändrat ägare för ”N” (n), på olika sätt.": (
        [("ägare: Chef", "ägare: Boss")],
        [("ägare: Chef", "ägare: Ledare")],
    ),
    "Båda sidorna har ändrat rubrik för kedjan, på olika sätt.": (
        [("rubrik: X", "rubrik: Ö")],
        [("rubrik: X", "rubrik: Ä")],
    ),
    "Båda sidorna har ändrat leder_till, b, eftersom för ”A” (a), på olika sätt.": (
        [("[b]", "[{till: b, eftersom: Ett}]")],
        [("[b]", "[{till: b, eftersom: Två}]")],
    ),
    "Båda sidorna har ändrat typ av ruta för ”O” (o), på olika sätt.": (
        [("  o: {ägare: Annan}\n", ""), ("hinder:", "mål:\n  o: {ägare: Annan}\nhinder:")],
        [("  o: {ägare: Annan}\n", ""), ("hinder:", "förändringar:\n  o: {ägare: Annan}\nhinder:")],
    ),
    "Båda sidorna har lagt till en ruta som heter ny, med olika innehåll.": (
        [("nyttor:\n", "nyttor:\n  ny: Ett\n")],
        [("hinder:\n", "hinder:\n  ny: Två\n")],
    ),
    "Den ena sidan har tagit bort ”O” (o) eller något i den som den andra sidan har ändrat.": (
        [("  o: {ägare: Annan}\n", "")],
        [("ägare: Annan", "ägare: Annat")],
    ),
    "Den ena sidan har tagit bort o, och på den andra sidan pekar ”H” dit.": (
        [("  o: {ägare: Annan}\n", "")],
        [("hindrar: b", "hindrar: o")],
    ),
    "Den ena sidan har tagit bort o, och på den andra sidan finns ett undantag som gäller den.": (
        [("  o: {ägare: Annan}\n", "")],
        [("hinder:", "undantag:\n  - {regel: NK501, gäller: o, varför: Nej}\nhinder:")],
    ),
    "Båda sidorna har gett ”N” (n) ett nytt namn, men inte samma.": (
        [("  n:", "  ena:"), ("leder_till: n", "leder_till: ena")],
        [("  n:", "  andra:"), ("leder_till: n", "leder_till: andra")],
    ),
    "Den ena sidan säger att det inte finns några risker, och den andra sidan har lagt till sådana.": (
        [("hinder:", "risker: inga\nhinder:")],
        [("effekter:", "risker:\n  r: {vid: b}\neffekter:")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("sentence", CLASHES)
@pytest.mark.parametrize("turned", [False, True])
def test_what_cannot_both_be_is_a_conflict_that_nobody_can_miss(sentence, turned):
    sides = [changed(*side) for side in CLASHES[sentence]]
    result = merging(changed(), *(sides[::-1] if turned else sides), labels=Labels("vår", "bas", "deras", 9))
    assert result.told == (sentence,)
    assert not result.clean
    lines = result.data.decode().splitlines()
    for marker in ("<<<<<<<<< vår", "=========", ">>>>>>>>> deras"):
        assert marker in lines


@pytest.mark.parametrize(
    ("old", "ours", "theirs"),
    [
        ("[Öva]", "[Öva mer]", "[Öva mindre]"),
        ("leder_till: [b]", "leder_till: [n]", "leder_till: [o]"),
        ("hindrar: b", "hindrar: a", "hindrar: n"),
    ],
)
def test_what_both_put_in_the_place_of_the_same_is_a_conflict(old, ours, theirs):
    done = merging(changed(), changed((old, ours)), changed((old, theirs)))
    assert not done.clean
    assert "på olika sätt" in done.told[0]
    assert merging(changed(), changed((old, ours)), changed((old, ours))).clean


def test_a_merge_of_lines_that_breaks_a_file_with_a_fault_is_a_conflict():
    base = HEAD + "okänd: x\nmål:\n  m: M\n\n\n\n\neffekter:\n  e: E\n"
    done = merging(base, base.replace("  m: M\n", "  m: M\n  ny: A\n"), base + "  ny: B\n")
    assert not done.clean
    assert "<<<<<<<" in done.data.decode()
    fine = merging(base, base.replace("  m: M\n", "  m: M\n  ny: A\n"), base + "  annan: B\n")
    assert fine.clean


def test_items_without_what_they_are_known_by_can_clash_too():
    files = [FULL.replace("[Ett]", f"[{{ursprung: {name}}}]") for name in "ABC"]
    assert merging(*files).told == ("Båda sidorna har ändrat lappar, …, ursprung för kedjan, på olika sätt.",)
    files = [FULL.replace("varför: Nej", f"varför: {name}") for name in "ABC"]
    assert merging(*files).told == (
        "Båda sidorna har ändrat undantag, NK501, varför för kedjan, på olika sätt.",
    )


def test_an_indicator_may_be_called_anything():
    files = [FULL, *(FULL.replace("{i: {", f"{{about: {{enhet: {name}}}, i: {{") for name in ("kg", "m"))]
    result = merging(*files)
    assert result.told == ("Båda sidorna har ändrat indikatorer, about för ”N” (n), på olika sätt.",)


def test_a_box_that_theirs_took_away_is_kept_for_the_comments_that_ours_wrote():
    commented = changed(("  o: {ägare: Annan}\n", "  # viktigt\n  o: {ägare: Annan}  # mer\n"))
    without = changed(("  o: {ägare: Annan}\n", ""))
    result = merging(changed(), commented, without)
    assert result.told == (
        "Den ena sidan har skrivit kommentarer som skulle gå förlorade i sammanslagningen.",
    )
    assert b"# viktigt" in result.data
    turned = merging(changed(), without, commented)
    assert turned.told == result.told
    assert b"# viktigt" in turned.data


def test_a_merge_of_lines_that_leaves_an_arrow_astray_is_a_conflict():
    base = changed(("nyttor:", "# långt\n# ifrån\n# varandra\nnyttor:"))
    ours = base.replace("  o: {ägare: Annan}\n", "")
    theirs = base.replace("[b]", "[b, o]")
    assert lines(*(side.encode() for side in (base, ours, theirs)), Labels()).clean
    result = merging(base, ours, theirs)
    assert not result.clean
    assert result.told == ("Den ena sidan har tagit bort o, och på den andra sidan pekar ”A” dit.",)
    assert b"<<<<<<< ours" in result.data


def test_a_new_error_that_neither_side_had_is_said():
    ours = changed(("leder_till: n", "leder_till: a"), ("[b]", "[n]"))
    theirs = changed(("ägare: Chef", "leder_till: b"))
    result = merging(changed(), ours, theirs)
    assert result.clean
    assert [error.code for error in result.errors] == ["NK201"]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"\xff\xfe",
        b"\x00\x01binary",
        b"a: b\n",
        b"nyttokedja: 1\n\trubrik: X\n",
        b"nyttokedja: 1\nrubrik: X\neffekter:\n  a:\n  a:\n",
    ],
    ids=["missing", "utf-16", "binary", "no chain", "unreadable", "doubled"],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_is_no_sound_chain_is_merged_as_git_does_it(broken, place):
    files = [text.encode() for text in (changed(), changed(("Chef", "Boss")), changed(("[b]", "[b, n]")))]
    files[place] = broken
    plain = lines(*files, Labels())
    result = merge(Versions(*files), lines)
    assert (result.data, result.clean) == plain
    assert bool(result.told) == (is_chain(files[1]) and not plain.clean)


def test_without_a_base_lines_that_would_break_the_file_are_a_conflict():
    """A base with conflict markers comes from git itself, where branches were merged crosswise."""
    base = changed(("  o: {ägare: Annan}\n", "<<<<<<< a\n=======\n>>>>>>> b\n  o: {ägare: Annan}\n"))
    ours = base.replace("<<<<<<< a\n=======\n>>>>>>> b\n", "").replace("nyttor:\n", "nyttor:\n  p: P\n")
    theirs = base.replace("<<<<<<< a\n=======\n>>>>>>> b\n", "").replace("hinder:\n", "hinder:\n  p: P\n")
    files = [side.encode() for side in (base, ours, theirs)]
    assert lines(*files, Labels()).clean
    result = merging(base, ours, theirs)
    assert not result.clean
    assert b"<<<<<<< ours" in result.data


@pytest.mark.parametrize("turned", [False, True])
def test_comments_of_both_come_along(turned):
    ours = changed(("{ägare: Chef}", "{ägare: Chef, när: 2027-01}"), ("hinder:", "# deras\nhinder:"))
    theirs = changed(
        ("{ägare: Chef}", "{storlek: stor, ägare: Chef}  # ny"), ("effekter:", "# vår\neffekter:")
    )
    result = merging(changed(), theirs, ours) if turned else merging(changed(), ours, theirs)
    assert result.clean, result.told
    for part in ("# ny", "# vår", "# deras", "storlek: stor", "när: 2027-01", "# om b"):
        assert part in result.data.decode()


def test_a_comment_that_cannot_come_along_is_a_conflict():
    ours = changed(("{ägare: Chef}", "{ägare: Chef, när: 2027-01} # vår"))
    theirs = changed(("{ägare: Chef}", "{storlek: stor, ägare: Chef}  # deras"))
    result = merging(changed(), ours, theirs)
    assert result.told == (
        "Den ena sidan har skrivit kommentarer som skulle gå förlorade i sammanslagningen.",
    )
    assert b"# deras" in result.data


RENAMED = """\
nyttokedja: 1
rubrik: X
effekter:
  a:
    rubrik: Färre besök
    leder_till: tid
nyttor:
  tid:
    rubrik: Frigjord tid
    ägare: Chef
    kategori: kvalitet
    indikatorer:
      i:
        rubrik: Timmar
        målvärde: 40
    leder_till: m
mål:
  m: Målet
"""
NEW_NAME = (
    RENAMED.replace("tid:", "sparad_arbetstid:")
    .replace("till: tid", "till: sparad_arbetstid")
    .replace("Frigjord tid", "Sparad arbetstid")
)


@pytest.mark.parametrize("turned", [False, True])
def test_a_box_that_one_side_renamed_and_reworded_gets_what_the_other_says_of_it(turned):
    theirs = RENAMED.replace("målvärde: 40", "målvärde: 60")
    sides = (theirs, NEW_NAME) if turned else (NEW_NAME, theirs)
    result = merging(RENAMED, *sides)
    assert result.clean, result.told
    assert result.data.decode() == NEW_NAME.replace("målvärde: 40", "målvärde: 60")


@pytest.mark.parametrize("turned", [False, True])
def test_a_box_that_one_side_renamed_and_the_other_took_away_is_a_conflict(turned):
    gone = RENAMED.replace("mål:\n  m: Målet\n", "").replace("    leder_till: m\n", "")
    named = RENAMED.replace("m: Målet", "nytt: Målet").replace("till: m", "till: nytt")
    result = merging(RENAMED, *((gone, named) if turned else (named, gone)))
    assert "tagit bort" in result.told[0]


@pytest.mark.parametrize("turned", [False, True])
def test_what_git_merges_soundly_is_taken_though_no_box_is_known_again(turned):
    base = RENAMED.replace("    leder_till: tid\n", "").replace("    leder_till: m\n", "")
    base = base.replace("    ägare: Chef\n", "")
    other = base.replace("tid:", "x:").replace("Frigjord tid", "Något annat").replace("kvalitet", "miljö")
    changed_target = base.replace("målvärde: 40", "målvärde: 60")
    sides = (changed_target, other) if turned else (other, changed_target)
    result = merging(base, *sides)
    assert result.clean, result.told
    assert result.data.decode() == other.replace("målvärde: 40", "målvärde: 60")


def test_a_new_order_of_theirs_that_does_not_come_along_is_said():
    ours = changed(("{ägare: Chef}", "{ägare: Chef, när: 2027-01}"))
    n, o = "  n: {ägare: Chef}\n", "  o: {ägare: Annan}\n"
    theirs = changed((n + o, o + n.replace("{", "{storlek: stor, ")))
    result = merging(changed(), ours, theirs)
    assert (result.clean, result.reordered) == (True, True)
    assert merging(changed(), theirs, ours).reordered is False


def test_a_box_like_one_that_was_taken_away_is_not_the_same_box():
    """Of two boxes without titles, only what points at them tells that one is the other."""
    theirs = changed(("  o: {ägare: Annan}", "  p: {ägare: Annan}"))
    result = merging(changed(), changed(("[b]", "[b, o]")), theirs)
    assert result.told == ("Den ena sidan har tagit bort o, och på den andra sidan pekar ”A” dit.",)


def test_a_box_that_both_have_added_alike_is_there_once():
    ours = changed(("nyttor:\n", "nyttor:\n  ny: {ägare: A}\n"))
    theirs = changed(("hinder:\n", "  ny: {ägare: A}\nhinder:\n"))
    files = [side.encode() for side in (changed(), ours, theirs)]
    by_line = lines(*files, Labels())
    assert by_line.clean
    assert by_line.data.count(b"  ny:") == 2
    assert merge(Versions(*files), lines).data == ours.encode()


def test_a_box_that_was_replaced_by_another_has_not_got_another_id():
    theirs = changed(("  n: {ägare: Chef}", "  p: {rubrik: Plats}"), ("leder_till: n", "leder_till: p"))
    result = merging(changed(), changed(("[b]", "[b, n]")), theirs)
    assert result.told == ("Den ena sidan har tagit bort n, och på den andra sidan pekar ”A” dit.",)


@pytest.mark.parametrize("edits", [[], [Set("", ("title",), "Något annat")], [Unset("nej", ("title",))]])
def test_edits_that_do_not_say_what_was_meant_are_not_kept(edits, monkeypatch):
    monkeypatch.setattr("nyttokedja.versions.merging.engine.changes", lambda now, wanted: edits)
    ours, theirs, _ = CLEAN["both add an arrow to one list"]
    result = merging(changed(), changed(*ours), changed(*theirs))
    assert not result.clean
    assert b"<<<<<<< ours" in result.data
    assert result.told == (
        "Det gick inte att säkert säga hur de båda sidornas ändringar ska skrivas i en och samma fil.",
    )


def test_lines_are_merged_by_whatever_is_handed_in():
    asked = []

    def never(base, ours, theirs, labels):
        asked.append((base, labels))
        return Lines(b"<<<", clean=False)

    base, labels = changed(), Labels(ours="vår")
    ours, theirs = changed(("Chef", "En")), changed(("Annan", "Två"))
    files = Versions(*(side.encode() for side in (base, ours, theirs)))
    result = merge(files, never, labels)
    assert (result.data.decode(), result.clean) == (ours.replace("Annan", "Två"), True)
    assert asked == [(base.encode(), labels)]
    conflict = merge(files._replace(theirs=changed(("Chef", "Två")).encode()), never, labels)
    assert (conflict.data, conflict.clean) == (b"<<<", False)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_where_lines_have_no_conflict_but_facts_do_the_markers_show_what_differs(style, tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "config", "merge.conflictStyle", style], check=True)
    base = changed(("nyttor:", "# långt\n# ifrån\n# varandra\nnyttor:"))
    ours = base.replace("  o: {ägare: Annan}\n", "")
    theirs = base.replace("[b]", "[b, o]")
    sides = [side.encode() for side in (base, ours, theirs)]
    assert by_lines(*sides, Labels(), tmp_path).clean
    result = merge(Versions(*sides), partial(by_lines, cwd=tmp_path))
    assert not result.clean
    middle = "||||||| base\n{}" if style != "merge" else ""
    one, other = "  a: {rubrik: A, leder_till: [b]}\n", "  a: {rubrik: A, leder_till: [b, o]}\n"
    gone = "  o: {ägare: Annan}\n"
    text = base.replace(one, f"<<<<<<< ours\n{one}{middle.format(one)}=======\n{other}>>>>>>> theirs\n")
    text = text.replace(gone, f"<<<<<<< ours\n{middle.format(gone)}=======\n{gone}>>>>>>> theirs\n")
    assert result.data.decode() == text


def many(n, **words):
    """A file with many boxes on a line each."""
    facts = {"rubrik": "Nytta", "ägare": "Chef"} | words
    return (
        HEAD
        + "nyttor:\n"
        + "".join(f"  n{i}: {{rubrik: {facts['rubrik']} {i}, ägare: {facts['ägare']}}}\n" for i in range(n))
    )


def test_of_thousands_of_conflicts_the_first_twenty_are_told():
    merged = merging(many(50), many(50, rubrik="Vinst"), many(50, rubrik="Gevinst"))
    assert (merged.clean, len(merged.told)) == (False, 21)
    assert "n19" in merged.told[19]
    assert merged.told[20] == "Det finns 30 krockar till."
    assert len(merging(many(20), many(20, rubrik="Vinst"), many(20, rubrik="Gevinst")).told) == 20


def test_what_is_too_much_to_merge_box_by_box_is_left_as_a_conflict(monkeypatch):
    sides = many(8), many(8, rubrik="Vinst"), many(8, ägare="Ledare")
    assert merging(*sides).clean
    monkeypatch.setattr(engine, "_MOST_WORK", 1)
    monkeypatch.setattr(engine, "edit_parsed", None)  # nothing is edited
    merged = merging(*sides)
    assert (merged.clean, len(merged.told)) == (False, 1)
    assert merged.data.count(b"<<<<<<<") > 0


def test_what_can_only_be_edited_one_by_one_is_not_read_again_for_ever(monkeypatch):
    sides = many(8), many(8, rubrik="Vinst") + "  p: P\n", many(8, ägare="Ledare") + "  q: Q\n"
    assert merging(*sides).clean
    monkeypatch.setattr(engine, "_MOST_READ_AGAIN", 1)
    assert not merging(*sides).clean
