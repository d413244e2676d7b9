"""The part of a chain that a change touches, and what in it matters most."""

from nyttokedja.checking.check import check
from nyttokedja.comparing import compare
from nyttokedja.comparing.relevant_part import by_importance, neighbourhood
from nyttokedja.comparing.union import union
from tests.comparing.sides import HEAD, compared, side
from tests.comparing.test_union import BASE

LONG = """\
förändringar: {f: {leder_till: [a, y]}, x: {leder_till: y}}
effekter:
  a: {leder_till: b}
  b: {leder_till: c}
  c: {leder_till: n}
  y: {leder_till: z}
  z: {leder_till: å}
  å: Långt borta
nyttor: {n: {rubrik: Nytta}}
hinder: {h: {hindrar: n}}
"""


def shown(before, after, **options):
    comparison = compared(before, after)
    return neighbourhood(comparison, union(comparison), **options)


def ordered(before, after):
    comparison = compared(before, after)
    return list(by_importance(comparison, union(comparison)))


def test_nothing_changed_shows_nothing():
    part = shown(BASE, BASE)
    assert part.graph.nodes == {}
    assert (part.boxes, part.arrows) == (14, 10)


def test_everything_leaves_nothing_out():
    part = shown(BASE, BASE, everything=True)
    assert len(part.graph.nodes) == 14
    assert (part.boxes, part.arrows, part.cut) == (0, 0, {})


def test_a_reworded_box_with_one_step_around():
    part = shown(BASE, BASE.replace("Färre körda mil", "Färre mil att köra"))
    assert set(part.graph.nodes) == {"a", "d", "n"}
    assert (part.boxes, part.arrows) == (11, 8)
    assert part.cut == {"a": (1, 0), "n": (0, 1)}


def test_the_way_to_what_falls():
    part = shown(BASE, BASE.replace("leder_till: c}", "leder_till: a}"))
    assert {"g", "c", "n3", "m2"} <= set(part.graph.nodes)
    assert "b" not in part.graph.nodes


def test_the_way_is_shown_where_it_is_long():
    long = "förändringar: {f: {rubrik: F, leder_till: a}}\neffekter:\n"
    long += "".join(
        f"  {one}: {{rubrik: {one}, leder_till: {two}}}\n" for one, two in zip("abcd", "bcdn", strict=True)
    )
    long += "  sido: {rubrik: Sidospår, leder_till: n}\nnyttor: {n: {rubrik: N}}\n"
    part = shown(long, long + "hinder: {h: {rubrik: Ovana, hindrar: a}}\n")
    assert set(part.graph.nodes) == {"h", "a", "b", "c", "d", "n"}


def test_what_hampers_is_shown_where_it_changed_and_with_what_it_hampers():
    part = shown(
        BASE, BASE.replace("Avtal, hindrar: c, ägare: Chef", "Avtal, hindrar: c, ägare: Verksamhetschef")
    )
    assert set(part.graph.nodes) == {"h2", "c"}
    assert part.graph.resolve_all(part.graph.nodes["h2"].hinders) == (part.graph.nodes["c"],)


def test_what_explains_a_consequence_is_shown():
    hangs = BASE.replace("h: {rubrik: Ovana, hindrar: f -> a, ägare: Chef}", "h: {rubrik: Ovana, hindrar: b}")
    part = shown(
        hangs, hangs.replace("leder_till: d}", "leder_till: d, beskrivning: x}").replace("[a, b]", "b")
    )
    assert "h" in part.graph.nodes


def test_a_cost_is_shown_alone():
    assert set(shown(BASE, BASE.replace("Hyra", "Hyra per år")).graph.nodes) == {"k"}


def test_a_box_with_a_new_finding_is_shown():
    before = HEAD.replace("plan", "analys") + BASE
    comparison = compare(check(before.encode()), side(BASE))
    assert comparison.findings.new
    part = neighbourhood(comparison, union(comparison))
    assert {finding.node for finding in comparison.findings.new if finding.node} <= set(part.graph.nodes)


def test_what_changes_comes_first_then_what_comes_of_it_how_and_one_step_around():
    assert ordered(LONG, LONG.replace("f: {leder_till: [a, y]}", "f: {leder_till: y}")) == [
        *("f", "a"),  # the ends of the arrow that is gone
        *("n", "b", "c"),  # which is not reached any longer, as is found of the way to it
        "y",  # beside the change
    ]


def test_the_way_comes_before_what_stands_around():
    before = LONG.replace("hinder: {h: {hindrar: n}}\n", "")
    after = before.replace("f: {leder", "f: {beskrivning: Kamera, leder") + "hinder: {h: {hindrar: a}}\n"
    assert ordered(before, after) == ["h", "f", "n", "c", "b", "a", "y"]


def test_the_gravest_change_comes_first():
    after = BASE.replace("Färre besök", "Inga besök").replace("c, ägare: Chef", "c")
    assert ordered(BASE, after.replace("kostnader: {k: {rubrik: Hyra}}", ""))[:3] == ["k", "h2", "a"]


def test_an_arrow_to_re_examine_comes_before_what_else_stands_around():
    after = BASE.replace("n3: {", "n3: {ägare: Chef, ").replace("Färre körda mil", "Färre mil att köra")
    assert ordered(BASE, after) == ["n3", "d", "a", "n", "c", "m2"]


def test_the_tail_of_an_arrow_that_led_to_nothing_is_shown():
    before = BASE.replace("leder_till: m2}", "leder_till: [m2, ingenstans]}")
    assert ordered(before, BASE)[0] == "n3"


def test_the_arrow_that_all_ways_run_over_now_is_shown_and_the_way_to_it():
    links = dict(zip("abcdxyz", "bcdxnzn", strict=True))
    effects = "".join(f"  {one}: {{rubrik: {one}, leder_till: {two}}}\n" for one, two in links.items())
    before = "förändringar: {f: {rubrik: F, leder_till: [a, y]}}\neffekter:\n"
    before += effects + "nyttor: {n: {rubrik: N}}\n"
    assert ordered(before, before.replace("[a, y]", "a")) == [
        *("f", "y"),  # the ends of the arrow that is gone
        *("n", "x", "z"),  # with the tail of the only arrow to it now; nothing leads to z
        *("d", "c", "b", "a"),
    ]


def test_what_hampers_and_is_pointed_at_is_shown_with_what_it_hampers():
    before = BASE + "risker: {r: {rubrik: Avbrott, vid: h2}}\n"
    assert ordered(before, before.replace("Avbrott", "Haveri")) == ["r", "h2", "c"]


def test_what_changed_hampers_comes_before_what_stands_around():
    after = BASE.replace("Avtal", "Avtal nu").replace("Mindre kostnad", "Lägre kostnad")
    assert ordered(BASE, after.replace("m2: {", "m2: {beslutat_i: Budget, ")) == ["m2", "n3", "h2", "c"]
