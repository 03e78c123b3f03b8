"""What needs somebody now, what falls in which week, and how one begins."""
