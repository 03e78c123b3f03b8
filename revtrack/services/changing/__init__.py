"""Changing and removing what is registered: one fact or many, in one wish."""
