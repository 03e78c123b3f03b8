"""Measurements of speed and size, as ratios side by side; never part of the tests."""
