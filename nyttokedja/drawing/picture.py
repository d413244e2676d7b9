"""A layout's answer → the picture: everything placed, its size, and in the end its SVG text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nyttokedja.chain import NodeType
from nyttokedja.drawing.backward import backward_routes
from nyttokedja.drawing.bands import (
    BETWEEN,
    LABEL,
    Band,
    bands_of,
    draw_hairline,
    draw_label,
    draw_none,
    fitting,
    rows_of,
)
from nyttokedja.drawing.boxes import Box, box_of
from nyttokedja.drawing.canvas import Canvas, Rect
from nyttokedja.drawing.columns import BELOW, HEADING, draw_columns
from nyttokedja.drawing.docks import Unit, docks_of, unit_of
from nyttokedja.drawing.elements import Element, element, group, number, rect, serialise, words
from nyttokedja.drawing.gutters import MARGIN
from nyttokedja.drawing.heading import draw_heading
from nyttokedja.drawing.joints import bay_of, draw_joint, joints_of
from nyttokedja.drawing.labels import dock_label, node_label, picture_title, summary
from nyttokedja.drawing.legend import draw_legend
from nyttokedja.drawing.lines import Route, draw_route
from nyttokedja.drawing.linkwords import draw_link_words
from nyttokedja.drawing.metrics import FAMILY
from nyttokedja.drawing.opportunities import Opportunities, card_order, opportunities_of
from nyttokedja.drawing.paint import draw_box
from nyttokedja.drawing.particulars import Subject
from nyttokedja.drawing.routes import forward_routes
from nyttokedja.drawing.theme import Theme

LEAST_WIDTH = 720.0
