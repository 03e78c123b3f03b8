"""What a published file may hold: elements, attributes and words of known formats (ECMA-376)."""
