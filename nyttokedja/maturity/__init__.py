"""Statements and answers → figures of how mature an organisation is, and what its chains show."""
