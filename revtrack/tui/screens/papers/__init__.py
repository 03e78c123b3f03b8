"""Documents and reminders: made, sent, published."""
