"""Tables of other people's making: the shapes that are met, in three languages."""

import pytest

from tests.importing.tables.tables import box, collected, keys, short, text_of, workbook

EFFEKTKARTA = text_of(
    "Syfte;Målgrupp;Användningsmål;Åtgärd;",
    "Fler medlemmar;Nya besökare;Hittar hit;Ny startsida;",
    ";;;;Byta bild varje vecka",
    ";;Anmäler sig;Formulär;",
    ";Medlemmar;Bjuder in vänner;;",
    ";;;Vänkort;",
    ";Styrelsen;;;",
)


def test_an_effektkarta_goes_from_the_goal_to_the_right_with_empty_cells_as_above():
    boxes, arrows, notes = short(EFFEKTKARTA)
    assert ("goal", "Fler medlemmar") in boxes
    assert ("behaviour", "Hittar hit (Nya besökare)") in boxes
    assert arrows == [
        ("Hittar hit (Nya besökare)", "Fler medlemmar"),
        ("Ny startsida", "Hittar hit (Nya besökare)"),
        ("Byta bild varje vecka", "Ny startsida"),
        ("Anmäler sig (Nya besökare)", "Fler medlemmar"),
        ("Formulär", "Anmäler sig (Nya besökare)"),
        ("Bjuder in vänner (Medlemmar)", "Fler medlemmar"),
        ("Vänkort", "Bjuder in vänner (Medlemmar)"),
    ]
    assert notes == ["Styrelsen"]
    assert keys(collected(EFFEKTKARTA)) == ["read-backward", "people-alone"]


def test_a_path_from_change_to_goal_is_read_forward_and_owners_are_those_of_benefits():
    data = text_of(
        "Förändring;Effekt;Nytta;Mål;Nyttoägare;Risk",
        "E-tjänst;Färre fel;Snabbare besked;Nöjda invånare;Enhetschef;Låg vana",
        ";;Frigjord tid;;Chef;",
    )
    boxes, arrows, _ = short(data)
    assert len(boxes) == 6
    assert arrows == [
        ("E-tjänst", "Färre fel"),
        ("Färre fel", "Snabbare besked"),
        ("Snabbare besked", "Nöjda invånare"),
        ("Låg vana", "Snabbare besked"),
        ("Färre fel", "Frigjord tid"),
    ]
    assert box(collected(data), "Frigjord tid").fields == {"owner": "Chef"}


def test_columns_of_kinds_in_no_order_are_put_in_that_of_a_chain_row_by_row():
    data = text_of("Nytta;Förändring;Mål", "Snabbt;E-tjänst;Nöjda", "Tryggt;;Nöjda")
    assert short(data)[1] == [("E-tjänst", "Snabbt"), ("Snabbt", "Nöjda"), ("Tryggt", "Nöjda")]


def test_people_between_columns_of_kinds_in_no_order_are_those_of_the_benefit():
    found = collected(text_of("Nytta;Målgrupp;Insats;Nytta", "Trygghet;Brukare;Kurs;Tid"))
    assert {one.title: one.fields.get("for") for one in found.boxes} == {
        "Kurs": None,
        "Trygghet": "Brukare",
        "Tid": None,
    }


def test_a_swedish_register_of_benefits():
    data = text_of(
        "Nyttoregister 2027",
        "Nr;Nytta;Nyttoansvarig;Kategori;Perspektiv;Indikator;Nuläge;Målvärde;Tidpunkt",
        "1;Färre kompletteringar;Enhetschef;Kvalitet;Invånare;Andel;22 %;10 %;2027-06",
        "2;Frigjord tid;Chef;Omfördelning;Personal;Timmar;1 250,5 tim;900 tim;juni 2028",
        "Summa",
    )
    found = collected(data)
    assert found.title == "Nyttoregister 2027"
    assert found.language == "sv"
    assert box(found, "Färre kompletteringar").fields == {
        "owner": "Enhetschef",
        "category": "quality",
        "perspective": "residents",
        "when": "2027-06",
        "indicators": {"andel": {"title": "Andel", "unit": "%", "baseline": 22, "target": 10}},
    }
    assert box(found, "Frigjord tid").fields["indicators"] == {
        "timmar": {"title": "Timmar", "unit": "tim", "baseline": 1250.5, "target": 900}
    }
    assert box(found, "Frigjord tid").fields["when"] == "2028-06"
    (note,) = found.notes
    assert note.fields["origin"] == "karta.csv, blad ”karta” rad 5"


