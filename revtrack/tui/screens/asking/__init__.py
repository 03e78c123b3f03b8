"""Short questions between a key and what it does."""
