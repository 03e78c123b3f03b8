"""Letters from the auditors: the cover letter, reminders and what a follow-up asks."""
