"""Days: as written, by which something is due, of meetings, and put in order."""
