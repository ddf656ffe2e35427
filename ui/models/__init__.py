"""Lists as data."""
