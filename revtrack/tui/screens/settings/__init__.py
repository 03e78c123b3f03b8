"""What a person has chosen for the program."""
