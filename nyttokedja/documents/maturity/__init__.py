"""Statements and what people answered → the form on paper, the material for the meetings, and the report."""
