"""What a report asks, and what it finds."""
