"""Drawings of draw.io (diagrams.net), plain or compressed, and those that a picture carries."""
