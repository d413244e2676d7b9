"""The command maturity: forms, what is compiled, and the report; nobody's answer is kept."""

import json

import openpyxl
import pytest

from nyttokedja.exporting.tables.answer_rows import table_heads
from nyttokedja.exporting.tables.delimited import with_cells
from nyttokedja.maturity.statements import our_statements
from tests.repositories import Repository, alone

ASKED = our_statements("sv")
OWN = 'statements = [{title = "Vi delar", text = "Vi delar.", anchors = ["a", "b", "c", "d", "e"]}]\n'


def answers(*levels, language="sv"):
    """A table in which each person answers all statements with a level."""
    asked = our_statements(language)
    rows = [table_heads(asked), *(["", *[str(level)] * 14, ""] for level in levels)]
    return with_cells(rows, language)


# -- template ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("f.xlsx",), ("f.csv",), ("f.md",), ("f.docx",), ("f.html",), ("t.xlsx", "--table"),
        ("t.csv", "--table"), ("t.md", "--table"), ("s.docx", "--seminar"), ("w.docx", "--workshop"),
        ("w.md", "--workshop"),
    ],
)  # fmt: skip
def test_forms_and_material_are_the_same_bytes_twice(run, tmp_path, language, arguments):
    name, *rest = arguments
    for folder in ("one", "two"):
        done = run("maturity", "template", "-o", tmp_path / folder / name, *rest, "--language", language)
        assert (done.code, done.err) == (0, "")
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("rest", [(), ("--table",)])
def test_a_form_says_that_answers_are_not_kept_in_the_repository(run, tmp_path, rest):
    assert run("maturity", "template", "-o", "f.md", "--language", "sv", *rest).code == 0
    told = (tmp_path / "f.md").read_text("utf-8")
    assert "sparas inte i repot" in told
    assert "Namn" not in told


@pytest.mark.parametrize("flag", ["--seminar", "--workshop"])
def test_the_material_has_an_agenda_exercises_and_every_anchor(run, tmp_path, flag):
    assert run("maturity", "template", flag, "-o", "m.md", "--language", "sv").code == 0
    told = (tmp_path / "m.md").read_text("utf-8")
    assert "## Dagordning" in told
    assert "### Övning 1" in told
    assert told.count("| 5 förbättras |") == 15
    assert ("Åtgärder för att nå målnivån" in told) == (flag == "--workshop")


def test_a_form_is_called_something_and_never_written_over(run, tmp_path):
    assert run("maturity", "template", "--language", "sv").out == "mognad.xlsx\n"
    assert run("maturity", "template", "--language", "sv").code == 2
    assert run("maturity", "template", "--workshop", "--language", "nb").out == "arbeidsmøte.docx\n"


@pytest.mark.parametrize(
    "arguments", [("-o", "a.png"), ("--seminar", "-o", "a.xlsx"), ("--seminar", "--table")]
)
def test_what_cannot_be_made_is_told(run, arguments):
    done = run("maturity", "template", *arguments, "--language", "sv")
    assert done.code == 2
    assert "använd någon av" in done.err.casefold() or "välj ett av" in done.err


def test_statements_of_ones_own_are_asked(run, write, tmp_path):
    write("egna.toml", OWN)
    assert (
        run("maturity", "template", "--statements", "egna.toml", "-o", "f.csv", "--language", "sv").code == 0
    )
    assert "Vi delar" in (tmp_path / "f.csv").read_text("utf-8-sig")
    write("egna.toml", OWN.replace(', "e"', ""))
    done = run("maturity", "template", "--statements", "egna.toml", "-o", "g.csv", "--language", "sv")
    assert done.code == 2
    assert done.err.startswith("egna.toml:1:")
    assert "fem delar" in done.err


# -- compile -------------------------------------------------------------------------------------------


def test_only_counts_are_written(run, write, tmp_path):
    write("svar.csv", answers(1, 2, 2, 3, 5))
    done = run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--date", "2027-03", "--language", "sv")
    assert done.code == 0, done.err
    assert "5 personers svar" in done.err
    told = (tmp_path / "m.yaml").read_text("utf-8")
    assert told.count("antal: [1, 2, 1, 0, 1]") == 14
    assert "datum: 2027-03" in told
    done = run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--date", "2027-03", "--language", "sv")
    assert (done.code, "redan" in done.err) == (0, True)
    assert (tmp_path / "m.yaml").read_text("utf-8") == told


def test_files_folders_and_languages_are_counted_together_each_file_once(run, write, tmp_path):
    write("in/a.csv", answers(1, 2))
    write("in/b.csv", answers(3, language="nb"))
    write("in/~$c.xlsx", b"x")
    write("d.csv", answers(4, 5, language="en"))
    done = run("maturity", "compile", "in", "d.csv", "in/a.csv", "-o", "m.json", "--language", "sv")
    assert done.code == 0, done.err
    data = json.loads((tmp_path / "m.json").read_text("utf-8"))
    assert data["answers"] == 5
    assert data["statements"]["benefit"]["counts"] == [1, 1, 1, 1, 1]


