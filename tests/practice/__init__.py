"""The practice cell."""
