"""Calendars for the programs that show them."""
