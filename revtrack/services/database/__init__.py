"""The register's file: made, opened, brought up to date, examined."""
