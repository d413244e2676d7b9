"""Data → text that nothing in the data can break out of: lines of a chain file, and HTML.

A chain file is a draft of what is to stand there, then its lines. ``blocks`` is what a text is made of before
it gets a format.
"""
