"""What others wrote, read by rules: proposals that a person accepts, each beside its source."""
