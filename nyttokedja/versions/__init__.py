"""git → the versions of chains: pairs of them, their history, what each commit says, and merges."""
