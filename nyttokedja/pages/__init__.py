"""Pages: HTML files that hold all they need, for a browser that is offline."""
