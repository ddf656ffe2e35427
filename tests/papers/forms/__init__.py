"""Forms given out and read back."""
