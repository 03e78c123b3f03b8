"""A corpus of audit papers in own words, and the scorer that tells how well they are read."""
