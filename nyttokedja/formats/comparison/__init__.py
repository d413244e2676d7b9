"""Comparisons → what people and programs read of a change: one file a format, and their words in `words`."""
