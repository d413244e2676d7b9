"""Chains by two measures, with a third as their size → one drawing: what is placed where, and its SVG."""

from nyttokedja.drawing.matrix.draw import Matrix, MatrixWords, matrix_of
from nyttokedja.drawing.matrix.places import Dot

__all__ = ["Dot", "Matrix", "MatrixWords", "matrix_of"]
