"""A value → text or bytes of one format: a folder for each value, a file for each format."""
