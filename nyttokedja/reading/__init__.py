"""bytes → Source → canonical parts → parts that fit the schema → Chain; and why a file cannot be read."""
