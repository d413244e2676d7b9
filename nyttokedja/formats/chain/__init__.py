"""The formats of a chain: ``yaml`` is the chain file itself, ``dot`` is for people with Graphviz."""
