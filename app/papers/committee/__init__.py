"""Forms of the upper committee: read as they look, marked, matched, and filled from the year."""
