"""One audit and what is done with it."""
