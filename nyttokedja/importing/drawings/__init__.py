"""Drawings, whatever made them → what they say: boxes of known types, notes, arrows."""