def test_of_a_few_only_their_number_is_written(run, write, tmp_path):
    write("svar.csv", answers(1, 2, 3, 4))
    done = run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv")
    assert (done.code, "Färre än 5" in done.err) == (0, True)
    told = (tmp_path / "m.yaml").read_text("utf-8")
    assert "svar: 4" in told
    assert "antal:" not in told


def test_a_few_more_answers_of_the_same_time_are_refused(run, write, tmp_path):
    write("svar.csv", answers(1, 2, 3, 4, 5))
    assert run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv").code == 0
    write("svar.csv", answers(1, 2, 3, 4, 5, 5))
    done = run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv")
    assert (done.code, "svar: 5" in (tmp_path / "m.yaml").read_text("utf-8")) == (2, True)
    assert "räkna ut" in done.err
    done = run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--date", "2028", "--language", "sv")
    assert done.code == 0


@pytest.mark.parametrize(
    ("before", "now", "code"),
    [
        ((1, 2, 3, 4), (1, 2, 3, 4, 5), 0),  # nothing was said of four
        ((1, 2, 3, 4, 5), (1, 2, 3, 4, 4), 2),  # one has changed their mind
        ((1, 2, 3, 4, 5), (1, 2, 3, 4, 5) + (3,) * 5, 0),
        ((1, 2, 3, 4, 5) + (3,) * 5, (1, 2, 3, 4, 5) + (3,) * 4, 2),
    ],
)
def test_nobodys_answer_can_be_had_by_subtraction(run, write, before, now, code):
    write("svar.csv", answers(*before))
    assert run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv").code == 0
    write("svar.csv", answers(*now))
    assert run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv").code == code


def test_a_statement_that_few_new_people_answered_is_not_let_through(run, write):
    write("svar.csv", answers(1, 2, 3, 4, 5))
    assert run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv").code == 0
    more = "".join(f";{'3' if k < 2 else ''}{';3' * 13};\n" for k in range(9))
    write("svar.csv", answers(1, 2, 3, 4, 5) + more.encode())
    assert run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv").code == 2


def test_a_workbook_that_is_a_copy_is_told(run, write, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Vilken nytta", "Vi lär av utfallet"])
    for level in range(1, 6):
        book.active.append([level, level])
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes())
    done = run("maturity", "compile", "a.xlsx", "b.xlsx", "-o", "m.yaml", "--language", "sv")
    assert (done.code, "samma fil" in done.err) == (0, True)


def test_words_for_levels_of_ones_own_are_kept(run, write):
    write("egna.toml", 'levels = ["I", "II", "III", "IV", "V: sist"]\n' + OWN)
    write("svar.csv", "Vi delar;x\n" + "".join(f"{word};\n" for word in ("I", "2", "III", "IV", "V: sist")))
    asked = ("--statements", "egna.toml", "--language", "sv")
    done = run("maturity", "compile", "svar.csv", "-o", "m.yaml", *asked)
    assert done.code == 0, done.err
    assert "4 IV" in run("maturity", "report", "m.yaml", "--language", "sv").out


def test_targets_and_actions_stay(run, write, tmp_path):
    write("svar.csv", answers(1, 2, 3, 4, 5))
    assert run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv").code == 0
    path = tmp_path / "m.yaml"
    aim = "    målnivå: 4\n    åtgärder:\n      - {vad: Skriv en rutin, vem: Ekonomichef, senast: 2027-06}\n"
    path.write_text(path.read_text("utf-8").replace("  realisation:", f"{aim}  realisation:"), "utf-8")
    write("svar.csv", answers(*[2] * 12))
    done = run("maturity", "compile", "svar.csv", "-o", "m.yaml", "--language", "sv")
    assert done.code == 0, done.err
    assert aim in path.read_text("utf-8")
    assert "antal: [0, 12, 0, 0, 0]" in path.read_text("utf-8")


def test_each_fault_is_told_by_file_row_and_column(run, write, tmp_path):
    write("a.csv", answers(1, 2).replace(b";2;", b";9;"))
    write("b.csv", "x;y\n1;2\n")
    done = run("maturity", "compile", "a.csv", "b.csv", "-o", "m.yaml", "--language", "sv")
    assert done.code == 2
    assert "a.csv: rad 3, kolumn B (1. Vilken nytta): det här är ingen nivå" in done.err
    assert "b.csv: Här finns inga påståenden" in done.err
    assert not (tmp_path / "m.yaml").exists()


