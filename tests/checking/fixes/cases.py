"""What each fix makes of a line: kind of finding → lines before and after, None where it is not certain."""

SV, NB, EN = (
    "nyttokedja: 1\nrubrik: A\nskede: utkast\n",
    "nyttokedja: 1\ntittel: A\nspråk: nb\n",
    "nyttokedja: 1\ntitle: A\nstage: draft\n",
)
BOXES = "nyttor: {g: G, h: H, ökad_trygghet: Ökad trygghet}\n"
FRAMED = BOXES.replace("{", "{{").replace("}", "}}")
NODE = "nyttor:\n  a:\n    {}\n"
FLOW = "nyttor: {{a: {{{}}}}}\n"
INDICATOR = "nyttor: {{a: {{indikatorer: {{i: {{{}}}}}}}}}\n"
BLOCK_INDICATOR = "nyttor:\n  a:\n    indikatorer:\n      i:\n        {}\n"
LINK = "effekter: {{e: {{leder_till: {}}}}}\n" + FRAMED
LINKS = "effekter:\n  e:\n    leder_till:\n      {}\n    beteende: ja\n" + FRAMED
OBSTACLE = "effekter: {{e: {{leder_till: g}}}}\n" + FRAMED + "hinder: {{i: {{hindrar: {}}}}}\n"


def within(frame, *pairs):
    """The same frame round a part before and after; None where there is no fix."""
    return [(frame.format(a), None if b is None else frame.format(b)) for a, b in pairs]