def test_a_norwegian_plan_has_its_measures_before_and_its_figures_as_they_are():
    data = text_of(
        "Tiltak;Gevinst;Gevinsteier;Nullpunkt;Målverdi;Måleindikator;Risiko;Interessent",
        "Digital søknad;Raskere svar;Leder;20 dager;10 dager;Behandlingstid;Lav kompetanse;Søkere",
        ";Spart tid;Leder;1.234;;Timer;;Saksbehandlere",
    )
    found = collected(data)
    assert found.language == "nb"
    assert short(data)[1] == [
        ("Digital søknad", "Raskere svar"),
        ("Lav kompetanse", "Raskere svar"),
        ("Digital søknad", "Spart tid"),
    ]
    assert box(found, "Raskere svar").fields["for"] == "Søkere"
    assert box(found, "Spart tid").fields["indicators"]["timer"] == {
        "title": "Timer",
        "text": "Nullpunkt: 1.234",
    }
    assert keys(found) == ["number-unclear"]


def test_measures_beside_owned_benefits_are_what_is_done_for_them():
    data = text_of("Gevinst;Eier;Tiltak;Frist for uttak", "Raskere svar;Leder;Opplæring;31.12.2027")
    found = collected(data)
    assert box(found, "Raskere svar").fields == {
        "owner": "Leder",
        "actions": [{"what": "Opplæring"}],
        "when": "2027-12-31",
    }


def test_an_english_register():
    data = text_of(
        "Benefit ID,Benefit Description,Benefit Owner,Type,Baseline,Target,Measurement criteria,Dis-benefit"
        ",Risk,Status",
        'B1,Faster decisions,Head,Financial,"1,234.5",900,Days,More calls,Low uptake,Green',
        "B2,Fewer errors,Head,Non-cashable,12%,5%,Rate,,High,Amber",
    )
    found = collected(data)
    boxes, arrows, notes = short(data)
    assert boxes == [
        ("benefit", "Faster decisions"),
        ("benefit", "Fewer errors"),
        ("drawback", "More calls"),
        ("risk", "Low uptake"),
    ]
    assert arrows == [("Low uptake", "Faster decisions")]
    assert notes == []
    fields = box(found, "Fewer errors").fields
    assert fields["text"].splitlines() == [
        "Benefit ID: B2",
        "Type: Non-cashable",
        "Status: Amber",
        "Risk: High",
    ]
    assert box(found, "Faster decisions").fields["indicators"]["days"]["baseline"] == 1234.5
    assert box(found, "Faster decisions").fields["category"] == "financial"


def test_elements_and_connections_on_two_sheets():
    data = workbook(
        {
            "Connections": [
                ["From", "To", "Label", "Type"],
                ["A", "B", "since", "+"],
                ["B", "Elsewhere", "", ""],
            ],
            "Elements": [
                ["Label", "Type", "Tags", "Description"],
                ["A", "Change", "x, y", "Text"],
                ["B", "Thing", "", ""],
            ],
        }
    )
    found = collected(data, "k.xlsx")
    assert short(data)[0] == [("change", "A"), ("effect", "B"), ("effect", "Elsewhere")]
    assert [arrow.because for arrow in found.arrows] == ["since; Type: +", ""]
    assert box(found, "A").fields == {"tags": ["x", "y"], "text": "Text"}
    assert {"target-as-effect", "note-as-effect", "kind-unknown"} <= set(keys(found))


def test_steps_with_several_next_ones_in_a_cell():
    data = text_of(
        '"Process Step ID","Process Step Description","Next Step ID","Connector Label"',
        '"n1","Start","n2,n3","yes,no"',
        '"n2","Step, one","n3",""',
        '"n3","End","",""',
    )
    found = collected(data)
    assert short(data)[1] == [("Start", "Step, one"), ("Start", "End"), ("Step, one", "End")]
    assert [arrow.because for arrow in found.arrows] == ["yes", "no", ""]
    assert box(found, "Start").ref == "n1"


