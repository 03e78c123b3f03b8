"""What comes from others and goes to them: files, forms, packages."""
