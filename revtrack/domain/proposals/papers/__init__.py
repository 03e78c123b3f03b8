"""What a paper is, by what it calls itself and how it begins."""
