"""Whose a reply is, of which kind, adopted when and under which §."""