FACTORS = (
    "kalkyl: {{faktorer: {{besök: 4, {}: 35}}}}\n"
    "nyttor: {{a: {{kategori: omfördelning, värde: {{timmar: {}}}}}}}\n"
)
VALUED = "nyttor: {{a: {{kategori: omfördelning, värde: {{timmar: 4, årligt: {}}}}}}}\n"
CASES = {
    ("NK003", "meant"): [
        *within(NODE, ("ägre: x", "ägare: x"), ("ägre: x  # är det rätt?", "ägare: x  # är det rätt?")),
        *within(FLOW, ("rubrik: R, ägre: x, när: 2027", "rubrik: R, ägare: x, när: 2027")),
        *within(NODE, ("'ägre': x", "'ägare': x"), ('"ägre" : x', '"ägare" : x')),
        ("nytor: {a: b}\n", "nyttor: {a: b}\n"),
        ("# först\nnytor:   # kolumn 3\n  a: b\n", "# först\nnyttor:   # kolumn 3\n  a: b\n"),
        (NODE.format("titel: x"), NODE.format("rubrik: x")),
    ],
    ("NK004", "unit-in-sum"): [
        *within(VALUED, ("1,5 Mkr", "1500000")),
        ("kalkyl: {faktorer: {a: {troligt: 640 tkr}}}\n", "kalkyl: {faktorer: {a: {troligt: 640000}}}\n"),
        ("kalkyl:\n  faktorer:\n    a: 20 minuter\n", None),
    ],
    ("NK004", "off-scale-meant"): [
        *within(
            BLOCK_INDICATOR,
            (
                "skala: [Låg, Hög, Högre]\n        målvärde: Hörge",
                "skala: [Låg, Hög, Högre]\n        målvärde: Högre",
            ),
        ),
        *within(
            INDICATOR,
            (
                "skala: [Låg, Hög nog], nollmätning: {värde: 'Hög ngo'}",
                "skala: [Låg, Hög nog], nollmätning: {värde: 'Hög nog'}",
            ),
        ),
    ],
    ("NK003", "case"): within(NODE, ("När: 2027", "när: 2027")),
    ("NK003", "no-space"): [
        *within(NODE, ("rubrik:Trygg, glad", "rubrik: Trygg, glad")),
        *within(
            NODE, ("rubrik:Trygg hemma", "rubrik: Trygg hemma"), ("leder till:målet", "leder_till: målet")
        ),
        *within(NODE, ("rubrik:Trygg\n    ägare:Chef", "rubrik: Trygg\n    ägare: Chef")),
        *within(NODE, ("rubrik:Trygg\n    och glad", None), ("rubrik:Trygg # ?", "rubrik: Trygg # ?")),
        *within(NODE, ("rubrik:@hem", 'rubrik: "@hem"'), ("rubrik:#1", 'rubrik: "#1"')),
        *within(NODE, ("rubrik:[ny] väg", 'rubrik: "[ny] väg"'), ('rubrik:"a" b', 'rubrik: "\\"a\\" b"')),
        *within(NODE, ("rubrik:- a", 'rubrik: "- a"'), ("rubrik:'", 'rubrik: "\'"')),
        *within(NODE, ("leder_till:[a, b]", "leder_till: [a, b]"), ('rubrik:"a"', 'rubrik: "a"')),
        ("nyttor:\n  m: rubrik:Trygg\n    ägare:Chef\n", None),
        ("nyttor:\n  m: rubrik:Trygg hemma\n", "nyttor:\n  m: {rubrik: Trygg hemma}\n"),
        ("nyttor:\n  m: rubrik:Trygg, glad\n", 'nyttor:\n  m: {rubrik: "Trygg, glad"}\n'),
        ("nyttor: {m: rubrik:Trygg}\n", "nyttor: {m: {rubrik: Trygg}}\n"),
        *within(FLOW, ("rubrik: Ut, när:\u00a02027", "rubrik: Ut, när: 2027")),
        *within(FLOW, ("rubrik: Ut, när:2027, ägare: x", "rubrik: Ut, när: 2027, ägare: x")),
        *within(FLOW, ("rubrik:\u00a0Ut", "rubrik: Ut"), ("rubrik: Ut, berör:#1", 'rubrik: Ut, berör: "#1"')),
        *within(FLOW, ("när: 2027, när:\u00a02028", None)),
    ],
    ("NK003", "no-colon"): [
        *within(NODE, ("rubrik; Trygg hemma", "rubrik: Trygg hemma"), ("rubrik = Trygg", "rubrik: Trygg")),
        ("nyttor:\n  m:\n    leder till g\nmål: {g: G}\n", "nyttor:\n  m:\n    leder_till: g\nmål: {g: G}\n"),
    ],
    ("NK003", "comma-in-text"): [
        *within(FLOW, ("rubrik: Ut, och in", 'rubrik: "Ut, och in"')),
        *within(FLOW, ("rubrik: Ut, in,och upp, ägare: x", 'rubrik: "Ut, in,och upp", ägare: x')),
        *within(FLOW, ("rubrik: Ut,\n  och in", 'rubrik: "Ut, och in"')),
        *within(FLOW, ('rubrik: Ut, det "nya"', 'rubrik: "Ut, det \\"nya\\""')),
        *within(FLOW, ("rubrik: 'Ut', och in", None), ("rubrik: Ut, in:", None)),
        *within(FLOW, ("rubrik: Ut, # obs\n  in", None)),
        *within(FLOW, ('rubrik: Ut, "in"', None)),
        *within(FLOW, ("rubrik: Ut, in, vid_sidan", 'rubrik: "Ut, in", vid_sidan')),
        *within(
            FLOW,
            ("rubrik: Ut, in, x-a", 'rubrik: "Ut, in", x-a'),
            ("rubrik: Ut, in, upp: x", 'rubrik: "Ut, in", upp: x'),
        ),
        *within(
            "nyttor: {{n: {{{}}}}}\nmål: {{g: G, h: H}}\n",
            ("leder_till: g, g", None),
        ),
        *within(FLOW, ("rubrik: 24,7", 'rubrik: "24,7"'), ("rubrik: Ut,  in", 'rubrik: "Ut,  in"')),
        (
            "nyttor: {a: {leder_till: g, h}}\nmål: {g, h}\n",
            "nyttor: {a: {leder_till: [g, h]}}\nmål: {g, h}\n",
        ),
        ("nyttor: {a: {leder_till: g, k}}\nmål: {g, h}\n", None),
        ("nyttor: {a: {leder_till: g, a}}\nmål: {g, h}\n", None),
        (
            "nyttor: {'a': {rubrik: 'x'}, b: {rubrik: Ut, in}}\n",
            "nyttor: {'a': {rubrik: 'x'}, b: {rubrik: 'Ut, in'}}\n",
        ),
    ],
    ("NK003", "arrow"): [
        *within(LINK, ("{? g}", None)),
        *within(LINK, ("{g, h}", "[g, h]"), ("{g}", "[g]"), ("{g: därför}", None), ("{g, k}", None)),
        *within(LINK, ("[{g}, h]", None)),
    ],
    ("NK003", "no-name"): [
        (
            "nyttor:\n  rubrik: Mer tid\n  ägare: Chef\n",
            "nyttor:\n  mer_tid:\n    rubrik: Mer tid\n    ägare: Chef\n",
        ),
        (
            "nyttor:\n  rubrik: A\n  # om b\n  rubrik: B\n  när: 2027\n  a: C\n",
            "nyttor:\n  a_2:\n    rubrik: A\n    # om b\n  b:\n    rubrik: B\n    när: 2027\n  a: C\n",
        ),
        ("nyttor: {rubrik: A}\n", None),
    ],
    ("NK006", "space"): [
        *within(
            NODE, ("kategori: kvalitet\u00a0", "kategori: kvalitet"), ("ägare\u00a0: Chef", "ägare: Chef")
        ),
        *within(NODE, ("effektmål: \u00a0ja # ?", "effektmål: ja # ?")),
        *within(FLOW, ("när: 2027\u202f, ägare: x", "när: 2027, ägare: x")),
        *within(
            NODE,
            ('kategori: "kvalitet\u00a0"', 'kategori: "kvalitet"'),
            ("effektmål: '\u00a0 ja'", "effektmål: 'ja'"),
            ('"ägare\u00a0": Chef', '"ägare": Chef'),
        ),
        ('nyttor:\n  "a\u00a0": A\n', 'nyttor:\n  "a": A\n'),
        *within(LINK, ('"g\u00a0"', '"g"')),
    ],
    ("NK006", "quoted-space"): [
        *within(NODE, ("när: '2027 ' # x", "när: '2027' # x"), ("' när': 2027", "'när': 2027")),
        *within(LINK, ('[" g", h]', '["g", h]')),
        *within(NODE, ('när: "\\u0020 2027"', None)),
    ],
    ("NK006", "spaces"): [
        *within(
            NODE, ("rubrik: Mer\u00a0tid", "rubrik: Mer tid"), ("rubrik: 'Mer   tid'", "rubrik: 'Mer tid'")
        ),
        *within(NODE, ("rubrik: Mer  tid\n      nu", None)),
        ("nyttor: {a: Mer  tid, b: B}\n", "nyttor: {a: Mer tid, b: B}\n"),
    ],
    ("NK004", "section"): [
        ("mål:\n  Bra vård\n  Fler, nöjda\n", "mål:\n  bra_vård: Bra vård\n  fler_nöjda: Fler, nöjda\n"),
        ("mål:\n  Vi tror att det\n  blir bättre\n", None),
        ("mål:\n  -Bra vård\n  -Mer tid\n", "mål:\n  bra_vård: Bra vård\n  mer_tid: Mer tid\n"),
        ("mål:\n  1. Bra vård\n  2. Mer tid\n", None),
        ("mål:\n  Bra vård\n", None),
        ("mål: Bra vård\n  Mer\n", None),
    ],
    ("NK004", "not-list-but-section"): [
        ("mål:\n  - Bra\n  - 'B: c'\n", "mål:\n  bra: Bra\n  b_c: 'B: c'\n"),
        ("mål:\n- Bra # ?\n- Bra\n", "mål:\n  bra: Bra # ?\n  bra_2: Bra\n"),
        ("mål: [Bra]\n", None),
        ("mål:\n  - rubrik: Bra\n", None),
        ("risker: [inga]\n", "risker: inga\n"),
        ("risker:\n  - inga\n", "risker: inga\n"),
        ("risker:\n  - inga\n  - Brand\n", None),
        ("risker: # obs\n  - inga\n", None),
    ],
    ("NK004", "groups"): [
        (
            "lappar:\n  Att fråga:\n    - Facket\n    - A, b\n",
            "lappar:\n  - {beskrivning: Facket, etiketter: [Att fråga]}\n"
            '  - {beskrivning: "A, b", etiketter: [Att fråga]}\n',
        ),
        ("lappar:\n  a: # b\n    - A\n", None),
        ("lappar:\n  a:\n    - rubrik: A\n", None),
    ],
    ("NK004", "question"): [
        ("lappar:\n  - ? vad\n  - b\n", 'lappar:\n  - "? vad"\n  - b\n'),
        (NODE.format("åtgärder:\n      - ? hur # x"), NODE.format('åtgärder:\n      - "? hur" # x')),
    ],
    ("NK004", "dashed-entries"): [
        (
            "nyttor:\n  a:\n    - rubrik: Mer tid # ?\n    - när: 2027\n  b: B\n",
            "nyttor:\n  a:\n      rubrik: Mer tid # ?\n      när: 2027\n  b: B\n",
        ),
        (
            "nyttor:\n  a:\n  - rubrik: Mer tid\n    ägare: Chef\n  - när: 2027\n",
            "nyttor:\n  a:\n    rubrik: Mer tid\n    ägare: Chef\n    när: 2027\n",
        ),
        ("nyttor:\n  a:\n    - rubrik: Mer tid\n    -  när: 2027\n", None),
    ],
    ("NK004", "tight-dashes"): [
        ("lappar:\n  -Vad?\n  -Hur?\n", "lappar:\n  - Vad?\n  - Hur?\n"),
        ("lappar:\n  -Vad?\n  - Vem?\n  -Hur?\n", "lappar:\n  - Vad?\n  - Vem?\n  - Hur?\n"),
        ("lappar:\n  -Vad?\n   och\n  -Hur?\n", None),
        ("lappar: -Vad? -Hur?\n", None),
    ],
    ("NK004", "titles"): [
        (
            "mål:\n  Kommun och stat:\n    - Bättre vård\n    - Mer tid, för alla\n",
            "mål:\n  bättre_vård: {rubrik: Bättre vård, etiketter: [Kommun och stat]}\n"
            '  mer_tid_för_alla: {rubrik: "Mer tid, för alla", etiketter: [Kommun och stat]}\n',
        ),
        (
            "mål:\n  tid:\n  - Tid\n  - Lugn\n",
            "mål:\n  tid: {rubrik: Tid, etiketter: [tid]}\n  lugn: {rubrik: Lugn, etiketter: [tid]}\n",
        ),
        ("mål:\n  a:\n    - Bra\n  b:\n    - Mer\n", None),
        ("mål:\n  a:\n    - Bra # ?\n    - 'Mer'\n", None),
        ("mål:\n  a:\n    - bra\n    - mer\n", None),
        ("mål:\n  a:\n    - Bra\n    - Mer\n  b: B\n", None),
        ("mål:\n  a: [Bra, Mer]\n", None),
        ("effekter: {e: {leder_till: a}}\nmål:\n  a:\n    - Bra\n    - Mer\n", None),
    ],
    ("NK003", "text"): [
        ("lappar:\n  - Fråga: vad\n  - B\n", 'lappar:\n  - "Fråga: vad"\n  - B\n'),
        (NODE.format("åtgärder:\n      - Fixa: nu # ?"), NODE.format('åtgärder:\n      - "Fixa: nu" # ?')),
        (NODE.format("etiketter:\n      - natt: dag"), NODE.format('etiketter:\n      - "natt: dag"')),
    ],
    ("NK004", "meant"): [
        *within(
            NODE, ("kategori: kvalité", "kategori: kvalitet"), ('kategori: "kvalité"', 'kategori: "kvalitet"')
        ),
        *within(NODE, ("perspektiv: brukare # ?", "perspektiv: invånare # ?")),
        *within(FLOW, ("kategori: omfördelningg, ägare: x", "kategori: omfördelning, ägare: x")),
    ],
    ("NK004", "case"): within(NODE, ("kategori: Kvalitet", "kategori: kvalitet")),
    ("NK004", "date-form"): [
        *within(NODE, ("när: 2027-1-5", "när: 2027-01-05"), ("när: '2027-1-5'", "när: '2027-01-05'")),
        *within(NODE, ("när: juni 2027 # ?", "när: 2027-06 # ?"), ("när: kvartal 3 2027", "när: 2027-Q3")),
        *within(NODE, ("när: 1/3-2027", "när: 2027-03-01"), ("när: 31/12/2027", "när: 2027-12-31")),
        *within(
            NODE, ("när: 1/3/2027", None), ("när: 01-03-2027", None), ("när: 3/3/2027", "när: 2027-03-03")
        ),
        *within(INDICATOR, ("mätningar: {2027-9-30: 1}", "mätningar: {2027-09-30: 1}")),
        *within(INDICATOR, ("mätningar: {2027-09-30: 1, 2027-9-30: 1}", None)),
    ],
    ("NK004", "quote"): [
        *within(FLOW, ("rubrik: 24,7", None)),
        *within(NODE, ("rubrik: 2027", 'rubrik: "2027"'), ("rubrik: true # ?", 'rubrik: "true" # ?')),
        *within(FLOW, ("rubrik: 1.50, ägare: x", 'rubrik: "1.50", ägare: x')),
        *within(
            NODE,
            ("etiketter: [1, b]", 'etiketter: ["1", b]'),
            ("x-a: 'b'\n    rubrik: 1", "x-a: 'b'\n    rubrik: '1'"),
        ),
        *within(NODE, ("kategori: 1", None), ("leder_till: 3", None)),
        ("nyttor: {a: 5}\n", 'nyttor: {a: "5"}\n'),
    ],
    ("NK004", "boolean"): [
        *within(NODE, ("effektmål: yes", "effektmål: ja"), ('effektmål: "false"', "effektmål: nej")),
        *within(NODE, ("effektmål: kanske", None)),
    ],
    ("NK004", "truth-or-date"): [
        *within(NODE, ("åtgärder: [{vad: A, klar: yes}]", "åtgärder: [{vad: A, klar: ja}]")),
        *within(NODE, ("åtgärder: [{vad: A, klar: snart}]", None)),
    ],
    ("NK004", "list"): [
        *within(
            NODE,
            ("åtgärder: Fixa det", "åtgärder: [Fixa det]"),
            ("åtgärder: a, b # c", 'åtgärder: ["a, b"] # c'),
        ),
        *within(NODE, ("åtgärder: 'Fixa'", "åtgärder: ['Fixa']"), ("etiketter: a, b", None)),
        *within(FLOW, ("etiketter: a, ägare: x", "etiketter: [a], ägare: x")),
        *within(NODE, ("åtgärder: |\n      Fixa\n      Mer", None)),
        ("lappar: hej\n", "lappar: [hej]\n"),
    ],
    ("NK004", "not-keys-but-list"): [
        *within(NODE, ("åtgärder: {vad: x}", "åtgärder: [{vad: x}]"), ("åtgärder:\n      vad: x", None)),
    ],
    ("NK004", "missing"): [
        (NODE.format("åtgärder: [{vem: x}]"), None),
    ],
    ("NK004", "decimal-comma"): [
        *within(INDICATOR, ("nollmätning: {värde: '2',5}", None), ("nollmätning: {värde: 2,50,5}", None)),
        *within(INDICATOR, ("nollmätning: {värde: 2,\n  5}", None)),
        *within(INDICATOR, ("nollmätning: {värde: 2,5}", "nollmätning: {värde: 2.5}")),
        *within(
            INDICATOR, ("nollmätning: {värde: 2,5, datum: 2027}", "nollmätning: {värde: 2.5, datum: 2027}")
        ),
        *within(INDICATOR, ("nollmätning: {värde: '2,5'}", "nollmätning: {värde: 2.5}")),
        *within(
            INDICATOR,
            ("nollmätning: {värde: 1,200}", None),
            ("nollmätning: {värde: 0,250}", "nollmätning: {värde: 0.250}"),
        ),
        *within(BLOCK_INDICATOR, ("målvärde: 2,5 # ?", "målvärde: 2.5 # ?")),
    ],
    ("NK004", "thousands"): [
        *within(INDICATOR, ("målvärde: 1 200", "målvärde: 1200"), ("målvärde: 1\u00a0200", "målvärde: 1200")),
        *within(INDICATOR, ("målvärde: '1.200'", None)),
        *within(BLOCK_INDICATOR, ("målvärde: 1.200.000", "målvärde: 1200000"), ("målvärde: 1 200.000", None)),
    ],
    ("NK004", "unquote"): within(INDICATOR, ("målvärde: '420'", "målvärde: 420")),
    ("NK004", "minus"): within(INDICATOR, ("målvärde: −5", "målvärde: -5")),
    ("NK004", "unit"): [
        *within(INDICATOR, ("målvärde: 2,5 %", 'enhet: "%", målvärde: 2.5')),
        *within(BLOCK_INDICATOR, ("? målvärde\n        : 22 %", None)),
        *within(INDICATOR, ("målvärde: 22 %", 'enhet: "%", målvärde: 22')),
        *within(INDICATOR, ("nollmätning: {värde: 2,5 %}", 'enhet: "%", nollmätning: {värde: 2.5}')),
        *within(INDICATOR, ("rubrik: R, målvärde: 22 kr", "rubrik: R, enhet: kr, målvärde: 22")),
        *within(INDICATOR, ("enhet: besök, målvärde: 22 besök", "enhet: besök, målvärde: 22")),
        *within(INDICATOR, ("enhet: tkr, målvärde: 22 kr", None), ("målvärde: 22 ungefär", None)),
        *within(INDICATOR, ("målvärde: 1,200 kr", None)),
        *within(
            BLOCK_INDICATOR,
            ("rubrik: R\n        målvärde: 22 %", 'rubrik: R\n        enhet: "%"\n        målvärde: 22'),
        ),
    ],
    ("NK004", "id"): [
        ("nyttor:\n  färre besök:\n", "nyttor:\n  färre_besök:\n"),
        ("nyttor:\n  färre besök!:  # ?\n", "nyttor:\n  färre_besök: Färre besök!  # ?\n"),
        ("nyttor: {2 nya, b}\n", "nyttor: {n2_nya: 2 nya, b}\n"),
        ('nyttor: {"a.b": ~}\n', 'nyttor: {"a_b": A.b}\n'),
        ("nyttor: {a.b: {ägare: x}}\n", "nyttor: {a_b: {rubrik: A.b, ägare: x}}\n"),
        ("nyttor:\n  a.b:\n    ägare: x\n", "nyttor:\n  a_b:\n    rubrik: A.b\n    ägare: x\n"),
        ("nyttor: {a.b: {rubrik: R}}\n", "nyttor: {a_b: {rubrik: R}}\n"),
        ("nyttor: {a b: , a_b: }\n", None),
        ("nyttor: {a b: , a.b: }\n", None),
        ("nyttor: {'!!': x}\n", None),
        ("nyttor: {a b: x}\nmål: {a_b: y}\n", None),
        ("nyttor: {a b: x}\nmål: {a b: y}\n", None),
        ("nyttor: {a.b: {}}\n", None),
        ("nyttor:\n  ? a.b\n  : ägare: x\n", None),
        ("nyttor: {c: {indikatorer: {a b: x, a.b: y}}}\n", None),
        ("nyttor: {c: {indikatorer: {a b: x}}}\n", "nyttor: {c: {indikatorer: {a_b: x}}}\n"),
        ("nyttor: {c: {indikatorer: {a b: x, a_b: y}}}\n", None),
        (
            "effekter: {e: {leder_till: [a b, 'A B']}}\nnyttor: {a b: x}\n"
            "hinder: {i: {hindrar: e -> a b}}\nundantag: [{regel: NK401, gäller: a b, varför: x}]\n",
            "effekter: {e: {leder_till: [a_b, 'a_b']}}\nnyttor: {a_b: x}\n"
            "hinder: {i: {hindrar: e -> a_b}}\nundantag: [{regel: NK401, gäller: a_b, varför: x}]\n",
        ),
    ],
    ("NK005", ""): [
        *within(NODE, ("rubrik: Nå #1, [2]", 'rubrik: "Nå #1, [2]"')),
        *within(NODE, ("rubrik: Nå mål #1 i planen", 'rubrik: "Nå mål #1 i planen"')),
        *within(NODE, ("rubrik: Nå mål #1 # och 2", 'rubrik: "Nå mål #1" # och 2')),
        *within(NODE, ('rubrik: Nå "a" #1  ', 'rubrik: "Nå \\"a\\" #1"  ')),
        *within(NODE, ("rubrik: Nå\n      mål #1", 'rubrik: "Nå\n      mål #1"')),
        *within(NODE, ("x-a: 'b'\n    rubrik: Nå #1", "x-a: 'b'\n    rubrik: 'Nå #1'")),
        *within(NODE, ("när: 2027 #kolla", "när: 2027 # kolla"), ("leder_till: g #?", "leder_till: g # ?")),
        *within(NODE, ("x-a: 5 #st", "x-a: 5 # st"), ("x-a: b #c", 'x-a: "b #c"'), ("å: b #c", None)),
        *within(FLOW, ("rubrik: Nå #1\n  ", 'rubrik: "Nå #1"\n  '), ("rubrik: Nå #1, 2\n  ", None)),
        ("nyttor:\n  a: Nå #1\n", 'nyttor:\n  a: "Nå #1"\n'),
        ("lappar:\n  - Fråga #facket\n", 'lappar:\n  - "Fråga #facket"\n'),
    ],
    ("NK005", "all"): [
        *within(NODE, ("rubrik: #1 i planen", 'rubrik: "#1 i planen"')),
        ("lappar:\n  - #facket\n", 'lappar:\n  - "#facket"\n'),
        ("nyttor: #våra\n", "nyttor: # våra\n"),
        ("nyttor:\n  a: #1\n", None),  # a box may well be empty
        ("om: #1\n", "om: # 1\n"),
    ],
    ("NK006", ""): [
        *within(NODE, ("rubrik: a:\u200b b", 'rubrik: "a: b"'), ('"a:\u200b b": x', '"a: b": x')),
        *within(NODE, ("rubrik: \u200b👩", 'rubrik: "👩"'), ("rubrik: -\u200b5", 'rubrik: "-5"')),
        *within(
            NODE, ("rubrik: 'a\\u200B\u200b'", "rubrik: 'a\\u200B'"), ("rubrik: a\u2028 b", "rubrik: a b")
        ),
        *within(NODE, ('rubrik: "a\\n\\u2028b"', 'rubrik: "a\\nb"')),
        *within(NODE, ('rubrik: "a\\"\\u2028b"', 'rubrik: "a\\" b"')),
        ("nyttor: {n\u200bo: x}\n", "nyttor: {no: x}\n"),
        ("x-a: {n\u200bo: x}\n", "x-a: {no: x}\n"),
        *within(NODE, ("rubrik: Fär\u200bre", "rubrik: Färre"), ("rubrik: 'Fär\u00adre'", "rubrik: 'Färre'")),
        *within(NODE, ("rubrik: a\u2028b", "rubrik: a b"), ("rubrik: a \u2028\u2029b\u0085", "rubrik: a b")),
        *within(NODE, ("rubrik: a\u2028\u200b\u2029b", "rubrik: a b")),
        *within(NODE, ('rubrik: "a\\u200Bb"', 'rubrik: "ab"'), ('rubrik: "a\\x85b"', 'rubrik: "a b"')),
        *within(NODE, ('rubrik: "a\\\\u200Bb\u200b"', 'rubrik: "a\\\\u200Bb"')),
        *within(NODE, ("rubrik: 👩\u200d💻 a\u200db", "rubrik: 👩\u200d💻 ab")),
        *within(NODE, ("rubrik: 20\u200b27", 'rubrik: "2027"'), ("när: 20\u200b27", "när: 2027")),
        *within(NODE, ("rubrik: |\n      a\u200bb\n      c", "rubrik: |\n      ab\n      c")),
        *within(NODE, ("rubrik: \u200b", None), ("ägar\u200be: x", "ägare: x"), ("a:\u200b b: x", None)),
        ("nyttor: {a\u200bb: x}\n", "nyttor: {ab: x}\n"),
    ],
    ("NK006", "backslash"): [
        *within(NODE, ('rubrik: "a \\Logs \\\\b"', None), ('rubrik: "a \\Logs\n      b"', None)),
        *within(
            NODE, ('rubrik: "a \\Logs"', "rubrik: 'a \\Logs'"), ('rubrik: "C:\\new"', "rubrik: 'C:\\new'")
        ),
        *within(NODE, ('rubrik: "it\'s \\Logs"', "rubrik: 'it''s \\Logs'")),
        *within(NODE, ('rubrik: "a \\Logs \\"b\\""', None), ('rubrik: "a \\Logs\\n"', None)),
    ],
    ("NK101", "meant"): [
        *within(LINK, ("okad_trygghet", "ökad_trygghet"), ("'okad_trygghet'", "'ökad_trygghet'")),
        *within(LINK, ("[g, okad_trygghet, h]", "[g, ökad_trygghet, h]")),
        *within(LINK, ("{to: Ökad trygghet, eftersom: x}", "{to: ökad_trygghet, eftersom: x}")),
        *within(LINK, ("[okad_trygghet, ökad_trygghet]", None)),
        *within(LINK, ("'o\u0308kad trygghet'", "'ökad_trygghet'")),
        (
            "konsekvenskostnader: {dyrare: D}\nrisker: {r: {leder_till: dyrare, vid: dyrarre}}\n",
            "konsekvenskostnader: {dyrare: D}\nrisker: {r: {leder_till: dyrare, vid: dyrare}}\n",
        ),
        (
            "effekter: {e: {leder_till: 'No'}}\nnyttor: {'no': N}\n",
            "effekter: {e: {leder_till: 'no'}}\nnyttor: {'no': N}\n",
        ),
        *within(LINKS, ("- okad_trygghet  # ?", "- ökad_trygghet  # ?")),
        *within(
            OBSTACLE, ("okad_trygghet", "ökad_trygghet"), ("e -> okad_trygghet", None), ("E -> g", "e -> g")
        ),
        *within(OBSTACLE, ("'E → g'", "'e → g'"), ("[E => g, h]", "[e => g, h]")),
        (
            "effekter: {e: {leder_till: nej_}}\nnyttor: {no: N, nej: J}\n",
            "effekter: {e: {leder_till: nej}}\nnyttor: {no: N, nej: J}\n",
        ),
        (
            "effekter: {e: {leder_till: No}}\nnyttor: {'no': N}\n",
            "effekter: {e: {leder_till: 'no'}}\nnyttor: {'no': N}\n",
        ),
    ],
    ("NK101", "id"): [
        (
            "effekter: {e: {leder_till: ökad_trygghet}, i: {leder_till: ökad_trygghet}}\n"
            "nyttor: {ökad_trygghett: Ökad trygghet}\n",
            "effekter: {e: {leder_till: ökad_trygghet}, i: {leder_till: ökad_trygghet}}\n"
            "nyttor: {ökad_trygghet: Ökad trygghet}\n",
        ),
        (
            "effekter: {e: {leder_till: okad_trygghet}}\n"
            "nyttor:\n  'okad_tryghet' : {rubrik: Ökad trygghet}\n",
            "effekter: {e: {leder_till: okad_trygghet}}\n"
            "nyttor:\n  'okad_trygghet' : {rubrik: Ökad trygghet}\n",
        ),
        (
            "effekter: {färe_besök: {rubrik: Färre besök, leder_till: g}}\n"
            + BOXES
            + "hinder: {i: {hindrar: färre_besök -> g}}\n",
            "effekter: {färre_besök: {rubrik: Färre besök, leder_till: g}}\n"
            + BOXES
            + "hinder: {i: {hindrar: färre_besök -> g}}\n",
        ),
    ],
    ("NK101", "space"): within(LINK, ("Ökad\u00a0trygghet", "ökad_trygghet")),
    ("NK101", "end"): within(
        LINK, ("e -> g", "g"), ("'e --> g'", "'g'"), ("h -> g", None), ("[g, e -> g]", None)
    )
    + within(LINK, ("e -> h -> g", None), ("e -> e", None))
    + within(OBSTACLE + "förändringar: {{f: {{leder_till: f -> i}}}}\n", ("g", None)),
    ("NK101", "several"): [
        *within(
            LINK,
            ("g och h", "[g, h]"),
            ("'Ökad trygghet, G'", "[ökad_trygghet, g]"),
            ("[g och h]", "[g, h]"),
            ("{to: g och h}", None),
            ("'g, h'", "[g, h]"),
        ),
        *within(LINKS, ("- g, h # ?", "- g\n      - h # ?"), ("- g\n      - g och h", None)),
        *within(LINK, ("g och okad_trygghet", None), ("g och e", None), ("g och g", None)),
        *within(OBSTACLE, ("g och h", "[g, h]"), ("g och i", None)),
        (BOXES + "risker: {r: {hindrar: g och h}}\n", BOXES + "risker: {r: {hindrar: [g, h]}}\n"),
        *within(
            "risker: {{r: {{leder_till: {}}}}}\nkonsekvenskostnader: {{d: D, k: K}}\nhinder: {{i}}\n"
            + FRAMED,
            ("d och k", "[d, k]"),
            ("d och g", None),
            ("d och i", None),
        ),
    ],
    ("NK104", ""): [
        *within(LINK, ("[g, h, g]", "[g, h]"), ("[g, g ]", "[g ]"), ("[g,\n  g, h]", "[g, h]")),
        *within(LINK, ("[g, {to: g}]", "[g]"), ("[g, {to: g, eftersom: x}]", None), ("[g, # a\n  g]", None)),
        *within(LINK, ("[{to: g, eftersom: x}, {to: g, eftersom: x}]", "[{to: g, eftersom: x}]")),
        *within(LINK, ("[g, {to: g, x-a: b}]", None)),
        *within(LINKS, ("- g\n      - h\n      - g", "- g\n      - h"), ("- g\n      - g # ?", None)),
        *within(LINKS, ("- g\n      - to: g\n      - h", "- g\n      - h")),
        *within(
            LINKS,
            ("- {to: g, koppling: direkt}\n      - to: g # ?\n        koppling: direkt", None),
            ("- {to: g, underlag: x}\n      - {to: g, underlag: y}", None),
            ("- g\n      - {to: g, koppling: direkt}", None),
        ),
        (
            BOXES + "effekter:\n  e:\n    leder_till:\n      - g\n      - g",
            BOXES + "effekter:\n  e:\n    leder_till:\n      - g",
        ),
    ],
    ("NK001", "colon-in-text"): [
        ("nyttor: {a: {rubrik: 4: vård,\n  ägare: x}}\n", 'nyttor: {a: {rubrik: "4: vård",\n  ägare: x}}\n'),
        ("lappar:\n  - Två besök: ett: x\n    och mer\n", None),
        ("lappar:\n  - beskrivning: Två: x\n", 'lappar:\n  - beskrivning: "Två: x"\n'),
        *within(
            NODE,
            ("rubrik: Två besök: ett", 'rubrik: "Två besök: ett"'),
            ("rubrik: a: b # ?", 'rubrik: "a: b" # ?'),
        ),
        *within(NODE, ('rubrik: Det "nya": ett', 'rubrik: "Det \\"nya\\": ett"')),
        *within(NODE, ("rubrik: a: b\n    ägare: x", 'rubrik: "a: b"\n    ägare: x')),
        *within(NODE, ("rubrik: a: b\n      mer", None)),
        *within(
            NODE, ("Två besök: a: b", None), ("x-a: 'b'\n    rubrik: a: b", "x-a: 'b'\n    rubrik: 'a: b'")
        ),
        *within(FLOW, ("rubrik: Mål 4: vård, ägare: x", 'rubrik: "Mål 4: vård", ägare: x')),
        ("nyttor:\n  a: Två: x\n  b: B\n", 'nyttor:\n  a: "Två: x"\n  b: B\n'),
        ("lappar:\n  - Två besök: ett: x\n", 'lappar:\n  - "Två besök: ett: x"\n'),
        ("lappar:\n  - Två: ett: x\n", 'lappar:\n  - "Två: ett: x"\n'),
        *within(NODE, ("rubrik: Nämndens mål: kortare tid", 'rubrik: "Nämndens mål: kortare tid"')),
        *within(NODE, ("rubrik: Vår risk: låg", 'rubrik: "Vår risk: låg"')),
        *within(NODE, ("rubrik: Nya underlag: bättre", 'rubrik: "Nya underlag: bättre"')),
        *within(NODE, ("rubrik: Ny kategori: äldre", 'rubrik: "Ny kategori: äldre"')),
        ("nyttor:\n  a: mål: x\n", 'nyttor:\n  a: "mål: x"\n'),
    ],
    ("NK001", "entries-on-line"): [
        ("nyttor:\n  n: Trygg, leder_till: g\n", "nyttor:\n  n: {rubrik: Trygg, leder_till: g}\n"),
        ("nyttor:\n  n: A, b, leder_till: [g, h]\n", 'nyttor:\n  n: {rubrik: "A, b", leder_till: [g, h]}\n'),
        ("nyttor:\n  n: rubrik: Trygg # ?\n", "nyttor:\n  n: {rubrik: Trygg} # ?\n"),
        ("benefits:\n  n: Safe; owner: Chief\n", "benefits:\n  n: {title: Safe, owner: Chief}\n"),
        ("nyttor:\n  n: Trygg, leder_till: g\n    mer\n", None),
    ],
    ("NK001", "entries-on-row"): [
        *within(NODE, ("rubrik: Trygg, ägare: Chef", "rubrik: Trygg\n    ägare: Chef")),
        *within(NODE, ("rubrik: Trygg, ägare: Chef\n      för äldre", None)),
        (
            "nyttor:\n  n:\n    åtgärder:\n      - vad: Köp, vem: Chef\n",
            "nyttor:\n  n:\n    åtgärder:\n      - vad: Köp\n        vem: Chef\n",
        ),
    ],
    ("NK001", "flat"): [
        (
            "nyttor:\nn:\nrubrik: N\nnär: 2027\nm: M\n",
            "nyttor:\n  n:\n    rubrik: N\n    när: 2027\n  m: M\n",
        ),
        ("nyttor:\nn:\nägare: Chef\nägare: Chef\nm: M\n", None),
    ],
    ("NK001", "box-on-line"): [
        ("nyttor: n: Trygg\n", "nyttor:\n  n: Trygg\n"),
        ("nyttor: n: Trygg\n   m: M\n", "nyttor:\n   n: Trygg\n   m: M\n"),
        ("nyttor: n: Trygg\n   ägare: M\n", None),
        ("nyttor: Två saker: Trygg\n", None),
    ],
    ("NK001", "curly-quotes"): [
        *within(NODE, ("rubrik: ”Två: x”", 'rubrik: "Två: x"'), ("rubrik: ”Två: x", None)),
        *within(NODE, ("rubrik: ”Två: x” och y", 'rubrik: "”Två: x” och y"')),
        *within(FLOW, ("rubrik: “Två: x”, ägare: y", 'rubrik: "Två: x", ägare: y')),
    ],
    ("NK001", "first-character"): [
        *within(NODE, ("rubrik: @hem # ?", 'rubrik: "@hem" # ?'), ("rubrik: `kod`", 'rubrik: "`kod`"')),
        *within(NODE, ("rubrik: %x", 'rubrik: "%x"'), ("rubrik: ]x", None), ("rubrik: > 420", None)),
        *within(NODE, ("rubrik: @hem\n      och borta", None)),
        *within(FLOW, ("rubrik: @hem, ägare: x", 'rubrik: "@hem", ägare: x')),
        ("%x: 1\n", None),
        ("lappar:\n  - @facket\n", 'lappar:\n  - "@facket"\n'),
        *within(NODE, ("rubrik: ? vad # x", 'rubrik: "? vad" # x')),
        ("lappar:\n  - a\n  - ? vem: jag # x\n", 'lappar:\n  - a\n  - "? vem: jag" # x\n'),
    ],
    ("NK001", "dash-among-names"): [
        (
            "nyttor:\n  - Minskad stress\n  tid:\n    rubrik: Mer tid\n  - Mer, lugn\n",
            "nyttor:\n  minskad_stress: Minskad stress\n  tid:\n    rubrik: Mer tid\n  mer_lugn: Mer, lugn\n",
        ),
        ("nyttor:\n  tid: Mer tid\n  - Tid\n", "nyttor:\n  tid: Mer tid\n  tid_2: Tid\n"),
        ("nyttor:\n  - minskad stress\n  tid: Mer tid\n", None),
        ("nyttor:\n  - Minskad stress\n    hos alla\n  tid: Mer tid\n", None),
        ("nyttor:\n  - Bra vård\n  - b: Mer\n  tid: Mer tid\n", None),
        ("nyttor:\n  tid:\n    - Bra vård\n    rubrik: Mer tid\n", None),
    ],
    ("NK001", "tight-dash"): [
        ("lappar:\n  - Vad?\n  -Hur?\n", "lappar:\n  - Vad?\n  - Hur?\n"),
    ],
    ("NK001", "comma-for-dash"): [
        ("lappar:\n  - Vad?\n  , Hur?\n", "lappar:\n  - Vad?\n  - Hur?\n"),
    ],
    ("NK001", "no-space"): [
        ("språk:sv\nnyttor: {a}\n", "språk: sv\nnyttor: {a}\n"),
        ("nyttor:\n  a: A\n  b!:B\n", None),
        ("nyttor:\n  a: A\n  b:\u00a0\n", None),
        *within(NODE, ("beskrivning: x\n    ägare:Chef", "beskrivning: x\n    ägare: Chef")),
        *within(NODE, ("beskrivning: x\n    ägare:\u00a0Chef", "beskrivning: x\n    ägare: Chef")),
        *within(NODE, ("beskrivning: x\n    ägare:@Chef", 'beskrivning: x\n    ägare: "@Chef"')),
        *within(NODE, ("beskrivning: x\n    ägare:Chef #1", 'beskrivning: x\n    ägare: "Chef #1"')),
        ("nyttor:\n  a: A\n  b:B\n", "nyttor:\n  a: A\n  b: B\n"),
        ("Obs:viktigt\nnyttor:\n  a: A\n", None),
    ],
    ("NK001", "no-colon-after-key"): [
        *within(NODE, ("leder_till -> x\n    när: 2027", "leder_till: x\n    när: 2027")),
        *within(NODE, ("ägare; Chef\n    när: 2027", "ägare: Chef\n    när: 2027")),
        *within(NODE, ("ägare = @x\n    när: 2027", 'ägare: "@x"\n    när: 2027')),
        *within(NODE, ("ägare Chef\n    när: 2027", None), ("chef = x\n    när: 2027", None)),
    ],
    ("NK001", "hard-space"): [
        ("nyttor:\n\u00a0\u00a0a: b\n", "nyttor:\n  a: b\n"),
        ("nyttor:\n  a: b\n\u00a0\nmål: {c}\n", "nyttor:\n  a: b\n \nmål: {c}\n"),
        ("nyttor:\n\u2003a: b\n", None),
        (NODE.format("beskrivning: |\n      x\n     \u00a0y: z"), None),
    ],
    ("NK001", "tab"): [
        ("nyttor:\n  # obs\n\ta: b\n\t# obs\n", "nyttor:\n  # obs\n  a: b\n  # obs\n"),
        ("nyttor:\n\ta:\n\t\trubrik: b\n", "nyttor:\n  a:\n    rubrik: b\n"),
        ("nyttor:\n  a:\n\t\trubrik: b\n", None),
        ("nyttor:\n  a: x\n \tb: y\n", None),
    ],
    ("NK001", "tab-alone"): [("nyttor:\n  a: b\n\t\n  c: d\n", "nyttor:\n  a: b\n\n  c: d\n")],
    ("NK001", "tab-after-dash"): [
        ("lappar:\n  -\tb", "lappar:\n  - b"),
        ("lappar:\n  -\tb\n", "lappar:\n  - b\n"),
        ("lappar:\n  -\ttext: b\n    ursprung: c\n", None),
    ],
    ("NK001", "strokes"): [
        ("nyttor: {a}\n=====\nmål: {b}\n", "nyttor: {a}\n# =====\nmål: {b}\n"),
        ("nyttor:\n  a:\n    beskrivning: |\n      b\n      ----\n   fel\n", None),
    ],
    ("NK001", "bullet"): [
        ("lappar:\n  • b\n    • c\n", None),
        ("lappar:\n    • b\n  • c\n", "lappar:\n    - b\n  • c\n"),
        ("nyttor:\n  a:\n    beskrivning: |\n      b\n      • c\n   fel\n", None),
        ("lappar:\n  • b\n\n  • c # ?\nmål: {b}\n", "lappar:\n  - b\n\n  - c # ?\nmål: {b}\n"),
        ("lappar:\n  *  b\n  * c\n", "lappar:\n  - b\n  - c\n"),
    ],
    ("NK001", "first-line"): [],
    ("NK001", "control-character"): [
        *within(NODE, ("rubrik: a\x07b\x0bc", None)),
        *within(
            NODE,
            ("rubrik: a\x0bb\n    ägare: c\x0bd", "rubrik: a b\n    ägare: c d"),
            ("rubrik: a\x07", None),
        ),
        *within(NODE, ("\x0brubrik: a", "rubrik: a")),
    ],
    ("NK001", "backslash"): [
        *within(NODE, ('rubrik: "Färre \\d\n      mer"', None), ('rubrik: "Färre\n      \\d mer"', None)),
        *within(
            NODE, ('rubrik: "C:\\bilder" # ?', None), ('rubrik: "G:\\Projekt\\"', "rubrik: 'G:\\Projekt\\'")
        ),
        *within(NODE, ('rubrik: "Färre \\d"', "rubrik: 'Färre \\d'"), ('rubrik: "\\" \\d"', None)),
    ],
    ("NK811", "comma"): [
        (VALUED.format('"hours * 0,5"'), VALUED.format('"hours * 0.5"')),
        (VALUED.format("'0,25 * hours'"), VALUED.format("'0.25 * hours'")),
        (VALUED.format('"hours * 1,000"'), None),
    ],
    ("NK811", "equals"): [(VALUED.format("=hours*2"), VALUED.format("hours*2"))],
    ("NK811", "hyphen"): [
        (
            FACTORS.format("min-digitalt", "besök * min-digitalt / 60"),
            FACTORS.format("min_digitalt", "besök * min_digitalt / 60"),
        ),
        (FACTORS.format("besök-kvar", "besök-kvar"), None),
        (FACTORS.format("min-kvar", '"(min-kvar+1)"'), FACTORS.format("min_kvar", '"(min_kvar+1)"')),
    ],
    ("NK811", "space"): [(VALUED.format("hours * 1 200"), VALUED.format("hours * 1200"))],
    ("NK811", "sign"): [
        (VALUED.format("hours x 2"), VALUED.format("hours * 2")),
        (VALUED.format("hours – 2"), VALUED.format("hours - 2")),
    ],
}
STAGES = ["plann", "utkst", "analyss", "drift", "förvaltning", "genomförande", "workshop"]
"""Words for a stage that are none: which was meant is never certain enough to change what is asked."""
OTHER_WORDS = [
    (NB + "gevinster: {a: {eyer: x}}\n", NB + "gevinster: {a: {eier: x}}\n"),
    (NB + "gevinster: {a: {kategori: Kvalitet}}\n", NB + "gevinster: {a: {kategori: kvalitet}}\n"),
    (NB + "gevinster:\n  a:\n    eier:x\n", NB + "gevinster:\n  a:\n    eier: x\n"),
    (
        NB + "gevinster: {a: {indikatorer: {i: {målverdi: 2 %}}}}\n",
        NB + 'gevinster: {a: {indikatorer: {i: {enhet: "%", målverdi: 2}}}}\n',
    ),
    (EN + "benefits: {a: {ownr: x}}\n", EN + "benefits: {a: {owner: x}}\n"),
    (EN + "benefits: {a: {category: qualty}}\n", EN + "benefits: {a: {category: quality}}\n"),
    (EN + "benefits: {a: {effect_goal: yes}}\n", EN + "benefits: {a: {effect_goal: true}}\n"),
    (EN + "benefits: {a.b: {owner: x}}\n", EN + "benefits: {a_b: {title: A.b, owner: x}}\n"),
    (
        EN + "benefits: {a: {indicators: {i: {target: 2 %}}}}\n",
        EN + 'benefits: {a: {indicators: {i: {unit: "%", target: 2}}}}\n',
    ),
    (" nyttokedja: 1\nrubrik: A\n", "nyttokedja: 1\nrubrik: A\n"),
    ("rubrik: A", "nyttokedja: 1\nrubrik: A"),
    ("--- {rubrik: A}\n", "--- {nyttokedja: 1, rubrik: A}\n"),
    ("  nyttokedja: 1\n  rubrik: A\nskede: utkast\n", None),
    ("# hej\nrubrik: A\nnyttor: {a}\n", "# hej\nnyttokedja: 1\nrubrik: A\nnyttor: {a}\n"),
    ("{rubrik: A, nyttor: {a}}\n", "{nyttokedja: 1, rubrik: A, nyttor: {a}}\n"),
]
