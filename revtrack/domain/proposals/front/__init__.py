"""What a paper tells of itself and its audit: whose, by whom, of when, called what, to whom."""
