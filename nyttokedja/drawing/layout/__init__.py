"""Boxes of known size and arrows → where each is, by a layout engine that orders and places them."""
