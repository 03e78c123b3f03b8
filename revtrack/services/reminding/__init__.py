"""Reminders and the calendar: who is asked, when and how."""
