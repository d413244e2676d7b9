"""Texts of boxes → boxes of known size with outlines, and the docks below them."""
