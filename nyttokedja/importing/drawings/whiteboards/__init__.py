"""Boards that programs keep as JSON: notes, areas and arrows, each with its place."""