def test_kinds_down_the_side_without_a_heading_also_above_the_headings():
    data = workbook(
        {
            "Logframe": [
                ["", "Overall objective of it all: to do good"],
                ["", "Impact/ ultimate outcome", "Better lives", "Pathway"],
                ["", "", "", "Indicator", "Baseline", "Target", "Achieved\nup to now"],
                ["", "Outputs Workpackage 2", "Output 2.1 Advice", "Number of talks", 0, 3, 2],
                ["", "", "Output 2.2 Data", "Sets\nMaps", "0\n0", "3\n1", ""],
            ]
        }
    )
    found = collected(data, "l.xlsx")
    assert short(data)[0] == [
        ("effect", "Output 2.1 Advice"),
        ("effect", "Output 2.2 Data"),
        ("goal", "Better lives"),
    ]
    indicator = box(found, "Output 2.1 Advice").fields["indicators"]["number_of_talks"]
    assert (indicator["baseline"], indicator["target"]) == (0, 3)
    assert found.title == "Overall objective of it all: to do good"


def test_headings_that_come_again_in_each_block():
    data = text_of(
        "PROGRAMME TITLE: Roads,,,",
        "IMPACT,Impact Indicator,Baseline,Target",
        "Less poverty,Poverty rate,22%,15%",
        ",,Source,",
        ",,National survey,",
        "OUTCOME,Outcome Indicator,Baseline,Target",
        "Better access,Travel time,60 min,30 min",
    )
    found = collected(data)
    assert found.title == "Roads"
    assert short(data)[0] == [("effect", "Better access"), ("goal", "Less poverty")]
    assert box(found, "Less poverty").fields["text"] == "Source: National survey"
    assert found.notes == ()


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
def test_kinds_in_the_first_column_without_any_headings(delimiter):
    data = text_of(
        ("Förändring", "E-tjänst"),
        ("Effekt", "Färre fel", "sökande"),
        ("Nytta", "Snabbt"),
        delimiter=delimiter,
    )
    assert short(data)[0] == [("change", "E-tjänst"), ("effect", "Färre fel"), ("benefit", "Snabbt")]
    assert box(collected(data), "Färre fel").fields == {"text": "sökande"}


def test_a_kind_once_for_the_rows_below_it_and_a_row_without_one_among_others():
    grouped = text_of("Sort;Rubrik", "Nytta;A", ";B", ";C", "Hinder;D", ";E")
    assert [kind for kind, _ in short(grouped)[0]] == ["benefit"] * 3 + ["obstacle"] * 2
    mixed = text_of("Sort;Rubrik", "Nytta;A", ";Vad säger facket?", "Hinder;D")
    assert short(mixed)[2] == ["Vad säger facket?"]


def test_a_sheet_or_a_line_above_says_the_kind():
    data = workbook(
        {
            "Risker": [["Rubrik", "Ägare"], ["Oro", "Chef"]],
            "Nyttor": [["Rubrik"], ["Trygghet"], ["Tid"], ["Pengar"]],
        }
    )
    assert short(data)[0] == [
        ("benefit", "Trygghet"),
        ("benefit", "Tid"),
        ("benefit", "Pengar"),
        ("risk", "Oro"),
    ]
    above = text_of("Hinder", "Rubrik;Ägare", "Vana;Chef")
    assert short(above)[0] == [("obstacle", "Vana")]


def test_a_colour_is_a_kind_where_the_user_says_so_and_is_offered_where_not():
    def coloured(book, sheet):
        sheet.write(1, 0, "Gul lapp", book.add_format({"bg_color": "#FFCC00"}))
        sheet.write(2, 0, "Blå lapp", book.add_format({"bg_color": "#0070C0"}))

    data = workbook({"Blad1": [["Rubrik", "Berör"], ["", "alla"], ["", "alla"]]}, coloured)
    (offered,) = [one for one in collected(data).remarks if one.key == "fills-offered"]
    assert offered.particulars["entries"] == ("fill=#ffcc00", "fill=#0070c0")
    found = short(data, mapping={"fill=#FFCC00": "benefit"})
    assert found[0] == [("benefit", "Gul lapp")]
    assert found[2] == ["Blå lapp · alla"]


