"""Pictures measured as they are written: realistic chains, what their SVG holds, and how edits change it."""
