"""Checked chains and the organisation's criteria → chains side by side, in order where there is one.

    row_of (a chain → its row) → comparable (what may be compared) → prioritised (levels, orders, turns)

Pure facts and figures: nothing here reads files or speaks a language.
"""
