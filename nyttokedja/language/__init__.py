"""The words of the format and of the tool, in three languages, and the schema they belong to."""
