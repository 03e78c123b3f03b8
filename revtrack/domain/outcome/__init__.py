"""What became of a recommendation: when it is followed up, its parts, its closing, the rates."""
