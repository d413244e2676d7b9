"""What the schema forbids, said in our own words."""
