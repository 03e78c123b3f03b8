"""Municipalities, their committees, people and meetings."""
