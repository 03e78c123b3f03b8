"""What every command stands in: its start, its words, its output."""
