"""Flow charts of Mermaid, alone or in Markdown."""
