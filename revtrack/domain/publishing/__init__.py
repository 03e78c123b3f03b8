"""What a text tells of people and secrets, found before it is published."""
