"""Text → lines that fit a width, measured and hyphenated the same on every machine."""
