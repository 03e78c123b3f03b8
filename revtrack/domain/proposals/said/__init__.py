"""What a committee's words say: what it thinks of a recommendation, and what it has done."""
