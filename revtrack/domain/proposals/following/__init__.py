"""What a follow-up finds of each recommendation: by which words, and of which one they are."""
