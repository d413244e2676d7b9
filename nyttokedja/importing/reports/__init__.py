"""Analyses of benefits written as reports → chains without arrows.

bytes → blocks (headings, paragraphs, items, tables) → parts by their headings → boxes and facts → Collected
"""
