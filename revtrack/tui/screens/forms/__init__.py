"""A form for each thing that is registered or changed."""
