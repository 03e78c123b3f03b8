"""What committees send in, and what the auditors make of it."""