def test_merged_cells_are_one_and_comments_belong_to_the_row():
    def more(book, sheet):
        sheet.merge_range(1, 0, 2, 0, "Nytta")
        sheet.merge_range(1, 2, 2, 2, "Enhetschef")
        sheet.write_comment(1, 1, "Gäller bara dagtid", {"author": "Anna"})

    data = workbook({"B": [["Sort", "Rubrik", "Ägare"], ["", "A"], ["", "B"], ["Hinder", "C"]]}, more)
    found = collected(data, "m.xlsx")
    assert [(one.type, one.fields.get("owner")) for one in found.boxes] == [
        ("benefit", "Enhetschef"),
        ("benefit", "Enhetschef"),
        ("obstacle", None),
    ]
    assert box(found, "A").fields["text"] == "Gäller bara dagtid"
    assert "Anna" not in repr(found)


def test_what_is_hidden_is_counted_and_read_when_asked_for():
    def hide(book, sheet):
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
        if sheet.name == "Gammalt":
            sheet.hide()

    rows = [["Sort", "Rubrik", "Kommentar"], ["Nytta", "Syns", "x"], ["Nytta", "Dold", "y"]]
    data = workbook({"Nytt": rows, "Gammalt": [["Sort", "Rubrik"], ["Risk", "Oro"]]}, hide)
    found = collected(data, "h.xlsx")
    assert [one.title for one in found.boxes] == ["Syns"]
    assert {"hidden-rows", "hidden-columns", "hidden-sheets"} == set(keys(found))
    assert [one.title for one in collected(data, "h.xlsx", hidden=True).boxes] == ["Syns", "Dold", "Oro"]
    assert [one.title for one in collected(data, "h.xlsx", page="gammalt").boxes] == ["Oro"]
    assert [one.title for one in collected(data, "h.xlsx", page="2").boxes] == ["Oro"]


def test_the_same_words_on_several_rows_are_one_box_but_for_another_receiver():
    data = text_of(
        "Sort;Rubrik;Berör;Ägare;Kommentar",
        "Nytta;Frigjord tid;handläggare;Chef;en",
        "nytta;frigjord  tid.;handläggare;Annan;två",
        "Nytta;Frigjord tid;chefer;;",
    )
    found = collected(data)
    assert [one.fields["for"] for one in found.boxes] == ["handläggare", "chefer"]
    assert found.boxes[0].fields["text"].splitlines() == ["en", "Ägare: Annan", "två"]


def test_the_id_of_a_row_whose_words_have_come_before_is_not_lost():
    data = text_of(
        "Antagande;Bidrar från;Nytta id", "Avtal finns;;F-1", "Avtal finns;;F-2", "Avtal finns;;F-1"
    )
    (found,) = collected(data).boxes
    assert found.ref == "F-1"
    assert found.fields["text"] == "Nytta id: F-2"


def test_why_an_arrow_goes_nowhere_is_not_lost():
    found = collected(text_of("From;To;Because", "Kurs;-;Alla kan", "Kurs;Färre fel;Alla vet"))
    assert [note.text for note in found.notes] == ["Kurs · - · Alla kan"]
    assert [arrow.because for arrow in found.arrows] == ["Alla vet"]
    found = collected(text_of("Sort;Rubrik;Leder till;Eftersom", "Effekt;Kurs;–;Alla kan"))
    assert found.boxes[0].fields["text"] == "Eftersom: Alla kan"


@pytest.mark.parametrize(
    "headings", ["Lapp;Typ;Vem", "Lapp;Type;Hvem", "Note;Kind;Who", "Rubrik;Sort;Berör", "Nytta;Sort;Vem"]
)
def test_who_beside_notes_is_whom_they_are_for(headings):
    (found,) = collected(text_of(headings, "Mer tid;Nytta;Personal")).boxes
    assert found.fields == {"for": "Personal"}


