"""What bodies, files and records are called, and whom a text means."""
