"""Drawings of Graphviz, written in DOT by people and by programs, ours too."""
