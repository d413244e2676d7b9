"""Data → lines of a chain file: a draft of what is to stand there, then its lines."""
