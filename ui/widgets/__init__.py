"""Reusable widgets without knowledge of a subject."""
