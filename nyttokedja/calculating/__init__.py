"""A chain's factors and formulas → what it is worth: exact, by year and by whose it is.

Nothing here imports anything but the standard library and the values of `nyttokedja.model`.
"""

from nyttokedja.calculating.calculate import calculate
from nyttokedja.calculating.model import Calculated, Options

__all__ = ["Calculated", "Options", "calculate"]
