"""Documents made by hand, of every kind of part; and one with the picture of a chain."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from nyttokedja.batch.engines import layout_of
from nyttokedja.checking.check import check
from nyttokedja.documents.model import (
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    KeyFigure,
    KeyFigures,
    Listed,
    Paragraph,
    Section,
    Spot,
    Table,
    Tone,
)
from nyttokedja.drawing import compose
from nyttokedja.drawing.page.aria import picture_title, summary
from nyttokedja.drawing.page.document import svg_of
from nyttokedja.drawing.page.places import box_places, text_places

CURVE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="260" viewBox="0 0 600 260">'
    '<rect width="600" height="260" fill="#fff"/>'
    '<path d="M40 220H580M40 220V20" stroke="#444" fill="none"/>'
    '<path d="M60 60L240 110L420 150L560 190" stroke="#1d4f80" stroke-width="2" fill="none"/>'
    '<text x="50" y="245" font-family="Arial, sans-serif" font-size="14">2026</text></svg>'
)

LONG_WORD = "Verksamhetsutvecklingsprojektledningsgruppssammanträdesprotokollsjusteringsansvariga"


@cache
def picture(text):
    """A wide figure: the picture of the chain that the text is."""
    checked = check(text.encode())
    drawn = compose(checked.chain, checked.graph, checked.findings, layout=layout_of())
    titles = {node.id: node.title for node in checked.chain.nodes}
    spots = [
        *(Spot(at.x, at.y, at.width, at.height, titles[id]) for id, at in box_places(drawn).items()),
        *(Spot(at.x, at.y, at.width, at.height) for at in text_places(drawn)),
    ]
    alt = f"{picture_title(drawn.subject)}. {summary(drawn.subject)}"
    caption = "Effektkedjan i sin helhet"
    return Figure(svg_of(drawn), drawn.width, drawn.height, alt, caption, wide=True, spots=tuple(spots))


def chain(name="digital_nattillsyn"):
    """The text of an example."""
    return Path(f"chains/{name}.yaml").read_text("utf-8")


def column(heading, share=1.0, *, number=False):
    return Column(heading, number, share)


def benefits(count=14):
    """A table over several pages."""
    columns = (
        column("Nytta", 3),
        column("Typ"),
        column("Tillfaller", 2),
        column("Ägare", 2),
        column("Mätetal", 3),
        column("När"),
        column("Värde, kr", number=True),
    )
    rows = tuple(
        (
            Cell(f"Nytta nummer {n} som frigör tid hos nattpersonalen i hemtjänsten"),
            Cell("frigjord tid"),
            Cell("Omsorgsnämnden"),
            Cell("Verksamhetschef hemtjänst"),
            Cell("Antal fysiska nattbesök en vecka, mätt i journalsystemet"),
            Cell("2027-12-31", date(2027, 12, 31)),
            Cell(f"{n} 234 567", Decimal(n * 1_000_000 + 234_567)),
        )
        for n in range(1, count + 1)
    )
    total = (
        Cell("Summa"),
        Cell(""),
        Cell(""),
        Cell(""),
        Cell(""),
        Cell(""),
        Cell("1 736 465,32", Decimal("1736465.32")),
    )
    return Table("Nyttorna i översikt", columns, (*rows, total), totals=1)


def measured():
    """A curve with its table beside it."""
    rows = (("2026-10-01", 420, 420), ("2027-03-01", 380, 391), ("2027-09-30", 330, 301))
    table = Table(
        "Uppmätt mot planerad kurs",
        (column("Dag"), column("Uppmätt", number=True), column("Kurs", number=True)),
        tuple(
            (Cell(day, date.fromisoformat(day)), *(Cell(str(one), Decimal(one)) for one in ones))
            for day, *ones in rows
        ),
    )
    alt = "Uppmätta besök mot kurs: 420, 380 och 330."
    return Figure(CURVE, 600.0, 260.0, alt, "Fysiska nattbesök", plotted=(1, 2)), table


def about():
    return (
        Facts(
            (
                Fact("Organisation", "Exempelkommunen"),
                Fact("Skede", "plan"),
                Fact("Beslutas av", "Omsorgsnämnden\nEfter beredning i ledningsgruppen"),
                Fact("Ansvarig för att följa upp och rapportera till nämnden varje halvår", "Controller"),
            )
        ),
        Paragraph("Det finns två fel i kedjan: se avsnitt 9.", Tone.FAULT),
    )


def plan(text=None, title="Digital nattillsyn i ordinärt boende", language="sv"):
    """A document with every kind of part in it."""
    sections = (
        Section(
            "why",
            "Förändringen och varför",
            (
                Paragraph("Den som behöver tillsyn på natten får den utan att bli väckt.", Tone.LEAD),
                Paragraph("Sensorer och kameror ersätter en del av besöken. " * 6),
                KeyFigures(
                    (
                        KeyFigure("Nytta per år", "1 736 465 kr", "efter införandet"),
                        KeyFigure("Kostnad per år", "319 623 kr"),
                        KeyFigure("Betalar sig efter", "2 år"),
                    )
                ),
                Listed(("En första punkt", "En andra, som är längre. " * 8)),
            ),
        ),
        Section(
            "chain",
            "Effektkedjan",
            (Paragraph("Så hänger förändringarna ihop med nyttorna."), picture(text or chain())),
        ),
        Section("benefits", "Nyttorna i översikt", (benefits(),)),
        Section(
            "each",
            "Nytta för nytta",
            (),
            (
                Section(
                    "each-1",
                    "Färre fysiska nattbesök",
                    (
                        Facts((Fact("Ägare", "Verksamhetschef hemtjänst"), Fact("När", "2027-12-31"))),
                        *measured(),
                        Paragraph("Nollmätning saknas för två indikatorer.", Tone.MISSING),
                    ),
                ),
                Section("each-2", "Lugnare nätter", (Paragraph("Ingen indikator finns än.", Tone.MISSING),)),
            ),
            starts_page=True,
        ),
        Section("actions", "Förutsättningar och åtgärder, med läge", (Paragraph("Inga."),)),
        Section("risks", "Hinder och risker", (Paragraph("Källa: kedjan.", Tone.ASIDE),)),
        Section("lacks", "Det som saknas", (Listed(("Ägare saknas på en nytta",)),)),
    )
    return Document(
        "Nyttorealiseringsplan", title, language, "Exempelkommunen", about(), sections, date(2027, 10, 1)
    )


def many_columns():
    """A table too wide for an upright sheet, with long words in it."""
    heads = (
        "Förändring Effekt Nytta Kategori Tillfaller Värderad Ägare Indikator Nollpunkt Målvärde Mätt Bedömt"
    )
    columns = tuple(column(one) for one in heads.split())
    rows = tuple(tuple(Cell(f"{word} {n}") for word in heads.lower().split()) for n in range(3))
    return Table("Tolv kolumner", columns, (*rows, (Cell(LONG_WORD), *rows[0][1:])))


def hard():
    """What is hard to set: long words, many columns, other scripts, nothing at all."""
    sections = (
        Section(
            "words", LONG_WORD, (Paragraph(f"{LONG_WORD} {'a' * 90} https://www.example.org/{'x' * 60}"),)
        ),
        Section("wide", "Många kolumner", (many_columns(),)),
        Section("signs", "Andra tecken 😀", (Paragraph("مرحبا بالعالم 😀 #eval(1) *y* $z$ =cmd|x <b>"),)),
        Section("empty", "Tomt"),
    )
    return Document("Översikt", LONG_WORD, "sv", "", (), sections)


def nothing():
    return Document("Översikt", "", "sv", "", (), ())


def slips(rows, count=6):
    """Slips to be cut out, each with a table of so many rows whose first and last say whose they are."""

    def table(n):
        names = [f"{'först' if row == 0 else 'sist' if row == rows - 1 else 'rad'}{n}" for row in range(rows)]
        return Table(
            "Att göra", (column("Vad"), column("Senast")), tuple((Cell(name), Cell("2027")) for name in names)
        )

    made = (Section(f"role-{n}", f"roll{n}", (table(n),), is_slip=True) for n in range(count))
    return Document("K", "T", "sv", "", (), (Section("roles", "Roller", (), tuple(made)),))


def opening_wide():
    """A document whose first section has a table that is too wide for an upright sheet."""
    sections = (
        Section("wide", "Många kolumner", (many_columns(),)),
        Section("more", "Mer", (Paragraph("Slut."),)),
    )
    return Document("Översikt", "Titeln", "sv", "", (Paragraph("Under titeln."),), sections)
