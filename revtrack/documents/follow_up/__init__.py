"""The follow-up report and its working papers."""
