"""Storage, on real encrypted files."""
