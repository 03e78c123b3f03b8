"""Committees' meeting calendars, and replies planned by them."""
