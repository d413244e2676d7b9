"""Placed boxes → the routes of arrows, and the words and signs at them."""
