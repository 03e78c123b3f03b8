"""Figures on the screen: bars, rows with numbers, and what stands behind each."""
