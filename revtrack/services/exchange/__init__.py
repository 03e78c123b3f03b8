"""Case files in and out: read and checked, planned, and stored whole or not at all."""
