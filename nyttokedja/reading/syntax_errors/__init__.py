"""A YAML parser's error → the everyday mistake that led to it, and where that was made."""
