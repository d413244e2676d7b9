"""A chain → a presentation of PowerPoint: slides laid out as our picture, with glued arrows."""
