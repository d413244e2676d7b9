"""Tests of the picture; `chains` holds what they draw."""
