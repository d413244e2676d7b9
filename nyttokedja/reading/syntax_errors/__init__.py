"""YAML as people write it: its events, what it hides, and the slips behind a parser's refusal."""
