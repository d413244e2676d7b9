"""Documents → files that people read, edit, print and archive: one module a format."""
