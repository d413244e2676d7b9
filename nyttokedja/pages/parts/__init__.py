"""The parts of a page, one module each: what is to be said of a chain → elements."""
