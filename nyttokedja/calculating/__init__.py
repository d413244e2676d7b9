"""A chain's factors and formulas → what it is worth: exact, by year and by whose it is.

Nothing here imports anything but the standard library and the values of `nyttokedja.model`.
"""
