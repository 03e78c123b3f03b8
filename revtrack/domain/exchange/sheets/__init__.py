"""Sheets that offices keep: their headings, their cells, and what a row means for the register."""
