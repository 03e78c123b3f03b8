"""Tests of reading in what others wrote."""