@pytest.mark.parametrize(("language", "said"), [("sv", "röjer"), ("nb", "røper"), ("en", "tell who")])
def test_personal_data_is_refused_in_one_sentence_and_not_repeated(run, write, language, said):
    text = answers(1, 2, 3, 4, 5).decode("utf-8-sig")
    lines = text.splitlines()
    told = [f"E-post;Namn;{lines[0]}"] + [
        f"kim{n}@kommun.se;Kim Holm;{one}" for n, one in enumerate(lines[1:])
    ]
    write("svar.csv", "\n".join(told))
    done = run("maturity", "compile", "svar.csv", "--language", language)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "kim" not in done.err.casefold()
    assert len(done.err.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tom.csv",), "inga svar"),
        (("svar.csv", "-o", "m.docx"), ".yaml"),
        (("svar.csv", "--date", "i går"), "2027-Q3"),
        (("svar.csv", "-o", "annat.yaml"), "ingen sammanställning"),
        (("saknas.csv",), "saknas.csv"),
    ],
)
def test_what_does_not_fit_is_told(run, write, arguments, said):
    write("svar.csv", answers(1, 2, 3, 4, 5))
    write("tom.csv", answers())
    write("annat.yaml", "a: 1\n")
    done = run("maturity", "compile", *arguments, "--language", "sv")
    assert done.code == 2
    assert said in done.err


# -- report --------------------------------------------------------------------------------------------

CHAIN = "nyttokedja: 1\nrubrik: K\nskede: plan\nnyttor:\n  tid: {rubrik: Mer tid, ägare: Chef}\n"


@pytest.fixture
def made(run, write):
    """A compiled file of a time."""

    def make(name, date, *levels):
        write("svar.csv", answers(*levels))
        done = run("maturity", "compile", "svar.csv", "-o", name, "--date", date, "--language", "sv")
        assert done.code == 0, done.err

    return make


@pytest.mark.parametrize("ending", ["docx", "md", "html", "xlsx", "json"])
def test_a_report_is_made_by_its_ending(run, write, made, tmp_path, ending):
    made("m.yaml", "2027", 1, 2, 2, 3, 5)
    write("kedjor/k.yaml", CHAIN)
    done = run("maturity", "report", "m.yaml", "kedjor", "-o", f"r.{ending}", "--language", "sv")
    assert (done.code, done.err) == (0, f"Skrev r.{ending}.\n")
    assert (tmp_path / f"r.{ending}").stat().st_size > 500


def test_a_report_is_printed_with_what_chains_show(run, write, made):
    made("m.yaml", "2027", 1, 2, 2, 3, 5)
    write("kedjor/k.yaml", CHAIN)
    write("kedjor/annan.yaml", CHAIN.replace(", ägare: Chef", ""))
    done = run("maturity", "report", "m.yaml", "kedjor", "--language", "sv")
    assert done.code == 0, done.err
    assert "| Alla nyttor har en ägare | 1 av 2 kedjor |" in done.out
    assert done.out.index("## Där vi är oense") < done.out.index("## Handlingsplan")


def test_a_chain_that_cannot_be_read_is_counted_and_told(run, write, made):
    made("m.json", "2027", 1, 2, 2, 3, 5)
    write("kedjor/k.yaml", CHAIN + "a: [\n")
    done = run("maturity", "report", "m.json", "kedjor", "--language", "sv")
    assert done.code == 1
    assert "En fil kunde inte läsas" in done.out
    assert "k.yaml" in done.err


def test_times_are_put_side_by_side(run, made):
    made("b.yaml", "2027", 2, 2, 3, 3, 3)
    made("a.yaml", "2026", 1, 1, 1, 2, 2)
    done = run("maturity", "report", "b.yaml", "a.yaml", "--language", "sv")
    assert "| Påstående | 2026 | 2027 |" in done.out
    made("c.yaml", "2027", 4, 4, 4, 4, 4)
    done = run("maturity", "report", "b.yaml", "c.yaml", "--language", "sv")
    assert (done.code, "samma tillfälle (2027)" in done.err) == (2, True)


@pytest.mark.program
def test_earlier_times_come_from_git(run, made, tmp_path, monkeypatch):
    alone(monkeypatch, tmp_path)
    made("m.yaml", "2026", 1, 1, 1, 2, 2)
    repository = Repository(tmp_path)
    repository.commit({})
    made("m.yaml", "2027-03", 2, 2, 3, 3, 3)
    repository.commit({})
    made("m.yaml", "2027-09", 4, 4, 4, 4, 4)
    done = run("maturity", "report", "m.yaml", "--history", "--language", "sv")
    assert done.code == 0, done.err
    assert "| Påstående | 2026 | 2027-03 | 2027-09 |" in done.out
    assert "| Vilken nytta | 1 | 3 | 4 |" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "sammanställda svar"),
        (("kedjor",), "sammanställda svar"),
        (("m.yaml", "-o", "r.png"), "Använd någon av"),
        (("m.yaml", "-o", "fel.md", "fel.yaml"), "fel.yaml:3:"),
    ],
)
def test_a_report_that_cannot_be_made_is_told(run, write, made, arguments, said):
    made("m.yaml", "2027", 1, 2, 2, 3, 5)
    write("kedjor/k.yaml", CHAIN)
    write("fel.yaml", "mognad: 1\nsvar: 3\npåståenden: []\n")
    done = run("maturity", "report", *arguments, "--language", "sv")
    assert done.code == 2
    assert said in done.err
