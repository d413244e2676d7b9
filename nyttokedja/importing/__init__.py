"""Drawings and lists that people already have → chains: one file a format."""
