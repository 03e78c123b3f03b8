"""Texts: what they may hold, how alike they are, and what stands in them."""
