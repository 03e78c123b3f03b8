"""Making documents, and writing files whole."""