def test_who_beside_what_is_done_is_nobody_that_it_is_for():
    boxes = collected(text_of("Nytta;Åtgärd;Ägare;Vem", "Mer tid;Kurs;Chef;Lisa")).boxes
    assert boxes[0].fields["owner"] == "Chef"
    assert "Vem: Lisa" in boxes[0].fields["text"]


def test_words_of_two_kinds_are_said():
    found = collected(text_of("Sort;Rubrik", "Effekt;Mer tid", "Nytta;mer tid", "Hinder;Mer tid"))
    assert [one.type for one in found.boxes] == ["effect", "benefit", "obstacle"]
    (remark,) = found.remarks
    assert (remark.key, remark.item) == ("two-kinds", "Mer tid")
    assert dict(remark.particulars) == {"first": "effect", "other": "benefit"}


def test_an_owner_alone_on_a_row_of_a_path_is_not_lost():
    found = collected(text_of("Mål;Nytta;Ägare", "Kvalitet;Mer tid;Chef A", ";;Chef B"))
    (benefit,) = [one for one in found.boxes if one.type == "benefit"]
    assert benefit.fields == {"owner": "Chef A", "text": "Ägare: Chef B"}
    assert "cell-in-text" in keys(found)


def test_formulas_and_scripts_are_words():
    data = text_of("Sort;Rubrik", "Nytta;=HYPERLINK(1)", "Nytta;'@SUM(1)", "Nytta;<script>alert(1)</script>")
    assert [title for _, title in short(data)[0]] == ["=HYPERLINK(1)", "@SUM(1)", "<script>alert(1)</script>"]


def test_a_row_without_words_for_its_box_is_a_note_and_listed_with_its_number():
    data = text_of("Sort;Rubrik;Ägare", "Nytta;A;", "Nytta;;Chef", "Nytta;B;", ";;Lisa", ";;Olle")
    found = collected(data)
    (remark,) = [one for one in found.remarks if one.key == "rows-without-title"]
    assert remark.particulars["rows"] == "3, 5–6"
    assert [note.text for note in found.notes] == ["Nytta · Chef", "Lisa", "Olle"]
    assert found.notes[0].fields == {"origin": "karta.csv, blad ”karta” rad 3"}


def test_ratings_are_no_boxes():
    data = text_of("Nytta;Risk;Effekt;Mål", "A;Hög;Låg;Medel", "B;Låg;Hög;Hög")
    found = collected(data)
    assert [one.type for one in found.boxes] == ["benefit", "benefit"]
    assert box(found, "A").fields["text"].splitlines() == ["Risk: Hög", "Effekt: Låg", "Mål: Medel"]


@pytest.mark.parametrize(
    ("heading", "type", "benefit", "obstacle"),
    [
        ("Lapp", "Typ", "Nytta", "Hinder"),
        ("Idé", "Vad är det?", "Nytta", "Hinder"),
        ("Lapp", "Typ av lapp", "Nytta", "Hinder"),
        ("Lapp", "Type", "Gevinst", "Hindring"),
        ("Lapper", "Hva er det?", "Gevinst", "Hindring"),
        ("Note", "Type", "Benefit", "Obstacle"),
    ],
)
def test_notes_with_what_they_are_beside_them_are_boxes(heading, type, benefit, obstacle):
    data = text_of(f"{heading};{type}", f"Bättre sömn;{benefit}", f"Dåligt nät;{obstacle}", "Ring facket;")
    boxes, _, notes = short(data)
    assert boxes == [("benefit", "Bättre sömn"), ("obstacle", "Dåligt nät")]
    assert notes == ["Ring facket"]


@pytest.mark.parametrize(
    ("over", "notes"),
    [
        ("Lapp;;Uppföljning", ["Lapp · Uppföljning"]),
        ("Del en;;Del två", ["Del en · Del två"]),
        ("Typ;Rubrik;", []),
    ],
)
def test_what_stands_over_the_headings_is_kept(over, notes):
    data = text_of(over, "Typ;Rubrik;Ägare", "Nytta;Kortare kö;Chef", "Nytta;Färre fel;Chef")
    boxes, _, kept = short(data)
    assert boxes == [("benefit", "Kortare kö"), ("benefit", "Färre fel")]
    assert kept == notes
