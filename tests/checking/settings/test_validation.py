"""What is wrong with settings, and what was meant."""

import json
import tomllib
from pathlib import Path

import pytest

from nyttokedja.checking.rules import RULES
from nyttokedja.checking.settings.schema import FILE, limit_range, schema, schema_text
from nyttokedja.checking.settings.toml_places import parse
from nyttokedja.checking.settings.validation import findings
from nyttokedja.language.codes import LANGUAGES
from nyttokedja.language.texts import texts


def said(text, language="en"):
    found = findings(parse(text.encode()), "nyttokedja.toml", language)
    speak = texts(language)
    return [(f.variant, f.place.line, speak.message(f), speak.remedy(f)) for f in found]


@pytest.mark.parametrize(
    ("text", "variant", "word"),
    [
        ('ignor = ["NK2"]', "meant-key", "ignore"),
        ("fail_on = 'error'", "meant-key", "fail-on"),
        ("colour = 1", "unknown-key", "most-nodes"),
        ("[limits]\nnode = 1", "meant-key", "nodes"),
        ('ignore = ["NK999"]', "no-rule", "NK999"),
        ('ignore = ["mising-owner"]', "meant-rule", "missing-owner"),
        ('select = ["nk212"]', "meant-rule", "NK212"),
        ('ignore = ["NK101"]', "broken", "NK101"),
        ('ignore = ["NK"]', "broken", "NK"),
        ('severity = {NK0 = "info"}', "broken", "NK0"),
        ('severity = {missing-owners = "info"}', "meant-rule", "missing-owner"),
        ('severity = {NK4 = "warn"}', "choice", '"warning"'),
        ('severity = {NK4 = "warnin"}', "meant", '"warning"'),
        ('stage = "utkast"', "meant", '"draft"'),
        ('stage = "soon"', "choice", '"follow-up"'),
        ("stage = 2", "not-text", "2"),
        ('ignore = "NK2"', "not-list", 'ignore = ["'),
        ("ignore = [2]", "not-text", "2"),
        ("tolerance = 2", "range", "from 0 to 1"),
        ("tolerance = -0.1", "range", "-0.1"),
        ("tolerance = nan", "not-number", "nan"),
        ("tolerance = inf", "not-number", "inf"),
        ("tolerance = '10 %'", "not-number", "10 %"),
        ("most-nodes = 0", "range", "from 1 to"),
        ("most-nodes = true", "not-whole", "True"),
        ("limits = 3", "not-table", "[limits]"),
        ("[limits]\ndepth = 100000", "range", "64"),
        ("[[files]]\nstage = 'plan'", "no-paths", "paths ="),
        ("[[files]]\npaths = []", "no-paths", "paths ="),
        ("[[pools]]\nname = 'a'", "lacking", "hours"),
        ("[[pools]]\nhours = 3", "lacking", "name"),
        ("[[pools]]\nname = 'a'\nhours = -1", "range", "0"),
        ("[[pools]]\nname = 'a'\nhours = '12 000'", "not-number", "12 000"),
        ("[[files]]\npaths = ['']", "no-paths", "paths ="),
        ("[files]\npaths = ['a']", "not-list", "files"),
        ("[[files]]\npaths = ['a']\nstag = 'plan'", "meant-key", "stage"),
    ],
)
def test_what_cannot_be_a_setting_is_said_with_what_can(text, variant, word):
    ((found, line, message, remedy),) = said(text)
    assert found == variant
    assert word in message + remedy
    assert line == text.count("\n") + 1 or variant in ("no-paths", "not-list", "lacking")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_complete_in_every_language(language):
    for _, _, message, remedy in said('a = 1\nignore = ["x", 3, "NK1"]\nstage = "x"\n', language):
        assert message
        assert remedy
        assert "{" not in message + remedy


def test_what_is_wrong_is_said_in_the_order_of_the_file():
    assert [line for _, line, *_ in said('stag = 1\nignore = [\n"NK999",\n"NK998"]\n')] == [1, 3, 4]


def test_settings_without_faults_have_none():
    text = """
    select = ["shortcut-link", "NK212", "NK7"]
    ignore = ["NK2", "missing-costs"]
    stage = "plan"
    language = "nb"
    fail-on = "never"
    tolerance = 0
    most-nodes = 100
    baseline = "known.json"
    theme = "print"
    direction = "left"
    bare = true
    focus = "färre"
    hops = 3
    only = ["owner=Enhetschef", "type=benefit"]
    paper = "a3"
    width = 3000
    dpi = 300
    template = "mall.dotx"
    pools = [{name = "hemtjanst_tid", hours = 12000.5, source = "Bemanningsplan"}]
    [severity]
    NK4 = "info"
    missing-costs = "error"
    [limits]
    megabytes = 20
    [prioritising]
    currency = "SEK"
    price-year = 2026
    rate = 0.03
    first-year = "discounted"
    horizon = 6
    [[prioritising.criteria]]
    id = "nytta"
    title = "Nytta"
    weight = 2
    kind = "benefit"
    [[prioritising.criteria]]
    id = "budget"
    from = "net_financial"
    limits = [0, 500000, 2000000]
    [[prioritising.weightings]]
    title = "Lika"
    weights = {nytta = 1, budget = 1}
    [[files]]
    paths = ["drafts/**"]
    stage = "draft"
    severity = {NK4 = "warning"}
    limits = {nodes = 3}
    theme = "dark"
    paper = "a4"
    """
    assert said(text) == []
    assert set(tomllib.loads(text)) == set(schema()["properties"])


def test_the_schema_knows_every_rule():
    written = json.loads(Path("schemas", FILE).read_text("utf-8"))
    names = written["$defs"]["rule"]["enum"]
    assert {rule.code for rule in RULES} | {rule.name for rule in RULES} <= set(names)
    assert set(names) - set(written["$defs"]["ignorable"]["enum"]) >= {
        "NK0",
        "NK1",
        "NK101",
        "unreadable-file",
    }
    assert Path("schemas", FILE).read_text("utf-8") == schema_text(), "run: nyttokedja schema"
    assert limit_range("nodes") == (1, 200_000)
