"""The register out as a sheet that people work in, and back."""
