"""Läs in: what others wrote, read as proposals."""
