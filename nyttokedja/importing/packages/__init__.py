"""Office files, which are parts in a zip archive: looked at before they are opened, and counted while read.

bytes → Package (limits, passwords, damage) → parts as bytes, as events of XML, or as a tree
"""
