"""Tables: recommendations with their recipients, replies, and rates."""
