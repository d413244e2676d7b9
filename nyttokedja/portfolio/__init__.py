"""Many chains → tables about all of them, in one file; and what can be asked of it."""
