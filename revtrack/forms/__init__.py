"""What each form asks for and what its answers are stored as, whoever shows it: screen or lines."""
