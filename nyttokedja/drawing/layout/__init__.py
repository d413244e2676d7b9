"""Measured boxes and arrows → where each stands, by a layout engine that orders and places."""
