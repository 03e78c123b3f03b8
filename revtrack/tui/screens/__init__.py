"""The screens, one a file; each has its looks in ``styles/`` under the same name."""
