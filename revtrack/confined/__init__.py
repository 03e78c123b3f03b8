"""Work on what others made, with little time, little memory and no network."""
