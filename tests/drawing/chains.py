"""Chains to draw, built without YAML: each names what it tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nyttokedja.model.chain import About, Action, Chain, Link, Node, NodeType, Note
from nyttokedja.model.findings import NOWHERE, Finding, Place
from nyttokedja.model.indicators import Indicator
from nyttokedja.model.periods import parse
from nyttokedja.model.pointers import Reference
from nyttokedja.model.severity import Severity
from nyttokedja.model.stage import Stage


def reference(written: str) -> Reference:
    """``a`` is a node, ``a > b`` an arrow."""
    tail, _, head = written.rpartition(" > ")
    return Reference(head, NOWHERE, tail or None)


def node(
    kind: NodeType, id: str, title: str = "", *, to: str | dict[str, str] = "", **fields: object
) -> Node:
    """A node; ``to`` is the ids it leads to, or id → strength."""
    targets = to if isinstance(to, dict) else dict.fromkeys(to.split(), "")
    for key in ("hinders", "at", "needed_for"):
        if key in fields:
            fields[key] = tuple(reference(one) for one in fields[key])
    if "indicator" in fields:
        fields["indicators"] = (Indicator("i", str(fields.pop("indicator")), NOWHERE),)
    if "action" in fields:
        fields["actions"] = (Action(str(fields.pop("action")), NOWHERE),)
    if "due" in fields:
        fields["due"] = parse(str(fields["due"]))
    links = tuple(Link(id, target, NOWHERE, strength=strength) for target, strength in targets.items())
    return Node(id, kind, title or id, NOWHERE, links=links, **fields)


def change(id: str, title: str = "", **fields: object) -> Node:
    """A change."""
    return node(NodeType.CHANGE, id, title, **fields)


def effect(id: str, title: str = "", **fields: object) -> Node:
    """An effect."""
    return node(NodeType.EFFECT, id, title, **fields)


def behaviour(id: str, title: str = "", **fields: object) -> Node:
    """An effect that is a behaviour."""
    return effect(id, title, behaviour=True, **fields)


def benefit(id: str, title: str = "", **fields: object) -> Node:
    """A benefit."""
    return node(NodeType.BENEFIT, id, title, **fields)


def drawback(id: str, title: str = "", **fields: object) -> Node:
    """A drawback."""
    return node(NodeType.DRAWBACK, id, title, **fields)


def goal(id: str, title: str = "", **fields: object) -> Node:
    """A goal."""
    return node(NodeType.GOAL, id, title, **fields)


def obstacle(id: str, title: str = "", **fields: object) -> Node:
    """An obstacle."""
    return node(NodeType.OBSTACLE, id, title, **fields)


def risk(id: str, title: str = "", **fields: object) -> Node:
    """A risk."""
    return node(NodeType.RISK, id, title, **fields)


def opportunity(id: str, title: str = "", **fields: object) -> Node:
    """An opportunity."""
    return node(NodeType.OPPORTUNITY, id, title, **fields)


def precondition(id: str, title: str = "", **fields: object) -> Node:
    """A precondition."""
    return node(NodeType.PRECONDITION, id, title, **fields)


def cost(id: str, title: str = "", **fields: object) -> Node:
    """A cost."""
    return node(NodeType.COST, id, title, **fields)


def finding(code: str, id: str = "", severity: Severity = Severity.ERROR, variant: str = "") -> Finding:
    """A finding at a node."""
    return Finding(code, code.lower(), severity, "chain.yaml", Place(), node=id, variant=variant)


HOSTILE_CHAIN = Chain("HOSTILE", nodes=(change("a", "<script>HOSTILE"), effect("HOSTILE", "HOSTILE")))
NOTHING = Chain("Tom kedja")
ONE = Chain("En ruta", nodes=(benefit("n", "Frigjord tid"),))

TINY = Chain(
    "Digital läkemedelslista",
    said_stage=Stage.DRAFT,
    nodes=(
        change("c", "Digital läkemedelslista i stället för papper", to="b"),
        behaviour("b", "Sjuksköterskan signerar digitalt", to="n"),
        benefit("n", "Frigjord tid för sjuksköterskor"),
    ),
    notes=(Note("Vad säger facket?", NOWHERE, "Workshop 2026-10-02"), Note("Vem äger listan?", NOWHERE)),
)

_OWN = {"category": "redistribution", "perspective": "own"}
_QUALITY = {"category": "quality", "perspective": "residents"}

FULL = Chain(
    "Läkemedelsautomat i hemtjänsten",
    said_stage=Stage.PLAN,
    about=About(
        organisation="Exempelkommun",
        purpose="Underlag för beslut om införande",
        now="Personal delar ut läkemedel vid besök.",
        new="Automaten delar ut, personal fyller på.",
        perspectives={"own": "Kommunen", "residents": "Brukare"},
    ),
    nodes=(
        change("automat", "Läkemedelsautomat hos brukare som klarar det", owner="Verksamhetschef hemtjänst",
               to="sjalv larm"),
        behaviour("sjalv", "Brukaren tar sin medicin själv", indicator="andel doser tagna i tid",
                  to="besok ratt"),
        effect("besok", "Färre besök för läkemedel", indicator="besök för läkemedel per dag", to="mil tid"),
        effect("mil", "Färre körda mil", to="drivmedel miljo"),
        effect("ratt", "Medicin tas i rätt tid", to="avvik effekt"),
        effect("avvik", "Färre läkemedelsavvikelser", to="ssk"),
        effect("effekt", "Bättre effekt av medicinen", to="trygg stand"),
        benefit("drivmedel", "Lägre drivmedelskostnad", category="financial", perspective="own",
                owner="Fordonsansvarig"),
        benefit("miljo", "Minskad miljöpåverkan", category="environment", perspective="society",
                indicator="körda km per besök"),
        benefit("tid", "Frigjord tid för hemtjänstens personal", owner="Enhetschef hemtjänst",
                indicator="besök för läkemedel per dag", to={"bemanning": "direct"}, **_OWN),
        benefit("ssk", "Frigjord tid för sjuksköterska", owner="MAS", indicator="läkemedelsavvikelser per år",
                to={"bemanning": "indirect"}, **_OWN),
        benefit("trygg", "Ökad trygghet", owner="Enhetschef hemtjänst", indicator="brukarenkät, trygghet",
                beside=True, **_QUALITY),
        benefit("stand", "Ökad självständighet", owner="Enhetschef hemtjänst", to="hemma", **_QUALITY),
        goal("bemanning", "Hållbar bemanning i hemtjänsten", adopted_in="Strategisk plan 2026–2030, mål 4"),
        goal("hemma", "Fler klarar sig längre hemma", adopted_in="Äldreplan 2027, mål 2"),
        obstacle("ovana", "Ovana vid teknik", hinders=["sjalv"], action="introduktion i hemmet"),
        risk("forsamring", "Besöken blir för få för att upptäcka försämring", at=["sjalv > besok"],
             consequence="försämrad hälsa upptäcks senare"),
        risk("oro", "Oro och ensamhet när besöken blir färre", hinders=["trygg"], consequence="otrygghet"),
        opportunity("larm", "Automaten larmar vid försämrad hälsa",
                    requires="beslut om larmcentral, cirka 400 tkr", to="hemma"),
        precondition("tackning", "Mobiltäckning i bostaden", needed_for=["automat"], who="Installatör",
                     due="2027-01-15", met=False),
        cost("hyra", "Hyra av automater", category="financial", timing="running"),
        cost("utb", "Utbildning, information och installation", category="redistribution", timing="once"),
        cost("led", "Förändringsledning", category="redistribution", timing="once"),
        cost("drift", "Drift", category="redistribution", timing="running"),
    ),
    none=frozenset({NodeType.DRAWBACK}),
)  # fmt: skip

FULL_FINDINGS = (
    finding("NK401", "miljo"),
    finding("NK501", "stand"),
    finding("NK305", "hemma", Severity.WARNING),
    finding("NK404", "ssk", Severity.INFO),
    finding("NK215", "", Severity.WARNING),
)

DOCKS = Chain(
    "Prov: hinder och risker",
    nodes=(
        change("las", "Digitala lås", to="nyckel behorig"),
        behaviour("nyckel", "Personalen öppnar med digital nyckel", to="hamt larm"),
        effect("behorig", "Behörighet styrs centralt", to="larm"),
        effect("hamt", "Färre nyckelhämtningar", to="tid"),
        effect("larm", "Åker direkt vid larm", to="trygg"),
        benefit("tid", "Frigjord tid", to="hemma", **_OWN),
        benefit("trygg", "Ökad trygghet", to="hemma hamt", **_QUALITY),
        goal("hemma", "Fler klarar sig längre hemma"),
        obstacle("nej", "Hyresvärd säger nej", hinders=["nyckel"]),
        obstacle("batteri", "Batterier tar slut", hinders=["nyckel"]),
        obstacle("signal", "Larmet når inte fram", hinders=["behorig > larm"]),
        risk("drift", "Driftstörning", at=["nyckel > larm"], consequence="brukare får vänta"),
        risk("osaker", "Osäkerhet om nyttan", hinders=["tid"]),
        risk("turer", "Turerna fylls på", at=["hamt > tid"], consequence="tiden syns inte"),
        risk("rundgang", "Färre hämtningar ger för stor trygghet", at=["trygg > hamt", "hemma"]),
        obstacle("los", "Hinder som inget hindrar"),
        obstacle("fel", "Hinder för något som inte finns", hinders=["finns_inte_alls"]),
    ),
)

STACKED = Chain(
    "Flera hinder och risker vid samma ruta",
    nodes=(
        change("las", "Digitala lås", to="nyckel"),
        behaviour("nyckel", "Personalen öppnar med digital nyckel", to="tid"),
        benefit("tid", "Frigjord tid", to="hemma", **_OWN),
        goal("hemma", "Fler klarar sig längre hemma"),
        obstacle("nej", "Hyresvärd säger nej", hinders=["nyckel"]),
        obstacle("batteri", "Batterier tar slut", hinders=["nyckel", "hemma"]),
        risk("drift", "Driftstörning", at=["nyckel"], consequence="brukare får vänta"),
        risk("obehorig", "Obehöriga kommer in", at=["nyckel", "tid"]),
        risk("turer", "Turerna fylls på", at=["las > nyckel"], consequence="tiden syns inte"),
        *(obstacle(f"h{number}", f"Hinder {number}", hinders=["tid"]) for number in range(7)),
        risk("osaker", "Osäkerhet om nyttan", hinders=["hemma"]),
    ),
)

BACKWARD = Chain(
    "Sex pilar bakåt",
    nodes=(
        change("c1", "Ny planering av turer", to="e1 e2"),
        change("c2", "Digitala lås", to="e2 e3"),
        behaviour("e1", "Planeraren lägger turer digitalt", to="e4"),
        effect("e2", "Färre nyckelhämtningar", to="e4 e5 e1"),
        effect("e3", "Kortare väntan", to="e5"),
        effect("e4", "Färre körda mil", to="n1 n2 e1"),
        effect("e5", "Lugnare arbetsdagar", to="n2 n3"),
        benefit("n1", "Lägre drivmedelskostnad", to="m1", category="financial", perspective="own"),
        benefit("n2", "Frigjord tid", to={"m1": "", "e3": "", "e5": "indirect"}, **_OWN),
        benefit("n3", "Ökad trygghet", to="m2 e3", **_QUALITY),
        goal("m1", "Budget i balans", to="c1"),
        goal("m2", "Fler klarar sig längre hemma", to="m1 e5"),
    ),
)

OFFERS = Chain(
    "Möjligheter, kopplingar och fogar av alla slag",
    said_stage=Stage.DRAFT,
    nodes=(
        change("c1", "Digital nattillsyn med värmekamera", to={"b1": "direct", "e1": "limited", "o2": ""}),
        behaviour("b1", "Nattpersonalen gör tillsyn på distans", to={"e2": "direct", "e3": "limited"}),
        effect("e1", "Brukaren störs inte på natten", to={"e4": "", "n3": "indirect"}),
        effect("e2", "Färre fysiska nattbesök", to="n1 n2 d1"),
        effect("e3", "Jämnare arbetsbelastning över dygnet", to={"n2": "limited", "e2": "indirect"}),
        effect("e4", "Bättre nattsömn", to="n3 o3", effect_goal=True),
        benefit("n1", "Lägre drivmedelskostnad", category="financial", perspective="own", to="m1",
                size="medium"),
        benefit("n2", "Frigjord tid för nattpersonal", to={"m1": "direct", "e1": "", "n3": ""}, **_OWN),
        benefit("n3", "Bättre hälsa", effect_goal=True, to="m2", **_QUALITY),
        drawback("d1", "Sämre social kontakt", **_QUALITY),
        goal("m1", "Hållbar kompetensförsörjning inom äldreomsorgen", adopted_in="Strategisk plan 2026–2030"),
        goal("m2", "Fler klarar sig längre hemma", to="c1"),
        opportunity("o1", "Samma lås för hemsjukvården", requires="avtal med regionen", to="n2 m2"),
        opportunity("o2", "Sensorer för fallprevention", requires="upphandling", to="m2"),
        opportunity("o3", "Gemensam larmcentral i länet", to="o1"),
        opportunity("o4", "Möjlighet som inte leder någonstans"),
        risk("r1", "Hälsoförändring missas", at=["b1 > e2", "e3"], to="d1"),
        risk("r2", "Oro för integritet", at=["b1"], hinders=["o2"], consequence="brukare tackar nej"),
        obstacle("h1", "Bristande bredband", hinders=["b1", "b1 > e3", "c1 > b1"], owner="IT-chef"),
        obstacle("h2", "Integritetsskyddsbedömning drar ut på tiden", hinders=["b1 > e2"]),
        obstacle("h3", "Larmcentralens avtal", hinders=["o1", "e4 > o3"]),
        precondition("p1", "Mobiltäckning i trapphus", needed_for=["c1", "b1 > e2"], who="Fastighetschef",
                     due="2027-03", met=True),
        precondition("p2", "Utbildad nattpersonal"),
        cost("k1", "Kameror", category="financial", timing="once"),
        cost("k2", "Licenser", category="financial", timing="running"),
    ),
    notes=(Note("Vad säger facket?", NOWHERE, "Workshop 2026-10-02"), Note("Vem äger kamerorna?", NOWHERE)),
    none=frozenset({NodeType.OBSTACLE, NodeType.RISK}),
)  # fmt: skip

_WORDS = (
    "Verksamhetsutvecklingsarbetet följs upp", "Färre läkemedelsavvikelser", "Färre akutbesök",
    "Hemtjänstpersonalen planerar om", "Minskad dokumentationsbörda", "Bättre nattsömn", "Lägre fallrisk",
    "Korttidsboendeplaceringar undviks", "Kortare handläggningstider för bistånd", "Färre fysiska nattbesök",
    "Jämnare arbetsbelastning över dygnet", "Färre nyckelhämtningar", "Trygghetslarm besvaras snabbare",
    "Personalkontinuiteten ökar", "Närståendestödet når fler", "Myndighetsutövningens rättssäkerhet stärks",
)  # fmt: skip


def randomly(seed: int) -> Callable[[int], int]:
    """A source of numbers below a limit, the same for the same seed on every machine."""
    state = seed

    def pick(limit: int) -> int:
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return (state >> 8) % limit

    return pick


def large(effects: int, benefits: int, goals: int, changes: int = 3, seed: int = 7) -> Chain:
    """A chain of long Swedish words with pseudo-random arrows, the same for the same numbers."""
    pick = randomly(seed)
    per = max(2, effects // 4)
    names = [f"e{n}" for n in range(effects)]
    levels = [[f"c{n}" for n in range(changes)]]
    levels += [names[at : at + per] for at in range(0, effects, per)]
    levels += [[f"n{n}" for n in range(benefits)], [f"m{n}" for n in range(goals)]]
    results = _results(levels, pick)
    nodes = [_filled(id, results.get(id, []), pick) for level in levels for id in level]
    for number in range(max(1, effects // 8)):
        nodes.append(obstacle(f"h{number}", "Bristande bredbandsuppkoppling", hinders=[f"e{pick(effects)}"]))
        nodes.append(risk(f"r{number}", "Hälsoförändring missas", at=[f"n{pick(benefits)}"],
                          consequence="försämrad hälsa upptäcks senare"))  # fmt: skip
    about = About(
        organisation="Exempelkommun", purpose="Programbeslut 2027", perspectives={"residents": "Brukare"}
    )
    return Chain(f"Digitalt stöd i hemtjänsten, {len(nodes)} rutor", about=about, nodes=tuple(nodes))


def _results(levels: list[list[str]], pick: Callable[[int], int]) -> dict[str, list[str]]:
    results: dict[str, list[str]] = {}
    for depth, level in enumerate(levels[1:], 1):
        for number, id in enumerate(level):
            before = levels[depth - 1] if depth < 3 or pick(4) else levels[depth - 2]
            tails = [before[number * len(before) // len(level)]]
            if not pick(3):
                tails.append(before[pick(len(before))])
            for tail in dict.fromkeys(tails):
                results.setdefault(tail, []).append(id)
    return results


def _filled(id: str, results: list[str], pick: Callable[[int], int]) -> Node:
    title = _WORDS[pick(len(_WORDS))]
    fields: dict[str, object] = {"to": " ".join(results)}
    if id[0] == "n":
        fields |= {"category": "quality", "perspective": "residents", "owner": "Enhetschef hemtjänst"}
    elif id[0] == "e" and not pick(3):
        fields["behaviour"] = True
    return {"c": change, "e": effect, "n": benefit, "m": goal}[id[0]](id, title, **fields)


def tangled(seed: int) -> Chain:
    """A random chain: any arrows, any links, docks at nodes and arrows, opportunities both ways."""
    pick = randomly(seed)
    counts = [("c", 1 + pick(3)), ("e", 2 + pick(12)), ("n", 1 + pick(9)), ("d", pick(3)), ("m", pick(4))]
    ids = [f"{kind}{n}" for kind, count in counts for n in range(count)]
    offers = [f"o{n}" for n in range(pick(4))]
    everything = ids + offers
    kinds = {"c": change, "e": effect, "n": benefit, "d": drawback, "m": goal, "o": opportunity}
    nodes, arrows = [], []
    for id in everything:
        heads = {
            everything[pick(len(everything))]: ("", "", "direct", "limited")[pick(4)] for _ in range(pick(4))
        }
        heads.pop(id, None)
        arrows += [f"{id} > {head}" for head in heads]
        extra = {"beside": True} if id[0] == "n" and not pick(5) else {}
        nodes.append(
            kinds[id[0]](id, " ".join(_WORDS[: 1 + pick(2)]), to=heads, owner="Chef" * pick(2), **extra)
        )
    for number in range(pick(8)):
        place = [(everything + arrows)[pick(len(everything) + len(arrows))] for _ in range(1 + pick(2))]
        kind = obstacle if pick(2) else risk
        nodes.append(
            kind(f"x{number}", _WORDS[pick(len(_WORDS))], **{("hinders", "at")[kind is risk]: place})
        )
    return Chain(f"Slumpkedja {seed}", nodes=tuple(nodes))


FORTY = large(14, 12, 4)
SIXTY = large(24, 20, 5)
MANY = large(70, 55, 10, 8)
HUGE = replace(large(500, 450, 60, 30), title="Över tusen rutor")

ALL = {
    "nothing": NOTHING, "one": ONE, "tiny": TINY, "full": FULL, "docks": DOCKS, "stacked": STACKED,
    "offers": OFFERS, "backward": BACKWARD, "forty": FORTY, "sixty": SIXTY, "many": MANY,
}  # fmt: skip
