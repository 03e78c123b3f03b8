"""Uppföljning: verdicts, closing and reopening, parts and repeats, and the follow-up audit."""
