"""Which words of a reply answer which recommendation."""
