"""A bar stands across the arrows into what needs all, behind their heads, and nowhere else."""

import re

import pytest

from nyttokedja.batch.picture_formats import FORMATS
from nyttokedja.checking.check import check

CHAIN = """
nyttokedja: 1
title: Both
language: sv
changes:
  a: {leads_to: [x, y]}
effects:
  x: {leads_to: [m, n]}
  y: {leads_to: [m, n]}
benefits:
  m: {title: Needs both, needs_all: true}
  n: {title: One is enough}
"""


def drawn(text):
    (svg,) = FORMATS["svg"]([check(text.encode(), "both.yaml")], "auto")
    return svg


def bars(svg):
    (layer,) = re.findall(r'<g[^>]*class="needs"[^>]*>(.*?)</g>', svg, re.DOTALL) or [""]
    return [
        [float(n) for n in re.findall(r'(?:x|y|width|height)="([\d.]+)"', one)]
        for one in layer.split("<rect")[1:]
    ]


def test_there_is_a_bar_for_each_box_that_needs_all():
    assert len(bars(drawn(CHAIN))) == 1
    assert bars(drawn(CHAIN.replace(", needs_all: true", ""))) == []
    assert len(bars(drawn(CHAIN.replace("enough}", "enough, needs_all: true}")))) == 2


@pytest.mark.parametrize("needs", [True, False])
def test_legend_and_screen_readers_say_so_where_it_is(needs):
    svg = drawn(CHAIN if needs else CHAIN.replace(", needs_all: true", ""))
    assert ("blir av först när alla pilarna hit gör det" in svg) is needs
    assert ("Blir av först när alla dessa gör det: " in svg) is needs
