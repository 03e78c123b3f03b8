"""Other people's files: read behind a guard, given back as plain values, never written to."""
