"""Curves: what was measured of an indicator, against the course and the target, as SVG of our own."""

from nyttokedja.drawing.curve.draw import Curve, curve_of

__all__ = ["Curve", "curve_of"]
