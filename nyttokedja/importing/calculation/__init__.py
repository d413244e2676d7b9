"""A workbook of a calculation that comes back → what people changed in it, as edits of the chain's file.

Package → Read (what its sheets hold, and its memory) → Compared (against the memory and the chain) → edits
"""
